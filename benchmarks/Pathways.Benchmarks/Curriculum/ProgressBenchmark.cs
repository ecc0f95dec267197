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
    private ProgressCase _case = null!;
    private StudentProgress[] _progress = [];

    // The rival needs a second for a thousand students; how the calculator grows is measured by ProgressGrowthBenchmark.
    [Params(1_000)]
    public int Students { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        (_case, _progress) = (new(Students), new StudentProgress[Students]);
        _case.Calculate(_progress);
        for (var i = 0; i < Students; i += Math.Max(1, Students / 200))
        {
            foreach (var row in NaiveProgress.Of(_case.Scope.Scope, _case.Standings[i], _case.Records[i], ProgressCase.On))
            {
                if (row.Status != _progress[i].StatusOf(row.Id) || row.Due != _progress[i].DueOf(row.Id))
                {
                    throw new InvalidOperationException($"The two ways differ for {_case.Standings[i]} and {row.Id}.");
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
            sum += NaiveProgress.Of(_case.Scope.Scope, _case.Standings[i], _case.Records[i], ProgressCase.On).Count;
        }

        return sum;
    }

    [Benchmark]
    public StudentProgress[] Calculator()
    {
        _case.Calculate(_progress);
        return _progress;
    }
}
