using Pathways.Matching.Kernel;

namespace Pathways.Matching;

/// <summary>How good a matching is, in numbers.</summary>
public sealed record MatchMeasures
{
    /// <summary>How many students the problem has.</summary>
    public required int Students { get; init; }

    /// <summary>How many of them list anything.</summary>
    public required int Applicants { get; init; }

    /// <summary>How many have a seat.</summary>
    public required int Matched { get; init; }

    /// <summary>How many seats all opportunities have together.</summary>
    public required long Seats { get; init; }

    /// <summary>The mean rank of the seats, 1 is best; <see langword="null"/> when nobody has a seat.</summary>
    public required double? MeanRank { get; init; }

    /// <summary>How many have their first choice, their second, and so on to the longest list.</summary>
    public required ImmutableArray<int> Ranks { get; init; }

    /// <summary>How full the sectors are; empty when the problem was not made of a cohort.</summary>
    public ImmutableArray<Fill> SectorFill { get; init; } = [];

    /// <summary>How full the partners are; empty when no opportunity names one.</summary>
    public required ImmutableArray<Fill> PartnerFill { get; init; }

    /// <summary>The share of applicants who have a seat, 0 to 1; 1 when nobody applies.</summary>
    public double MatchRate => Applicants == 0 ? 1 : (double)Matched / Applicants;

    /// <summary>The share of seats that are taken, 0 to 1; 1 when there are none.</summary>
    public double FillRate => Seats == 0 ? 1 : (double)Matched / Seats;

    /// <summary>Measures a matching.</summary>
    /// <param name="matching">The matching.</param>
    public static MatchMeasures Of(ProblemMatching matching)
    {
        ArgumentNullException.ThrowIfNull(matching);
        var columns = matching.Problem.Columns;
        var (applicants, matched, longest, sum) = (0, 0, 0, 0L);
        for (var s = 0; s < columns.Students.Length; s++)
        {
            longest = Math.Max(longest, columns.PreferencesOf(s).Length);
        }

        var ranks = new int[longest];
        for (var s = 0; s < columns.Students.Length; s++)
        {
            applicants += columns.PreferencesOf(s).IsEmpty ? 0 : 1;
            if (matching.OpportunityOf[s] == Market.None)
            {
                continue;
            }

            matched++;
            if (columns.RankIn(s, matching.OpportunityOf[s]) is > 0 and var rank)
            {
                ranks[rank - 1]++;
                sum += rank;
            }
        }

        var ranked = ranks.Sum();
        return new()
        {
            Students = columns.Students.Length,
            Applicants = applicants,
            Matched = matched,
            Seats = columns.Seats.Sum(seats => (long)seats),
            MeanRank = ranked == 0 ? null : (double)sum / ranked,
            Ranks = [.. ranks],
            PartnerFill = Fill.ByPartner(matching),
        };
    }
}
