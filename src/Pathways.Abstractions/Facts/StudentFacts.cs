namespace Pathways;

/// <summary>Knows of students what only the host knows: consents, resumes, readiness, the rules for minors at work.</summary>
public interface IStudentFacts
{
    /// <summary>What is known of a student who wants to do, or does, some work.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="student">Which student.</param>
    /// <param name="question">The work, and what else the student does at the time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is known; <see langword="null"/> for a student of whom nothing is.</returns>
    ValueTask<StudentFacts?> AboutAsync(TenantScope scope, StudentId student, WorkQuestion question, CancellationToken cancellationToken = default);
}

/// <summary>The work that a host is asked about.</summary>
public sealed record WorkQuestion
{
    /// <summary>The work: the opportunity, with days and hours changed to what was agreed, or done, where something was.</summary>
    public required Opportunity Work { get; init; }

    /// <summary>All other work of the student at the time, in the same form: other stretches of the placement, and other placements. Limits of hours add up over all of it.</summary>
    public ImmutableArray<Opportunity> Others { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The day, where the school is.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>How far it has come. Papers can be missing before somebody has a seat, and not afterwards.</summary>
    public WorkStage Stage { get; init; } = WorkStage.Working;
}

/// <summary>How far a student's work has come.</summary>
public enum WorkStage
{
    /// <summary>The student applies, or is offered a seat.</summary>
    Applying,

    /// <summary>The student has a seat, and everything before the first day is being settled.</summary>
    Clearing,

    /// <summary>The student works.</summary>
    Working,
}

/// <summary>What a host knows of a student who wants to do, or does, some work. What is left out counts as not known.</summary>
public sealed record StudentFacts
{
    /// <summary>When the student was born.</summary>
    public BirthDate? Birth { get; init; }

    /// <summary>The student's grade.</summary>
    public GradeLevel? Grade { get; init; }

    /// <summary>Whether the current version of the resume was approved.</summary>
    public bool ResumeApproved { get; init; }

    /// <summary>Whether every question of the opportunity has an answer.</summary>
    public bool QuestionsAnswered { get; init; }

    /// <summary>Whether a guardian was told of the application.</summary>
    public bool GuardianNotified { get; init; }

    /// <summary>Whether a guardian consents to the placement.</summary>
    public bool GuardianConsents { get; init; }

    /// <summary>Whether the consent to show the student's data to the partner is on file.</summary>
    public bool DataReleaseConsented { get; init; }

    /// <summary>Whether the school waived readiness for this work.</summary>
    public bool ReadinessWaived { get; init; }

    /// <summary>Whether the student is ready; <see langword="null"/> when nobody looked.</summary>
    public ReadinessVerdict? Readiness { get; init; }

    /// <summary>Whether the eligibility rules let the student take the work.</summary>
    public bool Eligible { get; init; }

    /// <summary>What the rules for minors at work say of it; <see langword="null"/> when nobody looked.</summary>
    public WorkVerdict? Work { get; init; }

    /// <summary>The coordinator on whose caseload the student is.</summary>
    public ActorId? Coordinator { get; init; }
}
