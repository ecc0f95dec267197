using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>The proved optimum against the best of 200 runs of deferred acceptance whose ties are broken by draws.</summary>
/// <remarks>The draws find less: how much less is asserted nowhere, but the solver must never find fewer than they do.</remarks>
[MemoryDiagnoser]
public class ExactLargestStableBenchmark
{
    private const int Draws = 200;
    private readonly Market[] _markets = [.. Enumerable.Range(1, 8).Select(seed => TiedDraw.Families[6].Market((ulong)seed))];
    private int _turn;

    [GlobalSetup]
    public void Compare()
    {
        for (var i = 0; i < _markets.Length; i++)
        {
            if (Exact(_markets[i]) < Lotteries(_markets[i]))
            {
                throw new InvalidOperationException("The draws found more than the optimum.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int Lotteries() => Lotteries(Next());

    [Benchmark]
    public int Exact() => Exact(Next());

    private Market Next() => _markets[_turn = (_turn + 1) % _markets.Length];

    private static int Exact(Market market) => ExactLargestStable.Solve(market, null, () => false).Size;

    private static int Lotteries(Market market)
    {
        var core = TieCore.Of(market);
        var guided = new GuidedAcceptance(core);
        var hint = new double[core.Edges];
        var (seed, best) = (new Seed(1), 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var e = 0; e < hint.Length; e++)
            {
                hint[e] = seed.Split((ulong)((draw * hint.Length) + e)).DrawBelow(1 << 20);
            }

            best = Math.Max(best, guided.Run(hint));
        }

        return best;
    }
}
