using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;
using Pathways.Matching.Verification;

namespace Pathways.Benchmarks.Kernel;

/// <summary>Trades of priorities, and deferred acceptance on the same market.</summary>
/// <remarks>Programs rank those who list them, so that both have the same input.</remarks>
[MemoryDiagnoser]
public class TopTradingCyclesBenchmark
{
    private readonly Workspace _workspace = new();
    private Draw[] _draws = [];
    private int _turn;

    [Params(1_000, 10_000, 100_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _draws = [.. Enumerable.Range(0, Math.Clamp(200_000 / Applicants, 4, 64)).Select(i => new Draw((ulong)i, Applicants, choices: 10))];
        foreach (var draw in _draws)
        {
            Solve(draw);
            int[] matched =
            [
                .. Enumerable.Range(0, Applicants).Select(a => _workspace.Next[a])
                    .Select((edge, a) => edge < draw.Market.First[a + 1] ? draw.Market.Program[edge] : Market.None),
            ];
            if (ParetoEfficiency.Trade(draw.Market, matched).Count > 0)
            {
                throw new InvalidOperationException("A trade was left.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int Deferred()
    {
        var draw = Next();
        DeferredAcceptance.Solve(draw.Market, draw.Order, _workspace);
        return _workspace.Next[0];
    }

    [Benchmark]
    public int Kernel() => Solve(Next());

    private int Solve(Draw draw)
    {
        TopTradingCycles.Solve(draw.Market, draw.Market, ranksAll: null, draw.Order, _workspace);
        return _workspace.Next[0];
    }

    private Draw Next() => _draws[_turn = (_turn + 1) % _draws.Length];
}
