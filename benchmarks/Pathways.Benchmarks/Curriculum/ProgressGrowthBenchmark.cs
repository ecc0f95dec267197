using BenchmarkDotNet.Attributes;
using Pathways.Curriculum;

namespace Pathways.Benchmarks.Curriculum;

/// <summary>How progress grows with the cohort. Per-student figures are the table's divided by the students.</summary>
[MemoryDiagnoser]
public class ProgressGrowthBenchmark
{
    private readonly LocalDate _on = new(2027, 3, 1);
    private CompiledScope _scope = null!;
    private StudentStanding[] _standings = [];
    private StudentRecord[] _records = [];
    private StudentProgress[] _progress = [];

    [Params(1_000, 10_000, 100_000)]
    public int Students { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var scope = ProgressCohort.Scope();
        _scope = CompiledScope.Compile(scope);
        _standings = [.. Enumerable.Range(0, Students).Select(ProgressCohort.Standing)];
        _records = [.. _standings.Select((standing, i) => ProgressCohort.Record(scope, standing, i))];
        _progress = new StudentProgress[Students];
    }

    [Benchmark]
    public StudentProgress[] Calculator()
    {
        for (var i = 0; i < Students; i++)
        {
            _progress[i] = ProgressCalculator.Of(_scope, _standings[i], _records[i], _on);
        }

        return _progress;
    }
}
