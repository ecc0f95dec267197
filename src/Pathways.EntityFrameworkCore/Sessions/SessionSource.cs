namespace Pathways.EntityFrameworkCore;

/// <summary>Gives sessions: on connections of the store's own, or on one that is borrowed.</summary>
internal abstract class SessionSource
{
    /// <summary>Reads.</summary>
    public abstract ValueTask<T> ReadAsync<T>(TenantId tenant, Func<Session, ValueTask<T>> read, CancellationToken cancellationToken);

    /// <summary>Writes, all or nothing.</summary>
    /// <param name="tenant">Whose data.</param>
    /// <param name="about">What it is about, for the message when others are in the way each time.</param>
    /// <param name="write">Does it, and says whether it is kept; it may be asked again.</param>
    /// <param name="mismatch">What comes of it when the connection is bound to another tenant; <see langword="null"/> to throw.</param>
    /// <param name="cancellationToken">Gives up before anything is kept.</param>
    public abstract ValueTask<T> WriteAsync<T>(TenantId tenant, string about, Func<Session, ValueTask<(T Result, bool IsKept)>> write, Func<T>? mismatch, CancellationToken cancellationToken);
}

/// <summary>Sessions on connections of the store's own: each write is a transaction, tried again when somebody else was in the way.</summary>
internal sealed class OwnSessions(Database database) : SessionSource
{
    public override async ValueTask<T> ReadAsync<T>(TenantId tenant, Func<Session, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(isWriting: false, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await read(new(connection, null, tenant, database.BindTenant)).ConfigureAwait(false);
        }
    }

    public override async ValueTask<T> WriteAsync<T>(
        TenantId tenant, string about, Func<Session, ValueTask<(T Result, bool IsKept)>> write, Func<T>? mismatch, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(tenant, write, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is RaceException || (fault is DbException broken && database.IsRace(broken)))
            {
                if (attempt == database.MostAttempts)
                {
                    throw new ConcurrencyException(about, attempt);
                }
            }

            await Database.PauseAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<T> TryAsync<T>(TenantId tenant, Func<Session, ValueTask<(T Result, bool IsKept)>> write, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(isWriting: true, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = await database.BeginAsync(connection.Connection, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var session = new Session(connection, transaction, tenant, null, database.Watch);
                if (database.BindTenant is { } bind)
                {
                    await session.ExecuteAsync(new(bind), cancellationToken).ConfigureAwait(false);
                }

                var (result, isKept) = await write(session).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                if (isKept)
                {
                    database.Watch?.Invoke("COMMIT");
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                    database.Watch?.Invoke("COMMITTED");
                }
                else
                {
                    await transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
                }

                return result;
            }
        }
    }
}

/// <summary>Sessions inside a transaction of the caller, which is left usable whatever happens; nothing is tried twice, and what is kept is the caller's to commit.</summary>
internal sealed class BorrowedSessions(Database database, DbTransaction transaction) : SessionSource
{
    private const string Savepoint = "pathways";

    public override async ValueTask<T> ReadAsync<T>(TenantId tenant, Func<Session, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var session = Borrow(tenant);
        await transaction.SaveAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        var isRead = false;
        try
        {
            if (!await BindAsync(session, cancellationToken).ConfigureAwait(false))
            {
                throw Mismatch(tenant);
            }

            var found = await read(session).ConfigureAwait(false);
            isRead = true;
            return found;
        }
        finally
        {
            // A read that was cut off ends the transaction in some databases, unless it is undone.
            if (!isRead)
            {
                await transaction.RollbackAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
            }

            await transaction.ReleaseAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
        }
    }

    public override async ValueTask<T> WriteAsync<T>(
        TenantId tenant, string about, Func<Session, ValueTask<(T Result, bool IsKept)>> write, Func<T>? mismatch, CancellationToken cancellationToken)
    {
        var session = Borrow(tenant);
        await transaction.SaveAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        var isKept = false;
        try
        {
            if (!await BindAsync(session, cancellationToken).ConfigureAwait(false))
            {
                return mismatch is null ? throw Mismatch(tenant) : mismatch();
            }

            (var result, isKept) = await write(session).ConfigureAwait(false);
            return result;
        }
        catch (Exception fault) when (fault is RaceException || (fault is DbException broken && database.IsRace(broken)))
        {
            throw new ConcurrencyException(about, 1);
        }
        finally
        {
            if (!isKept)
            {
                await transaction.RollbackAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
            }

            await transaction.ReleaseAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private Session Borrow(TenantId tenant)
    {
        var connection = transaction.Connection ?? throw new InvalidOperationException("The transaction is over. Maybe it was committed before the store was used.");
        return new(new(connection, keepsCommands: false, _ => ValueTask.CompletedTask), transaction, tenant, null, database.Watch);
    }

    /// <summary>Binds the transaction to the tenant, unless it is bound already.</summary>
    /// <returns>Whether it is bound to this tenant.</returns>
    private async ValueTask<bool> BindAsync(Session session, CancellationToken cancellationToken)
    {
        if (database.BoundTenant is not { } bound || database.BindTenant is not { } bind)
        {
            return true;
        }

        var found = await session.QueryAsync(new(bound), row => row.FindKey(0), cancellationToken).ConfigureAwait(false);
        if (!string.IsNullOrEmpty(found[0]))
        {
            return found[0] == session.Tenant.Value;
        }

        await session.ExecuteAsync(new(bind), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static InvalidOperationException Mismatch(TenantId tenant) => new($"The connection belongs to another tenant than {tenant}. Maybe use one transaction for each tenant.");
}
