namespace Pathways;

/// <summary>One thing that could happen to a thing in its state, for one actor: permitted, or why not.</summary>
/// <typeparam name="TState">Where a thing can stand.</typeparam>
/// <typeparam name="TTrigger">What can happen to it.</typeparam>
/// <param name="Trigger">What could happen.</param>
/// <param name="To">Where the thing would stand afterwards.</param>
/// <param name="Roles">Who may fire the trigger.</param>
/// <param name="Refusals">Everything that stands in the way; empty when the actor may fire it now.</param>
public sealed record TransitionOption<TState, TTrigger>(
    TTrigger Trigger, TState To, ImmutableArray<Role> Roles, ImmutableArray<Refusal> Refusals)
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    /// <summary>Whether the actor may fire the trigger now.</summary>
    public bool IsPermitted => Refusals.IsEmpty;
}
