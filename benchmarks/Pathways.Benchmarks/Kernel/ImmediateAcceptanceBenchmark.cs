using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>Seats for good, round by round: the kernel, the same written with lookups and lists, and deferred acceptance on the same market.</summary>
[MemoryDiagnoser]
public class ImmediateAcceptanceBenchmark
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
            ImmediateAcceptance.Solve(draw.Market, draw.Order, _workspace);
            var objects = Solve(draw);
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
    public int Objects() => Solve(Next()).Count;

    [Benchmark]
    public int Kernel()
    {
        var draw = Next();
        ImmediateAcceptance.Solve(draw.Market, draw.Order, _workspace);
        return _workspace.Next[0];
    }

    [Benchmark]
    public int Deferred()
    {
        var draw = Next();
        DeferredAcceptance.Solve(draw.Market, draw.Order, _workspace);
        return _workspace.Next[0];
    }

    private Draw Next() => _draws[_turn = (_turn + 1) % _draws.Length];

    private static Dictionary<ApplicantObject, ProgramObject> Solve(Draw draw)
    {
        var seats = draw.Objects.Programs.ToDictionary(program => program, program => program.Seats);
        var matched = new Dictionary<ApplicantObject, ProgramObject>();
        var waiting = draw.Objects.Applicants;
        for (var round = 0; waiting.Count > 0; round++)
        {
            foreach (var program in waiting.ToLookup(applicant => applicant.Choices[round].Program))
            {
                var best = program.OrderByDescending(applicant => (applicant.Choices[round].Class, applicant.Place)).Take(seats[program.Key]);
                foreach (var applicant in best)
                {
                    matched[applicant] = program.Key;
                    seats[program.Key]--;
                }
            }

            waiting = [.. waiting.Where(applicant => !matched.ContainsKey(applicant) && applicant.Choices.Count > round + 1)];
        }

        return matched;
    }
}
