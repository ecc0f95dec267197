namespace Pathways;

/// <summary>The kinds of entries of a student's record, each named like its type; files write them like <c>artifact-version</c>.</summary>
public enum EntryKind
{
    /// <summary>A <see cref="Pathways.Experience"/>.</summary>
    Experience,

    /// <summary>An <see cref="Pathways.ArtifactVersion"/>.</summary>
    ArtifactVersion,

    /// <summary>An <see cref="Pathways.ArtifactReview"/>.</summary>
    ArtifactReview,

    /// <summary>A <see cref="Pathways.SectorChoice"/>.</summary>
    SectorChoice,

    /// <summary>An <see cref="Pathways.IntentDeclared"/>.</summary>
    IntentDeclared,

    /// <summary>A <see cref="Pathways.GoalSet"/>.</summary>
    GoalSet,

    /// <summary>An <see cref="Pathways.InterestResult"/>.</summary>
    InterestResult,

    /// <summary>A <see cref="Pathways.StrengthResult"/>.</summary>
    StrengthResult,

    /// <summary>An <see cref="Pathways.ExpectationChecked"/>.</summary>
    ExpectationChecked,

    /// <summary>An <see cref="Pathways.AdvisorNamed"/>.</summary>
    AdvisorNamed,

    /// <summary>A <see cref="Pathways.FamilyContact"/>.</summary>
    FamilyContact,

    /// <summary>An <see cref="Pathways.Enrollment"/>.</summary>
    Enrollment,

    /// <summary>A <see cref="Pathways.CredentialEarned"/>.</summary>
    CredentialEarned,

    /// <summary>An <see cref="Pathways.AidReached"/>.</summary>
    AidReached,

    /// <summary>A <see cref="Pathways.BarrierReported"/>.</summary>
    BarrierReported,

    /// <summary>A <see cref="Pathways.BarrierMitigated"/>.</summary>
    BarrierMitigated,

    /// <summary>An <see cref="Pathways.ActivityWaived"/>.</summary>
    ActivityWaived,

    /// <summary>A <see cref="Pathways.PlanElementExcused"/>.</summary>
    PlanElementExcused,

    /// <summary>A <see cref="Pathways.PlanSigned"/>.</summary>
    PlanSigned,

    /// <summary>A <see cref="Pathways.ReadinessGranted"/>.</summary>
    ReadinessGranted,

    /// <summary>A <see cref="Pathways.ReadinessRevoked"/>.</summary>
    ReadinessRevoked,

    /// <summary>A <see cref="Pathways.PipelineChange"/>.</summary>
    PipelineChange,

    /// <summary>A <see cref="Pathways.Correction"/>.</summary>
    Correction,
}

/// <summary>From entries to their kinds.</summary>
public static class EntryKinds
{
    /// <summary>The kind of an entry.</summary>
    /// <param name="entry">The entry.</param>
    public static EntryKind Of(RecordEntry entry) => entry switch
    {
        Experience => EntryKind.Experience,
        ArtifactVersion => EntryKind.ArtifactVersion,
        ArtifactReview => EntryKind.ArtifactReview,
        SectorChoice => EntryKind.SectorChoice,
        IntentDeclared => EntryKind.IntentDeclared,
        GoalSet => EntryKind.GoalSet,
        InterestResult => EntryKind.InterestResult,
        StrengthResult => EntryKind.StrengthResult,
        ExpectationChecked => EntryKind.ExpectationChecked,
        AdvisorNamed => EntryKind.AdvisorNamed,
        FamilyContact => EntryKind.FamilyContact,
        Enrollment => EntryKind.Enrollment,
        CredentialEarned => EntryKind.CredentialEarned,
        AidReached => EntryKind.AidReached,
        BarrierReported => EntryKind.BarrierReported,
        BarrierMitigated => EntryKind.BarrierMitigated,
        ActivityWaived => EntryKind.ActivityWaived,
        PlanElementExcused => EntryKind.PlanElementExcused,
        PlanSigned => EntryKind.PlanSigned,
        ReadinessGranted => EntryKind.ReadinessGranted,
        ReadinessRevoked => EntryKind.ReadinessRevoked,
        PipelineChange => EntryKind.PipelineChange,
        Correction => EntryKind.Correction,
        _ => throw new ArgumentNullException(nameof(entry)),
    };
}
