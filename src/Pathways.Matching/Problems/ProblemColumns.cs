namespace Pathways.Matching.Problems;

/// <summary>A problem as columns: everything is an index, identifiers stand aside.</summary>
/// <remarks>
/// Student <c>s</c> lists <c>Preference[PreferenceStart[s] .. PreferenceStart[s + 1]]</c>, best first. Opportunity <c>o</c> ranks
/// <c>PriorityStudent[PriorityStart[o] .. PriorityStart[o + 1]]</c>, best first, unless <c>RanksEveryone[o]</c>.
/// </remarks>
internal sealed class ProblemColumns
{
    public required StudentId[] Students { get; init; }

    public required int[] PreferenceStart { get; init; }

    public required int[] Preference { get; init; }

    public required TieFlags PreferenceTied { get; init; }

    /// <summary>Policy groups of the students that have any, by student.</summary>
    public required IReadOnlyDictionary<int, ImmutableArray<PriorityGroupId>> Groups { get; init; }

    public required OpportunityId[] Opportunities { get; init; }

    public required int[] Seats { get; init; }

    public required int[] Minimum { get; init; }

    /// <summary>Index of the partner, or -1.</summary>
    public required int[] PartnerOf { get; init; }

    public required bool[] RanksEveryone { get; init; }

    public required int[] PriorityStart { get; init; }

    public required int[] PriorityStudent { get; init; }

    public required TieFlags PriorityTied { get; init; }

    /// <summary>Scores in step with <see cref="PriorityStudent"/>; NaN where an order was given; null when nobody scores.</summary>
    public required double[]? PriorityScore { get; init; }

    /// <summary>Reserves of the opportunities that have any, by opportunity.</summary>
    public required IReadOnlyDictionary<int, ImmutableArray<Reserve>> Reserves { get; init; }

    /// <summary>Slots of the opportunities that have any, by opportunity.</summary>
    public required IReadOnlyDictionary<int, ImmutableArray<Slot>> Slots { get; init; }

    public required ImmutableArray<ProblemPartner> Partners { get; init; }

    public required ImmutableArray<ProblemCap> Caps { get; init; }

    /// <summary>The opportunities of each cap, in step with <see cref="Caps"/>.</summary>
    public required int[][] CapOpportunities { get; init; }

    public required NameIndex StudentIndex { get; init; }

    public required NameIndex OpportunityIndex { get; init; }

    public ReadOnlySpan<int> PreferencesOf(int student) =>
        Preference.AsSpan(PreferenceStart[student]..PreferenceStart[student + 1]);

    /// <summary>The place of an entry in its student's list as written: 1 and the number of entries before its tie.</summary>
    public int RankOf(int student, int entry)
    {
        while (PreferenceTied[entry])
        {
            entry--;
        }

        return entry - PreferenceStart[student] + 1;
    }

    /// <summary>The place an opportunity has in a student's list as written, or 0 when it is not listed.</summary>
    public int RankIn(int student, int opportunity)
    {
        var at = PreferencesOf(student).IndexOf(opportunity);
        return at < 0 ? 0 : RankOf(student, PreferenceStart[student] + at);
    }
}
