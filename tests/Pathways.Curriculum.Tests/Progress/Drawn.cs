using System.Globalization;

namespace Pathways.Curriculum.Tests;

/// <summary>Scopes, standings and records by chance.</summary>
internal static class Drawn
{
    private static readonly LocalDate FirstDay = new(2023, 7, 1);
    private static readonly ImmutableArray<SectorId> Sectors = [SectorId.From("health"), SectorId.From("engineering"), SectorId.From("computing")];
    private static readonly ImmutableArray<ArtifactKind> Kinds = [ArtifactKind.Reflection, ArtifactKind.Resume, ArtifactKind.ThankYouNote];

    public static ScopeAndSequence Scope(Seed seed, int activities)
    {
        List<Activity> drawn = [.. Enumerable.Range(0, activities).Select(i => Activity(seed.Split("activity").Split((ulong)i), i))];
        return new()
        {
            Id = ScopeId.From("drawn"),
            Version = 1,
            Title = "Drawn",
            EffectiveFrom = new(2025, 7, 1),
            Terms =
            [
                new(TermId.From("fall"), "Fall", new(9, 1), new(1, 20)),
                new(TermId.From("spring"), "Spring", new(1, 21), new(6, 20)),
            ],
            Sectors = Sectors,
            Activities = [.. drawn.OrderBy(activity => seed.Split(activity.Id.Value).Draw())],
        };
    }

    public static StudentStanding Standing(Seed seed, int number = 1) => new()
    {
        Student = StudentId.From(string.Create(CultureInfo.InvariantCulture, $"s{number}")),
        School = SchoolId.From($"school-{seed.Split("school").DrawBelow(2)}"),
        Grade = seed.Split("odd grade").DrawBelow(12) == 0 ? GradeLevel.All[seed.Split("grade").DrawBelow(GradeLevel.All.Length)] : GradeLevel.From(9 + seed.Split("grade").DrawBelow(4)),
        Year = new(2026),
        Programs = Some(seed.Split("programs"), Enum.GetValues<ProgramType>(), 4),
        Sector = seed.Split("sector").DrawBelow(4) == 0 ? null : One(seed.Split("choice"), Sectors),
    };

