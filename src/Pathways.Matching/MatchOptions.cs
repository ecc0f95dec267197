namespace Pathways.Matching;

/// <summary>How to match.</summary>
public sealed record MatchOptions
{
    /// <summary>Student-optimal, one lottery number per student, seed 0, verified.</summary>
    public static MatchOptions Default { get; } = new();

    /// <summary>The rule to match by.</summary>
    public Mechanism Mechanism { get; init; } = Mechanism.StudentOptimal;

    /// <summary>How equal priorities are put in order.</summary>
    public TieBreaking Ties { get; init; } = TieBreaking.Lottery;

    /// <summary>Where lottery numbers come from.</summary>
    public Seed Seed { get; init; }

    /// <summary>Whether to check the result from the definition before it is returned. Costs a fraction of the matching itself.</summary>
    public bool Verify { get; init; } = true;
}
