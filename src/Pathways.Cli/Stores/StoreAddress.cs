using Microsoft.Data.Sqlite;
using Npgsql;
using Pathways.Cli.Input;
using Pathways.EntityFrameworkCore;
using Pathways.EntityFrameworkCore.PostgreSql;
using Pathways.EntityFrameworkCore.Sqlite;
using Pathways.Testing;

namespace Pathways.Cli.Stores;

/// <summary>What sort of store it is.</summary>
internal enum StoreKind
{
    /// <summary>One JSON file.</summary>
    Json,

    /// <summary>One SQLite file.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database.</summary>
    PostgreSql,
}

/// <summary>What is to be done when the store is not there.</summary>
internal enum WhenMissing
{
    /// <summary>Nothing: it is an error, since an empty store would pass for one in which all is well.</summary>
    Fail,

    /// <summary>A file is made. Tables in a database are made by <c>pathways migrate</c> alone.</summary>
    Make,
}

/// <summary>Where a store is, as somebody wrote it after <c>--store</c>.</summary>
/// <param name="Kind">What sort of store.</param>
/// <param name="Connection">How to connect; may hold a password, and is never shown.</param>
/// <param name="Name">What it is called in messages: a file, or a connection without secrets.</param>
/// <param name="File">The file; empty for a server.</param>
internal sealed record StoreAddress(StoreKind Kind, string Connection, string Name, string File)
{
    private static readonly string[] Urls = ["postgres://", "postgresql://"];

    /// <summary>Reads an address.</summary>
    /// <exception cref="UsageException">It is none; of what may hold a password nothing is repeated.</exception>
    public static StoreAddress Parse(string option, string text)
    {
        Paths.Given(text, option);
        if (Urls.Any(url => text.StartsWith(url, StringComparison.OrdinalIgnoreCase)))
        {
            return PostgresAddress.OfUrl(option, text);
        }

        if (Begins(text, "Host") || Begins(text, "Server"))
        {
            return PostgresAddress.OfConnection(option, text);
        }

        if (Begins(text, "Data Source") || Begins(text, "DataSource") || Begins(text, "Filename"))
        {
            return Sqlite(option, text);
        }

        return text.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? new(StoreKind.Json, text, text, text)
            : Sqlite(option, new SqliteConnectionStringBuilder { DataSource = text }.ConnectionString);
    }

    /// <summary>Opens the store for use; one whose tables are older, newer or other than those of this program is refused.</summary>
    /// <exception cref="UsageException">It cannot be used; says why, and what to try.</exception>
    public async Task<IPathwaysStore> OpenAsync(WhenMissing missing, CancellationToken cancellationToken)
    {
        var isThere = CheckFile();
        if (!isThere && missing == WhenMissing.Fail)
        {
            throw Unusable("There is no such file. Maybe it is misspelt.");
        }

        if (Kind == StoreKind.Json)
        {
            return JsonFileStore.Open(File);
        }

        if (!isThere)
        {
            MakeFile();
        }

        var store = Database(creates: !isThere);
        try
        {
            // The first question makes the store look at its tables, and at the server behind them.
            await store.StateAsync(TenantScope.Of(TenantId.From("nobody")), "student/nobody", cancellationToken).ConfigureAwait(false);
            return store;
        }
        catch (SchemaException other)
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw Unusable(
                other.Found < other.Needed
                    ? $"{(other.Found == 0 ? "It has no tables of Pathways" : $"Its tables have version {other.Found}")}, and version {other.Needed} is needed. Nothing was changed. "
                        + $"Maybe run `pathways migrate --store {Name}`, after a backup."
                    : $"{other.Message} `pathways migrate` does not change such tables.");
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException or NotSupportedException)
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw Unusable(fault.Message);
        }
    }

    /// <summary>The database, without a look at its tables.</summary>
    public EfPathwaysStore Database(bool creates = false) => Kind == StoreKind.Sqlite
        ? SqliteStores.Open(Connection, new() { CreateIfMissing = creates })
        : PostgreSqlStores.Open(Connection);

    /// <summary>Makes the file of a SQLite database that is not there yet, empty and for its owner alone; the files beside it take their mode from it.</summary>
    public void MakeFile()
    {
        if (Kind != StoreKind.Sqlite || OperatingSystem.IsWindows() || new SqliteConnectionStringBuilder(Connection).Mode != SqliteOpenMode.ReadWriteCreate)
        {
            return;
        }

        // Another process may make it at the same moment, and then it stays as it is.
        using var made = new FileStream(
            File, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
    }

    /// <summary>Whether the file is there; a server always is, as far as anybody knows before asking.</summary>
    public bool CheckFile()
    {
        if (Kind == StoreKind.PostgreSql)
        {
            return true;
        }

        if (Directory.Exists(File))
        {
            throw Unusable("This is a folder, where a file is expected. Give the name of a file in it.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(File)) is { } folder && !Directory.Exists(folder))
        {
            throw Unusable("The folder above it does not exist.");
        }

        return System.IO.File.Exists(File);
    }

    /// <summary>Writes the journal of a SQLite file back and empties it, so that what was deleted is in neither.</summary>
    /// <returns>Whether nothing is left in the journal; <see langword="false"/> while another process reads or writes.</returns>
    public async Task<bool> EmptyJournalAsync(CancellationToken cancellationToken)
    {
        if (Kind != StoreKind.Sqlite)
        {
            return true;
        }

        using var connection = await OpenFileAsync(cancellationToken).ConfigureAwait(false);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture) == 0;
    }

    /// <summary>Why the store cannot be used.</summary>
    public UsageException Unusable(string why) => new($"--store {Name}: {why}");

    private async Task<SqliteConnection> OpenFileAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(Connection) { Pooling = false, DefaultTimeout = 5 }.ConnectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        return connection;
    }

    private static bool Begins(string text, string keyword) =>
        text.StartsWith(keyword, StringComparison.OrdinalIgnoreCase) && text[keyword.Length..].TrimStart().StartsWith('=');

    private static StoreAddress Sqlite(string option, string text)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(text);
            return builder.DataSource is "" or ":memory:" || builder.Mode == SqliteOpenMode.Memory || builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
                ? throw new UsageException($"{option} {builder.DataSource}: this names no file. Give one, such as pathways.db.")
                : new(StoreKind.Sqlite, builder.ConnectionString, builder.DataSource, builder.DataSource);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new UsageException($"{option}: this is no connection of SQLite. Expected a file, such as pathways.db, or \"Data Source=pathways.db\".");
        }
    }
}
