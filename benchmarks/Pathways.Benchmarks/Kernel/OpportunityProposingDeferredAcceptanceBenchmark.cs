using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>Programs propose: the kernel, and the same written with lists, dictionaries and queues. Both put the lists in order first.</summary>
[MemoryDiagnoser]
public class OpportunityProposingDeferredAcceptanceBenchmark
{
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
            var edges = OpportunityProposingDeferredAcceptance.Solve(draw.Market, draw.Order);
            var objects = Solve(draw.Objects);
            for (var a = 0; a < Applicants; a++)
            {
                int? program = edges[a] == Market.None ? null : draw.Market.Program[edges[a]];
                if (program != objects.GetValueOrDefault(draw.Objects.Applicants[a])?.Number)
                {
                    throw new InvalidOperationException($"The two ways differ for applicant {a}.");
                }
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int Objects() => Solve(Next().Objects).Count;

    [Benchmark]
    public int Kernel()
    {
        var draw = Next();
        return OpportunityProposingDeferredAcceptance.Solve(draw.Market, draw.Order)[0];
    }

    private Draw Next() => _draws[_turn = (_turn + 1) % _draws.Length];

    private static Dictionary<ApplicantObject, ProgramObject> Solve(MarketObjects draw)
    {
        var lists = draw.Programs.ToDictionary(program => program, program => new Queue<ApplicantObject>(program.Applicants
            .OrderByDescending(entry => (entry.Class, entry.Applicant.Place)).Select(entry => entry.Applicant)));
        var seats = draw.Programs.ToDictionary(program => program, program => program.Seats);
        var holds = new Dictionary<ApplicantObject, ProgramObject>();
        var open = new Queue<ProgramObject>(draw.Programs);
        while (open.TryDequeue(out var program))
        {
            while (seats[program] > 0 && lists[program].TryDequeue(out var applicant))
            {
                if (holds.TryGetValue(applicant, out var held))
                {
                    if (applicant.Choices.First(choice => choice.Program == program || choice.Program == held).Program == held)
                    {
                        continue;
                    }

                    seats[held]++;
                    open.Enqueue(held);
                }

                holds[applicant] = program;
                seats[program]--;
            }
        }

        return holds;
    }
}
