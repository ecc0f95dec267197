using System.Globalization;

namespace Pathways.Curriculum.Tests;

/// <summary>Small scopes and records, to say in one line what a test is about.</summary>
internal static class A
{
    public static readonly StudentId Ana = StudentId.From("ana");

    public static readonly LocalDate March = new(2027, 3, 1);

    public static ScopeAndSequence Scope(params Activity[] activities) => new()
    {
        Id = ScopeId.From("small"),
        Version = 1,
        Title = "Small",
        EffectiveFrom = new(2026, 7, 1),
        Terms = [new(TermId.From("fall"), "Fall", new(9, 1), new(1, 20)), new(TermId.From("spring"), "Spring", new(1, 21), new(6, 20))],
        Sectors = [SectorId.From("health"), SectorId.From("computing")],
        Activities = [.. activities],
    };

    public static Activity Activity(string id, int grade = 9, params EvidenceRequirement[] evidence) => new()
    {
        Id = ActivityId.From(id),
        Title = id.Replace('-', ' '),
        Kind = ActivityKind.SiteVisit,
        Stage = Stage.Awareness,
        FirstGrade = GradeLevel.From(grade),
        LastGrade = GradeLevel.From(grade),
        Evidence = [.. evidence],
    };

    public static StudentStanding Standing(int grade = 9) => new()
    {
        Student = Ana, School = SchoolId.From("mhs"), Grade = GradeLevel.From(grade), Year = new(2026),
    };

    public static StudentRecord Record(params RecordEntry[] entries) => StudentRecord.From(
        Ana, entries.Select((entry, i) => entry with { Id = EntryId.From(i.ToString("000", CultureInfo.InvariantCulture)) }));

    public static StudentProgress Progress(ScopeAndSequence scope, StudentRecord? record, LocalDate? on = null, StudentStanding? standing = null) =>
        ProgressCalculator.Of(CompiledScope.Compile(scope), standing ?? Standing(), record, on ?? March);

    public static Experience Experience(string activity, LocalDate on, Attendance attendance = Attendance.Attended, string? sector = null, decimal? hours = null) => new()
    {
        Id = EntryId.From("e"), On = on, By = Actor.Clock, Activity = ActivityId.From(activity), Attendance = attendance,
        Sector = sector is null ? null : SectorId.From(sector), Hours = hours,
    };

    public static ArtifactVersion HandedIn(string artifact, ArtifactKind kind, string activity, LocalDate on, int version = 1) => new()
    {
        Id = EntryId.From("e"), On = on, By = Actor.Clock, Artifact = ArtifactId.From(artifact), Kind = kind, Version = version, Activity = ActivityId.From(activity),
    };

    public static ArtifactReview Reviewed(string artifact, ReviewState state, LocalDate on, int version = 1) => new()
    {
        Id = EntryId.From("e"), On = on, By = Actor.Clock, Artifact = ArtifactId.From(artifact), Version = version, State = state,
    };
}
