namespace Pathways.Curriculum;

/// <summary>One activity on a transcript.</summary>
public sealed record TranscriptLine
{
    /// <summary>Which activity.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>Its title in the scope; its identifier where the scope does not have it.</summary>
    public required string Title { get; init; }

    /// <summary>Its stage; <see langword="null"/> where the scope does not have it.</summary>
    public required Stage? Stage { get; init; }

    /// <summary>The first day of anything.</summary>
    public required LocalDate First { get; init; }

    /// <summary>The last day of anything.</summary>
    public required LocalDate Last { get; init; }

    /// <summary>How often the student attended.</summary>
    public int Attended { get; init; }

    /// <summary>How often the student was missing, excused or not.</summary>
    public int Missed { get; init; }

    /// <summary>The hours attended; 0 where hours were not entered.</summary>
    public decimal Hours { get; init; }

    /// <summary>The partners met.</summary>
    public ImmutableArray<PartnerId> Partners { get; init; } = [];

    /// <summary>The sectors met.</summary>
    public ImmutableArray<SectorId> Sectors { get; init; } = [];

    /// <summary>What was accepted, in the order of days.</summary>
    public ImmutableArray<ArtifactKind> Accepted { get; init; } = [];

    /// <summary>What was handed in and not accepted yet.</summary>
    public ImmutableArray<ArtifactKind> Open { get; init; } = [];

    /// <summary>Whether the school waived it.</summary>
    public bool IsWaived { get; init; }
}
