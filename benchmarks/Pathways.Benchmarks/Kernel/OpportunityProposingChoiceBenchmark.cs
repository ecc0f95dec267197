using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>Programs with reserves propose, against the same programs by merit alone.</summary>
[MemoryDiagnoser]
public class OpportunityProposingChoiceBenchmark
{
    private readonly Workspace _workspace = new();
    private SeatDraw[] _draws = [];
    private int _turn;

    [Params(1_000, 10_000, 100_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw() =>
        _draws = [.. Enumerable.Range(0, Math.Clamp(200_000 / Applicants, 4, 32)).Select(i => new SeatDraw((ulong)i, Applicants, overlap: false))];

    [Benchmark(Baseline = true)]
    public int ByMerit()
    {
        var draw = Next();
        return OpportunityProposingDeferredAcceptance.Solve(draw.Market, draw.Order)[0];
    }

    [Benchmark]
    public int WithReserves()
    {
        var draw = Next();
        return OpportunityProposingChoice.Solve(draw.Market, draw.Order, _workspace)[0];
    }

    private SeatDraw Next() => _draws[_turn = (_turn + 1) % _draws.Length];
}
