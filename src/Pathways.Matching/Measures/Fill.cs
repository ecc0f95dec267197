using Pathways.Matching.Kernel;

namespace Pathways.Matching;

/// <summary>How full a part of the opportunities is.</summary>
/// <param name="Name">Which part: an opportunity, a partner, a sector.</param>
/// <param name="Opportunities">How many opportunities it has.</param>
/// <param name="Seats">How many seats they have together.</param>
/// <param name="Filled">How many of the seats are taken.</param>
/// <param name="FirstChoices">How many students put one of them first.</param>
public sealed record Fill(string Name, int Opportunities, long Seats, int Filled, int FirstChoices)
{
    /// <summary>How full each part is.</summary>
    /// <param name="matching">The matching.</param>
    /// <param name="part">The part an opportunity belongs to; <see langword="null"/> leaves it out.</param>
    /// <returns>The parts in the order of their first opportunity.</returns>
    public static ImmutableArray<Fill> By(ProblemMatching matching, Func<ProblemOpportunity, string?> part)
    {
        ArgumentNullException.ThrowIfNull(matching);
        ArgumentNullException.ThrowIfNull(part);
        var columns = matching.Problem.Columns;
        var (filled, first) = (new int[columns.Seats.Length], new int[columns.Seats.Length]);
        for (var s = 0; s < columns.Students.Length; s++)
        {
            if (matching.OpportunityOf[s] is not Market.None and var o)
            {
                filled[o]++;
            }

            var preferences = columns.PreferencesOf(s);
            for (var i = 0; i < preferences.Length && (i == 0 || columns.PreferenceTied[columns.PreferenceStart[s] + i]); i++)
            {
                first[preferences[i]]++;
            }
        }

        return
        [
            .. matching.Problem.Opportunities
                .Select(opportunity => (Opportunity: opportunity, Part: part(opportunity)))
                .Where(row => row.Part is not null)
                .GroupBy(row => row.Part!)
                .Select(group => new Fill(
                    group.Key,
                    group.Count(),
                    group.Sum(row => (long)row.Opportunity.Seats),
                    group.Sum(row => filled[row.Opportunity.Index]),
                    group.Sum(row => first[row.Opportunity.Index]))),
        ];
    }

    /// <summary>How full the opportunities of each partner are; opportunities without a partner are left out.</summary>
    /// <param name="matching">The matching.</param>
    public static ImmutableArray<Fill> ByPartner(ProblemMatching matching) => By(matching, opportunity => opportunity.Partner?.Value);
}
