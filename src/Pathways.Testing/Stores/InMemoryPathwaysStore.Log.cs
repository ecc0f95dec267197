namespace Pathways.Testing;

/// <content>Records, partners, and everything that is kept beside things: requests, seats, the audit log, the outbox and the inbox.</content>
public sealed partial class InMemoryPathwaysStore
{
    /// <inheritdoc/>
    public ValueTask<StudentRecordEntry?> FindAsync(TenantScope scope, StudentId student, EntryId id, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Records.Find(TenantRoom.RecordKey(student, id)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<StudentRecordEntry>> ListAsync(TenantScope scope, RecordQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(
            scope,
            room => room.Records.Page(query, entry => Is(query.Student, entry.Student) && (query.Days is not { } days || days.Contains(entry.Entry.On)), query.Student?.Value),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<PartnerListing?> FindAsync(TenantScope scope, PartnerId id, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Partners.Find(id.Value), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<PartnerListing>> ListAsync(TenantScope scope, PartnerQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(
            scope, room => room.Partners.Page(query, partner => Any(query.States, partner.State) && (query.VettedUntilBy is not { } by || partner.VettedUntil <= by)), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<SubjectState> StateAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return In(scope, room => room.StateOf(subject), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<int> ForgetAsync(TenantScope scope, Instant before, CancellationToken cancellationToken = default) => In(
        scope,
        room => room.Commands.Where(pair => pair.Value.At < before).Select(pair => pair.Key).ToArray().Count(room.Commands.Remove)
            + room.Inbox.Where(pair => pair.Value < before).Select(pair => pair.Key).ToArray().Count(room.Inbox.Remove),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<SeatHolding>> ListSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Seats.Of(id), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<AuditLine>> HistoryAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return In(scope, room => room.Log.History(subject), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Page<AuditEntry>> ListAsync(TenantScope scope, AuditQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(scope, room => room.Log.Page(query), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<AuditSeal?> SealAsync(TenantScope scope, Instant at, AuditSealKey? key = null, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Log.Seal(scope.Tenant, at, key), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<AuditSeal>> ListAsync(TenantScope scope, SealQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(scope, room => room.Log.Page(query), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<OutboxEvent>> PendingAsync(TenantScope scope, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return In(scope, room => room.Outbox.Take(limit).Select(pair => new OutboxEvent(pair.Key, pair.Value)).ToImmutableArray(), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask MarkTakenAsync(TenantScope scope, IReadOnlyList<long> positions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(positions);
        await In(scope, room => positions.Count(room.Outbox.Remove), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReceiveAsync(TenantScope scope, InboxMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentException.ThrowIfNullOrEmpty(message.Id);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Id.Length, 512);
        return In(scope, room => room.Inbox.TryAdd((message.Source, message.Id), message.At), cancellationToken);
    }
}
