using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>Improvement cycles after a lottery per program, against the deferred acceptance that they improve.</summary>
[MemoryDiagnoser]
public class StableImprovementCyclesBenchmark
{
    private readonly Workspace _workspace = new();
    private (Market Tied, Market Broken, int[] EdgeOf)[] _markets = [];
    private int _turn;

    [Params(1_000, 10_000, 100_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw() => _markets = [.. Enumerable.Range(0, Math.Clamp(200_000 / Applicants, 4, 64)).Select(i =>
    {
        var market = new Draw((ulong)i, Applicants, choices: 10).Market;
        var draws = new Draws(new((ulong)i));
        var broken = market.WithClasses(Array.ConvertAll(market.Class, c => (c << 20) + draws.Below(1 << 20)));
        DeferredAcceptance.Solve(broken, Order(broken), _workspace);
        int[] edgeOf = [.. Enumerable.Range(0, Applicants).Select(a => _workspace.Next[a] < market.First[a + 1] ? _workspace.Next[a] : Market.None)];
        return (market, broken, edgeOf);
    })];

    [Benchmark(Baseline = true)]
    public int DeferredAcceptanceAlone()
    {
        var market = Next().Broken;
        DeferredAcceptance.Solve(market, Order(market), _workspace);
        return _workspace.Next[0];
    }

    [Benchmark]
    public int Cycles()
    {
        var (tied, _, edgeOf) = Next();
        return StableImprovementCycles.Improve(tied, [.. edgeOf]);
    }

    private static LotteryOrder Order(Market market) => new(market.Class, market.Applicants, new(1));

    private (Market Tied, Market Broken, int[] EdgeOf) Next() => _markets[++_turn % _markets.Length];
}
