namespace Pathways.Curriculum;

/// <summary>Adds to students' records. Pure: a new record comes back, with its audit lines, or every reason why not.</summary>
/// <remarks>
/// A record is a set, so entries are judged together with everything that is added with them, in no order: version 2 of an artifact may stand
/// before version 1 in the list, on the same day too. What is in order stays in order whatever is added or corrected later. To correct takes
/// an entry out of account, but what refers to it stays: versions go on counting, and a corrected version may be entered anew under its number.
/// </remarks>
public static class StudentRecords
{
    /// <summary>Adds one entry.</summary>
    /// <param name="record">The record so far.</param>
    /// <param name="entry">What happened.</param>
    /// <param name="at">Now.</param>
    /// <param name="zone">Where the school is; without it a day has begun when it has begun anywhere on earth.</param>
    /// <returns>What is there already, word for word, adds nothing and is no fault.</returns>
    public static RecordOutcome Add(StudentRecord record, RecordEntry entry, Instant at, DateTimeZone? zone = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return AddAll(record, [entry], at, zone);
    }

    /// <summary>Adds several entries, all or none.</summary>
    /// <param name="record">The record so far.</param>
    /// <param name="entries">What happened, in any order.</param>
    /// <param name="at">Now.</param>
    /// <param name="zone">Where the school is; without it a day has begun when it has begun anywhere on earth.</param>
    /// <returns>What is there already, word for word, adds nothing and is no fault.</returns>
    public static RecordOutcome AddAll(StudentRecord record, IReadOnlyList<RecordEntry> entries, Instant at, DateTimeZone? zone = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(entries);
        var reasons = ImmutableArray.CreateBuilder<Refusal>();
        var added = New(record, entries, reasons);
        var known = new RecordIndex(record.Student, record.Entries.Concat(added));
        reasons.AddRange(added.SelectMany(entry => Faults(entry, known, RecordRules.All)));
        reasons.AddRange(DaysAhead(added, zone is null ? at.WithOffset(Offset.FromHours(14)).Date : at.InZone(zone).Date));
        if (reasons.Count > 0)
        {
            return new RecordOutcome.Refused(reasons.ToImmutable());
        }

        var today = zone is null ? at.WithOffset(Offset.FromHours(-12)).Date : at.InZone(zone).Date;
        return new RecordOutcome.Recorded(
            added.Count == 0 ? record : StudentRecord.From(record.Student, record.Entries.Concat(added)),
            [.. added.Select((entry, i) => new RecordAudit(record.Student, entry.Id, EntryKinds.Of(entry), entry.By, at, record.Version + i + 1))],
            [.. added.SelectMany(entry => Remarks(entry, known, today))]);
    }

    /// <summary>Judges a record that came from elsewhere, whoever entered what and when.</summary>
    /// <param name="record">The record.</param>
    /// <returns>Everything that is wrong; empty when the record is in order. What was made by adding is.</returns>
    public static ImmutableArray<Refusal> Check(StudentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var known = new RecordIndex(record.Student, record.Entries);
        return [.. record.Entries.SelectMany(entry => Faults(entry, known, RecordRules.Structure))];
    }

    internal static IEnumerable<Refusal> Faults(RecordEntry entry, RecordIndex known, ImmutableArray<Requirement<EntryFacts>> rules) =>
        Requirements.Unmet(rules, new EntryFacts(entry, known));

    private static List<RecordEntry> New(StudentRecord record, IReadOnlyList<RecordEntry> entries, ImmutableArray<Refusal>.Builder reasons)
    {
        var known = record.Entries.ToDictionary(entry => entry.Id);
        var added = new List<RecordEntry>();
        foreach (var entry in entries)
        {
            if (known.TryAdd(entry.Id, entry))
            {
                added.Add(entry);
            }
            else if (known[entry.Id] != entry)
            {
                reasons.Add(new("record.entry-taken",
                    $"{RecordRules.Name(entry)}: an entry {entry.Id} of {record.Student} says something else. Entries never change: correct that one and enter this one under a new name."));
            }
        }

        return added;
    }

    // What is planned lies ahead; everything else has happened.
    private static IEnumerable<Refusal> DaysAhead(IEnumerable<RecordEntry> added, LocalDate latest) =>
        from entry in added
        where entry.On > latest && entry is not Experience { Attendance: Attendance.Planned }
        select new Refusal("record.day-ahead",
            $"{RecordRules.Name(entry)} happened on {DayWord.Of(entry.On)}, which lies ahead of {DayWord.Of(latest)}. Maybe the year is wrong, or the experience is only planned.");

    private static IEnumerable<Remark> Remarks(RecordEntry entry, RecordIndex known, LocalDate today)
    {
        switch (entry)
        {
            case Experience { Attendance: Attendance.Planned } when entry.On < today:
                yield return new("record.planned-in-past",
                    $"{RecordRules.Name(entry)} was planned for {DayWord.Of(entry.On)}, which is over. Maybe enter who attended.");
                break;
            case Experience { Hours: > 24 } experience:
                yield return new("record.hours-of-many-days",
                    FormattableString.Invariant($"{RecordRules.Name(entry)} took {experience.Hours} hours, more than a day has. Maybe it sums up many days; then this is right."));
                break;
            case Correction correction when known.CorrectionsOf(correction.Corrected) > 1:
                yield return new("record.corrected-before", $"{RecordRules.Name(entry)}: {correction.Corrected} was corrected before. This changes nothing.");
                break;
        }
    }
}
