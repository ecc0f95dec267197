namespace Pathways.EntityFrameworkCore;

/// <summary>Looks at the tables of a store, and brings them up to date when it is asked to. Its scripts come with the package, numbered, and never change once they were released.</summary>
public sealed class SchemaMigrator
{
    /// <summary>Who asks where no tenant's data are asked for.</summary>
    internal static readonly TenantId Nobody = TenantId.From("(schema)");

    private readonly Database _database;

    internal SchemaMigrator(Database database) => (_database, Scripts) = (database, SchemaScript.In(database.Scripts));

    /// <summary>The scripts of this package, in order.</summary>
    public ImmutableArray<SchemaScript> Scripts { get; }

    /// <summary>Which scripts were applied, and which are missing.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<SchemaState> StateAsync(CancellationToken cancellationToken = default)
    {
        var connection = await _database.OpenAsync(isWriting: false, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var session = new Session(connection, null, Nobody, null);
            return await StateAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Applies the scripts that are missing, all in one transaction; others that do the same wait.</summary>
    /// <param name="cancellationToken">Gives up; nothing is applied then.</param>
    /// <returns>How many scripts were applied.</returns>
    /// <exception cref="SchemaException">The database is newer than this package, or a script that was applied is another than the one of this package.</exception>
    public async ValueTask<int> ApplyAsync(CancellationToken cancellationToken = default)
    {
        var connection = await _database.OpenAsync(isWriting: true, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = await _database.BeginAsync(connection.Connection, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var session = new Session(connection, transaction, Nobody, null);
                if (_database.LockSchema is { } @lock)
                {
                    await session.ExecuteAsync(new(@lock), cancellationToken).ConfigureAwait(false);
                }

                var state = await StateAsync(session, cancellationToken).ConfigureAwait(false);
                state.ThrowIfForeign();
                foreach (var script in state.Missing)
                {
                    await ApplyAsync(connection.Connection, transaction, session, script, cancellationToken).ConfigureAwait(false);
                }

                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return state.Missing.Length;
            }
        }
    }

    /// <summary>Looks at the database once the tables are there; again when somebody who changes them is in the way.</summary>
    /// <exception cref="ConcurrencyException">They were in the way each time.</exception>
    internal async ValueTask InspectAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await InspectOnceAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DbException fault) when (_database.IsRace(fault))
            {
                if (attempt == _database.MostAttempts)
                {
                    throw new ConcurrencyException("the tables of Pathways", attempt);
                }
            }

            await Database.PauseAsync(attempt, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask InspectOnceAsync(CancellationToken cancellationToken)
    {
        var connection = await _database.OpenAsync(isWriting: false, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await _database.InspectAsync(new(connection, null, Nobody, null), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask ApplyAsync(DbConnection connection, DbTransaction transaction, Session session, SchemaScript script, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
#pragma warning disable CA2100 // A script out of the package.
            command.CommandText = script.Sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await session.ExecuteAsync(
            new Statement("INSERT INTO pathways_schema (number, name, checksum) VALUES (@number, @name, @checksum)")
                .With("number", script.Number).With("name", script.Name).With("checksum", script.Checksum),
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<SchemaState> StateAsync(Session session, CancellationToken cancellationToken)
    {
        // Nothing here may fail, so that it may run where a failed statement would end a transaction.
        var tables = await session.QueryAsync(new Statement(_database.CountTables).With("name", "pathways_schema"), row => row.GetInt64(0), cancellationToken).ConfigureAwait(false);
        var applied = tables[0] == 0
            ? []
            : await session.QueryAsync(
                new("SELECT number, name, checksum FROM pathways_schema ORDER BY number"), row => new AppliedScript(row.GetInt32(0), row.GetString(1), row.GetString(2)), cancellationToken)
                .ConfigureAwait(false);
        return new([.. applied], Scripts);
    }
}
