using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Many at once get no more than there is.</summary>
internal static class RaceCases
{
    private const int Writers = 24;

    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Of many who take the last seats at once as many succeed as there are seats", Seats, StoreCapabilities.Parallel),
        new("Of many who change one thing at once one succeeds", OneThing, StoreCapabilities.Parallel),
        new("Of many who repeat one request at once one has an effect", OneRequest, StoreCapabilities.Parallel),
        new("Of many placements of one student at once one is saved", OneStudent, StoreCapabilities.Parallel),
        new("Of two commits at once that each rest on the other's student one is saved", Crossed, StoreCapabilities.Parallel),
        new("Of two commits at once that each rest on the other's thing one is saved", CrossedThings, StoreCapabilities.Parallel),
        new("Of many who rest on a student at once and save about it one is saved", OneFence, StoreCapabilities.Parallel),
        new("Seats that are cut while they are taken are never fewer than those taken", Cut, StoreCapabilities.Parallel),
        new("Of a deletion and many changes at once none comes after the deletion", Deletion, StoreCapabilities.Parallel),
        new("Many who write about many things at once leave every chain whole and every event once", Chains, StoreCapabilities.Parallel),
    ];

    private static async Task Seats(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 5))).ConfigureAwait(false);
        var outcomes = await AtOnceAsync(i => store.CommitAsync(North, Saving(Application($"a{i}", $"s{i}")) with { Seats = [Hold($"application/a{i}")] })).ConfigureAwait(false);
        Check.Same(5, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "Who got one of five seats");
        Check.Same(Writers - 5, outcomes.Count(outcome => outcome is CommitOutcome.NoSeatLeft), "Who did not");
        Check.Same(5, (await store.ListAsync(North, new ApplicationQuery()).ConfigureAwait(false)).Items.Length, "The applications saved");
        Check.Same(5, (await store.PendingAsync(North, 100).ConfigureAwait(false)).Count(pending => pending.Event.Subject != "opportunity/clinic"), "The events");
        Check.Same(0, (await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false)).Free, "The free seats");
    }

    private static async Task OneThing(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        var outcomes = await AtOnceAsync(_ => store.CommitAsync(North, Saving(Application("a1") with { Version = 2 }))).ConfigureAwait(false);
        Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "Who changed it");
        Check.Same(Writers - 1, outcomes.Count(outcome => outcome is CommitOutcome.VersionConflict), "Who did not");
        Check.Same(2, (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Length, "The lines of the audit log");
    }

    private static async Task OneRequest(IPathwaysStore store)
    {
        var outcomes = await AtOnceAsync(_ => store.CommitAsync(North, Saving(Application("a1")) with { Command = Stamp("k") })).ConfigureAwait(false);
        Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "Who carried the request out");
        Check.Same(Writers - 1, outcomes.Count(outcome => outcome is CommitOutcome.Duplicate), "Who repeated it");
        Check.Same(1, (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Length, "The lines of the audit log");
    }

    private static async Task OneStudent(IPathwaysStore store)
    {
        var outcomes = await AtOnceAsync(i => store.CommitAsync(North, Saving(Placement($"p{i}")))).ConfigureAwait(false);
        Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "The placements saved");
        Check.Same(Writers - 1, outcomes.Count(outcome => outcome is CommitOutcome.Overlap), "The placements refused");
    }

    private static async Task Crossed(IPathwaysStore store)
    {
        for (var round = 0; round < 20; round++)
        {
            var (one, other) = ($"s{round}", $"t{round}");
            var outcomes = await AtOnceAsync(
                i => store.CommitAsync(North, Saving(Application($"a{round}-{i}", i == 0 ? one : other)) with { Unchanged = [Student(i == 0 ? other : one, 0)] }), 2).ConfigureAwait(false);
            Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "How many of two were saved that rest on each other's student");
            Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.VersionConflict), "How many of two were refused");
        }
    }

    private static async Task CrossedThings(IPathwaysStore store)
    {
        for (var round = 0; round < 20; round++)
        {
            PartnerListing[] both = [Partner($"c{round}"), Partner($"d{round}")];
            await store.MustSaveAsync(North, Saving([.. both])).ConfigureAwait(false);
            var outcomes = await AtOnceAsync(
                i => store.CommitAsync(North, Saving(both[i] with { Version = 2 }) with { Unchanged = [new(both[1 - i].Subject, 1)] }), 2).ConfigureAwait(false);
            Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "How many of two were saved that rest on each other's thing");
            Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.VersionConflict), "How many of two were refused");
        }
    }

    private static async Task OneFence(IPathwaysStore store)
    {
        var outcomes = await AtOnceAsync(i => store.CommitAsync(North, Saving(Hours($"h{i}")) with { Unchanged = [Student("ana", 0)] })).ConfigureAwait(false);
        Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "Who saved something");
        Check.Same(Writers - 1, outcomes.Count(outcome => outcome is CommitOutcome.VersionConflict), "Who did not");
        Check.Same(1, (await store.StateAsync(North, "student/ana").ConfigureAwait(false)).Version, "The version of the student");
    }

    private static async Task Cut(IPathwaysStore store)
    {
        const int Seats = 12;
        await store.MustSaveAsync(North, Saving(Listing("clinic", Seats))).ConfigureAwait(false);
        var outcomes = await AtOnceAsync(async i => i % 3 == 0
            ? await CutByOneAsync(store).ConfigureAwait(false)
            : await store.CommitAsync(North, Saving(Application($"a{i}", $"s{i}")) with { Seats = [Hold($"application/a{i}")] }).ConfigureAwait(false)).ConfigureAwait(false);
        var count = await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false);
        Check.That(count.Held <= count.Capacity, $"{count.Held} seats of {count.Capacity} are taken.");
        Check.Same(count.Held, (await store.ListAsync(North, new ApplicationQuery()).ConfigureAwait(false)).Items.Length, "The applications saved");
        Check.Same(Seats - count.Capacity, outcomes.Where((outcome, i) => i % 3 == 0 && outcome is CommitOutcome.Committed).Count(), "How many seats were cut");
    }

    private static async Task<CommitOutcome> CutByOneAsync(IPathwaysStore store)
    {
        var listing = await store.FindAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false);
        return await store.CommitAsync(North, Saving(listing! with { Version = listing.Version + 1, Offer = listing.Offer with { Seats = listing.Offer.Seats - 1 } })).ConfigureAwait(false);
    }

    private static async Task Deletion(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        var outcomes = await AtOnceAsync(
            i => store.CommitAsync(North, i == 0 ? Deleting(new StoredDeletion("application/a1", 1)) : i % 2 == 0 ? Saving(Application("a1")) : Saving(Application("a1") with { Version = 2 }))).ConfigureAwait(false);
        Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "How many of a deletion and many changes were saved");
        var isDeleted = outcomes[0] is CommitOutcome.Committed;
        Check.Same(isDeleted, (await store.StateAsync(North, "application/a1").ConfigureAwait(false)).IsDeleted, "Whether it is deleted");
        Check.Same(isDeleted, await store.FindAsync(North, StudentApplicationId.From("a1")).ConfigureAwait(false) is null, "Whether it is gone");
    }

    private static async Task Chains(IPathwaysStore store)
    {
        var outcomes = await AtOnceAsync(async i =>
        {
            var outcome = await store.CommitAsync(North, Saving(Application($"a{i}", $"s{i}")) with { Audit = [Line(0, i), Line(1, i)] }).ConfigureAwait(false);
            _ = i % 5 == 0 ? await store.SealAsync(North, Noon).ConfigureAwait(false) : null;
            return outcome;
        }).ConfigureAwait(false);
        Check.Same(Writers, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "Who saved something");
        await store.SealAsync(North, Noon).ConfigureAwait(false);
        var verdict = await AuditVerifier.VerifyAsync(store, North).ConfigureAwait(false);
        Check.That(verdict.Holds, $"An honest log does not hold: {string.Join("; ", verdict.Findings)}");
        Check.Same((Writers * 2L, 2, 0L), (verdict.Lines, verdict.Subjects, verdict.Unsealed), "The lines, chains, and lines that are not sealed");
        var pending = await store.PendingAsync(North, 1000).ConfigureAwait(false);
        Check.Same(Writers, pending.Select(waiting => waiting.MessageId).Distinct().Count(), "The events");
        Check.Same(Writers, pending.Length, "How many times the events wait");

        static AuditLine Line(int chain, int i) => new($"x/{chain}", i + 1, "Save", "", "Saved", Coordinator, Noon);
    }

    public static async Task<T[]> AtOnceAsync<T>(Func<int, ValueTask<T>> act, int writers = Writers)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, writers).Select(i => Task.Run(async () =>
        {
            await start.Task.ConfigureAwait(false);
            return await act(i).ConfigureAwait(false);
        })).ToArray();
        start.SetResult();
        return await Task.WhenAll(all).ConfigureAwait(false);
    }
}
