using Pathways.Matching.Kernel;
using Pathways.Matching.Problems;

namespace Pathways.Matching;

/// <summary>A student without a seat, and why in one word.</summary>
/// <param name="Student">Who.</param>
/// <param name="Reason">Public and stable; one of the constants here.</param>
public readonly record struct UnmatchedStudent(StudentId Student, string Reason)
{
    /// <summary>The student lists nothing.</summary>
    public const string NoPreferences = "no-preferences";

    /// <summary>None of the opportunities the student lists ranks them.</summary>
    public const string NotAcceptable = "not-acceptable";

    /// <summary>At every acceptable opportunity the seats went to others, or there were none.</summary>
    public const string NoSeatLeft = "no-seat-left";

    /// <summary>The student declined every opportunity they list that accepts them, or let the offers expire.</summary>
    public const string AllDeclined = "all-declined";

    /// <summary>Everybody without a seat, in the order of the students in the problem.</summary>
    /// <param name="result">The result.</param>
    public static IEnumerable<UnmatchedStudent> Of(MatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (columns, market) = (result.Problem.Problem.Columns, result.Problem.Market);
        var declined = (result.Rematching?.Declined ?? []).ToLookup(pair => pair.Student, pair => pair.Opportunity);
        for (var s = 0; s < columns.Students.Length; s++)
        {
            if (result.Matching.OpportunityOf[s] == Market.None)
            {
                var reason = columns.PreferencesOf(s).IsEmpty ? NoPreferences
                    : market.First[s] == market.First[s + 1] ? NotAcceptable
                    : HasDeclinedAll(columns, market, s, declined) ? AllDeclined
                    : NoSeatLeft;
                yield return new(columns.Students[s], reason);
            }
        }
    }

    private static bool HasDeclinedAll(ProblemColumns columns, Market market, int student, ILookup<StudentId, OpportunityId> declined)
    {
        var own = declined[columns.Students[student]].ToHashSet();
        for (var edge = market.First[student]; edge < market.First[student + 1]; edge++)
        {
            if (!own.Contains(columns.Opportunities[market.Program[edge]]))
            {
                return false;
            }
        }

        return true;
    }
}
