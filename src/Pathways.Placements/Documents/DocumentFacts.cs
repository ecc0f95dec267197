namespace Pathways.Placements;

/// <summary>What is known about a document when something is to happen to it.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record DocumentFacts
{
    /// <summary>The day of the decision.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The last day on which it is good; <see langword="null"/> when nobody said, or when it does not expire.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>Whether it is known not to expire.</summary>
    public bool NeverExpires { get; init; }

    /// <summary>How many days before its last day it counts as expiring; <see langword="null"/> when nobody said.</summary>
    public int? WarningDays { get; init; }

    /// <summary>Whether everybody who must sign it did.</summary>
    public bool SignaturesComplete { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }

    /// <summary>Whether the rules of district and state let this document be waived.</summary>
    public bool WaiverPermitted { get; init; }

    /// <summary>Whether the placement it is needed for has ended.</summary>
    public bool PlacementEnded { get; init; }

    /// <summary>Whether the district lets the actor take decisions back.</summary>
    public bool UndoPermitted { get; init; }
}
