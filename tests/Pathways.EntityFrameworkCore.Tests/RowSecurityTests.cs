using Npgsql;
using Pathways.EntityFrameworkCore.PostgreSql;
using static Pathways.EntityFrameworkCore.Tests.Samples;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>The database keeps tenants apart, whatever a statement says.</summary>
public class RowSecurityTests
{
    private static readonly string[] Tables =
    [
        "subjects", "opportunities", "applications", "placements", "documents", "hours", "match_runs", "record_entries", "partners", "slots", "seats", "commands", "audit", "seals", "outbox", "inbox",
    ];

    [PostgresFact]
    public async Task Every_table_with_a_tenant_is_behind_the_wall()
    {
        await using var schema = await PostgresSchema.MakeAsync();
        await using var store = await FilledAsync(schema);
        Assert.Equal(Tables.Length, await schema.RunAsync($"SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = '{schema.Name}' AND column_name = 'tenant'"));
        foreach (var table in Tables)
        {
            Assert.Equal(0, await schema.RunAsync($"SELECT COUNT(*) FROM pathways_{table}"));
            var all = await CountAsync(schema, "north", table) + await CountAsync(schema, "south", table);
            Assert.Equal(all, PostgresSchema.Administrator is { } administrator ? await AsAdministratorAsync(schema.With(administrator), $"SELECT COUNT(*) FROM pathways_{table}") : all);
        }

        Assert.Equal(2, await CountAsync(schema, "north", "applications"));
        Assert.Equal(1, await CountAsync(schema, "south", "applications"));
    }

    [PostgresFact]
    public async Task A_statement_without_a_condition_touches_one_tenant_and_writes_no_other()
    {
        await using var schema = await PostgresSchema.MakeAsync();
        await using var store = await FilledAsync(schema);
        await using var connection = await schema.ConnectAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await TestDatabase.RunAsync(connection, transaction, "SELECT 1 FROM set_config('pathways.tenant', 'north', true)");
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE pathways_applications SET version = version";
            Assert.Equal(2, await command.ExecuteNonQueryAsync());
            await transaction.CommitAsync();
        }

        // The setting of a transaction that is over is an empty text, not nothing: it must be nobody.
        Assert.Equal(0, await TestDatabase.RunAsync(connection, null, "SELECT COUNT(*) FROM pathways_applications"));
        foreach (var bound in new[] { "north", "" })
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await TestDatabase.RunAsync(connection, transaction, $"SELECT 1 FROM set_config('pathways.tenant', '{bound}', true)");
            var refused = await Assert.ThrowsAsync<PostgresException>(
                async () => await TestDatabase.RunAsync(connection, transaction, "INSERT INTO pathways_inbox (tenant, source, message_id, received_at) VALUES ('south', 's', 'm', 0)"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [PostgresFact]
    public async Task A_role_that_sees_every_tenant_is_refused_unless_the_host_says_it_may()
    {
        Assert.NotNull(PostgresSchema.Administrator);
        await using var schema = await PostgresSchema.MakeAsync();
        await using var store = await FilledAsync(schema);
        await using (var mighty = PostgreSqlStores.Open(schema.With(PostgresSchema.Administrator)))
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await mighty.FindAsync(North, OpportunityId.From("clinic")));
            Assert.Contains("\"postgres\"", refused.Message, StringComparison.Ordinal);
        }

        await using (var mighty = PostgreSqlStores.Open(schema.With(PostgresSchema.Administrator), new() { AllowBypassOfRowSecurity = true }))
        {
            Assert.NotNull(await mighty.FindAsync(North, OpportunityId.From("clinic")));
        }
    }

    [PostgresFact]
    public async Task A_wall_that_was_taken_down_is_noticed()
    {
        foreach (var change in new[]
        {
            "ALTER TABLE pathways_seats DISABLE ROW LEVEL SECURITY", "ALTER TABLE pathways_seats NO FORCE ROW LEVEL SECURITY", "DROP POLICY pathways_tenant ON pathways_seats",
            "CREATE POLICY open ON pathways_seats USING (true)", "ALTER POLICY pathways_tenant ON pathways_seats USING (true)",
        })
        {
            await using var schema = await PostgresSchema.MakeAsync();
            await using (await FilledAsync(schema))
            {
                await schema.RunAsync(change);
            }

            await using var store = schema.Open();
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.FindAsync(North, OpportunityId.From("clinic")));
        }
    }

    [PostgresFact]
    public async Task The_table_itself_refuses_overlapping_placements()
    {
        await using var schema = await PostgresSchema.MakeAsync();
        await using var store = await FilledAsync(schema);
        Assert.Equal(1, await schema.RunAsync("SELECT COUNT(*) FROM pg_constraint WHERE conrelid = 'pathways_placements'::regclass AND contype = 'x'"));
        await using var connection = await schema.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TestDatabase.RunAsync(connection, transaction, "SELECT 1 FROM set_config('pathways.tenant', 'north', true)");
        await TestDatabase.RunAsync(
            connection, transaction,
            "INSERT INTO pathways_placements SELECT tenant, 'p9', version, student, opportunity, supervisor, coordinator, group_id, state, last_day, last_day + 9, is_occupying, value FROM pathways_placements");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => transaction.CommitAsync());
        Assert.Equal(PostgresErrorCodes.ExclusionViolation, refused.SqlState);
    }

    private static async Task<EfPathwaysStore> FilledAsync(PostgresSchema schema)
    {
        var store = schema.Open();
        await store.MustSaveAsync(Saving(Listing("clinic", 2), Application("a1"), Application("a2", "ben"), Placement("p1")) with { Seats = [Hold("application/a1")], Command = Stamp("k") });
        await store.CommitAsync(South, Saving(Application("a1")) with { Command = Stamp("k") });
        await store.SealAsync(North, Noon);
        await store.TryReceiveAsync(North, new("sis", "m1", Noon));
        return store;
    }

    private static async Task<long> CountAsync(PostgresSchema schema, string tenant, string table)
    {
        await using var connection = await schema.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TestDatabase.RunAsync(connection, transaction, $"SELECT 1 FROM set_config('pathways.tenant', '{tenant}', true)");
        return await TestDatabase.RunAsync(connection, transaction, $"SELECT COUNT(*) FROM pathways_{table}");
    }

    private static async Task<long> AsAdministratorAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        return await TestDatabase.RunAsync(connection, null, sql);
    }
}
