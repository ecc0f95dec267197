namespace Pathways.Matching;

/// <summary>What a check from the definition found.</summary>
public sealed record VerificationReport
{
    /// <summary>Whether no violation was found.</summary>
    public bool IsFeasible => Violations.IsEmpty;

    /// <summary>Whether it is feasible and no pair blocks it (weak stability); what is not feasible is not stable either.</summary>
    public bool IsStable => IsFeasible && BlockingPairs.IsEmpty;

    /// <summary>Every condition that is broken.</summary>
    public required ImmutableArray<Violation> Violations { get; init; }

    /// <summary>Every pair that blocks, in the order of the students, best choice first.</summary>
    public required ImmutableArray<BlockingPair> BlockingPairs { get; init; }
}
