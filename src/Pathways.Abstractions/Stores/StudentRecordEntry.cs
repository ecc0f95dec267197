namespace Pathways;

/// <summary>One entry of a student's record, as a store keeps it. An entry never changes, so its version is 1; what was wrong is taken back by a <see cref="Correction"/>.</summary>
public sealed record StudentRecordEntry : IStoredOfStudent
{
    /// <inheritdoc/>
    public required StudentId Student { get; init; }

    /// <summary>What happened.</summary>
    public required RecordEntry Entry { get; init; }

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string Subject => SubjectOf(Student, Entry.Id);

    /// <summary>The name of an entry: identifiers of entries are unique within a record alone, so the student's is a part of it, with <c>~</c> as <c>~0</c> and <c>/</c> as <c>~1</c>.</summary>
    /// <param name="student">Whose record.</param>
    /// <param name="entry">Which entry.</param>
    public static string SubjectOf(StudentId student, EntryId entry) =>
        $"record-entry/{student.Value.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}/{entry.Value}";

    /// <summary>The name alone.</summary>
    public override string ToString() => Subject;
}
