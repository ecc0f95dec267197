namespace Pathways.Curriculum;

/// <summary>What came of an attempt to grant readiness, or to take a grant back.</summary>
public abstract record GrantOutcome
{
    private GrantOutcome()
    {
    }

    /// <summary>It may be done; adding the entry to the record does it.</summary>
    /// <param name="Entry">A <see cref="ReadinessGranted"/> or a <see cref="ReadinessRevoked"/>.</param>
    public sealed record Permitted(RecordEntry Entry) : GrantOutcome;

    /// <summary>It may not be done.</summary>
    /// <param name="Refusals">Every reason: at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : GrantOutcome;
}
