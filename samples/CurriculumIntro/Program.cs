using NodaTime;
using Pathways;
using Pathways.Curriculum;

// What students do in which grade is data: a shipped template here, or a district's own file (ScopeFile.Read).
var scope = CompiledScope.Compile(ScopeTemplates.Marlborough);
var noor = StudentId.From("noor");
var ninth = new StudentStanding { Student = noor, School = SchoolId.From("mhs"), Grade = GradeLevel.From(9), Year = new SchoolYear(2026) };

// Everything that happens becomes an entry of the student's record. Ids come from the host.
var student = new Actor(ActorId.From("u-noor"), Role.Student);
var teacher = new Actor(ActorId.From("u-hale"), Role.Teacher);
var visit = ActivityId.From("site-visit-9");
var history = Added(
    new StudentRecord(noor),
    new InterestResult
    {
        Id = EntryId.From("e1"), On = new(2026, 9, 22), By = student,
        Instrument = "Mini Interest Profiler", Profile = new([38, 30, 12, 10, 15, 22]), MaximumScore = 40,
    },
    new Experience
    {
        Id = EntryId.From("e2"), On = new(2026, 10, 13), By = teacher,
        Activity = visit, Attendance = Attendance.Attended, Hours = 3, Partner = PartnerId.From("acme-robotics"), Sector = SectorId.From("engineering"),
    },
    new ArtifactVersion
    {
        Id = EntryId.From("e3"), On = new(2026, 10, 16), By = student,
        Artifact = ArtifactId.From("visit-reflection"), Kind = ArtifactKind.Reflection, Version = 1, Activity = visit,
    });

// A "no" is a value with all its reasons. Nobody accepts their own work.
var review = new ArtifactReview
{
    Id = EntryId.From("e4"), On = new(2026, 10, 20), By = student,
    Artifact = ArtifactId.From("visit-reflection"), Version = 1, State = ReviewState.Accepted,
};
if (StudentRecords.Add(history, review, Instant.FromUtc(2026, 10, 20, 15, 0)) is RecordOutcome.Refused refused)
{
    Console.WriteLine($"Refused: {string.Join(' ', refused.Reasons)}");
}

// How far is Noor, and whose turn is it?
var today = new LocalDate(2026, 11, 15);
var progress = ProgressCalculator.Of(scope, ninth, history, today);
Console.WriteLine();
Console.WriteLine($"{today:uuuu-MM-dd}: {progress.Total}");
foreach (var activity in progress.Describe().Where(activity => activity.Status is ActivityStatus.InProgress or ActivityStatus.Late))
{
    Console.WriteLine($"{activity.Activity.Title}, {activity.Status}: {string.Join(' ', activity.Reasons.Select(reason => reason.Sentence))}");
}

foreach (var action in NextActions.Of(progress).Where(action => action.Activity == visit))
{
    Console.WriteLine($"{action.Role} by {action.Due:uuuu-MM-dd}: {action.Sentence}");
}

// The teacher accepts the reflection, Noor writes the card: the visit is done.
history = Added(
    history,
    review with { By = teacher },
    new ArtifactVersion
    {
        Id = EntryId.From("e5"), On = new(2026, 10, 19), By = student,
        Artifact = ArtifactId.From("visit-card"), Kind = ArtifactKind.ThankYouNote, Version = 1, Activity = visit,
    });
progress = ProgressCalculator.Of(scope, ninth, history, today);
Console.WriteLine($"Then: {progress.Get(visit).Status} on {progress.CompletedOn(visit):uuuu-MM-dd}. {progress.Total}");

// The state asks for a plan. How much of it is there is computed from the same record.
var plan = PlanCalculator.Assess(PlanTemplates.MyCap, history, new PlanSituation { Grade = ninth.Grade, On = today });
Console.WriteLine();
foreach (var element in plan.Elements.Take(3))
{
    Console.WriteLine($"MyCAP, {element.Element.Title}: {element.Status}. {string.Join(' ', element.Missing.Select(missing => missing.Sentence))}");
}

// Ready for work? Every criterion answers with its evidence, or with what is missing.
var readiness = ReadinessCalculator.Evaluate(ReadinessDefinitions.MarlboroughCareer, history, ReadinessFacts.None, today);
Console.WriteLine();
Console.WriteLine(readiness);
foreach (var missing in readiness.Missing.Take(2))
{
    Console.WriteLine($"  {missing.Sentence}");
}

// One cohort is the sum of its students: every claim about "every student" lists who is the exception, and why.
var other = ninth with { Student = StudentId.From("ben") };
var cohort = CohortProgress.Of(scope, [progress, ProgressCalculator.Of(scope, other, new StudentRecord(other.Student), today)]);
var claim = cohort.Coverage().Single(coverage => coverage.Activity.Id == visit);
Console.WriteLine();
Console.WriteLine($"{claim.Activity.Title}: {claim.Count}");
foreach (var gap in claim.Exceptions)
{
    Console.WriteLine($"  {gap.Student}: {string.Join(' ', gap.Reasons().Select(reason => reason.Sentence))}");
}

static StudentRecord Added(StudentRecord record, params RecordEntry[] entries) =>
    StudentRecords.AddAll(record, entries, Instant.FromUtc(2026, 11, 15, 15, 0)) switch
    {
        RecordOutcome.Recorded recorded => recorded.Record,
        RecordOutcome.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Reasons)),
        _ => throw new InvalidOperationException(),
    };
