using System.Data.Common;
using System.Diagnostics;
using Npgsql;
using Pathways.EntityFrameworkCore.PostgreSql;

namespace Pathways.Campaign;

/// <summary>A PostgreSQL database that <c>eng/postgres.sh</c> started.</summary>
internal sealed class PostgreSqlTarget(string connectionString) : Target
{
    public override string Name => "PostgreSQL";

    public override string Address => $"postgresql:{connectionString}";

    public int Port => new NpgsqlConnectionStringBuilder(connectionString).Port;

    /// <summary>The same database through another port, without encryption, so that a proxy sees what is sent.</summary>
    public PostgreSqlTarget At(int port) => new(new NpgsqlConnectionStringBuilder(connectionString) { Port = port, SslMode = SslMode.Disable, Host = "127.0.0.1" }.ConnectionString);

    public override async Task PrepareAsync()
    {
        await using var store = PostgreSqlStores.Open(connectionString);
        await store.Schema.ApplyAsync();
    }

    public override Task<Opened> OpenAsync(Action<string>? atStatement = null)
    {
        var store = PostgreSqlStores.Open(connectionString);
        store.Watch = atStatement;
        return Task.FromResult(new Opened(store, store.Dispose));
    }

    public override async Task<DbConnection> ConnectAsync(TenantScope? scope = null)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        if (scope is { } bound)
        {
            await RawSql.RunAsync(connection, $"SELECT set_config('pathways.tenant', '{bound.Tenant}', false)");
        }

        return connection;
    }

    /// <summary>Stops the server without a shutdown, as when its machine fails, and starts it again.</summary>
    public static async Task CrashAsync()
    {
        await ScriptAsync("crash");
        await ScriptAsync("start");
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Whether <c>eng/postgres.sh</c> started it, so that it may be crashed.</summary>
    public async Task<bool> IsOursAsync() => (await ScriptAsync("port")).Trim() == Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>How often the server says that it began after a crash.</summary>
    public static async Task<int> RecoveriesAsync() =>
        (await ScriptAsync("log")).Split('\n').Count(line => line.Contains("database system was not properly shut down", StringComparison.Ordinal));

    private static async Task<string> ScriptAsync(string verb)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Tests.Repository.Root, "eng", "postgres.sh"), verb]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"eng/postgres.sh {verb} ended with {process.ExitCode}.");
    }
}
