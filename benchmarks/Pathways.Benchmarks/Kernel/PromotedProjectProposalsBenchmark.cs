using BenchmarkDotNet.Attributes;
using Pathways.Benchmarks.Ties;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>Ties on both sides, against deferred acceptance with the ties of applicants as they stand in the lists.</summary>
[MemoryDiagnoser]
public class PromotedProjectProposalsBenchmark
{
    private readonly Workspace _workspace = new();
    private Market[] _markets = [];
    private int _turn;

    [Params(1_000, 10_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw() => _markets =
        [.. Enumerable.Range(0, 20).Select(i => TiedInstance.Of(TiedFamily.All.Single(family => family.Name == "Ties on both sides"), new((ulong)i), Applicants))];

    [Benchmark(Baseline = true)]
    public int OneChance()
    {
        var market = Next();
        DeferredAcceptance.Solve(market, Order(market), _workspace);
        return _workspace.Next[0];
    }

    [Benchmark]
    public int TwoChancesAndDoubts()
    {
        var market = Next();
        return PromotedProjectProposals.Solve(market, Order(market))[0];
    }

    private LotteryOrder Order(Market market) => new(market.Class, market.Applicants, new((ulong)_turn));

    private Market Next() => _markets[++_turn % _markets.Length];
}
