namespace Pathways;

/// <summary>All that a store saves at once: the things that change, their audit lines, their events, and what happens to seats. Saved whole, or not at all.</summary>
public sealed record Commit
{
    /// <summary>The things that change, each once; at least one, unless something is deleted.</summary>
    public required ImmutableArray<StoredChange> Changes { get; init; }

    /// <summary>The things that are deleted for good: what is said of them goes, their name and their audit lines stay, and nothing is saved under that name again.</summary>
    public ImmutableArray<StoredDeletion> Deletions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// What the decision rests on and does not change, at the version that was read; 0 for what must not exist. A student counts as a thing
    /// (<see cref="StoredSubject.Of(StudentId)"/>) whose version grows with every commit that saves or deletes something of that student, so that nothing new about a
    /// student can slip in between reading and saving.
    /// </summary>
    public ImmutableArray<SavedVersion> Unchanged { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The lines for the audit log, in the order in which they happened.</summary>
    public ImmutableArray<AuditLine> Audit { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What others may want to know of, in the order in which it happened.</summary>
    public ImmutableArray<TransitionEvent> Events { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What happens to seats, in this order.</summary>
    public ImmutableArray<SeatClaim> Seats { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When it was decided: the time of the last audit line; <see langword="null"/> without any.</summary>
    public Instant? At => Audit.IsEmpty ? null : Audit.Max(line => line.At);

    /// <summary>The students whose things are saved, each once, ordinally.</summary>
    /// <remarks>Things are deleted by name alone: whose they are the store knows, and counts those students too.</remarks>
    public ImmutableArray<StudentId> Students => [.. Changes.Select(change => change.Value).OfType<IStoredOfStudent>().Select(value => value.Student).Distinct().Order()];

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

/// <summary>A thing that is deleted for good.</summary>
/// <param name="Subject">Kind and identifier; a student (<see cref="StoredSubject.Of(StudentId)"/>) when nothing is ever to be saved about that student again.</param>
/// <param name="ExpectedVersion">The version in the store; for a student also 0, when nothing was ever saved about that student.</param>
public sealed record StoredDeletion(string Subject, int ExpectedVersion)
{
    /// <summary>The deletion of a thing as it was read.</summary>
    /// <param name="value">The thing as it is.</param>
    public static StoredDeletion Of(IStored value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value.Subject, value.Version);
    }
}

/// <summary>A caller's request, so that the same one has one effect however often it comes.</summary>
/// <param name="Key">The caller's name for it; used again only for the same request.</param>
/// <param name="Digest">What was asked, as 64 hexadecimal digits of SHA-256; another digest under the same key is refused.</param>
public sealed record CommandStamp(CommandKey Key, string Digest);
