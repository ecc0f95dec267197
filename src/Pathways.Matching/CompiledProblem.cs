using Pathways.Matching.Kernel;

namespace Pathways.Matching;

/// <summary>A problem made ready to be solved, any number of times, by any number of threads.</summary>
/// <remarks>Compiling costs more than solving: compile once when several mechanisms or lotteries are to be compared.</remarks>
public sealed class CompiledProblem
{
    private CompiledProblem(MatchingProblem problem, Market market, OneSidedPairs dropped) =>
        (Problem, Market, Dropped) = (problem, market, dropped);

    /// <summary>What was compiled.</summary>
    public MatchingProblem Problem { get; }

    /// <summary>Pairs that only one side lists.</summary>
    public OneSidedPairs Dropped { get; }

    /// <summary>How many pairs accept each other.</summary>
    public int AcceptablePairs => Market.Edges;

    /// <summary>Every reason why it is not settled what stability means for this problem: reserves and caps whose combination has no theorem.</summary>
    public ImmutableArray<Refusal> Unsettled { get; } = [];

    internal Market Market { get; }

    /// <summary>Makes a problem ready to be solved.</summary>
    /// <param name="problem">The problem.</param>
    public static CompiledProblem Compile(MatchingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (market, dropped) = MarketCompiler.Compile(problem.Columns);
        return new(problem, market, dropped);
    }
}
