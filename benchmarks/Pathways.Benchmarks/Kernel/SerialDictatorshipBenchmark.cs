using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>Applicants choose in turn, and deferred acceptance on the same market, where programs know only the lottery: the same matching.</summary>
[MemoryDiagnoser]
public class SerialDictatorshipBenchmark
{
    private readonly Workspace _workspace = new();
    private (Market Market, SinglePlaceOrder Order, int[] ByPlace)[] _draws = [];
    private int _turn;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _draws = [.. Enumerable.Range(0, Math.Clamp(200_000 / Applicants, 2, 64)).Select(i => Pure((ulong)i))];
        foreach (var draw in _draws)
        {
            DeferredAcceptance.Solve(draw.Market, draw.Order, _workspace);
            var proposed = _workspace.Next[..Applicants];
            SerialDictatorship.Solve(draw.Market, draw.ByPlace, _workspace);
            if (!_workspace.Next.AsSpan(0, Applicants).SequenceEqual(proposed))
            {
                throw new InvalidOperationException("The two ways differ.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int Proposals()
    {
        var draw = Next();
        DeferredAcceptance.Solve(draw.Market, draw.Order, _workspace);
        return _workspace.Next[0];
    }

    [Benchmark]
    public int Kernel()
    {
        var draw = Next();
        SerialDictatorship.Solve(draw.Market, draw.ByPlace, _workspace);
        return _workspace.Next[0];
    }

    private (Market Market, SinglePlaceOrder Order, int[] ByPlace) Pure(ulong number)
    {
        var draw = new Draw(number, Applicants, choices: 10);
        var market = draw.Market.WithClasses(new int[draw.Market.Edges]);
        int[] byPlace = [.. Enumerable.Range(0, Applicants).Select(draw.Order.Applicant)];
        return (market, new(market.Class, TieBreaker.Inverse(byPlace), byPlace), byPlace);
    }

    private (Market Market, SinglePlaceOrder Order, int[] ByPlace) Next() => _draws[_turn = (_turn + 1) % _draws.Length];
}
