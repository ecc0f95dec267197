using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>A request has one effect, however often it comes.</summary>
internal static class CommandCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("A repeated request has one effect and gives the first receipt", Repeats),
        new("A key that was used for another request is refused", Reused),
        new("A request can be looked up with what it saved", Found),
        new("Tenants do not share keys", Apart),
    ];

    private static async Task Repeats(IPathwaysStore store)
    {
        var commit = Saving(Listing("clinic", 1), Application("a1")) with { Command = Stamp("k"), Seats = [Hold("application/a1")] };
        var first = await store.MustSaveAsync(North, commit).ConfigureAwait(false);
        var again = Check.Is<CommitOutcome.Duplicate>(await store.CommitAsync(North, commit).ConfigureAwait(false), "The same request again");
        Check.Sequence(first.Saved, again.First.Saved, "The receipt");
        Check.Same(1, (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Length, "The lines of the audit log");
        Check.Same(2, (await store.PendingAsync(North, 10).ConfigureAwait(false)).Length, "The events");
        Check.Same(1, (await store.CountSeatsAsync(North, OpportunityId.From("clinic")).ConfigureAwait(false)).Held, "The seats held");
    }

    private static async Task Reused(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Command = Stamp("k") }).ConfigureAwait(false);
        var outcome = await store.CommitAsync(North, Saving(Application("a2")) with { Command = Stamp("k", 'b') }).ConfigureAwait(false);
        Check.Same(CommandKey.From("k"), Check.Is<CommitOutcome.KeyReused>(outcome, "Another request under the same key").Key, "The key");
        Check.Same(null, await store.FindAsync(North, StudentApplicationId.From("a2")).ConfigureAwait(false), "The other request's thing");
    }

    private static async Task Found(IPathwaysStore store)
    {
        var receipt = await store.MustSaveAsync(North, Saving(Application("a1")) with { Command = Stamp("k") }).ConfigureAwait(false);
        var found = await store.FindCommandAsync(North, CommandKey.From("k")).ConfigureAwait(false);
        Check.Same(Stamp("k").Digest, found?.Digest, "The digest");
        Check.Sequence(receipt.Saved, found!.Receipt.Saved, "The receipt");
    }

    private static async Task Apart(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Command = Stamp("k") }).ConfigureAwait(false);
        await store.MustSaveAsync(South, Saving(Application("a2")) with { Command = Stamp("k", 'b') }).ConfigureAwait(false);
    }
}
