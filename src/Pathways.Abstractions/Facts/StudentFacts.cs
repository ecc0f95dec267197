namespace Pathways;

/// <summary>Knows of students what only the host knows: consents, resumes, readiness, the rules for minors at work.</summary>
public interface IStudentFacts
{
    /// <summary>What is known of a student who wants to do, or does, some work.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="student">Which student.</param>
    /// <param name="work">The work: the opportunity, with days and hours changed to what was agreed where something was.</param>
    /// <param name="today">The day, where the school is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is known; <see langword="null"/> for a student of whom nothing is.</returns>
    ValueTask<StudentFacts?> AboutAsync(TenantScope scope, StudentId student, Opportunity work, LocalDate today, CancellationToken cancellationToken = default);
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
