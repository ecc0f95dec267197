using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>A database of a test's own, gone afterwards.</summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    public static TheoryData<string> Names => PostgresSchema.Server is null ? ["SQLite"] : ["SQLite", "PostgreSQL"];

    public static async Task<TestDatabase> MakeAsync(string name) => name == "SQLite" ? new SqliteFile() : await PostgresSchema.MakeAsync();

    public abstract EfPathwaysStore Open(bool creates = true);

    public abstract DbConnection Connect();

    /// <summary>Takes everything out, where that is faster than making another database.</summary>
    public virtual ValueTask<bool> TryEmptyAsync() => new(false);

    public abstract void Configure(DbContextOptionsBuilder options);

    public async Task<DbConnection> ConnectAsync()
    {
        var connection = Connect();
        await connection.OpenAsync();
        return connection;
    }

    public async Task<long> RunAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        return await RunAsync(connection, null, sql);
    }

    public static async Task<long> RunAsync(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return await command.ExecuteScalarAsync() is { } found and not DBNull ? Convert.ToInt64(found, CultureInfo.InvariantCulture) : 0;
    }

    public abstract ValueTask DisposeAsync();
}
