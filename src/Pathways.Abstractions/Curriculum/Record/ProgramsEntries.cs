namespace Pathways;

/// <summary>The student enrolls in a program or in a course that earns college credit.</summary>
public sealed record Enrollment : RecordEntry
{
    /// <summary>What sort of program.</summary>
    public required ProgramType Program { get; init; }

    /// <summary>Which pathway.</summary>
    public PathwayId? Pathway { get; init; }

    /// <summary>The course, where it is one.</summary>
    public string? Course { get; init; }

    /// <summary>The college credits it earns.</summary>
    public decimal? CollegeCredits { get; init; }

    /// <summary>How far it is.</summary>
    public required EnrollmentState State { get; init; }
}

/// <summary>The student earns a credential, or passes a training.</summary>
public sealed record CredentialEarned : RecordEntry
{
    /// <summary>Which one; the identifier that opportunities ask for.</summary>
    public required QualificationId Credential { get; init; }

    /// <summary>The last day it is good for; <see langword="null"/> when it does not expire.</summary>
    public LocalDate? Expires { get; init; }

    /// <summary>The activity in which it was earned.</summary>
    public ActivityId? Activity { get; init; }
}

/// <summary>The student reaches a milestone of financial aid.</summary>
public sealed record AidReached : RecordEntry
{
    /// <summary>Which milestone.</summary>
    public required FinancialAidMilestone Milestone { get; init; }

    /// <summary>Which aid, such as FAFSA.</summary>
    public required string Program { get; init; }
}
