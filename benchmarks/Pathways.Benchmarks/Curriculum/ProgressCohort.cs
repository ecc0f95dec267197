using System.Globalization;
using Pathways.Curriculum;

namespace Pathways.Benchmarks.Curriculum;

/// <summary>A cohort for measuring: forty activities over four grades, and records as a good school would have them.</summary>
internal static class ProgressCohort
{
    private const int Activities = 40;
    private static readonly ImmutableArray<SectorId> Sectors = [SectorId.From("health"), SectorId.From("engineering"), SectorId.From("computing")];
    private static readonly EntryId[] Entries = [.. Enumerable.Range(0, 4 * Activities).Select(i => EntryId.From(Name("e", i)))];
    private static readonly ArtifactId[] Artifacts = [.. Enumerable.Range(0, Activities).Select(i => ArtifactId.From(Name("a", i)))];

    public static ScopeAndSequence Scope() => new()
    {
        Id = ScopeId.From("measured"),
        Version = 1,
        Title = "Measured",
        EffectiveFrom = new(2026, 7, 1),
        Terms = [new(TermId.From("fall"), "Fall", new(9, 1), new(1, 20)), new(TermId.From("spring"), "Spring", new(1, 21), new(6, 20))],
        Sectors = Sectors,
        Activities = [.. Enumerable.Range(0, Activities).Select(Activity)],
    };

    public static StudentStanding Standing(int number) => new()
    {
        Student = StudentId.From(Name("s", number)),
        School = SchoolId.From("mhs"),
        Grade = GradeLevel.From(9 + (number % 4)),
        Year = new(2026),
        Programs = number % 3 == 0 ? [ProgramType.EarlyCollege] : [],
        Sector = Sectors[number % 3],
    };

    /// <summary>Nine of ten activities that were due are attended, handed in and judged: up to some ninety entries in grade 12.</summary>
    public static StudentRecord Record(ScopeAndSequence scope, StudentStanding standing, int number)
    {
        var seed = Seed.From(number);
        var entries = new List<RecordEntry>();
        for (var i = 0; i < Activities; i++)
        {
            var on = new LocalDate(2026 + (i / 10) + 9 - standing.Grade.Number!.Value, 9, 5).PlusDays((i % 10) * 25);
            var part = seed.Split((ulong)i);
            if (on > new LocalDate(2027, 3, 1) || part.DrawBelow(10) == 0)
            {
                continue;
            }

            var activity = scope.Activities[i].Id;
            entries.Add(new Experience { Id = Entries[entries.Count], On = on, By = Actor.Clock, Activity = activity, Attendance = Attendance.Attended, Hours = 2, Sector = Sectors[part.Split(1).DrawBelow(3)] });
            if (i % 4 != 3)
            {
                entries.Add(new ArtifactVersion { Id = Entries[entries.Count], On = on.PlusDays(3), By = Actor.Clock, Artifact = Artifacts[i], Kind = ArtifactKind.Reflection, Version = 1, Activity = activity });
                entries.Add(new ArtifactReview { Id = Entries[entries.Count], On = on.PlusDays(8), By = Actor.Clock, Artifact = Artifacts[i], Version = 1, State = part.Split(2).DrawBelow(8) == 0 ? ReviewState.Returned : ReviewState.Accepted });
            }
        }

        return StudentRecord.From(standing.Student, entries);
    }

    private static Activity Activity(int i) => new()
    {
        Id = ActivityId.From(Name("activity-of-grade-", i)),
        Title = Name("Activity ", i),
        Kind = ActivityKind.SiteVisit,
        Stage = (Stage)(i / 10),
        FirstGrade = GradeLevel.From(9 + (i / 10)),
        LastGrade = GradeLevel.From(9 + (i / 10)),
        Tier = i % 5 == 4 ? Tier.Targeted : Tier.Universal,
        Programs = i % 10 == 9 ? [ProgramType.EarlyCollege] : [],
        Evidence = i % 4 == 3 ? [] : [new(ArtifactKind.Reflection, 1, true, i % 2 == 0 ? 14 : null)],
        Hours = i % 8 == 0 ? 2 : null,
        Prerequisites = i % 3 == 2 ? [ActivityId.From(Name("activity-of-grade-", i - 1)), ActivityId.From(Name("activity-of-grade-", i - 2))] : [],
        Opens = TermId.From(i % 10 < 5 ? "fall" : "spring"),
        Closes = TermId.From("spring"),
    };

    private static string Name(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);
}
