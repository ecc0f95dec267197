namespace Pathways;

/// <summary>An opportunity as the district carries it: the offer, where it stands, and who looks after it.</summary>
public sealed record OpportunityListing : IStored
{
    /// <summary>What is offered; its seats are the seats there are.</summary>
    public required Opportunity Offer { get; init; }

    /// <summary>Which opportunity.</summary>
    public OpportunityId Id => Offer.Id;

    /// <summary>Where it stands.</summary>
    public OpportunityState State { get; init; }

    /// <summary>How often it was changed, from 1; grows by one with every change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The program its placements run under; <see langword="null"/> while nobody said.</summary>
    public PlacementProgramId? Program { get; init; }

    /// <summary>Who would direct the work.</summary>
    public ActorId? Supervisor { get; init; }

    /// <summary>The season it is offered in.</summary>
    public SeasonId? Season { get; init; }

    /// <summary>When students may apply: the first and the last day; <see langword="null"/> for as long as it is published.</summary>
    public DateInterval? ApplicationWindow { get; init; }

    /// <summary>The documents the partner asks for.</summary>
    public ImmutableArray<DocumentRequirement> Documents { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public string Subject => $"opportunity/{Id}";

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
