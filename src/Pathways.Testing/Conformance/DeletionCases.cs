using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>What is deleted is gone for good, and what was written about it stays.</summary>
internal static class DeletionCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("A thing of every kind that was deleted is neither found nor listed, and its state says so", Gone),
        new("A stale deletion is a version conflict and deletes nothing", Stale),
        new("A deletion of what does not exist is a version conflict", Missing),
        new("Deleted stays deleted: whoever comes late is refused", Stays),
        new("What was written about a thing stays when it is deleted", Written),
        new("A commit that deletes and saves does both or neither", BothOrNeither),
        new("A receipt names what was deleted, also when the request is repeated", Receipt),
        new("A deletion frees no seat by itself", Seats),
        new("A placement that was deleted is in nobody's way", InNobodysWay),
        new("A placement may take the days of one that the same commit deletes", Replaced),
        new("An opportunity that the same commit deletes has no seat", NoSeat),
        new("A deletion in one tenant deletes nothing of another", Apart),
        new("A deletion that makes no sense is refused as a fault of the caller", Senseless),
    ];

    private static async Task Gone(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(ReadBackCases.OfEveryKind)).ConfigureAwait(false);
        foreach (var value in ReadBackCases.OfEveryKind)
        {
            await store.MustSaveAsync(North, Deleting(StoredDeletion.Of(value))).ConfigureAwait(false);
            await store.MustLackAsync(North, value).ConfigureAwait(false);
            Check.Same(new SubjectState(value.Subject, 1, IsDeleted: true), await store.StateAsync(North, value.Subject).ConfigureAwait(false), $"The state of {value.Subject}");
        }

        Check.Same(0, (await store.ListAsync(North, new OpportunityQuery()).ConfigureAwait(false)).Items.Length, "The opportunities");
        Check.Same(0, (await store.ListAsync(North, new ApplicationQuery { Student = StudentId.From("ana") }).ConfigureAwait(false)).Items.Length, "The applications");
        Check.Same(0, (await store.ListAsync(North, new PlacementQuery()).ConfigureAwait(false)).Items.Length, "The placements");
        Check.Same(0, (await store.ListAsync(North, new DocumentQuery()).ConfigureAwait(false)).Items.Length, "The documents");
        Check.Same(0, (await store.ListAsync(North, new HoursQuery()).ConfigureAwait(false)).Items.Length, "The hours");
        Check.Same(0, (await store.ListAsync(North, new MatchRunQuery()).ConfigureAwait(false)).Items.Length, "The match runs");
        Check.Same(0, (await store.ListAsync(North, new RecordQuery { Student = StudentId.From("ana") }).ConfigureAwait(false)).Items.Length, "The entries of the record");
        Check.Same(0, (await store.ListAsync(North, new PartnerQuery()).ConfigureAwait(false)).Items.Length, "The partners");
    }

    private static async Task Stale(IPathwaysStore store)
    {
        var now = Application("a1") with { Version = 2 };
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(now)).ConfigureAwait(false);
        foreach (var version in new[] { 1, 3 })
        {
            var conflict = await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, Deleting(new StoredDeletion("application/a1", version)), "A stale deletion").ConfigureAwait(false);
            Check.Same(new("application/a1", version, 2), conflict, "The conflict");
            await store.MustHoldAsync(North, now).ConfigureAwait(false);
        }

        Check.Same(2, (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Length, "The lines of the audit log");
    }

    private static async Task Missing(IPathwaysStore store)
    {
        var conflict = await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, Deleting(new StoredDeletion("application/a1", 1)), "A deletion of nothing").ConfigureAwait(false);
        Check.Same(new("application/a1", 1, 0), conflict, "The conflict");
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
    }

    private static async Task Stays(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a1", 1))).ConfigureAwait(false);
        foreach (var (commit, when) in new[]
        {
            (Saving(Application("a1") with { Version = 2 }), "A late writer"), (Saving(Application("a1")), "A second beginning"),
            (Deleting(new StoredDeletion("application/a1", 1)), "A second deletion"), (Saving(Application("a2")) with { Unchanged = [new("application/a1", 1)] }, "A decision that rests on it"),
        })
        {
            Check.Same("application/a1", (await store.MustRefuseAsync<CommitOutcome.Deleted>(North, commit, when).ConfigureAwait(false)).Subject, when);
        }

        await store.MustLackAsync(North, Application("a1")).ConfigureAwait(false);
        await store.MustLackAsync(North, Application("a2")).ConfigureAwait(false);
    }

    private static async Task Written(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a1", 1))).ConfigureAwait(false);
        Check.Sequence(["Save", "Delete"], (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Select(line => line.Trigger), "The lines of the audit log");
        Check.Sequence(["Saved", "Deleted"], (await store.PendingAsync(North, 10).ConfigureAwait(false)).Select(pending => pending.Event.Name), "The events");
        Check.Same(2, (await store.ListAsync(North, new AuditQuery { Subject = "application/a1" }).ConfigureAwait(false)).Items.Length, "The chain");
    }

    private static async Task BothOrNeither(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"), Application("a2"))).ConfigureAwait(false);
        var both = Deleting(new StoredDeletion("application/a1", 1)) with { Changes = [StoredChange.To(Application("a2") with { Version = 3 })] };
        await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, both, "A deletion beside a stale change").ConfigureAwait(false);
        await store.MustHoldAsync(North, Application("a1")).ConfigureAwait(false);
        await store.MustSaveAsync(North, both with { Changes = [StoredChange.To(Application("a2") with { Version = 2 })] }).ConfigureAwait(false);
        await store.MustLackAsync(North, Application("a1")).ConfigureAwait(false);
        await store.MustHoldAsync(North, Application("a2") with { Version = 2 }).ConfigureAwait(false);
    }

    private static async Task Receipt(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        var commit = Deleting(new StoredDeletion("application/a1", 1)) with { Command = Stamp("k"), Changes = [StoredChange.To(Application("a2"))] };
        Check.Same("application/a2 1, application/a1 deleted", StoredText.Of(await store.MustSaveAsync(North, commit).ConfigureAwait(false)), "The receipt");
        var again = await store.MustRefuseAsync<CommitOutcome.Duplicate>(North, commit, "The same request again").ConfigureAwait(false);
        Check.Same("application/a2 1, application/a1 deleted", StoredText.Of(again.First), "The receipt of the repetition");
    }

    private static async Task Seats(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Application("a1")) with { Seats = [Hold("application/a1")] }).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/a1", 1))).ConfigureAwait(false);
        Check.Same(1, (await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false)).Held, "The seats held");
        await store.MustSaveAsync(North, Saving(Application("a2")) with { Seats = [Move(SeatMove.Release, "application/a1"), Hold("application/a2")] }).ConfigureAwait(false);
    }

    private static async Task InNobodysWay(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Placement("p1"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("placement/p1", 1))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Placement("p2"))).ConfigureAwait(false);
    }

    private static async Task Replaced(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Placement("p1"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Placement("p2")) with { Deletions = [new("placement/p1", 1)] }).ConfigureAwait(false);
        await store.MustHoldAsync(North, Placement("p2")).ConfigureAwait(false);
    }

    private static async Task NoSeat(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1))).ConfigureAwait(false);
        var commit = Saving(Application("a1")) with { Deletions = [new("opportunity/clinic", 1)], Seats = [Hold("application/a1")] };
        await store.MustRefuseAsync<CommitOutcome.NoSeatLeft>(North, commit, "A seat of what is deleted").ConfigureAwait(false);
        await store.MustHoldAsync(North, Listing("clinic", 1)).ConfigureAwait(false);
    }

    private static async Task Apart(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        await store.MustSaveAsync(South, Saving(Application("a1"))).ConfigureAwait(false);
        await store.MustSaveAsync(South, Deleting(new StoredDeletion("application/a1", 1))).ConfigureAwait(false);
        await store.MustSaveAsync(South, Deleting(Leaving("ana", 2))).ConfigureAwait(false);
        await store.MustHoldAsync(North, Application("a1")).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a1") with { Version = 2 })).ConfigureAwait(false);
    }

    private static async Task Senseless(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        foreach (var (commit, when) in new[]
        {
            (Deleting(new StoredDeletion("application/a1", 1), new StoredDeletion("application/a1", 1)), "A thing twice"), (Deleting(new StoredDeletion("application/a1", 0)), "A deletion at version 0"),
            (Saving(Application("a1") with { Version = 2 }) with { Deletions = [new("application/a1", 1)] }, "A thing that is saved and deleted"), (Deleting(Leaving("ana", -1)), "A student at version -1"),
        })
        {
            await Check.Throws<ArgumentException>(() => store.CommitAsync(North, commit).AsTask(), when).ConfigureAwait(false);
            await store.MustHoldAsync(North, Application("a1")).ConfigureAwait(false);
        }
    }
}
