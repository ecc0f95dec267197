namespace Pathways.Placements;

/// <summary>A request to move a match run.</summary>
public sealed record MatchRunCommand
{
    /// <summary>The caller's name for the request; the same again when unsure whether it got through.</summary>
    public required CommandKey Key { get; init; }

    /// <summary>Who asks.</summary>
    public required Actor By { get; init; }

    /// <summary>Which run.</summary>
    public required MatchRunId Run { get; init; }

    /// <summary>What is to happen.</summary>
    public required MatchRunTrigger Trigger { get; init; }

    /// <summary>The digest of the inputs as they are now, as <c>MatchRuns.Digest</c> computes it; what changed since the run is refused.</summary>
    public string? CurrentDigest { get; init; }

    /// <summary>Whether the district lets one person propose and review.</summary>
    public bool OnePersonPermitted { get; init; }

    /// <summary>Why, where a reason is asked for.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>The version the caller looked at; a later one is refused. <see langword="null"/> to act on whatever it is now.</summary>
    public int? ExpectedVersion { get; init; }

    internal CommandStamp Stamp => new(Key, CommandDigest.Of(
        "match-run", Run.Value, Trigger.ToString(), By.Id.Value, By.Role.ToString(), CurrentDigest, OnePersonPermitted.ToString(), Reason?.Value,
        ExpectedVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
