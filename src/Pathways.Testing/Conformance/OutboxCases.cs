using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Events wait until somebody took them.</summary>
internal static class OutboxCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Events wait, oldest first, until they are taken", Wait),
        new("Saying twice that an event was taken does no harm", Twice),
    ];

    private static async Task Wait(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"), Application("a2"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a3"))).ConfigureAwait(false);
        var first = await store.PendingAsync(North, 2).ConfigureAwait(false);
        Check.Sequence(["application/a1", "application/a2"], first.Select(pending => pending.Event.Subject), "The first events");
        Check.That(first[0].Position < first[1].Position, "The positions of events do not grow.");
        Check.Same(new TransitionEvent("Saved", "application/a1", 1, StudentId.From("ana"), OpportunityId.From("clinic"), Noon), first[0].Event, "An event");
        Check.Sequence(first, await store.PendingAsync(North, 2).ConfigureAwait(false), "The events that nobody took");
        await store.MarkTakenAsync(North, [first[1].Position]).ConfigureAwait(false);
        Check.Sequence(
            ["application/a1", "application/a3"], (await store.PendingAsync(North, 10).ConfigureAwait(false)).Select(pending => pending.Event.Subject), "The events left");
    }

    private static async Task Twice(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        var events = await store.PendingAsync(North, 10).ConfigureAwait(false);
        await store.MarkTakenAsync(North, [events[0].Position]).ConfigureAwait(false);
        await store.MarkTakenAsync(North, [events[0].Position, events[0].Position + 1000]).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a2"))).ConfigureAwait(false);
        Check.Same(1, (await store.PendingAsync(North, 10).ConfigureAwait(false)).Length, "The events left");
    }
}
