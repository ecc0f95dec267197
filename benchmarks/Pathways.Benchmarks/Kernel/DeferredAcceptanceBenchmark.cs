using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>Applicants propose: the kernel, and the same written with lists, dictionaries and priority queues.</summary>
[MemoryDiagnoser]
public class DeferredAcceptanceBenchmark
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
            DeferredAcceptance.Solve(draw.Market, draw.Order, _workspace);
            var objects = draw.Objects.ApplicantsPropose();
            for (var a = 0; a < Applicants; a++)
            {
                var edge = _workspace.Next[a];
                int? program = edge < draw.Market.First[a + 1] ? draw.Market.Program[edge] : null;
                if (program != objects.GetValueOrDefault(draw.Objects.Applicants[a])?.Number)
                {
                    throw new InvalidOperationException($"The two ways differ for applicant {a}.");
                }
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int Objects() => Next().Objects.ApplicantsPropose().Count;

    [Benchmark]
    public int Kernel()
    {
        var draw = Next();
        DeferredAcceptance.Solve(draw.Market, draw.Order, _workspace);
        return _workspace.Next[0];
    }

    private Draw Next() => _draws[_turn = (_turn + 1) % _draws.Length];
}
