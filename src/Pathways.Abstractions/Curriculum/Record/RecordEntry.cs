using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Pathways;

/// <summary>One thing that happened on a student's way, as the record keeps it.</summary>
/// <remarks>
/// An entry never changes: what was wrong is taken back by a <see cref="Correction"/>. A record is a set of entries, so the order in which
/// they are added does not matter. Free texts may be personal, so printing shows the kind and the identifier alone.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "entry")]
[JsonDerivedType(typeof(ActivityWaived), "activity-waived")]
[JsonDerivedType(typeof(AdvisorNamed), "advisor-named")]
[JsonDerivedType(typeof(AidReached), "aid-reached")]
[JsonDerivedType(typeof(ArtifactReview), "artifact-review")]
[JsonDerivedType(typeof(ArtifactVersion), "artifact-version")]
[JsonDerivedType(typeof(BarrierMitigated), "barrier-mitigated")]
[JsonDerivedType(typeof(BarrierReported), "barrier-reported")]
[JsonDerivedType(typeof(Correction), "correction")]
[JsonDerivedType(typeof(CredentialEarned), "credential-earned")]
[JsonDerivedType(typeof(Enrollment), "enrollment")]
[JsonDerivedType(typeof(ExpectationChecked), "expectation-checked")]
[JsonDerivedType(typeof(Experience), "experience")]
[JsonDerivedType(typeof(FamilyContact), "family-contact")]
[JsonDerivedType(typeof(GoalSet), "goal-set")]
[JsonDerivedType(typeof(IntentDeclared), "intent-declared")]
[JsonDerivedType(typeof(InterestResult), "interest-result")]
[JsonDerivedType(typeof(PipelineChange), "pipeline-change")]
[JsonDerivedType(typeof(PlanElementExcused), "plan-element-excused")]
[JsonDerivedType(typeof(PlanSigned), "plan-signed")]
[JsonDerivedType(typeof(ReadinessGranted), "readiness-granted")]
[JsonDerivedType(typeof(ReadinessRevoked), "readiness-revoked")]
[JsonDerivedType(typeof(SectorChoice), "sector-choice")]
[JsonDerivedType(typeof(StrengthResult), "strength-result")]
[DebuggerDisplay("{ToString(),nq}")]
public abstract record RecordEntry
{
    private protected RecordEntry()
    {
    }

    /// <summary>Which entry; unique within the record.</summary>
    public required EntryId Id { get; init; }

    /// <summary>The day it happened.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who says so.</summary>
    public required Actor By { get; init; }

    /// <summary>The kind and the identifier alone.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Id}";
}
