namespace Pathways;

/// <summary>A version of an artifact is handed in.</summary>
public sealed record ArtifactVersion : RecordEntry
{
    /// <summary>Which artifact, through all its versions.</summary>
    public required ArtifactId Artifact { get; init; }

    /// <summary>What sort of artifact.</summary>
    public required ArtifactKind Kind { get; init; }

    /// <summary>Which version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The activity it is evidence of.</summary>
    public ActivityId? Activity { get; init; }

    /// <summary>What the student calls it.</summary>
    public string? Title { get; init; }

    /// <summary>Where the host keeps it; the record holds no content.</summary>
    public string? Location { get; init; }

    /// <summary>The sector it is about.</summary>
    public SectorId? Sector { get; init; }

    /// <summary>The occupation it is about.</summary>
    public OnetSocCode? Occupation { get; init; }

    /// <summary>Whether the student shows it in the portfolio.</summary>
    public bool InPortfolio { get; init; }
}

/// <summary>Somebody judges a version of an artifact.</summary>
/// <remarks>Of several reviews of one version the latest day counts, and on one day the one that returns it.</remarks>
public sealed record ArtifactReview : RecordEntry
{
    /// <summary>Which artifact.</summary>
    public required ArtifactId Artifact { get; init; }

    /// <summary>Which version.</summary>
    public required int Version { get; init; }

    /// <summary>The judgement: <see cref="ReviewState.Returned"/> or <see cref="ReviewState.Accepted"/>.</summary>
    public required ReviewState State { get; init; }

    /// <summary>What to do better.</summary>
    public string? Comment { get; init; }
}
