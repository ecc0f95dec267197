namespace Pathways.EntityFrameworkCore;

/// <summary>A connection for a while, with the commands that were prepared on it.</summary>
internal sealed class DatabaseConnection(DbConnection connection, bool keepsCommands, Func<DatabaseConnection, ValueTask> giveBack) : IAsyncDisposable
{
    private const int MostCommands = 200;

    private readonly bool _keepsCommands = keepsCommands;
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    public DbConnection Connection { get; } = connection;

    /// <summary>A command with that text; nobody else uses it until it is given back by <see cref="Using"/>.</summary>
    public DbCommand Command(string sql)
    {
        if (_commands.Remove(sql, out var kept))
        {
            return kept;
        }

        var command = Connection.CreateCommand();
#pragma warning disable CA2100 // The text is put together from constants and names of parameters; every value is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>What keeps the command, or throws it away, once it was used.</summary>
    public IAsyncDisposable Using(DbCommand command) => new Use(this, command);

    public async ValueTask CloseAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync().ConfigureAwait(false);
        }

        _commands.Clear();
        await Connection.DisposeAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => giveBack(this);

    private sealed class Use(DatabaseConnection connection, DbCommand command) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            if (!connection._keepsCommands || connection._commands.Count >= MostCommands || !connection._commands.TryAdd(command.CommandText, command))
            {
                return command.DisposeAsync();
            }

            command.Transaction = null;
            return ValueTask.CompletedTask;
        }
    }
}
