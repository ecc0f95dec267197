using Npgsql;

namespace Pathways.Cli.Tests;

/// <summary>A test that needs a server; skipped, and said so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() =>
        Skip = PostgresPlace.Server is null ? "PATHWAYS_POSTGRES names no server. Run `eng/postgres.sh start` and export what it prints." : null;
}

/// <summary>A schema of a test's own in the database of <c>PATHWAYS_POSTGRES</c>.</summary>
internal sealed class PostgresPlace : IAsyncDisposable
{
    private readonly string _name = $"t_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";

    public static string? Server { get; } = Environment.GetEnvironmentVariable("PATHWAYS_POSTGRES");

    public string Address => new NpgsqlConnectionStringBuilder(Server!) { SearchPath = _name, Pooling = false }.ConnectionString;

    public static async Task<PostgresPlace> MakeAsync()
    {
        var place = new PostgresPlace();
        await place.RunAsync($"CREATE SCHEMA {place._name}");
        return place;
    }

    public async ValueTask DisposeAsync() => await RunAsync($"DROP SCHEMA {_name} CASCADE");

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Address);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
