using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>Reserves of groups that overlap: the kernel, and programs that choose anew from lists at every offer.</summary>
[MemoryDiagnoser]
public class HorizontalChoiceBenchmark
{
    private readonly Workspace _workspace = new();
    private SeatDraw[] _draws = [];
    private int _turn;

    [Params(1_000, 10_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _draws = [.. Enumerable.Range(0, Math.Clamp(100_000 / Applicants, 4, 32)).Select(i => new SeatDraw((ulong)i, Applicants, overlap: true))];
        foreach (var draw in _draws)
        {
            var kernel = draw.SolveInKernel(_workspace);
            var objects = draw.SolveWithObjects();
            if (objects.Any(seat => kernel[seat.Key.Number] != seat.Value.Number) || kernel.Count(p => p != Market.None) != objects.Count)
            {
                throw new InvalidOperationException("The two ways differ.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int Objects() => Next().SolveWithObjects().Count;

    [Benchmark]
    public int Kernel()
    {
        var draw = Next();
        CumulativeOffer.Solve(draw.Market, new SeatChoice<SinglePlaceOrder>(draw.Market, draw.Order, _workspace), _workspace);
        return _workspace.Next[0];
    }

    private SeatDraw Next() => _draws[_turn = (_turn + 1) % _draws.Length];
}
