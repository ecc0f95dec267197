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
        var matching = new ProblemMatching(problem.Problem, Solve(problem, options, new Workspace(), cancellationToken: cancellationToken));
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
                $"{problem.Columns.Reserves.Count} opportunities reserve seats for groups, which {mechanism} does not serve. Remove the reserves, or split each opportunity into a reserved and an open one."));
        }

        if (problem.Partners.Count(partner => partner.Seats is not null) is > 0 and var capped)
        {
            reasons.Add(new("mechanism.partner-caps",
                $"{capped} partners have a cap over all their opportunities, which {mechanism} does not serve. Remove the caps, or lower the seats of their opportunities until they keep to it."));
        }

        return reasons.ToImmutable();
    }

    /// <summary>By student, the opportunity or <see cref="Market.None"/>.</summary>
    internal static int[] Solve(
        CompiledProblem problem, MatchOptions options, Workspace workspace, MovedNumber? moved = null, CancellationToken cancellationToken = default)
    {
        var columns = problem.Problem.Columns;
        var byInput = options.Ties == TieBreaking.InputOrder;
        var market = TieBreaker.Strict(problem.Market, columns.Students, columns.Opportunities, byInput ? null : options.Seed);
        if (options.Ties == TieBreaking.LotteryPerOpportunity)
        {
            var ranks = TieBreaker.OwnRanks(market, columns.Students, columns.Opportunities, options.Seed);
            moved?.InOwnRanks(market, ranks);
            return Solve(market, new OwnRankOrder(ranks), options.Mechanism, workspace, cancellationToken);
        }

        var places = byInput ? TieBreaker.InputPlaces(market.Applicants) : TieBreaker.SinglePlaces(columns.Students, options.Seed);
        moved?.InSinglePlaces(places);
        var order = new SinglePlaceOrder(market.Class, places, TieBreaker.Inverse(places));
        return Solve(market, order, options.Mechanism, workspace, cancellationToken);
    }

    private static int[] Solve<TOrder>(
        Market market, TOrder order, Mechanism mechanism, Workspace workspace, CancellationToken cancellationToken)
        where TOrder : struct, IApplicantOrder
    {
        if (mechanism == Mechanism.OpportunityOptimal)
        {
            var matched = OpportunityProposingDeferredAcceptance.Solve(market, order, cancellationToken);
            return Array.ConvertAll(matched, edge => edge == Market.None ? Market.None : market.Program[edge]);
        }

        DeferredAcceptance.Solve(market, order, workspace, cancellationToken);
        var opportunityOf = new int[market.Applicants];
        for (var a = 0; a < opportunityOf.Length; a++)
        {
            var edge = workspace.Next[a];
            opportunityOf[a] = edge < market.First[a + 1] ? market.Program[edge] : Market.None;
        }

        return opportunityOf;
    }
}
