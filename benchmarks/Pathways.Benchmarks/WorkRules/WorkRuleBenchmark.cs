using BenchmarkDotNet.Attributes;
using Pathways.WorkRules;
using Pathways.WorkRules.Tests.Naive;

namespace Pathways.Benchmarks.WorkRules;

/// <summary>
/// The rules for minors on one student's work of a fall: a 15-year-old in Massachusetts, federal law and that of the state, a lawful week and one that breaks rules; beside the
/// reading minute by minute that the tests compare with.
/// </summary>
[MemoryDiagnoser]
public class WorkRuleBenchmark
{
    private static readonly DateInterval Fall = new(new(2026, 9, 14), new(2026, 12, 18));
    private readonly ImmutableArray<WorkRulePack> _packs = [.. WorkRulePacks.All.Where(pack => pack.Jurisdiction is "US" or "US-MA")];
    private WorkRuleEngine _engine = null!;
    private WorkCase _case = null!;

    /// <summary>The hours of a week.</summary>
    [Params("Mon-Thu 15:30-18:00; Sat 09:00-14:00", "Mon-Fri 15:00-20:00")]
    public string Week { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _engine = new(_packs);
        _case = new()
        {
            BirthDate = BirthDate.From(new(2011, 5, 20)),
            Work = new() { Name = "library", Schedule = WorkSchedule.Weekly(WeeklyHours.Parse(Week), Fall) },
            Calendar = new() { Known = Fall, Terms = [Fall] },
            Jurisdictions = ["US", "US-MA"],
        };
        var naive = MinuteByMinute.Broken(_case, _packs);
        if (!naive.SetEquals(_engine.Assess(_case).Findings.Select(MinuteByMinute.Line)))
        {
            throw new InvalidOperationException("The two readings differ.");
        }
    }

    [Benchmark(Baseline = true)]
    public int MinuteAfterMinute() => MinuteByMinute.Broken(_case, _packs).Count;

    [Benchmark]
    public int Assess() => _engine.Assess(_case).Findings.Length;

    [Benchmark]
    public object LongestLawful() => _engine.LongestLawful(_case);
}
