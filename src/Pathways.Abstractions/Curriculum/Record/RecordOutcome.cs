namespace Pathways;

/// <summary>What came of adding to a student's record.</summary>
public abstract record RecordOutcome
{
    private RecordOutcome()
    {
    }

    /// <summary>Everything was added.</summary>
    /// <param name="Record">The record with what is new.</param>
    /// <param name="Audit">One line for each entry that is new, in the order in which they were given; a store keeps them with the record.</param>
    /// <param name="Remarks">What is odd, but was taken.</param>
    public sealed record Recorded(StudentRecord Record, ImmutableArray<RecordAudit> Audit, ImmutableArray<Remark> Remarks) : RecordOutcome;

    /// <summary>Nothing was added.</summary>
    /// <param name="Reasons">Every reason, at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : RecordOutcome;
}

/// <summary>The line of the audit log about one new entry. It says nothing of what the entry says.</summary>
/// <param name="Student">Whose record.</param>
/// <param name="Entry">Which entry.</param>
/// <param name="Kind">What kind of entry.</param>
/// <param name="By">Who entered it.</param>
/// <param name="At">When it was entered; the day on which it happened is the entry's own.</param>
/// <param name="Version">The version of the record from then on.</param>
public sealed record RecordAudit(StudentId Student, EntryId Entry, EntryKind Kind, Actor By, Instant At, int Version);

/// <summary>Something odd that stands in no one's way: a stable code for programs and a sentence for people.</summary>
/// <param name="Code">Public and stable, such as <c>record.planned-in-past</c>.</param>
/// <param name="Sentence">What is odd, with the values, and what to try.</param>
public readonly record struct Remark(string Code, string Sentence)
{
    /// <summary>The code and the sentence.</summary>
    public override string ToString() => $"{Code}: {Sentence}";
}
