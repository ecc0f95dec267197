using BenchmarkDotNet.Attributes;
using Pathways.Curriculum;
using Pathways.Curriculum.Tests;

namespace Pathways.Benchmarks.Curriculum;

/// <summary>
/// Progress of a cohort with forty activities, each student with a record of their own: the calculator, and the definition written with LINQ
/// over the record. Per-student figures are the table's divided by the students.
/// </summary>
[MemoryDiagnoser]
public class ProgressBenchmark
{
    private readonly LocalDate _on = new(2027, 3, 1);
    private CompiledScope _scope = null!;
    private StudentStanding[] _standings = [];
    private StudentRecord[] _records = [];
    private StudentProgress[] _progress = [];

    // The rival needs a second for a thousand students; how the calculator grows is measured by ProgressGrowthBenchmark.
    [Params(1_000)]
    public int Students { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var scope = ProgressCohort.Scope();
        _scope = CompiledScope.Compile(scope);
        _standings = [.. Enumerable.Range(0, Students).Select(ProgressCohort.Standing)];
        _records = [.. _standings.Select((standing, i) => ProgressCohort.Record(scope, standing, i))];
        _progress = new StudentProgress[Students];
        for (var i = 0; i < Students; i += Math.Max(1, Students / 200))
        {
            var progress = ProgressCalculator.Of(_scope, _standings[i], _records[i], _on);
            foreach (var row in NaiveProgress.Of(scope, _standings[i], _records[i], _on))
            {
                if (row.Status != progress.StatusOf(row.Id) || row.Due != progress.DueOf(row.Id))
                {
                    throw new InvalidOperationException($"The two ways differ for {_standings[i]} and {row.Id}.");
                }
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int Naive()
    {
        var sum = 0;
        for (var i = 0; i < Students; i++)
        {
            sum += NaiveProgress.Of(_scope.Scope, _standings[i], _records[i], _on).Count;
        }

        return sum;
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
