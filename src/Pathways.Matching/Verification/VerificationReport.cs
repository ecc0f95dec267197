namespace Pathways.Matching;

/// <summary>What a check from the definition found.</summary>
public sealed record VerificationReport
{
    /// <summary>Whether no violation was found.</summary>
    public bool IsFeasible => Violations.IsEmpty;

    /// <summary>Whether the assignment is a matching of acceptable pairs within the seats, and no pair blocks it (weak stability).</summary>
    public bool IsStable => BlockingPairs.IsEmpty && Violations.All(violation => violation.Code == Violation.BelowMinimum);

    /// <summary>Every condition that is broken.</summary>
    public required ImmutableArray<Violation> Violations { get; init; }

    /// <summary>Every pair that blocks, in the order of the students, best choice first.</summary>
    public required ImmutableArray<BlockingPair> BlockingPairs { get; init; }
}
