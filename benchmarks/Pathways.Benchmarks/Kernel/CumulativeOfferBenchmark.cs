using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>What it costs to ask a choice function: deferred acceptance with merit built in, the same asked for, and with reserves.</summary>
[MemoryDiagnoser]
public class CumulativeOfferBenchmark
{
    private readonly Workspace _workspace = new();
    private SeatDraw[] _draws = [];
    private int _turn;

    [Params(10_000, 100_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _draws = [.. Enumerable.Range(0, Math.Clamp(200_000 / Applicants, 4, 32)).Select(i => new SeatDraw((ulong)i, Applicants, overlap: false))];
        foreach (var draw in _draws)
        {
            DeferredAcceptance.Solve(draw.Market, draw.Order, _workspace);
            var built = _workspace.Next.AsSpan(0, Applicants).ToArray();
            Solve(draw);
            if (!_workspace.Next.AsSpan(0, Applicants).SequenceEqual(built))
            {
                throw new InvalidOperationException("The two ways differ.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int MeritBuiltIn()
    {
        var draw = Next();
        DeferredAcceptance.Solve(draw.Market, draw.Order, _workspace);
        return _workspace.Next[0];
    }

    [Benchmark]
    public int MeritAsked() => Solve(Next());

    [Benchmark]
    public int Reserves()
    {
        var draw = Next();
        CumulativeOffer.Solve(draw.Market, new SeatChoice<SinglePlaceOrder>(draw.Market, draw.Order, _workspace), _workspace);
        return _workspace.Next[0];
    }

    private int Solve(SeatDraw draw)
    {
        CumulativeOffer.Solve(draw.Market, new ResponsiveChoice<SinglePlaceOrder>(draw.Market, draw.Order, _workspace), _workspace);
        return _workspace.Next[0];
    }

    private SeatDraw Next() => _draws[_turn = (_turn + 1) % _draws.Length];
}
