namespace Pathways.Placements;

/// <summary>What is known about a match run when something is to happen to it.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record MatchRunFacts
{
    /// <summary>What the check from the definition found; <see langword="null"/> when nobody said. <see cref="MatchRunDecisions"/> takes it from the run.</summary>
    public MatchRunVerdict? Verdict { get; init; }

    /// <summary>The digest of what the run was made from; <see langword="null"/> when nobody said. <see cref="MatchRunDecisions"/> takes it from the run.</summary>
    public string? Digest { get; init; }

    /// <summary>The digest of the problem as it is now, with who keeps a seat and what was declined now; <see langword="null"/> when nobody computed it.</summary>
    public string? CurrentDigest { get; init; }

    /// <summary>Whether the actor is another person than who proposed the run. <see cref="MatchRunDecisions"/> takes it from the run.</summary>
    public bool ActorIsAnother { get; init; }

    /// <summary>Whether the district lets one person propose and review.</summary>
    public bool OnePersonPermitted { get; init; }

    /// <summary>Whether a run that follows this one was published.</summary>
    public bool SuccessorPublished { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }
}
