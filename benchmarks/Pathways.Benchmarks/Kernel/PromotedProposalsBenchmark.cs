using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>A second chance, against deferred acceptance without one; a new lottery each time.</summary>
[MemoryDiagnoser]
public class PromotedProposalsBenchmark
{
    private readonly Workspace _workspace = new();
    private Market[] _markets = [];
    private int _turn;

    [Params(1_000, 10_000, 100_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw() => _markets =
        [.. Enumerable.Range(0, Math.Clamp(200_000 / Applicants, 4, 64)).Select(i => new Draw((ulong)i, Applicants, choices: 10).Market)];

    [Benchmark(Baseline = true)]
    public int OneChance()
    {
        var market = Next();
        DeferredAcceptance.Solve(market, Order(market), _workspace);
        return _workspace.Next[0];
    }

    [Benchmark]
    public int TwoChances()
    {
        var market = Next();
        PromotedProposals.Solve(market, Order(market), _workspace);
        return _workspace.Next[0];
    }

    private LotteryOrder Order(Market market) => new(market.Class, market.Applicants, new((ulong)_turn));

    private Market Next() => _markets[++_turn % _markets.Length];
}
