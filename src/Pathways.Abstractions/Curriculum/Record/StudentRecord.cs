namespace Pathways;

/// <summary>What one student did, handed in, chose and was granted, from the first site visit to the debrief.</summary>
/// <remarks>
/// A set of entries: two records with the same entries are the same, in whatever order these came. Immutable; a new entry makes a new record.
/// </remarks>
public sealed record StudentRecord
{
    /// <summary>An empty record.</summary>
    /// <param name="student">Whose it is.</param>
    public StudentRecord(StudentId student) => Student = student;

    /// <summary>Whose record it is.</summary>
    public StudentId Student { get; }

    /// <summary>Every entry, also those corrected, in the order of days and, within a day, of identifiers.</summary>
    public ImmutableArray<RecordEntry> Entries { get; private init; } = [];

    /// <summary>The entries that count: neither corrected nor corrections, in the same order.</summary>
    public ImmutableArray<RecordEntry> Standing { get; private init; } = [];

    /// <summary>How many entries there are; grows by one with each.</summary>
    public int Version => Entries.Length;

    /// <summary>A record of many entries at once, such as from a store.</summary>
    /// <param name="student">Whose it is.</param>
    /// <param name="entries">The entries, in any order; each identifier once.</param>
    /// <exception cref="ArgumentException">An identifier comes twice.</exception>
    public static StudentRecord From(StudentId student, IEnumerable<RecordEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ImmutableArray<RecordEntry> sorted = [.. entries.OrderBy(entry => entry.On).ThenBy(entry => entry.Id)];
        var seen = new HashSet<EntryId>();
        foreach (var entry in sorted.Where(entry => !seen.Add(entry.Id)))
        {
            throw new ArgumentException($"Two entries of {student} are called \"{entry.Id}\". Maybe one was read twice.", nameof(entries));
        }

        HashSet<EntryId> corrected = [.. sorted.OfType<Correction>().Select(correction => correction.Corrected)];
        return new(student)
        {
            Entries = sorted,
            Standing = [.. sorted.Where(entry => entry is not Correction && !corrected.Contains(entry.Id))],
        };
    }

    /// <inheritdoc/>
    public bool Equals(StudentRecord? other) =>
        other is not null && Student == other.Student && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Student, Entries.Length);

    /// <summary>Whose it is and how many entries it has; nothing of what they say.</summary>
    public override string ToString() => FormattableString.Invariant($"record of {Student}: {Entries.Length} entries");
}
