using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Events wait until somebody took them.</summary>
internal static class OutboxCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Events wait, oldest first, until they are taken", Wait),
        new("Saying twice that an event was taken does no harm", Twice),
        new("A relay delivers every event once and in order, and again what was not taken", Relay),
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

    private static async Task Relay(IPathwaysStore store)
    {
        for (var i = 0; i < 5; i++)
        {
            await store.MustSaveAsync(North, Saving([.. Enumerable.Range(0, 50).Select(k => Partner($"c{i}-{k}"))])).ConfigureAwait(false);
        }

        var receiver = new Receiver(stopAt: 130);
        var relay = new OutboxRelay(store, receiver);
        await Check.Throws<InvalidOperationException>(() => relay.RelayAsync(North).AsTask(), "A receiver that stops").ConfigureAwait(false);
        Check.Same(250 - 130, await relay.RelayAsync(North).ConfigureAwait(false), "How many events were left");
        Check.Same(0, await relay.RelayAsync(North).ConfigureAwait(false), "How many events were left then");
        var expected = Enumerable.Range(0, 5).SelectMany(i => Enumerable.Range(0, 50).Select(k => $"partner/c{i}-{k}@1:Saved"));
        Check.Sequence(expected, receiver.Received, "The events");
    }

    /// <summary>Takes events, and stops once.</summary>
    private sealed class Receiver(int stopAt) : IEventReceiver
    {
        private bool _stopped;

        public List<string> Received { get; } = [];

        public ValueTask ReceiveAsync(TenantScope scope, OutboxEvent happened, CancellationToken cancellationToken = default)
        {
            if (Received.Count == stopAt && !_stopped)
            {
                _stopped = true;
                throw new InvalidOperationException("The receiver stopped.");
            }

            Received.Add(happened.MessageId);
            return ValueTask.CompletedTask;
        }
    }
}
