using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Many at once get no more than there is.</summary>
internal static class RaceCases
{
    private const int Writers = 24;

    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Of many who take the last seats at once as many succeed as there are seats", Seats),
        new("Of many who change one thing at once one succeeds", OneThing),
        new("Of many who repeat one request at once one has an effect", OneRequest),
        new("Of many placements of one student at once one is saved", OneStudent),
    ];

    private static async Task Seats(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 5))).ConfigureAwait(false);
        var outcomes = await AtOnce(i => store.CommitAsync(North, Saving(Application($"a{i}", $"s{i}")) with { Seats = [Hold($"application/a{i}")] })).ConfigureAwait(false);
        Check.Same(5, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "Who got one of five seats");
        Check.Same(Writers - 5, outcomes.Count(outcome => outcome is CommitOutcome.NoSeatLeft), "Who did not");
        Check.Same(5, (await store.ListAsync(North, new ApplicationQuery()).ConfigureAwait(false)).Items.Length, "The applications saved");
        Check.Same(5, (await store.PendingAsync(North, 100).ConfigureAwait(false)).Count(pending => pending.Event.Subject != "opportunity/clinic"), "The events");
        Check.Same(0, (await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false)).Free, "The free seats");
    }

    private static async Task OneThing(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        var outcomes = await AtOnce(_ => store.CommitAsync(North, Saving(Application("a1") with { Version = 2 }))).ConfigureAwait(false);
        Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "Who changed it");
        Check.Same(Writers - 1, outcomes.Count(outcome => outcome is CommitOutcome.VersionConflict), "Who did not");
        Check.Same(2, (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Length, "The lines of the audit log");
    }

    private static async Task OneRequest(IPathwaysStore store)
    {
        var outcomes = await AtOnce(_ => store.CommitAsync(North, Saving(Application("a1")) with { Command = Stamp("k") })).ConfigureAwait(false);
        Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "Who carried the request out");
        Check.Same(Writers - 1, outcomes.Count(outcome => outcome is CommitOutcome.Duplicate), "Who repeated it");
        Check.Same(1, (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Length, "The lines of the audit log");
    }

    private static async Task OneStudent(IPathwaysStore store)
    {
        var outcomes = await AtOnce(i => store.CommitAsync(North, Saving(Placement($"p{i}")))).ConfigureAwait(false);
        Check.Same(1, outcomes.Count(outcome => outcome is CommitOutcome.Committed), "The placements saved");
        Check.Same(Writers - 1, outcomes.Count(outcome => outcome is CommitOutcome.Overlap), "The placements refused");
    }

    private static async Task<CommitOutcome[]> AtOnce(Func<int, ValueTask<CommitOutcome>> act)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, Writers).Select(i => Task.Run(async () =>
        {
            await start.Task.ConfigureAwait(false);
            return await act(i).ConfigureAwait(false);
        })).ToArray();
        start.SetResult();
        return await Task.WhenAll(all).ConfigureAwait(false);
    }
}
