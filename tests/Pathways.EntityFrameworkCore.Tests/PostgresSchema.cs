using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pathways.EntityFrameworkCore.PostgreSql;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>A schema of a test's own in the database of <c>PATHWAYS_POSTGRES</c>.</summary>
internal sealed class PostgresSchema : TestDatabase
{
    private PostgresSchema(string name) => Name = name;

    public static string? Server { get; } = Environment.GetEnvironmentVariable("PATHWAYS_POSTGRES");

    public static string? Administrator { get; } = Environment.GetEnvironmentVariable("PATHWAYS_POSTGRES_ADMIN");

    public string Name { get; }

    public string ConnectionString => With(Server!);

    public static async Task<PostgresSchema> MakeAsync()
    {
        var schema = new PostgresSchema($"t_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}");
        await using var connection = new NpgsqlConnection(schema.ConnectionString);
        await connection.OpenAsync();
        await RunAsync(connection, null, $"CREATE SCHEMA {schema.Name}");
        return schema;
    }

    /// <summary>The same schema, by another role or with other settings.</summary>
    public string With(string server) => new NpgsqlConnectionStringBuilder(server) { SearchPath = Name, Pooling = false }.ConnectionString;

    public override EfPathwaysStore Open(bool creates = true) =>
        PostgreSqlStores.Open(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = true, MaxPoolSize = 20 }.ConnectionString, new() { CreateIfMissing = creates });

    public override DbConnection Connect() => new NpgsqlConnection(ConnectionString);

    public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(ConnectionString);

    public override async ValueTask<bool> TryEmptyAsync()
    {
        await RunAsync(
            "TRUNCATE pathways_subjects, pathways_opportunities, pathways_applications, pathways_placements, pathways_documents, pathways_hours, pathways_match_runs, pathways_record_entries, "
            + "pathways_partners, pathways_slots, pathways_seats, pathways_commands, pathways_audit, pathways_seals, pathways_outbox, pathways_inbox CASCADE");
        return true;
    }

    public override async ValueTask DisposeAsync() => await RunAsync($"DROP SCHEMA {Name} CASCADE");
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
