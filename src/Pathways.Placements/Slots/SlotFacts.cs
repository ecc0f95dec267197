namespace Pathways.Placements;

/// <summary>What is known about a slot when something is to happen to it.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record SlotFacts
{
    /// <summary>The time of the decision.</summary>
    public required Instant Now { get; init; }

    /// <summary>Until when it is held, or is to be; <see langword="null"/> when nobody said.</summary>
    public Instant? HoldExpires { get; init; }

    /// <summary>Whether the student for whom it is held accepted the offer.</summary>
    public bool OfferAccepted { get; init; }

    /// <summary>Whether the offer for which it is held was declined, rescinded or withdrawn.</summary>
    public bool OfferEnded { get; init; }

    /// <summary>Whether the placement on it was cancelled or terminated.</summary>
    public bool PlacementEnded { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }
}
