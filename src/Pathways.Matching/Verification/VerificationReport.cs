namespace Pathways.Matching;

/// <summary>What a check from the definition found.</summary>
public sealed record VerificationReport
{
    /// <summary>Whether no violation was found.</summary>
    public bool IsFeasible => Violations.IsEmpty;

    /// <summary>Whether it is feasible and no pair blocks it (weak stability); what is not feasible, or cannot be judged, is not stable either.</summary>
    public bool IsStable => IsFeasible && IsStabilityJudged && BlockingPairs.IsEmpty;

    /// <summary>Whether it is settled what stability means for this problem.</summary>
    public bool IsStabilityJudged => NotJudged.IsEmpty;

    /// <summary>Every reason why it is not settled what stability means here; empty when it is.</summary>
    public ImmutableArray<Refusal> NotJudged { get; init; } = [];

    /// <summary>How opportunities choose, and with that what a blocking pair is.</summary>
    public required StabilityConcept Concept { get; init; }

    /// <summary>Every condition that is broken.</summary>
    public required ImmutableArray<Violation> Violations { get; init; }

    /// <summary>Every pair that blocks, in the order of the students, best choice first; empty where that cannot be judged.</summary>
    public required ImmutableArray<BlockingPair> BlockingPairs { get; init; }
}
