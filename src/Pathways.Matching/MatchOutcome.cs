namespace Pathways.Matching;

/// <summary>What came of an attempt to match.</summary>
public abstract record MatchOutcome
{
    private MatchOutcome()
    {
    }

    /// <summary>The result.</summary>
    /// <exception cref="InvalidOperationException">The problem was refused; the message lists every reason.</exception>
    public MatchResult Get() => this switch
    {
        Solved solved => solved.Result,
        Refused refused => throw new InvalidOperationException(string.Join(Environment.NewLine, refused.Reasons)),
        _ => throw new InvalidOperationException("There is no such outcome."),
    };

    /// <summary>There is a matching.</summary>
    /// <param name="Result">The matching, checked and measured.</param>
    public sealed record Solved(MatchResult Result) : MatchOutcome;

    /// <summary>The mechanism cannot keep its promises on this problem, so it was not run.</summary>
    /// <param name="Reasons">Every reason.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : MatchOutcome;
}
