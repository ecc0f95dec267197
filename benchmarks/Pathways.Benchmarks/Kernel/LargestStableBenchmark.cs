using BenchmarkDotNet.Attributes;
using Pathways.Benchmarks.Ties;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>The search for the largest stable matching, against the best of 200 lotteries, which places fewer.</summary>
[MemoryDiagnoser]
public class LargestStableBenchmark
{
    private readonly Workspace _workspace = new();
    private Market[] _markets = [];
    private int _turn;

    [Params(100, 1_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw() => _markets =
        [.. Enumerable.Range(0, 20).Select(i => TiedInstance.Of(TiedFamily.All.Single(family => family.Name == "Popular programs, few classes"), new((ulong)i), Applicants))];

    [Benchmark(Baseline = true)]
    public int Lotteries()
    {
        var market = Next();
        var best = 0;
        for (var lottery = 0ul; lottery < 200; lottery++)
        {
            DeferredAcceptance.Solve(market, new LotteryOrder(market.Class, market.Applicants, new(lottery)), _workspace);
            var placed = 0;
            for (var a = 0; a < market.Applicants; a++)
            {
                placed += _workspace.Next[a] < market.First[a + 1] ? 1 : 0;
            }

            best = Math.Max(best, placed);
        }

        return best;
    }

    [Benchmark]
    public int Search() => LargestStable.Solve(Next(), new((ulong)_turn)).Length;

    private Market Next() => _markets[++_turn % _markets.Length];
}
