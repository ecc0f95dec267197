namespace Pathways;

/// <summary>A student need not do an activity.</summary>
public sealed record ActivityWaived : RecordEntry
{
    /// <summary>Which activity.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>A student need not have an element of a plan.</summary>
public sealed record PlanElementExcused : RecordEntry
{
    /// <summary>Of which plan.</summary>
    public required PlanTemplateId Template { get; init; }

    /// <summary>Which element.</summary>
    public required PlanElementId Element { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether student or guardian opted out; otherwise the school waived it.</summary>
    public bool ByOwnWish { get; init; }
}

/// <summary>Somebody signs the student's plan.</summary>
public sealed record PlanSigned : RecordEntry
{
    /// <summary>Which plan.</summary>
    public required PlanTemplateId Template { get; init; }

    /// <summary>In what capacity they sign.</summary>
    public required Role Signer { get; init; }
}

/// <summary>The school grants that the student is ready.</summary>
public sealed record ReadinessGranted : RecordEntry
{
    /// <summary>By which definition.</summary>
    public required ReadinessDefinitionId Definition { get; init; }

    /// <summary>Which version of it.</summary>
    public required int Version { get; init; }

    /// <summary>The last day it is good for; <see langword="null"/> when it does not expire.</summary>
    public LocalDate? Until { get; init; }
}

/// <summary>A grant of readiness is taken back.</summary>
public sealed record ReadinessRevoked : RecordEntry
{
    /// <summary>By which definition it was granted.</summary>
    public required ReadinessDefinitionId Definition { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The student is paused, withdraws, or comes back.</summary>
public sealed record PipelineChange : RecordEntry
{
    /// <summary>What happens.</summary>
    public required PipelineStep Step { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>An entry was wrong and counts no more.</summary>
/// <remarks>A correction of a correction is not possible: enter anew what was right.</remarks>
public sealed record Correction : RecordEntry
{
    /// <summary>Which entry.</summary>
    public required EntryId Corrected { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
