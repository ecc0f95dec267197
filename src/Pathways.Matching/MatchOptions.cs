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

    /// <summary>
    /// Whether students of equal priority then trade seats as long as some gain and none loses (stable improvement cycles): no stable
    /// matching is then better for some students and worse for none. Truthful lists are no longer always best.
    /// </summary>
    public bool Improve { get; init; }

    /// <summary>
    /// Whether the largest stable matching is searched for until it is proved to be the largest, or <see cref="TimeLimit"/> is over. Only
    /// for <see cref="Mechanism.LargestStable"/>.
    /// </summary>
    public bool Exact { get; init; }

    /// <summary>
    /// How long the exact search for the largest stable matching may take; with a limit it is made even when <see cref="Exact"/> does not ask for
    /// it. What a search finds that the limit ended depends on the machine.
    /// </summary>
    public Duration? TimeLimit { get; init; }

    /// <summary>Whether to check the result from the definition before it is returned. Costs a fraction of the matching itself.</summary>
    public bool Verify { get; init; } = true;
}
