namespace Pathways.EntityFrameworkCore;

/// <summary>A connection in use for one tenant, inside a transaction or not.</summary>
/// <param name="connection">The connection.</param>
/// <param name="transaction">The transaction; <see langword="null"/> for a single read.</param>
/// <param name="tenant">Whose data.</param>
/// <param name="prefix">A statement with one row that goes before each read, or <see langword="null"/>.</param>
/// <param name="watch">Is told of each statement before it is carried out, one by one; <see langword="null"/> for nobody.</param>
internal sealed class Session(DatabaseConnection connection, DbTransaction? transaction, TenantId tenant, string? prefix, Action<string>? watch = null)
{
    private readonly string _tenant = KeyText.Encode(tenant.Value);

    public TenantId Tenant { get; } = tenant;

    /// <summary>Carries statements out.</summary>
    /// <returns>How many rows they changed.</returns>
    public async ValueTask<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
    {
        watch?.Invoke(statement.Sql);
        var command = Command(statement, statement.Sql);
        await using (connection.Using(command).ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Carries statements out of which nobody wants to know how many rows they changed, in one go where the database can.</summary>
    public async ValueTask ExecuteAllAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        if (!connection.Connection.CanCreateBatch || watch is not null)
        {
            foreach (var statement in statements)
            {
                await ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        if (statements.Count == 0)
        {
            return;
        }

        var batch = connection.Connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.Transaction = transaction;
            foreach (var statement in statements)
            {
                var command = batch.CreateBatchCommand();
                command.CommandText = statement.Sql;
                Fill(command.Parameters, command.CreateParameter, statement);
                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads every row of every result.</summary>
    public async ValueTask<List<T>> QueryAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        watch?.Invoke(statement.Sql);
        var rows = new List<T>();
        var command = Command(statement, prefix is null ? statement.Sql : $"{prefix}; {statement.Sql}");
        await using (connection.Using(command).ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                if (prefix is not null)
                {
                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                }

                do
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        rows.Add(read(reader));
                    }
                }
                while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return rows;
    }

    private DbCommand Command(Statement statement, string sql)
    {
        var command = connection.Command(sql);
        command.Transaction = transaction;
        command.Parameters.Clear();
        Fill(command.Parameters, command.CreateParameter, statement);
        return command;
    }

    private void Fill(DbParameterCollection parameters, Func<DbParameter> create, Statement statement)
    {
        Add("tenant", _tenant);
        foreach (var (name, value) in statement.Values)
        {
            Add(name, value is string text ? KeyText.Encode(text) : value);
        }

        void Add(string name, object? value)
        {
            var parameter = create();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            parameters.Add(parameter);
        }
    }
}

/// <summary>How rows are read.</summary>
internal static class Columns
{
    public static string Key(this DbDataReader row, int column) => KeyText.Decode(row.GetString(column));

    public static string? FindKey(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Key(column);
}
