namespace Pathways;

/// <summary>What came of an attempt to move a thing through its life cycle.</summary>
/// <typeparam name="TState">Where a thing can stand.</typeparam>
public abstract record LifecycleOutcome<TState>
    where TState : struct, Enum
{
    private protected LifecycleOutcome()
    {
    }

    /// <summary>The thing moved, or stayed where it was when only something was recorded.</summary>
    /// <param name="To">Where it stands now.</param>
    public sealed record Advanced(TState To) : LifecycleOutcome<TState>;

    /// <summary>It stayed, and nothing happened.</summary>
    /// <param name="Refusals">Every reason: at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : LifecycleOutcome<TState>;
}
