using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Where several outcomes hold, the first of them in the order of the contract is given.</summary>
internal static class OrderCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("A repeated request gives the first receipt whatever became of its things since", KeyFirst),
        new("A key that was reused is said before a deletion, a conflict or a seat", ReusedFirst),
        new("A deletion is said before a version conflict", DeletedFirst),
        new("A version conflict is said before a seat and an overlap", ConflictFirst),
        new("A stale commit whose seat is gone is a version conflict, not a fault of the caller", ConflictBeforeClaim),
        new("A seat is said before an overlap", SeatFirst),
        new("A commit that makes no sense is a fault also where its key was used", SenselessFirst),
    ];

    private static async Task KeyFirst(IPathwaysStore store)
    {
        var commit = Saving(Application("a1"), Placement("p1")) with { Command = Stamp("k") };
        await store.MustSaveAsync(North, commit).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Placement("p1") with { Version = 2 })).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.Duplicate>(North, commit, "A repetition after a change").ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a1", 1), new StoredDeletion("placement/p1", 2), Leaving("ana", 2))).ConfigureAwait(false);
        var again = await store.MustRefuseAsync<CommitOutcome.Duplicate>(North, commit, "A repetition after a deletion").ConfigureAwait(false);
        Check.Same("application/a1 1, placement/p1 1", StoredText.Of(again.First), "The receipt");
    }

    private static async Task ReusedFirst(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Command = Stamp("k") }).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a1", 1))).ConfigureAwait(false);
        var commit = Saving(Application("a1"), Application("a2") with { Version = 9 }) with { Seats = [Hold("application/a2")], Command = Stamp("k", 'b') };
        await store.MustRefuseAsync<CommitOutcome.KeyReused>(North, commit, "Another request under the key").ConfigureAwait(false);
    }

    private static async Task DeletedFirst(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"), Application("a2", "ben"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a1", 1))).ConfigureAwait(false);
        var stale = Application("a2", "ben") with { Version = 9 };
        await store.MustRefuseAsync<CommitOutcome.Deleted>(North, Saving(stale, Application("a1")), "A stale thing before a deleted one").ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.Deleted>(North, Saving(stale) with { Unchanged = [new("application/a1", 1)] }, "A stale thing that rests on a deleted one").ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(Leaving("ben", 1))).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.Deleted>(North, Saving(stale), "A stale thing of a deleted student").ConfigureAwait(false);
    }

    private static async Task ConflictFirst(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 0), Placement("p1"))).ConfigureAwait(false);
        var commit = Saving(Placement("p2"), Application("a1") with { Version = 2 }) with { Seats = [Hold("application/a1")] };
        await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, commit, "A stale thing, no seat, and an overlap").ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.VersionConflict>(
            North, Saving(Placement("p2")) with { Seats = [Hold("placement/p2")], Unchanged = [Student("ana", 0)] }, "A stale student, no seat, and an overlap").ConfigureAwait(false);
    }

    private static async Task ConflictBeforeClaim(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Application("a1")) with { Seats = [Hold("application/a1")] }).ConfigureAwait(false);
        var release = Saving(Application("a1") with { Version = 2 }) with { Seats = [Move(SeatMove.Release, "application/a1")] };
        await store.MustSaveAsync(North, release).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, release, "The second of two who release one seat").ConfigureAwait(false);
    }

    private static async Task SeatFirst(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 0), Placement("p1"))).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.NoSeatLeft>(North, Saving(Placement("p2")) with { Seats = [Move(SeatMove.Take, "placement/p2")] }, "No seat, and an overlap").ConfigureAwait(false);
    }

    private static async Task SenselessFirst(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Command = Stamp("k") }).ConfigureAwait(false);
        await Check.Throws<ArgumentException>(() => store.CommitAsync(North, Saving() with { Command = Stamp("k") }).AsTask(), "Nothing, under a used key").ConfigureAwait(false);
    }
}
