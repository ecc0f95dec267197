using NodaTime.Text;

namespace Pathways.Curriculum.Tests.Plans;

/// <summary>Writes a student's record entry by entry, in the order of the story; entries are called e1, e2, ...</summary>
internal sealed class Entries(string student, PlanTemplate template)
{
    public static readonly Actor Student = new(ActorId.From("s"), Role.Student);
    public static readonly Actor Guardian = new(ActorId.From("g"), Role.Guardian);
    public static readonly Actor Counselor = new(ActorId.From("c"), Role.Counselor);
    public static readonly Actor Teacher = new(ActorId.From("t"), Role.Teacher);

    private readonly List<RecordEntry> _entries = [];

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public StudentRecord Record => StudentRecord.From(StudentId.From(student), _entries);

    public Entries Add(Func<EntryId, RecordEntry> make)
    {
        _entries.Add(make(EntryId.From($"e{_entries.Count + 1}")));
        return this;
    }

    public Entries Interests(string day) => Add(id => new InterestResult
    {
        Id = id, On = Day(day), By = Student, Instrument = "inventory", Profile = new([10, 20, 5, 30, 15, 25]),
    });

    public Entries Strengths(string day) => Add(id => new StrengthResult { Id = id, On = Day(day), By = Student, Instrument = "inventory" });

    public Entries Goal(string day, GoalKind kind) => Add(id => new GoalSet { Id = id, On = Day(day), By = Student, Kind = kind, Text = "..." });

    public Entries Goals(string day) => Goal(day, GoalKind.PersonalSocial).Goal(day, GoalKind.Career).Goal(day, GoalKind.Education);

    public Entries Intent(string day, PostsecondaryIntent intent) => Add(id => new IntentDeclared { Id = id, On = Day(day), By = Student, Intent = intent });

    public Entries Advisor(string day, string? until = null, Role role = Role.Counselor) => Add(id => new AdvisorNamed
    {
        Id = id, On = Day(day), By = Counselor, Advisor = ActorId.From("c"), AdvisorRole = role, Until = until is null ? null : Day(until),
    });

    public Entries Family(string day, string topic) => Add(id => new FamilyContact { Id = id, On = Day(day), By = Counselor, Channel = "call", Topic = topic });

    public Entries Signed(string day, params Role[] roles) => roles.Aggregate(this, (entries, role) => entries.Add(id => new PlanSigned
    {
        Id = id, On = Day(day), By = new(ActorId.From("x"), role), Template = template.Id, Signer = role,
    }));

    public Entries SignedByAll(string day) => Signed(day, Role.Student, Role.Guardian, Role.Counselor);

    public Entries Artifact(string day, string artifact, ArtifactKind kind, ReviewState? review = ReviewState.Accepted, int version = 1, bool show = false)
    {
        Add(id => new ArtifactVersion
        {
            Id = id, On = Day(day), By = Student, Artifact = ArtifactId.From(artifact), Kind = kind, Version = version, InPortfolio = show,
        });
        return review is { } state ? Review(day, artifact, state, version) : this;
    }

    public Entries Review(string day, string artifact, ReviewState state, int version = 1) => Add(id => new ArtifactReview
    {
        Id = id, On = Day(day), By = Teacher, Artifact = ArtifactId.From(artifact), Version = version, State = state,
    });

    public Entries Took(string day, string activity, Attendance attendance = Attendance.Attended, decimal? hours = null, string? partner = null) =>
        Add(id => new Experience
        {
            Id = id, On = Day(day), By = Teacher, Activity = ActivityId.From(activity), Attendance = attendance, Hours = hours,
            Partner = partner is null ? null : PartnerId.From(partner),
        });

    public Entries Aid(string day, FinancialAidMilestone milestone, Actor? by = null, string program = "FAFSA") =>
        Add(id => new AidReached { Id = id, On = Day(day), By = by ?? Counselor, Milestone = milestone, Program = program });

    public Entries Enrolled(string day, EnrollmentState state = EnrollmentState.Enrolled, string? course = null) => Add(id => new Enrollment
    {
        Id = id, On = Day(day), By = Counselor, Program = ProgramType.CareerTechnical, State = state, Course = course,
    });

    public Entries Excused(string day, string element, Actor by, bool byOwnWish = false) => Add(id => new PlanElementExcused
    {
        Id = id, On = Day(day), By = by, Template = template.Id, Element = PlanElementId.From(element), Reason = "...", ByOwnWish = byOwnWish,
    });

    public Entries Corrected(string day, string entry) => Add(id => new Correction
    {
        Id = id, On = Day(day), By = Counselor, Corrected = EntryId.From(entry), Reason = "...",
    });
}
