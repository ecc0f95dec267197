namespace Pathways;

/// <summary>All that a store saves at once: the things that change, their audit lines, their events, and what happens to seats. Saved whole, or not at all.</summary>
public sealed record Commit
{
    /// <summary>The things that change, each once; at least one.</summary>
    public required ImmutableArray<StoredChange> Changes { get; init; }

    /// <summary>The lines for the audit log, in the order in which they happened.</summary>
    public ImmutableArray<AuditLine> Audit { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What others may want to know of, in the order in which it happened.</summary>
    public ImmutableArray<TransitionEvent> Events { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What happens to seats, in this order.</summary>
    public ImmutableArray<SeatClaim> Seats { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The request behind it; <see langword="null"/> when a repetition would be harmless, such as for the clock's.</summary>
    public CommandStamp? Command { get; init; }

    /// <summary>The commit of a decision.</summary>
    /// <typeparam name="T">What sort of thing changes.</typeparam>
    /// <param name="changed">What was decided.</param>
    /// <param name="command">The request behind it.</param>
    public static Commit Of<T>(Decision<T>.Changed changed, CommandStamp? command = null)
        where T : class, IStored
    {
        ArgumentNullException.ThrowIfNull(changed);
        return new()
        {
            Changes = [StoredChange.To(changed.Value)],
            Audit = [changed.Audit],
            Events = changed.Events,
            Seats = changed.Seat is { } claim ? [claim] : [],
            Command = command,
        };
    }

    /// <summary>This commit together with another decision, both saved or neither.</summary>
    /// <typeparam name="T">What sort of thing changes.</typeparam>
    /// <param name="changed">What was decided; about a thing that is not in the commit yet.</param>
    public Commit And<T>(Decision<T>.Changed changed)
        where T : class, IStored
    {
        ArgumentNullException.ThrowIfNull(changed);
        return this with
        {
            Changes = Changes.Add(StoredChange.To(changed.Value)),
            Audit = Audit.Add(changed.Audit),
            Events = Events.AddRange(changed.Events),
            Seats = changed.Seat is { } claim ? Seats.Add(claim) : Seats,
        };
    }
}

/// <summary>A thing that changes, and the version it must have before.</summary>
/// <param name="Value">The thing as it is from now on.</param>
/// <param name="ExpectedVersion">The version in the store; 0 when it must not exist.</param>
public sealed record StoredChange(IStored Value, int ExpectedVersion)
{
    /// <summary>A change by one version.</summary>
    /// <param name="value">The thing as it is from now on.</param>
    public static StoredChange To(IStored value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value, value.Version - 1);
    }
}

/// <summary>A caller's request, so that the same one has one effect however often it comes.</summary>
/// <param name="Key">The caller's name for it; used again only for the same request.</param>
/// <param name="Digest">What was asked, as 64 hexadecimal digits of SHA-256; another digest under the same key is refused.</param>
public sealed record CommandStamp(CommandKey Key, string Digest);
