using Microsoft.Data.Sqlite;
using Npgsql;
using Pathways.EntityFrameworkCore.PostgreSql;
using Pathways.EntityFrameworkCore.Sqlite;
using static Pathways.EntityFrameworkCore.Tests.Samples;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>Others in the way are told by code, waited for, and named when they stay.</summary>
public class RaceTests
{
    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(5, 517, true)]
    [InlineData(6, 262, true)]
    [InlineData(19, 1555, true)]
    [InlineData(19, 2067, true)]
    [InlineData(19, 275, false)]
    [InlineData(10, 10, false)]
    [InlineData(13, 13, false)]
    [InlineData(1, 1, false)]
    public async Task SQLite_says_by_code_that_others_were_in_the_way(int code, int extended, bool isRace)
    {
        await using var database = new SqliteDatabase("Data Source=never-opened.db", Duration.FromSeconds(1));
        Assert.Equal(isRace, database.IsRace(new SqliteException("database is locked; UNIQUE constraint failed", code, extended)));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.SerializationFailure, true)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, true)]
    [InlineData(PostgresErrorCodes.LockNotAvailable, true)]
    [InlineData(PostgresErrorCodes.UniqueViolation, true)]
    [InlineData(PostgresErrorCodes.ExclusionViolation, true)]
    [InlineData(PostgresErrorCodes.CheckViolation, false)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege, false)]
    [InlineData(PostgresErrorCodes.DiskFull, false)]
    [InlineData(PostgresErrorCodes.AdminShutdown, false)]
    public async Task PostgreSQL_says_by_code_that_others_were_in_the_way(string code, bool isRace)
    {
        await using var database = new PostgreSqlDatabase("Host=nowhere", allowsBypass: false);
        Assert.Equal(isRace, database.IsRace(new PostgresException("deadlock detected; duplicate key value", "ERROR", "ERROR", code)));
    }

    [Fact]
    public async Task A_SQLite_file_that_another_keeps_locked_is_given_up_after_a_while_and_then_works()
    {
        await using var file = new SqliteFile();
        await using (var ready = file.Open())
        {
            await ready.MustSaveAsync(Saving(Listing("clinic", 1)));
        }

        await using var store = SqliteStores.Open(file.ConnectionString, new() { Patience = Duration.Zero });
        await using var connection = await file.ConnectAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            var given = await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.CommitAsync(North, Saving(Application("a1"))));
            Assert.Equal(("application/a1", 3), (given.Subject, given.Attempts));
            Assert.NotNull(await store.FindAsync(North, OpportunityId.From("clinic")));
        }

        await store.MustSaveAsync(Saving(Application("a1")));
    }

    [PostgresFact]
    public async Task Tables_that_somebody_changes_while_a_store_first_looks_at_them_are_waited_for()
    {
        await using var schema = await PostgresSchema.MakeAsync();
        await using (var ready = schema.Open())
        {
            await ready.MustSaveAsync(Saving(Listing("clinic", 1)));
        }

        await using var store = PostgreSqlStores.Open(new NpgsqlConnectionStringBuilder(schema.ConnectionString) { Options = "-c lock_timeout=20ms" }.ConnectionString);
        await using var connection = await schema.ConnectAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var locking = connection.CreateCommand();
            locking.CommandText = "LOCK TABLE pathways_subjects, pathways_placements IN ACCESS EXCLUSIVE MODE";
            await locking.ExecuteNonQueryAsync();
            await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.CommitAsync(North, Saving(Application("a1"))));
        }

        await store.MustSaveAsync(Saving(Application("a1")));
    }

    [PostgresFact]
    public async Task A_row_that_another_keeps_locked_is_given_up_after_a_while_and_then_works()
    {
        await using var schema = await PostgresSchema.MakeAsync();
        await using (var ready = schema.Open())
        {
            await ready.MustSaveAsync(Saving(Listing("clinic", 1)));
        }

        var hasty = new NpgsqlConnectionStringBuilder(schema.ConnectionString) { Options = "-c lock_timeout=20ms" };
        await using var store = PostgreSqlStores.Open(hasty.ConnectionString);
        await using var connection = await schema.ConnectAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await TestDatabase.RunAsync(connection, transaction, "SELECT 1 FROM set_config('pathways.tenant', 'north', true)");
            await TestDatabase.RunAsync(connection, transaction, "SELECT 1 FROM pathways_subjects WHERE subject = 'opportunity/clinic' FOR UPDATE");
            var given = await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.CommitAsync(North, Saving(Listing("clinic", 2) with { Version = 2 })));
            Assert.Equal(("opportunity/clinic", 12), (given.Subject, given.Attempts));

            // In a transaction of the host nothing is tried twice, and the transaction stays usable.
            await using var other = new NpgsqlConnection(hasty.ConnectionString);
            await other.OpenAsync();
            await using var borrowed = await other.BeginTransactionAsync();
            var once = await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.In(borrowed).CommitAsync(North, Saving(Listing("clinic", 2) with { Version = 2 })));
            Assert.Equal(1, once.Attempts);
            await store.In(borrowed).MustSaveAsync(Saving(Application("a1")));
            await borrowed.CommitAsync();
        }

        await store.MustSaveAsync(Saving(Listing("clinic", 2) with { Version = 2 }));
        Assert.NotNull(await store.FindAsync(North, StudentApplicationId.From("a1")));
    }

    [PostgresFact]
    public async Task What_a_commit_rests_on_stays_until_it_is_saved()
    {
        await using var schema = await PostgresSchema.MakeAsync();
        await using var store = schema.Open();
        for (var round = 0; round < 30; round++)
        {
            // Each rests on the other's student as it was: at most one may win, whoever comes first; a deadlock is tried again.
            var (ana, ben) = (StoredSubject.Of(StudentId.From($"ana{round}")), StoredSubject.Of(StudentId.From($"ben{round}")));
            var outcomes = await Task.WhenAll(
                Task.Run(async () => await store.CommitAsync(North, Saving(Application($"a{round}", $"ana{round}")) with { Unchanged = [new(ben, 0)] })),
                Task.Run(async () => await store.CommitAsync(North, Saving(Application($"b{round}", $"ben{round}")) with { Unchanged = [new(ana, 0)] })));
            Assert.Single(outcomes, outcome => outcome is CommitOutcome.Committed);
            Assert.Single(outcomes, outcome => outcome is CommitOutcome.VersionConflict);
        }
    }
}
