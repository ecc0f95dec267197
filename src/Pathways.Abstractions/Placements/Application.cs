namespace Pathways;

/// <summary>A student's application for an opportunity, as far as its life needs it; what the student wrote is the host's.</summary>
public sealed record Application : IStoredOfStudent
{
    /// <summary>Which application.</summary>
    public required StudentApplicationId Id { get; init; }

    /// <summary>Who applies.</summary>
    public required StudentId Student { get; init; }

    /// <summary>For what.</summary>
    public required OpportunityId Opportunity { get; init; }

    /// <summary>Where it stands.</summary>
    public ApplicationState State { get; init; }

    /// <summary>How often it was changed, from 1; grows by one with every change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Until when the offer can be answered; <see langword="null"/> while none was made.</summary>
    public Instant? OfferExpires { get; init; }

    /// <summary>Whether a seat is kept for it: while an offer is open, and once it is accepted.</summary>
    public bool HoldsSeat => State is ApplicationState.Offered or ApplicationState.Accepted;

    /// <inheritdoc/>
    public string Subject => $"application/{Id}";

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
