using Pathways.Matching.Kernel;

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

    /// <summary>Everybody without a seat, in the order of the students in the problem.</summary>
    /// <param name="result">The result.</param>
    public static IEnumerable<UnmatchedStudent> Of(MatchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (columns, market) = (result.Problem.Problem.Columns, result.Problem.Market);
        for (var s = 0; s < columns.Students.Length; s++)
        {
            if (result.Matching.OpportunityOf[s] == Market.None)
            {
                var reason = columns.PreferencesOf(s).IsEmpty ? NoPreferences
                    : market.First[s] == market.First[s + 1] ? NotAcceptable
                    : NoSeatLeft;
                yield return new(columns.Students[s], reason);
            }
        }
    }
}
