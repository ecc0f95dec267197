namespace Pathways;

/// <summary>Takes events out of the outbox to whoever wants to know.</summary>
public interface IOutboxRelay
{
    /// <summary>Delivers what nobody took yet, oldest first, until nothing is left.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="cancellationToken">Stops after the event that is being delivered.</param>
    /// <returns>How many events were delivered.</returns>
    ValueTask<int> RelayAsync(TenantScope scope, CancellationToken cancellationToken = default);
}

/// <summary>Whoever wants to know of events; a host implements it.</summary>
public interface IEventReceiver
{
    /// <summary>Takes an event; returning says that it has it. A fault says that it does not: the event, and those after it, are delivered again later.</summary>
    /// <param name="scope">In whose data it happened.</param>
    /// <param name="happened">What happened. It may come more than once: <see cref="OutboxEvent.MessageId"/> tells (<see cref="IInboxStore"/>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask ReceiveAsync(TenantScope scope, OutboxEvent happened, CancellationToken cancellationToken = default);
}

/// <summary>Delivers each event at least once, in the order of the outbox.</summary>
/// <remarks>An event is marked only after the receiver has it, so one that was delivered before a crash is delivered again after it. One relay of a tenant at a time keeps the order.</remarks>
/// <param name="outbox">Where events wait.</param>
/// <param name="receiver">Who gets them.</param>
public sealed class OutboxRelay(IOutboxStore outbox, IEventReceiver receiver) : IOutboxRelay
{
    private const int AtOnce = 100;

    /// <inheritdoc/>
    public async ValueTask<int> RelayAsync(TenantScope scope, CancellationToken cancellationToken = default)
    {
        var delivered = 0;
        while (true)
        {
            var pending = await outbox.PendingAsync(scope, AtOnce, cancellationToken).ConfigureAwait(false);
            if (pending.IsEmpty)
            {
                return delivered;
            }

            var taken = new List<long>(pending.Length);
            try
            {
                foreach (var happened in pending)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await receiver.ReceiveAsync(scope, happened, cancellationToken).ConfigureAwait(false);
                    taken.Add(happened.Position);
                    delivered++;
                }
            }
            finally
            {
                if (taken.Count > 0)
                {
                    await outbox.MarkTakenAsync(scope, taken, CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
    }
}
