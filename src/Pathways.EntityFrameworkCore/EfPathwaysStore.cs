using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Pathways.EntityFrameworkCore;

/// <summary>Keeps everything in a relational database; safe to use from any number of threads, processes and machines at once.</summary>
/// <remarks>
/// Made by the package of a database, such as <c>SqliteStores.Open</c>. A commit is one transaction that locks the names it is about in one order for all; when somebody
/// else is in the way all the same, it is tried again a few times, and then a <see cref="ConcurrencyException"/> says so. The schema is looked at before the store is used for the first
/// time, and never changed unless <see cref="Schema"/> is asked to.
/// </remarks>
public sealed partial class EfPathwaysStore : IPathwaysStore, IAsyncDisposable, IDisposable
{
    private readonly Database _database;
    private readonly SessionSource _sessions;
    private readonly SchemaGate _gate;
    private readonly bool _isBorrowing;

    internal EfPathwaysStore(Database database, bool createsIfMissing)
        : this(database, new OwnSessions(database), new SchemaGate(new(database), createsIfMissing), isBorrowing: false)
    {
    }

    private EfPathwaysStore(Database database, SessionSource sessions, SchemaGate gate, bool isBorrowing) => (_database, _sessions, _gate, _isBorrowing) = (database, sessions, gate, isBorrowing);

    /// <summary>The tables, and how they are brought up to date.</summary>
    public SchemaMigrator Schema => _gate.Migrator;

    /// <inheritdoc cref="Database.Watch"/>
    internal Action<string>? Watch
    {
        set => _database.Watch = value;
    }

    /// <summary>This store inside a transaction of the caller: what is committed is kept when the caller commits, and gone without trace when the caller rolls back.</summary>
    /// <remarks>
    /// A refused or failed call leaves the transaction as it was before the call, and usable. Nothing is tried twice: where somebody else is in the way, a <see cref="ConcurrencyException"/>
    /// says so at once. One transaction serves one tenant. Whoever waits for events should be told only after the caller has committed.
    /// </remarks>
    /// <param name="transaction">The transaction, on a connection to the same database.</param>
    /// <returns>A store that is good until the transaction ends.</returns>
    public EfPathwaysStore In(DbTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return new(_database, new BorrowedSessions(_database, transaction), _gate, isBorrowing: true);
    }

    /// <summary>This store inside the transaction that a context of Entity Framework Core has begun (<see cref="In(DbTransaction)"/>).</summary>
    /// <param name="context">The context's database, in a transaction.</param>
    /// <exception cref="InvalidOperationException">No transaction was begun.</exception>
    public EfPathwaysStore In(DatabaseFacade context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return In((context.CurrentTransaction ?? throw new InvalidOperationException("The context is in no transaction. Maybe call BeginTransaction first.")).GetDbTransaction());
    }

    /// <inheritdoc/>
    public async ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        CommitWork.ThrowIfSenseless(commit);
        return await WriteAsync(
            scope, commit.Changes.Select(change => change.Value.Subject).Concat(commit.Deletions.Select(deletion => deletion.Subject)).First(),
            async session =>
            {
                var outcome = await new CommitWork(session, _database, commit).CarryAsync(cancellationToken).ConfigureAwait(false);
                return (outcome, outcome is CommitOutcome.Committed);
            },
            () => new CommitOutcome.TenantMismatch(scope.Tenant), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<CarriedOut?> FindCommandAsync(TenantScope scope, CommandKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(scope, session => CommitWork.FindAsync(session, key, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SubjectState> StateAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return ReadAsync(
            scope,
            async session =>
            {
                var found = await session.QueryAsync(new Statement($"{SubjectRow.Select} = @subject").With("subject", subject), SubjectRow.Read, cancellationToken).ConfigureAwait(false);
                return found.SingleOrDefault()?.State ?? new(subject, 0, IsDeleted: false);
            },
            cancellationToken);
    }

    /// <summary>The tenants of whom anything was ever saved, by name.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns><see langword="null"/> where the database shows nothing of a tenant before the tenant is named, as PostgreSQL does.</returns>
    public async ValueTask<ImmutableArray<TenantId>?> TenantsAsync(CancellationToken cancellationToken = default) => _database.Tenants is not { } list
        ? null
        : await ReadAsync(
            TenantScope.Of(SchemaMigrator.Nobody),
            async session => (await session.QueryAsync(new(list), row => TenantId.From(row.Key(0)), cancellationToken).ConfigureAwait(false)).ToImmutableArray(),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<int> ForgetAsync(TenantScope scope, Instant before, CancellationToken cancellationToken = default) => WriteAsync(
        scope, "the requests that were carried out",
        async session =>
        {
            var forgotten = await session.ExecuteAsync(
                new Statement(
                    "DELETE FROM pathways_commands WHERE tenant = @tenant AND decided_at < @before; DELETE FROM pathways_inbox WHERE tenant = @tenant AND received_at < @before")
                    .With("before", Moments.Nanoseconds(before)),
                cancellationToken).ConfigureAwait(false);
            return (forgotten, forgotten > 0);
        },
        null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_isBorrowing)
        {
            _gate.Dispose();
            await _database.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isBorrowing)
        {
            _gate.Dispose();
            _database.Dispose();
        }
    }

    private async ValueTask<T> ReadAsync<T>(TenantScope scope, Func<Session, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var tenant = scope.Tenant;
        cancellationToken.ThrowIfCancellationRequested();
        await _gate.PassAsync(cancellationToken).ConfigureAwait(false);
        return await _sessions.ReadAsync(tenant, read, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<T> WriteAsync<T>(
        TenantScope scope, string about, Func<Session, ValueTask<(T Result, bool IsKept)>> write, Func<T>? mismatch, CancellationToken cancellationToken)
    {
        var tenant = scope.Tenant;
        cancellationToken.ThrowIfCancellationRequested();
        await _gate.PassAsync(cancellationToken).ConfigureAwait(false);
        return await _sessions.WriteAsync(tenant, about, write, mismatch, cancellationToken).ConfigureAwait(false);
    }
}
