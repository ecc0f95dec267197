using System.Data.Common;
using Microsoft.Data.Sqlite;
using Pathways.EntityFrameworkCore.Sqlite;

namespace Pathways.Campaign;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteTarget(string path) : Target
{
    public override string Name => "SQLite";

    public override string Address => $"sqlite:{path}";

    public override async Task PrepareAsync()
    {
        await using var store = SqliteStores.Open($"Data Source={path}");
        await store.Schema.ApplyAsync();
    }

    public override Task<Opened> OpenAsync(Action<string>? atStatement = null)
    {
        var store = SqliteStores.Open($"Data Source={path}");
        store.Watch = atStatement;
        return Task.FromResult(new Opened(store, store.Dispose));
    }

    public override async Task<DbConnection> ConnectAsync(TenantScope? scope = null)
    {
        var connection = new SqliteConnection($"Data Source={path};Default Timeout=120;Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
