namespace Pathways.Testing;

/// <summary>A store in front of another: each call goes through <see cref="ReadAsync"/> or <see cref="WriteAsync"/>, and each can be overridden by itself.</summary>
/// <remarks>A closed family: <see cref="JsonFileStore"/>, and the stores of this project's own tests that break at a write, or do one thing wrong.</remarks>
public abstract class StoreWrapper : IPathwaysStore
{
    private protected StoreWrapper()
    {
    }

    /// <inheritdoc/>
    public virtual ValueTask<CarriedOut?> FindCommandAsync(TenantScope scope, CommandKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.FindCommandAsync(scope, key, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<OpportunityListing?> FindAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Page<OpportunityListing>> ListAsync(TenantScope scope, OpportunityQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<SeatCount> CountSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.CountSeatsAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Application?> FindAsync(TenantScope scope, StudentApplicationId id, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Page<Application>> ListAsync(TenantScope scope, ApplicationQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Placement?> FindAsync(TenantScope scope, PlacementId id, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Page<Placement>> ListAsync(TenantScope scope, PlacementQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<PlacementDocument?> FindAsync(TenantScope scope, DocumentId id, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Page<PlacementDocument>> ListAsync(TenantScope scope, DocumentQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<HoursEntry?> FindAsync(TenantScope scope, HoursEntryId id, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Page<HoursEntry>> ListAsync(TenantScope scope, HoursQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<MatchRun?> FindAsync(TenantScope scope, MatchRunId id, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Page<MatchRun>> ListAsync(TenantScope scope, MatchRunQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<ImmutableArray<AuditLine>> HistoryAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.HistoryAsync(scope, subject, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<StudentRecordEntry?> FindAsync(TenantScope scope, StudentId student, EntryId id, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.FindAsync(scope, student, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Page<StudentRecordEntry>> ListAsync(TenantScope scope, RecordQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<PartnerListing?> FindAsync(TenantScope scope, PartnerId id, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.FindAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Page<PartnerListing>> ListAsync(TenantScope scope, PartnerQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<SubjectState> StateAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.StateAsync(scope, subject, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<ImmutableArray<SeatHolding>> ListSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListSeatsAsync(scope, id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Page<AuditEntry>> ListAsync(TenantScope scope, AuditQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<Page<AuditSeal>> ListAsync(TenantScope scope, SealQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.ListAsync(scope, query, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<ImmutableArray<OutboxEvent>> PendingAsync(TenantScope scope, int limit, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.PendingAsync(scope, limit, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default) =>
        WriteAsync(store => store.CommitAsync(scope, commit, cancellationToken), outcome => outcome is CommitOutcome.Committed, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<int> ForgetAsync(TenantScope scope, Instant before, CancellationToken cancellationToken = default) =>
        WriteAsync(store => store.ForgetAsync(scope, before, cancellationToken), forgotten => forgotten > 0, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<AuditSeal?> SealAsync(TenantScope scope, Instant at, AuditSealKey? key = null, CancellationToken cancellationToken = default) =>
        WriteAsync(store => store.SealAsync(scope, at, key, cancellationToken), seal => seal is not null, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<bool> TryReceiveAsync(TenantScope scope, InboxMessage message, CancellationToken cancellationToken = default) =>
        WriteAsync(store => store.TryReceiveAsync(scope, message, cancellationToken), isFirst => isFirst, cancellationToken);

    /// <inheritdoc/>
    public virtual async ValueTask MarkTakenAsync(TenantScope scope, IReadOnlyList<long> positions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(positions);
        await WriteAsync(
            async store =>
            {
                await store.MarkTakenAsync(scope, positions, cancellationToken).ConfigureAwait(false);
                return positions.Count;
            },
            count => count > 0, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Carries a reading call out.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">The call, for the store behind.</param>
    /// <param name="cancellationToken">Gives up.</param>
    protected abstract ValueTask<T> ReadAsync<T>(Func<IPathwaysStore, ValueTask<T>> read, CancellationToken cancellationToken);

    /// <summary>Carries a writing call out.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="write">The call, for the store behind.</param>
    /// <param name="isChange">Whether what came of it says that something was written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    protected abstract ValueTask<T> WriteAsync<T>(Func<IPathwaysStore, ValueTask<T>> write, Func<T, bool> isChange, CancellationToken cancellationToken);
}