    public static IReadOnlyList<RecordEntry> Entries(Seed seed, ScopeAndSequence scope, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Entry(seed.Split((ulong)i), scope, i, count))];

    public static StudentRecord Record(Seed seed, StudentStanding standing, ScopeAndSequence scope, int count) =>
        StudentRecord.From(standing.Student, Entries(seed, scope, count));

    public static LocalDate Day(Seed seed) => FirstDay.PlusDays(seed.Split("day").DrawBelow(4 * 365));

    private static Activity Activity(Seed seed, int number)
    {
        var first = 9 + seed.Split("first").DrawBelow(4);
        return new()
        {
            Id = ActivityId.From(string.Create(CultureInfo.InvariantCulture, $"activity-{number}")),
            Title = string.Create(CultureInfo.InvariantCulture, $"Activity {number}"),
            Kind = ActivityKind.SiteVisit,
            Stage = One(seed.Split("stage"), Enum.GetValues<Stage>()),
            FirstGrade = seed.Split("low").DrawBelow(15) == 0 ? GradeLevel.Parse("KG") : GradeLevel.From(first),
            LastGrade = GradeLevel.From(first + seed.Split("last").DrawBelow(13 - first)),
            Tier = seed.Split("tier").DrawBelow(5) switch { 0 => Tier.Targeted, 1 => Tier.IndividualSupport, _ => Tier.Universal },
            IsRequired = seed.Split("required").DrawBelow(4) > 0,
            Programs = Some(seed.Split("programs"), Enum.GetValues<ProgramType>(), 6),
            Sectors = Some(seed.Split("sectors"), Sectors, 3),
            Occurrences = seed.Split("occurrences").DrawBelow(3),
            Hours = seed.Split("hours").DrawBelow(4) == 0 ? 2.5m : null,
            Evidence = [.. Some(seed.Split("evidence"), Kinds, 2).Select((kind, i) => Evidence(seed.Split((ulong)i), kind))],
            Prerequisites = [.. Enumerable.Range(0, number).Where(i => seed.Split("before").Split((ulong)i).DrawBelow(8) == 0).Select(i => ActivityId.From(string.Create(CultureInfo.InvariantCulture, $"activity-{i}")))],
            Opens = Term(seed.Split("opens")),
            Closes = Term(seed.Split("closes")),
        };
    }

    private static EvidenceRequirement Evidence(Seed seed, ArtifactKind kind) => new(
        kind, 1 + seed.Split("count").DrawBelow(2), seed.Split("accepted").DrawBelow(3) > 0, seed.Split("due").DrawBelow(2) == 0 ? 7 : null);

    private static TermId? Term(Seed seed) => seed.DrawBelow(3) switch { 0 => TermId.From("fall"), 1 => TermId.From("spring"), _ => null };

    private static RecordEntry Entry(Seed seed, ScopeAndSequence scope, int number, int count)
    {
        var id = EntryId.From($"{(char)('a' + seed.Split("id").DrawBelow(26))}{number.ToString(CultureInfo.InvariantCulture)}");
        var (on, by) = (Day(seed), Actor.Clock);
        if (seed.Split("same day").DrawBelow(2) == 0)
        {
            on = FirstDay.PlusDays(100 * seed.Split("day").DrawBelow(14)); // so that entries meet on one day
        }

        var activity = seed.Split("unknown").DrawBelow(20) == 0 ? ActivityId.From("of-another-version") : One(seed.Split("activity"), scope.Activities).Id;
        var artifact = seed.Split("artifact").DrawBelow(1 + (count / 4));
        var about = One(Seed.From(artifact), scope.Activities).Id; // an artifact stays with its activity
        var name = ArtifactId.From(string.Create(CultureInfo.InvariantCulture, $"artifact-{artifact}"));
        return seed.Split("kind").DrawBelow(20) switch
        {
            < 7 => new Experience
            {
                Id = id, On = on, By = by, Activity = activity,
                Attendance = One(seed.Split("attendance"), [Attendance.Attended, Attendance.Attended, Attendance.Planned, Attendance.Absent, Attendance.Excused]),
                Hours = seed.Split("hours").DrawBelow(2) == 0 ? 1.5m : null,
                Sector = seed.Split("sector").DrawBelow(2) == 0 ? One(seed.Split("sector"), Sectors) : null,
            },
            < 12 => new ArtifactVersion
            {
                Id = id, On = on, By = by, Artifact = name, Kind = Kinds[artifact % Kinds.Length], Version = 1 + seed.Split("version").DrawBelow(3),
                Activity = seed.Split("tied").DrawBelow(4) > 0 ? about : null,
            },
            < 17 => new ArtifactReview
            {
                Id = id, On = on, By = by, Artifact = name, Version = 1 + seed.Split("version").DrawBelow(3),
                State = seed.Split("state").DrawBelow(3) > 0 ? ReviewState.Accepted : ReviewState.Returned,
            },
            17 => new ActivityWaived { Id = id, On = on, By = by, Activity = activity, Reason = "Did it elsewhere." },
            18 => new BarrierReported { Id = id, On = on, By = by, Kind = BarrierKind.Transport, Activity = seed.Split("all").DrawBelow(2) == 0 ? activity : null },
            _ => new Correction { Id = id, On = on, By = by, Corrected = EntryId.From($"{(char)('a' + seed.Split("which").DrawBelow(26))}{seed.Split("of").DrawBelow(count).ToString(CultureInfo.InvariantCulture)}"), Reason = "Typo." },
        };
    }

    private static T One<T>(Seed seed, IReadOnlyList<T> of) => of[seed.DrawBelow(of.Count)];

    private static ImmutableArray<T> Some<T>(Seed seed, IReadOnlyList<T> of, int oneIn) =>
        [.. of.Where((_, i) => seed.Split((ulong)i).DrawBelow(oneIn) == 0)];
}
