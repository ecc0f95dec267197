using BenchmarkDotNet.Attributes;
using Pathways.Curriculum;

namespace Pathways.Benchmarks.Curriculum;

/// <summary>How progress grows with the cohort. Per-student figures are the table's divided by the students.</summary>
[MemoryDiagnoser]
public class ProgressGrowthBenchmark
{
    private ProgressCase _case = null!;
    private StudentProgress[] _progress = [];

    [Params(1_000, 10_000, 100_000)]
    public int Students { get; set; }

    [GlobalSetup]
    public void Draw() => (_case, _progress) = (new(Students), new StudentProgress[Students]);

    [Benchmark]
    public StudentProgress[] Calculator()
    {
        _case.Calculate(_progress);
        return _progress;
    }
}
