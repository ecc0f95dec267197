namespace Pathways;

/// <summary>One row of a life cycle: in a state, a trigger leads to a state, if who fires it may and all requirements hold.</summary>
/// <typeparam name="TState">Where a thing can stand.</typeparam>
/// <typeparam name="TTrigger">What can happen to it.</typeparam>
/// <typeparam name="TFacts">What requirements look at.</typeparam>
/// <param name="From">Where the thing stands.</param>
/// <param name="Trigger">What happens.</param>
/// <param name="To">Where the thing stands afterwards; the same as <paramref name="From"/> for something that is only recorded.</param>
/// <param name="Requirements">What must hold, in the order in which refusals name it.</param>
/// <param name="Roles">Who may fire the trigger: one or more, in the order of the enumeration.</param>
public sealed record Transition<TState, TTrigger, TFacts>(
    TState From, TTrigger Trigger, TState To, ImmutableArray<Requirement<TFacts>> Requirements, ImmutableArray<Role> Roles)
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    /// <summary>Whether time alone fires it, as soon as its requirements hold: see <see cref="Lifecycle{TState, TTrigger, TFacts}.DueAt"/>.</summary>
    public bool IsClockDriven { get; init; }
}
