namespace Pathways.Testing;

/// <summary>What a store can do beside the contract that every store keeps. What is not declared is not tried, and the verdict says so.</summary>
[Flags]
public enum StoreCapabilities
{
    /// <summary>Nothing beside it.</summary>
    None = 0,

    /// <summary>Many may use it at once.</summary>
    Parallel = 1,

    /// <summary>What it saved is there when it is opened again.</summary>
    Persistent = 2,

    /// <summary>It can be made to fail in the middle of a commit.</summary>
    FaultInjection = 4,
}

/// <summary>How the suite gets at a store: how to make one, and what to do to it.</summary>
public sealed record StoreHarness
{
    /// <summary>What the verdict calls the store.</summary>
    public required string Name { get; init; }

    /// <summary>Makes an empty store. Who made it disposes it, where it can be disposed.</summary>
    public required Func<ValueTask<IPathwaysStore>> Make { get; init; }

    /// <summary>What the store can do; <see cref="StoreCapabilities.Parallel"/> when nothing is said.</summary>
    public StoreCapabilities Capabilities { get; init; } = StoreCapabilities.Parallel;

    /// <summary>
    /// Closes a store as the end of a process would, and opens what it kept; the store that was given is not used again. Needed with
    /// <see cref="StoreCapabilities.Persistent"/>.
    /// </summary>
    public Func<IPathwaysStore, ValueTask<IPathwaysStore>>? Reopen { get; init; }

    /// <summary>
    /// Makes the next commit fail at its k-th write, counted from 1, with any exception; a commit with fewer writes gets through. It holds for the next commit alone, whether
    /// it fails or not. Needed with <see cref="StoreCapabilities.FaultInjection"/>.
    /// </summary>
    public Action<IPathwaysStore, int>? FailAtWrite { get; init; }

    /// <summary>A store that can be made, and used by many at once.</summary>
    /// <param name="name">What the verdict calls it.</param>
    /// <param name="make">Makes an empty store.</param>
    public static StoreHarness Of(string name, Func<ValueTask<IPathwaysStore>> make) => new() { Name = name, Make = make };

    internal void ThrowIfUnable()
    {
        if ((Capabilities.HasFlag(StoreCapabilities.Persistent) && Reopen is null) || (Capabilities.HasFlag(StoreCapabilities.FaultInjection) && FailAtWrite is null))
        {
            throw new InvalidOperationException(
                $"{Name} is declared to be {Capabilities}, and the harness does not say how to try it. Maybe set {nameof(Reopen)} or {nameof(FailAtWrite)}.");
        }
    }
}
