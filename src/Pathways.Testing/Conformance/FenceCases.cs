using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>A student counts as a thing: its version grows with every commit about it, and deleting it ends what can be saved about it.</summary>
internal static class FenceCases
{
    private static readonly IStored[] OfAna = [Application("a1"), Placement("p1"), Document("d1"), Hours("h1"), Entry("ana", "e1")];

    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("A student's version grows by one with each commit, however many things it saves", ByOne),
        new("A student's version grows with every kind of thing of that student", EveryKind),
        new("A student's version grows when a thing of that student is deleted", Deletions),
        new("A student's version stays with commits that are refused, repeated, of others or of other tenants", Stays),
        new("Nothing of any kind is saved about a student who was deleted", Fenced),
        new("What is left of a student who was deleted can still be deleted", LeftOver),
        new("A student who was deleted stays deleted, and others go on", Others),
        new("A student of whom nothing was ever saved can be deleted", Unknown),
        new("A stale deletion of a student is a version conflict", Stale),
        new("A student goes together with everything about that student in one commit", Together),
    ];

    private static async Task ByOne(IPathwaysStore store)
    {
        Check.Same(0, await store.VersionAsync("student/ana").ConfigureAwait(false), "The version of a student of whom nothing was saved");
        await store.MustSaveAsync(North, Saving(Application("a1"), Application("a2"), Placement("p1"), Hours("h1"), Application("a3", "ben"))).ConfigureAwait(false);
        Check.Same(1, await store.VersionAsync("student/ana").ConfigureAwait(false), "The version after one commit of four things");
        await store.MustSaveAsync(North, Saving(Application("a1") with { Version = 2 })).ConfigureAwait(false);
        Check.Same(2, await store.VersionAsync("student/ana").ConfigureAwait(false), "The version after two commits");
        Check.Same(1, await store.VersionAsync("student/ben").ConfigureAwait(false), "The version of the other student");
    }

    private static async Task EveryKind(IPathwaysStore store)
    {
        var version = 0;
        foreach (var value in OfAna)
        {
            await store.MustSaveAsync(North, Saving(value)).ConfigureAwait(false);
            Check.Same(++version, await store.VersionAsync("student/ana").ConfigureAwait(false), $"The version after {value.Subject}");
        }
    }

    private static async Task Deletions(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving([.. OfAna, Application("a2", "ben")])).ConfigureAwait(false);
        var version = 1;
        foreach (var value in OfAna)
        {
            await store.MustSaveAsync(North, Deleting(StoredDeletion.Of(value))).ConfigureAwait(false);
            Check.Same(++version, await store.VersionAsync("student/ana").ConfigureAwait(false), $"The version after the deletion of {value.Subject}");
        }

        Check.Same(1, await store.VersionAsync("student/ben").ConfigureAwait(false), "The version of the other student");
    }

    private static async Task Stays(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Command = Stamp("k") }).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.Duplicate>(North, Saving(Application("a1")) with { Command = Stamp("k") }, "The same request").ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, Saving(Application("a1"), Application("a2")), "A second beginning").ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.NoSeatLeft>(North, Saving(Application("a2")) with { Seats = [Hold("application/a2")] }, "No seat").ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Partner("hospital"), Run("r1"), Application("a3", "ben"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a3", "ben") with { Version = 2 }) with { Unchanged = [new("application/a1", 1), Student("ana", 1)] }).ConfigureAwait(false);
        await store.MustSaveAsync(South, Saving(Application("a1"))).ConfigureAwait(false);
        Check.Same(1, await store.VersionAsync("student/ana").ConfigureAwait(false), "The version of the student");
    }

    private static async Task Fenced(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"), Listing("clinic", 1))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a1", 1), Leaving("ana", 1))).ConfigureAwait(false);
        Check.That((await store.StateAsync(North, "student/ana").ConfigureAwait(false)).IsDeleted, "The state of a student who was deleted does not say so.");
        foreach (var value in OfAna.Where(value => value is not Pathways.Application).Append(Application("a2")))
        {
            var deleted = await store.MustRefuseAsync<CommitOutcome.Deleted>(North, Saving(value), $"{value.Subject} of a student who was deleted").ConfigureAwait(false);
            Check.Same("student/ana", deleted.Subject, "Who was deleted");
            await store.MustLackAsync(North, value).ConfigureAwait(false);
        }
    }

    private static async Task LeftOver(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"), Application("a2"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a1", 1), Leaving("ana", 1))).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.Deleted>(North, Saving(Application("a2") with { Version = 2 }), "A change of what is left").ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a2", 1))).ConfigureAwait(false);
        Check.That(await store.FindAsync(North, StudentApplicationId.From("a2")).ConfigureAwait(false) is null, "What was left is still there.");
        var state = await store.StateAsync(North, "student/ana").ConfigureAwait(false);
        Check.That(state.IsDeleted, "The student is not deleted any more.");
    }

    private static async Task Others(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"), Application("a2", "ben"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a1", 1), Leaving("ana", 1))).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.Deleted>(North, Deleting(Leaving("ana", 0)), "A second deletion").ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.Deleted>(North, Saving(Application("a3", "ben")) with { Unchanged = [Student("ana", 0)] }, "A decision that rests on the student").ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a2", "ben") with { Version = 2 }, Entry("Ana", "e1"))).ConfigureAwait(false);
    }

    private static async Task Unknown(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Deleting(Leaving("ana", 0))).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.Deleted>(North, Saving(Entry("ana", "e1")), "A first entry of a student who was deleted").ConfigureAwait(false);
    }

    private static async Task Stale(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        foreach (var version in new[] { 0, 2 })
        {
            var conflict = await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, Deleting(Leaving("ana", version)), "A stale deletion of a student").ConfigureAwait(false);
            Check.Same(new("student/ana", version, 1), conflict, "The conflict");
        }

        await store.MustSaveAsync(North, Saving(Application("a2"))).ConfigureAwait(false);
    }

    private static async Task Together(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving([.. OfAna])).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting([.. OfAna.Select(StoredDeletion.Of), Leaving("ana", 1)])).ConfigureAwait(false);
        foreach (var value in OfAna)
        {
            await store.MustLackAsync(North, value).ConfigureAwait(false);
            Check.Same(2, (await store.HistoryAsync(North, value.Subject).ConfigureAwait(false)).Length, $"The lines of the audit log about {value.Subject}");
        }
    }
}
