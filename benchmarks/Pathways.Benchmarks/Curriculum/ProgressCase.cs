using Pathways.Curriculum;

namespace Pathways.Benchmarks.Curriculum;

/// <summary>The students of one measurement, each with a record of their own, on one day.</summary>
internal sealed class ProgressCase
{
    public ProgressCase(int students)
    {
        var scope = ProgressCohort.Scope();
        Scope = CompiledScope.Compile(scope);
        Standings = [.. Enumerable.Range(0, students).Select(ProgressCohort.Standing)];
        Records = [.. Standings.Select((standing, i) => ProgressCohort.Record(scope, standing, i))];
    }

    public static LocalDate On { get; } = new(2027, 3, 1);

    public CompiledScope Scope { get; }

    public StudentStanding[] Standings { get; }

    public StudentRecord[] Records { get; }

    public void Calculate(StudentProgress[] progress)
    {
        for (var i = 0; i < progress.Length; i++)
        {
            progress[i] = ProgressCalculator.Of(Scope, Standings[i], Records[i], On);
        }
    }
}
