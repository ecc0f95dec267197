using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>The records of students: entries that never change, named within their student's record.</summary>
internal static class RecordCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("An entry of every kind is read back with everything it says", EveryKind),
        new("Two students may have entries of one name", SameName),
        new("Entries come by student and then by identifier, ordinally", InOrder),
        new("An entry is selected by student and by day", Selected),
        new("An entry is saved once", Once),
    ];

    private static async Task EveryKind(IPathwaysStore store)
    {
        StudentRecordEntry[] entries = [.. RecordEntries.All.Select(entry => new StudentRecordEntry { Student = StudentId.From("ana"), Entry = entry })];
        await store.MustSaveAsync(North, Saving([.. entries])).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            await store.MustHoldAsync(North, entry).ConfigureAwait(false);
            var found = await store.FindAsync(North, entry.Student, entry.Entry.Id).ConfigureAwait(false);
            Check.That(entry.Entry.Equals(found?.Entry), $"{entry.Entry} is not equal to what was saved.");
        }

        Check.Same(1, await store.VersionAsync("student/ana").ConfigureAwait(false), "The version of the student");
    }

    private static async Task SameName(IPathwaysStore store)
    {
        // Without care "a/b" with "c" and "a" with "b/c" are one name.
        StudentRecordEntry[] entries = [Entry("ana", "e1"), Entry("ben", "e1", Fall.End), Entry("a/b", "c"), Entry("a", "b/c"), Entry("a~1b", "c"), Entry("a~", "1b/c"), Entry("Ana", "e1")];
        foreach (var entry in entries)
        {
            await store.MustSaveAsync(North, Saving(entry)).ConfigureAwait(false);
        }

        foreach (var entry in entries)
        {
            await store.MustHoldAsync(North, entry).ConfigureAwait(false);
            Check.Same(1, (await store.ListAsync(North, new RecordQuery { Student = entry.Student }).ConfigureAwait(false)).Items.Length, $"The entries of {entry.Student}");
        }
    }

    private static async Task InOrder(IPathwaysStore store)
    {
        string[] students = ["a", "a!", "a/", "a~", "aa", "A", "a b", "ä", "a0"];
        var entries = students.SelectMany(student => new[] { Entry(student, "e2"), Entry(student, "e10"), Entry(student, "/"), Entry(student, "!") }).ToArray();
        await store.MustSaveAsync(North, Saving([.. entries])).ConfigureAwait(false);
        var expected = entries.OrderBy(entry => entry.Student).ThenBy(entry => entry.Entry.Id).Select(entry => entry.Subject).ToArray();
        foreach (var limit in new[] { 1, 3, 4, 1000 })
        {
            var found = await StoredText.AllAsync(new RecordQuery { Limit = limit }, query => store.ListAsync(North, query)).ConfigureAwait(false);
            Check.Sequence(expected, found.Select(entry => entry.Subject), $"The entries in pages of {limit}");
        }
    }

    private static async Task Selected(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Entry("ana", "e1", new(2026, 9, 1)), Entry("ana", "e2", new(2026, 9, 2)), Entry("ben", "e1", new(2026, 9, 2)), Entry("ben", "e2", new(2026, 9, 3)))).ConfigureAwait(false);
        await Select(new() { Student = StudentId.From("ana") }, "record-entry/ana/e1", "record-entry/ana/e2").ConfigureAwait(false);
        await Select(new() { Days = new(new(2026, 9, 2), new(2026, 9, 2)) }, "record-entry/ana/e2", "record-entry/ben/e1").ConfigureAwait(false);
        await Select(new() { Student = StudentId.From("ben"), Days = new(new(2026, 9, 3), new(2026, 9, 30)) }, "record-entry/ben/e2").ConfigureAwait(false);
        await Select(new() { Student = StudentId.From("cy") }).ConfigureAwait(false);

        async Task Select(RecordQuery query, params string[] subjects) =>
            Check.Sequence(subjects, (await store.ListAsync(North, query).ConfigureAwait(false)).Items.Select(entry => entry.Subject), "The entries");
    }

    private static async Task Once(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Entry("ana", "e1"))).ConfigureAwait(false);
        var conflict = await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, Saving(Entry("ana", "e1", Fall.End)), "An entry once more").ConfigureAwait(false);
        Check.Same(new("record-entry/ana/e1", 0, 1), conflict, "The conflict");
        await store.MustHoldAsync(North, Entry("ana", "e1")).ConfigureAwait(false);
    }
}
