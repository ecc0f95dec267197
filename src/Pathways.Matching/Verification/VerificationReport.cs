namespace Pathways.Matching;

/// <summary>What a check from the definition found.</summary>
public sealed record VerificationReport
{
    /// <summary>Whether no violation was found.</summary>
    public bool IsFeasible => Violations.IsEmpty;

    /// <summary>Whether it is feasible and no pair blocks it (weak stability); what is not feasible, or cannot be judged, is not stable either.</summary>
    public bool IsStable => IsFeasible && IsStabilityJudged && BlockingPairs.IsEmpty;

    /// <summary>Whether stability could be judged: it is settled what it means for this problem, and every pair could be decided.</summary>
    public bool IsStabilityJudged => NotJudged.IsEmpty;

    /// <summary>
    /// Every reason why stability is not judged: that it is not settled what it means here, or (<c>verification.slots-undecided</c>) that some pairs,
    /// or whether all students of an opportunity can have seats, could not be decided in reasonable time. Empty when all is judged.
    /// </summary>
    public ImmutableArray<Refusal> NotJudged { get; init; } = [];

    /// <summary>How opportunities choose, and with that what a blocking pair is.</summary>
    public required StabilityConcept Concept { get; init; }

    /// <summary>Every condition that is broken.</summary>
    public required ImmutableArray<Violation> Violations { get; init; }

    /// <summary>Every pair that blocks, in the order of the students, best choice first: all there are, but for those that <see cref="NotJudged"/> speaks of.</summary>
    public required ImmutableArray<BlockingPair> BlockingPairs { get; init; }
}
