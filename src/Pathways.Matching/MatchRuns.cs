using Pathways.Matching.Rounds;

namespace Pathways.Matching;

/// <summary>Makes match runs of results: what is reviewed, published and kept.</summary>
public static class MatchRuns
{
    /// <summary>A result as a run to be proposed.</summary>
    /// <param name="id">What the host calls it.</param>
    /// <param name="result">The result, from scratch or around what was kept.</param>
    /// <param name="follows">The run before, where this one builds on its answers.</param>
    public static MatchRun Propose(MatchRunId id, MatchResult result, MatchRunId? follows = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new()
        {
            Id = id,
            Digest = Digest(result.Problem.Problem, result.Options.Ties, result.Rematching?.Kept ?? [], result.Rematching?.Declined ?? []),
            Mechanism = result.Options.Mechanism.Name,
            Improve = result.Options.Improve,
            Exact = result.Options.Exact,
            Ties = result.Options.Ties.Name(),
            Seed = result.Options.Seed,
            Seats = Seats(result.Matching.Assignments),
            Unmatched = [.. UnmatchedStudent.Of(result).Select(student => new MatchRunUnmatched(student.Student, student.Reason))],
            Verdict = Verdict(result),
            Follows = follows,
            Kept = Seats(result.Rematching?.Kept ?? []),
            Declined = Seats(result.Rematching?.Declined ?? []),
        };
    }

    /// <summary>The digest of what a run is made from; compare it with that of a run to see whether anything changed since.</summary>
    /// <param name="problem">The whole problem.</param>
    /// <param name="ties">How ties are broken: where the order of the input breaks them, it counts too.</param>
    /// <param name="kept">Who keeps which seat; ranks are not looked at.</param>
    /// <param name="declined">What cannot be given again; ranks are not looked at.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Digest(MatchingProblem problem, TieBreaking ties, IEnumerable<Assignment> kept, IEnumerable<Assignment> declined)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(declined);
        return InputDigest.Of(problem, ties == TieBreaking.InputOrder, kept, declined);
    }

    private static MatchRunVerdict Verdict(MatchResult result) => result.Verification switch
    {
        null => MatchRunVerdict.NotChecked,
        { IsFeasible: false } => MatchRunVerdict.Failed,
        { IsStable: true } when result.Options.Mechanism.IsStable => MatchRunVerdict.Stable,
        { BlockingPairs.IsEmpty: false } when result.Options.Mechanism.IsStable => MatchRunVerdict.Failed,
        _ => MatchRunVerdict.Feasible,
    };

    private static ImmutableArray<MatchRunSeat> Seats(IEnumerable<Assignment> assignments) =>
        [.. assignments.Select(seat => new MatchRunSeat(seat.Student, seat.Opportunity, seat.Rank))];
}
