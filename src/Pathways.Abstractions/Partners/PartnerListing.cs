namespace Pathways;

/// <summary>A partner as the district carries it: who it is, and where the relationship stands.</summary>
public sealed record PartnerListing : IStored
{
    /// <summary>Who it is.</summary>
    public required Partner Organisation { get; init; }

    /// <summary>Which partner.</summary>
    public PartnerId Id => Organisation.Id;

    /// <summary>Where the relationship stands.</summary>
    public PartnerState State { get; init; }

    /// <inheritdoc/>
    public int Version { get; init; } = 1;

    /// <summary>Who at the district looks after it; <see langword="null"/> while nobody does.</summary>
    public ActorId? Owner { get; init; }

    /// <summary>The last day its vetting is good for; <see langword="null"/> when it was not vetted.</summary>
    public LocalDate? VettedUntil { get; init; }

    /// <inheritdoc/>
    public string Subject => $"partner/{Id}";

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
