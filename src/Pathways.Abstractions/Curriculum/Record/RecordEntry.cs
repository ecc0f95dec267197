using System.Diagnostics;

namespace Pathways;

/// <summary>One thing that happened on a student's way, as the record keeps it.</summary>
/// <remarks>
/// An entry never changes: what was wrong is taken back by a <see cref="Correction"/>. A record is a set of entries, so the order in which
/// they are added does not matter. Free texts may be personal, so printing shows the kind and the identifier alone.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract record RecordEntry
{
    private protected RecordEntry()
    {
    }

    /// <summary>Which entry; unique within the record.</summary>
    public required EntryId Id { get; init; }

    /// <summary>The day it happened.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who says so.</summary>
    public required Actor By { get; init; }

    /// <summary>The kind and the identifier alone.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Id}";
}
