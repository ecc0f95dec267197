namespace Pathways.Placements;

/// <summary>What came of a request to look at something.</summary>
/// <typeparam name="T">What sort of thing.</typeparam>
public abstract record ReadOutcome<T>
    where T : class
{
    private ReadOutcome()
    {
    }

    /// <summary>It may be shown, as far as <paramref name="Access"/> says.</summary>
    /// <param name="Value">The thing, cut down to the view of the rule.</param>
    /// <param name="Access">The rule that allows it, and the view; <see cref="AccessDecision.Allowed.IsDisclosure"/> says when the host must record the hand-out.</param>
    public sealed record Shown(T Value, AccessDecision.Allowed Access) : ReadOutcome<T>;

    /// <summary>It is not shown, nor how it stands.</summary>
    /// <param name="Reasons">Every reason, at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : ReadOutcome<T>;
}

/// <summary>Everything that may happen to a thing now.</summary>
/// <typeparam name="TState">Where a thing can stand.</typeparam>
/// <typeparam name="TTrigger">What can happen to it.</typeparam>
/// <param name="Subject">Which thing, as kind and identifier.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Its version, for <c>ExpectedVersion</c>.</param>
/// <param name="Options">One option for each trigger of the state: who may fire it, and why the rest may not.</param>
public sealed record PossibleSteps<TState, TTrigger>(string Subject, TState State, int Version, ImmutableArray<TransitionOption<TState, TTrigger>> Options)
    where TState : struct, Enum
    where TTrigger : struct, Enum;
