using Npgsql;
using Pathways.EntityFrameworkCore.PostgreSql;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>A schema of a test's own in the database of <c>PATHWAYS_POSTGRES</c>, gone afterwards.</summary>
internal sealed class PostgresSchema : IAsyncDisposable
{
    private PostgresSchema(string name) => Name = name;

    public static string? Server { get; } = Environment.GetEnvironmentVariable("PATHWAYS_POSTGRES");

    public string Name { get; }

    public string ConnectionString => With(Server!);

    public static async Task<PostgresSchema> MakeAsync()
    {
        var schema = new PostgresSchema($"t_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}");
        await RunAsync(Server!, $"CREATE SCHEMA {schema.Name}");
        return schema;
    }

    public static async Task<long> RunAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is { } found ? Convert.ToInt64(found, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    public string With(string server) => new NpgsqlConnectionStringBuilder(server) { SearchPath = Name, MaxPoolSize = 30 }.ConnectionString;

    public EfPathwaysStore Open(bool creates = true) => PostgreSqlStores.Open(ConnectionString, new() { CreateIfMissing = creates });

    public Task<long> RunAsync(string sql) => RunAsync(ConnectionString, sql);

    public async ValueTask DisposeAsync() => await RunAsync(Server!, $"DROP SCHEMA {Name} CASCADE");
}

/// <summary>A test that needs a server; skipped, and said so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public const string Reason = "PATHWAYS_POSTGRES names no server. Run `eng/postgres.sh start` and export what it prints.";

    public PostgresFactAttribute() => Skip = PostgresSchema.Server is null ? Reason : null;
}

/// <summary>Tests that need a server; skipped, and said so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresSchema.Server is null ? PostgresFactAttribute.Reason : null;
}
