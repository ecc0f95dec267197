namespace Pathways;

/// <summary>Something stands between the student and an opportunity.</summary>
public sealed record BarrierReported : RecordEntry
{
    /// <summary>What sort of barrier.</summary>
    public required BarrierKind Kind { get; init; }

    /// <summary>What it is, in words.</summary>
    public string? Text { get; init; }

    /// <summary>The activity it stands before; <see langword="null"/> for any.</summary>
    public ActivityId? Activity { get; init; }
}

/// <summary>A barrier is dealt with.</summary>
public sealed record BarrierMitigated : RecordEntry
{
    /// <summary>The entry that reported it.</summary>
    public required EntryId Barrier { get; init; }

    /// <summary>How.</summary>
    public required string Mitigation { get; init; }
}
