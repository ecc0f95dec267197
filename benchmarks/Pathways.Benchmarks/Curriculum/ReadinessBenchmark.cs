using BenchmarkDotNet.Attributes;
using Pathways.Curriculum;

namespace Pathways.Benchmarks.Curriculum;

/// <summary>
/// Readiness of the cohort of <see cref="ProgressBenchmark"/> by a definition of ten criteria: the calculator, and the definition written with
/// LINQ over the record, which says yes or no to each criterion and gives neither evidence nor reasons. Per-student figures are the table's
/// divided by the students.
/// </summary>
[MemoryDiagnoser]
public class ReadinessBenchmark
{
    private readonly LocalDate _on = new(2027, 3, 1);
    private readonly ReadinessDefinition _definition = Definition();
    private ReadinessFacts[] _facts = [];
    private StudentRecord[] _records = [];
    private ReadinessEvaluation[] _evaluations = [];

    [Params(1_000, 10_000, 100_000)]
    public int Students { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var scope = ProgressCohort.Scope();
        var kinds = ReadinessFacts.KindsOf(scope);
        var standings = Enumerable.Range(0, Students).Select(ProgressCohort.Standing).ToArray();
        _records = [.. standings.Select((standing, i) => ProgressCohort.Record(scope, standing, i))];
        _facts = [.. standings.Select(standing => new ReadinessFacts { Grade = standing.Grade, Kinds = kinds })];
        _evaluations = new ReadinessEvaluation[Students];
        for (var i = 0; i < Students; i += Math.Max(1, Students / 500))
        {
            var results = ReadinessCalculator.Evaluate(_definition, _records[i], _facts[i], _on).Results;
            foreach (var (result, naive) in results.Zip(Criteria(_records[i], _facts[i])))
            {
                if (result.IsMet != naive)
                {
                    throw new InvalidOperationException($"The two ways differ for {standings[i]} and {result.Criterion}.");
                }
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int Naive()
    {
        var met = 0;
        for (var i = 0; i < Students; i++)
        {
            met += Criteria(_records[i], _facts[i]).Count(holds => holds);
        }

        return met;
    }

    [Benchmark]
    public ReadinessEvaluation[] Calculator()
    {
        for (var i = 0; i < Students; i++)
        {
            _evaluations[i] = ReadinessCalculator.Evaluate(_definition, _records[i], _facts[i], _on);
        }

        return _evaluations;
    }

    private IEnumerable<bool> Criteria(StudentRecord record, ReadinessFacts facts)
    {
        var until = record.Standing.Where(entry => entry.On <= _on).ToList();
        yield return Accepted(until).Any();
        yield return Accepted(until).Count() >= 8;
        yield return Accepted(until).Count(version => version.On.PlusDays(365) >= _on) >= 3;
        yield return until.OfType<ArtifactVersion>().Count() >= 12;
        yield return Attended(until).Any(experience => experience.Activity.Value == "activity-of-grade-0");
        yield return Attended(until).Count() >= 10;
        yield return Attended(until).Sum(experience => experience.Hours ?? 0) >= 30;
        yield return until.OfType<SectorChoice>().Any();
        yield return !until.OfType<BarrierReported>().Any(barrier => !until.OfType<BarrierMitigated>().Any(mitigated => mitigated.Barrier == barrier.Id));
        yield return facts.Grade >= GradeLevel.From(10);
    }

    private static IEnumerable<ArtifactVersion> Accepted(List<RecordEntry> entries) =>
        from versions in entries.OfType<ArtifactVersion>().GroupBy(version => version.Artifact)
        let judged = versions.OrderByDescending(version => version.Version)
            .Select(version => (Version: version, Review: entries.OfType<ArtifactReview>().LastOrDefault(review => review.Artifact == version.Artifact && review.Version == version.Version)))
            .FirstOrDefault(pair => pair.Review is not null)
        where judged.Review?.State == ReviewState.Accepted
        select judged.Version;

    private static IEnumerable<Experience> Attended(List<RecordEntry> entries) =>
        entries.OfType<Experience>().Where(experience => experience.Attendance == Attendance.Attended);

    private static ReadinessDefinition Definition() => new()
    {
        Id = ReadinessDefinitionId.From("measured"), Version = 1, Title = "Measured", Dimension = ReadinessDimension.Career, EffectiveFrom = new(2026, 7, 1),
        Criteria =
        [
            new ArtifactCriterion { Id = "one", Sentence = "One.", Kinds = [ArtifactKind.Reflection] },
            new ArtifactCriterion { Id = "eight", Sentence = "Eight.", Kinds = [ArtifactKind.Reflection], Count = 8 },
            new ArtifactCriterion { Id = "recent", Sentence = "Recent.", Count = 3, WithinDays = 365 },
            new ArtifactCriterion { Id = "handed-in", Sentence = "Handed in.", Count = 12, MustBeAccepted = false },
            new ExperienceCriterion { Id = "visit", Sentence = "Visit.", Activities = [ActivityId.From("activity-of-grade-0")] },
            new ExperienceCriterion { Id = "visits", Sentence = "Visits.", Kinds = [ActivityKind.SiteVisit], Count = 10 },
            new ExperienceCriterion { Id = "hours", Sentence = "Hours.", Kinds = [ActivityKind.SiteVisit], Count = 0, Hours = 30 },
            new SectorCriterion { Id = "sector", Sentence = "Sector." },
            new BarrierCriterion { Id = "barriers", Sentence = "Barriers." },
            new GradeCriterion { Id = "grade", Sentence = "Grade.", Least = GradeLevel.From(10) },
        ],
    };
}
