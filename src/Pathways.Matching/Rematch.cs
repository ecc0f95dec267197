using Pathways.Matching.Kernel;
using Pathways.Matching.Rounds;

namespace Pathways.Matching;

/// <summary>Matches again around what stays in place: seats that students accepted, or were offered and may still accept.</summary>
/// <remarks>
/// Kept students are never moved, and nobody gets again what they declined. What the kept hold is taken out of seats, reserves, slots, minimums
/// and caps; the rest is a problem of its own, which the mechanism solves with all its promises. Where more than one problem could be meant by
/// what is left, it is refused and not guessed.
/// </remarks>
public static class Rematch
{
    /// <summary>The problem that is left, or every reason why it cannot be said.</summary>
    /// <param name="problem">The whole problem.</param>
    /// <param name="kept">Who keeps which seat, each student once. Ranks are not looked at.</param>
    /// <param name="declined">What students declined or let expire; pairs that are not listed change nothing.</param>
    /// <param name="cancellationToken">Gives up between opportunities.</param>
    public static RemainingOutcome Remaining(
        MatchingProblem problem, IEnumerable<Assignment> kept, IEnumerable<Assignment> declined, CancellationToken cancellationToken = default) =>
        Remaining(CompiledProblem.Compile(problem, cancellationToken), kept, declined, cancellationToken);

    /// <summary>The problem that is left, or every reason why it cannot be said.</summary>
    /// <param name="problem">The whole problem.</param>
    /// <param name="kept">Who keeps which seat, each student once. Ranks are not looked at.</param>
    /// <param name="declined">What students declined or let expire; pairs that are not listed change nothing.</param>
    /// <param name="cancellationToken">Gives up between opportunities.</param>
    public static RemainingOutcome Remaining(
        CompiledProblem problem, IEnumerable<Assignment> kept, IEnumerable<Assignment> declined, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var reasons = ImmutableArray.CreateBuilder<Refusal>();
        var pairs = KeptPairs.Of(problem, kept, declined, reasons);
        return Left(problem, pairs, reasons, cancellationToken) is { } left
            ? new RemainingOutcome.Left(left.Problem)
            : new RemainingOutcome.Refused(reasons.ToImmutable());
    }

    /// <summary>Matches who is left, and gives the matching of all: kept and new.</summary>
    /// <param name="problem">The whole problem.</param>
    /// <param name="kept">Who keeps which seat, each student once. Ranks are not looked at.</param>
    /// <param name="declined">What students declined or let expire; pairs that are not listed change nothing.</param>
    /// <param name="options">How to match: for comparable rounds, as in the run before.</param>
    /// <param name="cancellationToken">Gives up between rounds of proposals, and now and then before and after them.</param>
    /// <returns>
    /// The matching of the whole problem, or every reason why there is none. Its <see cref="MatchResult.Rematching"/> says what was kept and has the
    /// result for the rest. Its verification says whether all of it is feasible in the whole problem, and which pairs block among those who were left.
    /// </returns>
    public static MatchOutcome Solve(
        MatchingProblem problem, IEnumerable<Assignment> kept, IEnumerable<Assignment> declined, MatchOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Solve(CompiledProblem.Compile(problem, cancellationToken), kept, declined, options, cancellationToken);

    /// <summary>Matches who is left, and gives the matching of all: kept and new.</summary>
    /// <param name="problem">The whole problem.</param>
    /// <param name="kept">Who keeps which seat, each student once. Ranks are not looked at.</param>
    /// <param name="declined">What students declined or let expire; pairs that are not listed change nothing.</param>
    /// <param name="options">How to match: for comparable rounds, as in the run before.</param>
    /// <param name="cancellationToken">Gives up between rounds of proposals, and now and then before and after them.</param>
    /// <returns>
    /// The matching of the whole problem, or every reason why there is none. Its <see cref="MatchResult.Rematching"/> says what was kept and has the
    /// result for the rest. Its verification says whether all of it is feasible in the whole problem, and which pairs block among those who were left.
    /// </returns>
    public static MatchOutcome Solve(
        CompiledProblem problem, IEnumerable<Assignment> kept, IEnumerable<Assignment> declined, MatchOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= MatchOptions.Default;
        var reasons = ImmutableArray.CreateBuilder<Refusal>();
        var pairs = KeptPairs.Of(problem, kept, declined, reasons);
        var left = Left(problem, pairs, reasons, cancellationToken);
        reasons.AddRange(MatchRefusals.Of(problem, options).Except(problem.Unsettled));
        if (left is null || reasons.Count > 0)
        {
            return new MatchOutcome.Refused(reasons.ToImmutable());
        }

        return Matcher.Match(left.Problem, options, cancellationToken) switch
        {
            MatchOutcome.Solved solved => new MatchOutcome.Solved(Together(problem, pairs, left, solved.Result, cancellationToken)),
            var refused => refused,
        };
    }

    private static RemainingProblem? Left(
        CompiledProblem problem, KeptPairs pairs, ImmutableArray<Refusal>.Builder reasons, CancellationToken cancellationToken)
    {
        reasons.AddRange(problem.Unsettled);
        var seats = SeatsLeft.Of(problem, pairs, reasons, cancellationToken);
        return reasons.Count > 0 ? null : RemainingProblem.Of(problem.Problem.Columns, pairs, seats, cancellationToken);
    }

    private static MatchResult Together(
        CompiledProblem problem, KeptPairs pairs, RemainingProblem left, MatchResult rest, CancellationToken cancellationToken)
    {
        var opportunityOf = (int[])pairs.OpportunityOf.Clone();
        for (var student = 0; student < left.StudentOf.Length; student++)
        {
            opportunityOf[left.StudentOf[student]] = rest.Matching.OpportunityOf[student];
        }

        var matching = new ProblemMatching(problem.Problem, opportunityOf);
        var kept = pairs.OpportunityOf.Count(o => o != Market.None);
        return rest with
        {
            Problem = problem,
            Matching = matching,
            Bound = rest.Bound is { } bound ? new(bound.Size + kept, bound.UpperBound + kept) : null,
            Verification = rest.Verification is { } report ? Verified(problem, matching, report, cancellationToken) : null,
            Measures = MatchMeasures.Of(matching),
            Rematching = new(pairs.Kept(problem.Problem.Columns), pairs.Declined(problem.Problem.Columns), rest),
        };
    }

    // Feasible is asked of all together, and stable of the rest by itself: the seats of the kept are nobody's to want.
    private static VerificationReport Verified(
        CompiledProblem problem, ProblemMatching matching, VerificationReport rest, CancellationToken cancellationToken)
    {
        var (violations, undecided) = Verifier.Feasible(problem, matching, cancellationToken);
        return rest with
        {
            Violations = violations.IsEmpty ? rest.Violations : violations,
            NotJudged = [.. rest.NotJudged, .. undecided],
        };
    }
}
