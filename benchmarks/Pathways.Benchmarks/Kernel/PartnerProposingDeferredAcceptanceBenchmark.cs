using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>
/// Partners of five programs propose under caps, beside every program proposing for itself on the same market without caps. Both put the
/// lists in order first.
/// </summary>
[MemoryDiagnoser]
public class PartnerProposingDeferredAcceptanceBenchmark
{
    private Draw[] _draws = [];
    private Market[] _markets = [];
    private int _turn;

    [Params(1_000, 10_000, 100_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _draws = [.. Enumerable.Range(0, Math.Clamp(200_000 / Applicants, 4, 64)).Select(i => new Draw((ulong)i, Applicants, choices: 10))];
        _markets = [.. _draws.Select(draw => LaminarChoiceBenchmark.UnderPartners(draw.Market))];
    }

    [Benchmark(Baseline = true)]
    public int WithoutCaps()
    {
        _turn = (_turn + 1) % _draws.Length;
        return OpportunityProposingDeferredAcceptance.Solve(_draws[_turn].Market, _draws[_turn].Order)[0];
    }

    [Benchmark]
    public int Kernel()
    {
        _turn = (_turn + 1) % _draws.Length;
        return PartnerProposingDeferredAcceptance.Solve(_markets[_turn], _draws[_turn].Order)[0];
    }
}
