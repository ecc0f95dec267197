namespace Pathways.Matching;

/// <summary>What is left of a problem once some have their seats for good.</summary>
public abstract record RemainingOutcome
{
    private RemainingOutcome()
    {
    }

    /// <summary>The problem that is left.</summary>
    /// <exception cref="InvalidOperationException">It was refused; the message lists every reason.</exception>
    public MatchingProblem Get() => this switch
    {
        Left left => left.Problem,
        Refused refused => throw new InvalidOperationException(string.Join(Environment.NewLine, refused.Reasons)),
        _ => throw new InvalidOperationException("There is no such outcome."),
    };

    /// <summary>It can be said what is left.</summary>
    /// <param name="Problem">The students who have no seat yet, with the lists, seats, reserves, slots, minimums and caps that are left.</param>
    public sealed record Left(MatchingProblem Problem) : RemainingOutcome;

    /// <summary>What is kept does not fit into the problem, or leaves something that cannot be said.</summary>
    /// <param name="Reasons">Every reason.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : RemainingOutcome;
}
