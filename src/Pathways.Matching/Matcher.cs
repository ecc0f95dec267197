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
    /// <param name="cancellationToken">Gives up between rounds of proposals, and now and then before and after them.</param>
    /// <returns>The result, or every reason why the mechanism cannot be run on this problem.</returns>
    public static MatchOutcome Match(
        MatchingProblem problem, MatchOptions? options = null, CancellationToken cancellationToken = default) =>
        Match(CompiledProblem.Compile(problem, cancellationToken), options, cancellationToken);

    /// <summary>Solves a compiled problem, and checks the result.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How to match; the default is student-optimal with a lottery from seed 0.</param>
    /// <param name="cancellationToken">Gives up between rounds of proposals, and now and then before and after them.</param>
    /// <returns>The result, or every reason why the mechanism cannot be run on this problem.</returns>
    public static MatchOutcome Match(
        CompiledProblem problem, MatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= MatchOptions.Default;
        if (Refusals(problem, options) is { IsEmpty: false } reasons)
        {
            return new MatchOutcome.Refused(reasons);
        }

        var start = Stopwatch.GetTimestamp();
        var workspace = problem.Rent();
        var strict = StrictMarket.Of(problem, options);
        var solution = strict.Run(workspace, options.TimeLimit is { } limit ? () => Stopwatch.GetElapsedTime(start) >= limit.ToTimeSpan() : null, cancellationToken);
        var matching = new ProblemMatching(problem.Problem, strict.Programs(solution));
        problem.Return(workspace);
        var solveTime = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        var verification = options.Verify ? Verifier.Verify(problem, matching, cancellationToken) : null;
        var verifyTime = options.Verify ? Stopwatch.GetElapsedTime(start) : TimeSpan.Zero;

        return new MatchOutcome.Solved(new()
        {
            Problem = problem,
            Matching = matching,
            Options = options,
            Bound = solution.UpperBound is { } bound ? new(matching.MatchedCount, bound) : null,
            Verification = verification,
            Measures = MatchMeasures.Of(matching),
            SolveTime = Duration.FromTimeSpan(solveTime),
            VerifyTime = Duration.FromTimeSpan(verifyTime),
        });
    }

    /// <summary>Every reason why a problem cannot be matched with these options; empty when it can.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How to match.</param>
    public static ImmutableArray<Refusal> Refusals(CompiledProblem problem, MatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        return MatchRefusals.Of(problem, options);
    }
}
