using Pathways.WorkRules;

namespace PlacementsIntro.Host;

/// <summary>What the school knows of its students: the cohort says who they are, the documents that were accepted are the papers they hold.</summary>
internal sealed class CohortStudents(Cohort cohort, IPlacementStore placements, IDocumentStore documents) : IStudentFacts
{
    private const int ReadyFrom = 60;

    public async ValueTask<StudentFacts?> AboutAsync(
        TenantScope scope, StudentId student, WorkQuestion question, CancellationToken cancellationToken = default)
    {
        if (cohort.Students.FirstOrDefault(known => known.Id == student) is not { } known)
        {
            return null;
        }

        return new()
        {
            Birth = known.BirthDate,
            Grade = known.Grade,
            ResumeApproved = known.Qualifications.Contains(QualificationId.From("resume")),
            QuestionsAnswered = true,
            GuardianNotified = true,
            GuardianConsents = true,
            DataReleaseConsented = true,
            Readiness = Ready(known),
            Eligible = question.Work.Requirements.All(known.Qualifications.Contains),
            Work = Judge(known, await PapersAsync(scope, student, question.Today, cancellationToken), question),
            Coordinator = Cast.Coordinator.Id,
        };
    }

    private static ReadinessVerdict Ready(Student student) => new(
        "readiness-score@1",
        student.Readiness >= ReadyFrom ? [] : [new("readiness.score", $"The score must be at least {ReadyFrom}.")],
        Until: null);

    // Work is judged by the law of the nation and of the state, with the papers there are today. What is still to come only warns while the student applies.
    private static WorkVerdict Judge(Student student, ImmutableArray<WorkAgreement> papers, WorkQuestion question) => new WorkRuleGate(
        WorkRuleEngine.Shipped,
        [new() { Student = student.Id, BirthDate = student.BirthDate, Calendar = District.Calendar, Agreements = papers }],
        _ => District.Jurisdictions)
    {
        PapersComeLater = question.Stage == WorkStage.Applying,
    }.Assess(student.Id, question.Work, question.Others);

    // The documents of the student's placements that somebody at school accepted are the papers the student holds.
    private async ValueTask<ImmutableArray<WorkAgreement>> PapersAsync(TenantScope scope, StudentId student, LocalDate today, CancellationToken cancellationToken)
    {
        var papers = ImmutableArray.CreateBuilder<WorkAgreement>();
        foreach (var placement in (await placements.ListAsync(scope, new() { Student = student, Limit = 1000 }, cancellationToken)).Items)
        {
            var page = await documents.ListAsync(scope, new() { Placement = placement.Id, Limit = 1000 }, cancellationToken);
            papers.AddRange(page.Items.Select(document => DocumentPaper.Of(document, District.FirstDay, today)).OfType<WorkAgreement>());
        }

        return papers.ToImmutable();
    }
}
