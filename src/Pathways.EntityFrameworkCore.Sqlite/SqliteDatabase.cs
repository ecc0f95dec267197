using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Pathways.EntityFrameworkCore.Sqlite;

/// <summary>One SQLite file. It has one writer at a time: inside the process they queue here, between processes SQLite makes them wait.</summary>
internal sealed class SqliteDatabase : Database
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    private readonly string _connectionString;
    private readonly string _settings;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<DatabaseConnection> _readers = [];
    private readonly ConcurrentBag<DatabaseConnection> _writers = [];
    private volatile bool _isClosed;

    public SqliteDatabase(string connectionString, Duration patience)
    {
        var milliseconds = (int)Math.Clamp(patience.TotalMilliseconds, 0, int.MaxValue);
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 1 };
        if (builder.DataSource.Length == 0 || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory)
        {
            throw new ArgumentException($"\"{connectionString}\" names no file. Maybe use the in-memory store of Pathways.Testing.", nameof(connectionString));
        }

        _connectionString = builder.ConnectionString;

        // The journal is the file's own setting, and only who may write to the file changes it. FULL makes what was committed survive a loss of power; secure_delete overwrites what is erased.
        _settings = $"PRAGMA busy_timeout = {milliseconds}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";
    }

    // Each attempt waits as long as the patience lasts.
    public override int MostAttempts => 3;

    public override Assembly Scripts => typeof(SqliteDatabase).Assembly;

    public override string CountTables => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @name";

    public override string Tenants => "SELECT DISTINCT tenant FROM pathways_subjects ORDER BY tenant";

    public override async ValueTask<DatabaseConnection> OpenAsync(bool isWriting, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(EfPathwaysStore));
        if (!isWriting)
        {
            return _readers.TryTake(out var reader) ? reader : await MakeAsync(_settings, GiveReaderBackAsync, cancellationToken).ConfigureAwait(false);
        }

        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _writers.TryTake(out var writer) ? writer : await MakeAsync($"{_settings} PRAGMA journal_mode = WAL;", GiveWriterBackAsync, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _writing.Release();
            throw;
        }
    }

    public override ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        new(((SqliteConnection)connection).BeginTransaction(deferred: false)); // BEGIN IMMEDIATE: nobody else writes from here on.

    public override bool IsRace(DbException fault) =>
        fault is SqliteException { SqliteErrorCode: Busy or Locked } or SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken };

    public override async ValueTask DisposeAsync()
    {
        _isClosed = true;
        while (_readers.TryTake(out var connection) || _writers.TryTake(out connection))
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        _isClosed = true;
        while (_readers.TryTake(out var connection) || _writers.TryTake(out connection))
        {
            connection.Connection.Dispose();
        }
    }

    private async ValueTask<DatabaseConnection> MakeAsync(string settings, Func<DatabaseConnection, ValueTask> giveBack, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
#pragma warning disable CA2100 // Constants and one number.
                command.CommandText = settings;
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            return new(connection, keepsCommands: true, giveBack);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private ValueTask GiveReaderBackAsync(DatabaseConnection connection) => KeepAsync(_readers, connection);

    private async ValueTask GiveWriterBackAsync(DatabaseConnection connection)
    {
        await KeepAsync(_writers, connection).ConfigureAwait(false);
        _writing.Release();
    }

    private ValueTask KeepAsync(ConcurrentBag<DatabaseConnection> kept, DatabaseConnection connection)
    {
        if (_isClosed)
        {
            return connection.CloseAsync();
        }

        kept.Add(connection);
        return ValueTask.CompletedTask;
    }
}
