using System.Diagnostics;
using Pathways.Matching.Explanation;
using Pathways.Matching.Kernel;

namespace Pathways.Matching;

/// <summary>Matches students to opportunities.</summary>
public static class Matcher
{
    /// <summary>Compiles a problem, solves it, and checks the result.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How to match; the default is student-optimal with a lottery from seed 0.</param>
    /// <param name="cancellationToken">Gives up between rounds of proposals.</param>
    /// <returns>The result, or every reason why the mechanism cannot be run on this problem.</returns>
    public static MatchOutcome Match(
        MatchingProblem problem, MatchOptions? options = null, CancellationToken cancellationToken = default) =>
        Match(CompiledProblem.Compile(problem), options, cancellationToken);

    /// <summary>Solves a compiled problem, and checks the result.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How to match; the default is student-optimal with a lottery from seed 0.</param>
    /// <param name="cancellationToken">Gives up between rounds of proposals.</param>
    /// <returns>The result, or every reason why the mechanism cannot be run on this problem.</returns>
    public static MatchOutcome Match(
        CompiledProblem problem, MatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= MatchOptions.Default;
        if (Refusals(problem.Problem, options.Mechanism) is { IsEmpty: false } reasons)
        {
            return new MatchOutcome.Refused(reasons);
        }

        var start = Stopwatch.GetTimestamp();
        var workspace = problem.Rent();
        var matching = new ProblemMatching(problem.Problem, StrictMarket.Of(problem, options).Solve(workspace, cancellationToken));
        problem.Return(workspace);
        var solveTime = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        var verification = options.Verify ? Verifier.Verify(problem, matching) : null;
        var verifyTime = options.Verify ? Stopwatch.GetElapsedTime(start) : TimeSpan.Zero;

        return new MatchOutcome.Solved(new()
        {
            Problem = problem,
            Matching = matching,
            Options = options,
            Verification = verification,
            Measures = MatchMeasures.Of(matching),
            SolveTime = Duration.FromTimeSpan(solveTime),
            VerifyTime = Duration.FromTimeSpan(verifyTime),
        });
    }

    /// <summary>Every reason why a mechanism cannot be run on a problem; empty when it can.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="mechanism">The mechanism.</param>
    public static ImmutableArray<Refusal> Refusals(MatchingProblem problem, Mechanism mechanism)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(mechanism);
        var reasons = ImmutableArray.CreateBuilder<Refusal>();
        if (problem.Columns.Reserves.Count > 0)
        {
            reasons.Add(new("mechanism.reserves",
                $"Seats are reserved for groups (at {problem.Columns.Reserves.Count} of {problem.OpportunityCount} opportunities), which {mechanism} does not serve. Remove the reserves, or split each opportunity into a reserved and an open one."));
        }

        if (problem.Partners.Count(partner => partner.Seats is not null) is > 0 and var capped)
        {
            reasons.Add(new("mechanism.partner-caps",
                $"Partners have a cap over all their opportunities ({capped} of {problem.Partners.Length}), which {mechanism} does not serve. Remove the caps, or lower the seats of their opportunities until they keep to it."));
        }

        return reasons.ToImmutable();
    }
}
