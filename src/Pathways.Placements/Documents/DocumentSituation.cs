namespace Pathways.Placements;

/// <summary>What decisions about a document look at beside the document.</summary>
public sealed record DocumentSituation
{
    /// <summary>The day of the decision, where the school is.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>Whether the placement it is needed for has ended.</summary>
    public bool PlacementEnded { get; init; }

    /// <summary>Whether the district lets the actor take decisions back.</summary>
    public bool UndoPermitted { get; init; }
}
