using System.Globalization;

namespace Pathways.Curriculum.Tests.Readiness;

/// <summary>Entries, records and definitions, written short.</summary>
internal static class Given
{
    public static readonly LocalDate Today = new(2026, 5, 20);
    public static readonly StudentId Ana = StudentId.From("ana");
    public static readonly Actor Specialist = new(ActorId.From("u1"), Role.CareerSpecialist);
    private static readonly Actor Student = new(ActorId.From("ana"), Role.Student);

    public static StudentRecord RecordOf(params IEnumerable<RecordEntry> entries) => StudentRecord.From(Ana, entries);

    public static ReadinessDefinition Definition(params ImmutableArray<ReadinessCriterion> criteria) => new()
    {
        Id = ReadinessDefinitionId.From("career"), Version = 1, Title = "Career", Dimension = ReadinessDimension.Career,
        EffectiveFrom = new(2025, 7, 1), Criteria = criteria,
    };

    public static CriterionResult Judge(ReadinessCriterion criterion, params IEnumerable<RecordEntry> entries) => Judge(criterion, ReadinessFacts.None, entries);

    public static CriterionResult Judge(ReadinessCriterion criterion, ReadinessFacts facts, params IEnumerable<RecordEntry> entries) =>
        ReadinessCalculator.Evaluate(Definition(criterion), RecordOf(entries), facts, Today).Results.Single();

    /// <summary>What came of it in one line: the codes, or met, and until when.</summary>
    public static string Told(CriterionResult result) =>
        result.IsMet
            ? "met" + (result.Until is { } until ? string.Create(CultureInfo.InvariantCulture, $" until {until:uuuu-MM-dd}") : "")
            : string.Join(' ', result.Missing.Select(refusal => refusal.Code["readiness.".Length..]));

    public static LocalDate Ago(int days) => Today.PlusDays(-days);

    public static ArtifactVersion Artifact(string id, ArtifactKind kind, LocalDate on, int version = 1, bool shown = false, string? activity = null) => new()
    {
        Id = EntryId.From($"{id}-v{version}"), On = on, By = Student, Artifact = ArtifactId.From(id), Kind = kind, Version = version,
        InPortfolio = shown, Activity = activity is null ? null : ActivityId.From(activity), Title = "CANARY title", Location = "CANARY/location",
    };

    public static ArtifactReview Review(string artifact, LocalDate on, ReviewState state, int version = 1, string? id = null) => new()
    {
        Id = EntryId.From(id ?? $"{artifact}-v{version}-{state}-{on:R}"), On = on, By = Specialist, Artifact = ArtifactId.From(artifact),
        Version = version, State = state, Comment = "CANARY comment",
    };

    public static IEnumerable<RecordEntry> Accepted(string id, ArtifactKind kind, LocalDate on, bool shown = false) =>
        [Artifact(id, kind, on, shown: shown), Review(id, on, ReviewState.Accepted)];

    public static Experience Attended(string id, string activity, LocalDate on, decimal? hours = null, Attendance attendance = Attendance.Attended) => new()
    {
        Id = EntryId.From(id), On = on, By = Specialist, Activity = ActivityId.From(activity), Attendance = attendance, Hours = hours, Group = "CANARY group",
    };

    public static CredentialEarned Credential(string id, string credential, LocalDate on, LocalDate? expires = null) => new()
    {
        Id = EntryId.From(id), On = on, By = Specialist, Credential = QualificationId.From(credential), Expires = expires,
    };

    public static InterestResult Interests(string id, LocalDate on, params ImmutableArray<double> scores) => new()
    {
        Id = EntryId.From(id), On = on, By = Student, Profile = new(scores.IsEmpty ? [31, 41, 59, 26, 53, 58] : scores), Instrument = "CANARY instrument",
    };

    public static StrengthResult Strengths(string id, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Student, Instrument = "CANARY instrument", Strengths = ["CANARY strength"],
    };

    public static SectorChoice Chose(string id, string sector, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Student, Sector = SectorId.From(sector), Reason = "CANARY reason",
    };

    public static AdvisorNamed Advisor(string id, LocalDate on, LocalDate? until = null, Role role = Role.Counselor) => new()
    {
        Id = EntryId.From(id), On = on, By = Specialist, Advisor = ActorId.From("CANARY-advisor"), AdvisorRole = role, Until = until,
    };

    public static BarrierReported Barrier(string id, BarrierKind kind, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Student, Kind = kind, Text = "CANARY barrier",
    };

    public static BarrierMitigated Mitigated(string id, string barrier, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Specialist, Barrier = EntryId.From(barrier), Mitigation = "CANARY mitigation",
    };

    public static PlanSigned Signed(string id, Role signer, LocalDate on, string plan = "mycap") => new()
    {
        Id = EntryId.From(id), On = on, By = Specialist, Template = PlanTemplateId.From(plan), Signer = signer,
    };

    public static GoalSet Goal(string id, GoalKind kind, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Student, Kind = kind, Text = "CANARY goal",
    };

    public static IntentDeclared Intends(string id, PostsecondaryIntent intent, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Student, Intent = intent,
    };

    public static AidReached Aid(string id, FinancialAidMilestone milestone, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Student, Milestone = milestone, Program = "CANARY program",
    };

    public static ActivityWaived Waived(string id, string activity, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Specialist, Activity = ActivityId.From(activity), Reason = "CANARY reason",
    };

    public static ReadinessGranted Granted(string id, LocalDate on, LocalDate? until = null, int version = 1, string definition = "career") => new()
    {
        Id = EntryId.From(id), On = on, By = Specialist, Definition = ReadinessDefinitionId.From(definition), Version = version, Until = until,
    };

    public static ReadinessRevoked Revoked(string id, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Specialist, Definition = ReadinessDefinitionId.From("career"), Reason = "CANARY reason",
    };

    public static PipelineChange Step(string id, PipelineStep step, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Specialist, Step = step, Reason = "CANARY reason",
    };

    public static Correction Corrected(string id, string entry, LocalDate on) => new()
    {
        Id = EntryId.From(id), On = on, By = Specialist, Corrected = EntryId.From(entry), Reason = "CANARY reason",
    };

    /// <summary>A record that meets every criterion of the Marlborough program.</summary>
    public static IEnumerable<RecordEntry> AllMet() =>
    [
        Interests("i1", Ago(600)), Strengths("s1", Ago(590)), Chose("c1", "healthcare", Ago(500)),
        .. Accepted("report", ArtifactKind.ResearchReport, Ago(300), shown: true),
        .. Accepted("interview", ArtifactKind.InterviewRecord, Ago(200), shown: true),
        Artifact("thanks", ArtifactKind.ThankYouNote, Ago(199)),
        .. Accepted("resume", ArtifactKind.Resume, Ago(100), shown: true),
        Credential("t1", "readiness-training", Ago(90), Today.PlusDays(400)),
        Artifact("application", ArtifactKind.Application, Ago(10)),
    ];
}
