using Pathways.Matching.Kernel;

namespace Pathways.Matching;

/// <summary>A problem made ready to be solved, any number of times, by any number of threads.</summary>
/// <remarks>Compiling costs more than solving: compile once when several mechanisms or lotteries are to be compared.</remarks>
public sealed class CompiledProblem
{
    private Workspace? _idle;

    private CompiledProblem(MatchingProblem problem, Market market, OneSidedPairs dropped) =>
        (Problem, Market, Dropped) = (problem, market, dropped);

    /// <summary>What was compiled.</summary>
    public MatchingProblem Problem { get; }

    /// <summary>Pairs that only one side lists.</summary>
    public OneSidedPairs Dropped { get; }

    /// <summary>How many pairs accept each other.</summary>
    public int AcceptablePairs => Market.Edges;

    internal Market Market { get; }

    /// <summary>Room to run in: that of the last run, unless somebody has it.</summary>
    internal Workspace Rent() => Interlocked.Exchange(ref _idle, null) ?? new();

    /// <summary>Gives room back for the next run.</summary>
    internal void Return(Workspace workspace) => _idle = workspace;

    /// <summary>Makes a problem ready to be solved.</summary>
    /// <param name="problem">The problem.</param>
    public static CompiledProblem Compile(MatchingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (market, dropped) = MarketCompiler.Compile(problem.Columns);
        return new(problem, market, dropped);
    }
}
