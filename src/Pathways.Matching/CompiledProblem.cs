using Pathways.Matching.Kernel;

namespace Pathways.Matching;

/// <summary>A problem made ready to be solved, any number of times, by any number of threads.</summary>
/// <remarks>Compiling costs more than solving: compile once when several mechanisms or lotteries are to be compared.</remarks>
public sealed class CompiledProblem
{
    private Workspace? _idle;

    private CompiledProblem(MatchingProblem problem, Market market, OneSidedPairs dropped, CompiledCaps caps, CompiledSeats seats)
    {
        (Problem, Market, Dropped) = (problem, market, dropped);
        (CapOwners, SeatGroups, Scales) = (caps.Owners, seats.Groups, caps.Scales);
        Unsettled = Theorems.Missing(problem.Columns, caps, seats);
    }

    /// <summary>What was compiled.</summary>
    public MatchingProblem Problem { get; }

    /// <summary>Pairs that only one side lists.</summary>
    public OneSidedPairs Dropped { get; }

    /// <summary>How many pairs accept each other.</summary>
    public int AcceptablePairs => Market.Edges;

    /// <summary>Every reason why it is not settled what stability means for this problem: reserves and caps whose combination has no theorem.</summary>
    /// <remarks>The market leaves out what they name. Such a problem can be checked for feasibility, and nothing else.</remarks>
    public ImmutableArray<Refusal> Unsettled { get; }

    internal Market Market { get; }

    /// <summary>By cap of the market, whose it is.</summary>
    internal CapOwner[] CapOwners { get; }

    /// <summary>By the index that kinds of seats know a group by, the group.</summary>
    internal PriorityGroupId[] SeatGroups { get; }

    /// <summary>By program that scores applicants on one scale with others, all scores, ascending, each once. Shorter when there is none.</summary>
    internal double[]?[] Scales { get; }

    /// <summary>Room to run in: that of the last run, unless somebody has it.</summary>
    internal Workspace Rent() => Interlocked.Exchange(ref _idle, null) ?? new();

    /// <summary>Gives room back for the next run.</summary>
    internal void Return(Workspace workspace) => _idle = workspace;

    /// <summary>Makes a problem ready to be solved.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellationToken">Gives up between opportunities.</param>
    public static CompiledProblem Compile(MatchingProblem problem, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var columns = problem.Columns;
        var caps = CapTreeCompiler.Compile(columns, cancellationToken);
        var (market, dropped) = MarketCompiler.Compile(columns, caps.Scales, cancellationToken);
        var seats = SeatPlanCompiler.Compile(columns, market, caps.IsCapped, cancellationToken);
        market = seats.Plan is { } plan ? market.WithPlan(plan) : market;
        market = caps.Tree is { } tree ? market.WithCaps(tree) : market;
        return new(problem, market, dropped, caps, seats);
    }
}
