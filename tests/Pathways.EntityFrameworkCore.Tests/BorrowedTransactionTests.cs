using Microsoft.EntityFrameworkCore;
using static Pathways.EntityFrameworkCore.Tests.Samples;

namespace Pathways.EntityFrameworkCore.Tests;

public class BorrowedTransactionTests
{
    public static TheoryData<string> Databases => TestDatabase.Names;

    [PostgresFact]
    public void The_tests_on_PostgreSQL_are_run() => Assert.NotNull(PostgresSchema.Server);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_the_caller_rolls_back_leaves_no_trace(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = await ReadyAsync(database);
        await using (var connection = await database.ConnectAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var inside = store.In(transaction);
            await inside.MustSaveAsync(Saving(Application("a1"), Placement("p1")) with { Seats = [Hold("application/a1")], Command = Stamp("k") });
            Assert.True(await inside.TryReceiveAsync(North, new("sis", "m1", Noon)));
            Assert.NotNull(await inside.FindAsync(North, StudentApplicationId.From("a1")));
            Assert.Equal(1, (await inside.CountSeatsAsync(North, OpportunityId.From("clinic"))).Held);
            await TestDatabase.RunAsync(connection, transaction, "INSERT INTO host_notes (id) VALUES (1)");
            await transaction.RollbackAsync();
        }

        Assert.Null(await store.FindAsync(North, StudentApplicationId.From("a1")));
        Assert.Equal(new("application/a1", 0, false), await store.StateAsync(North, "application/a1"));
        Assert.Equal(new("student/ana", 0, false), await store.StateAsync(North, "student/ana"));
        Assert.Null(await store.FindCommandAsync(North, CommandKey.From("k")));
        Assert.Equal(0, (await store.CountSeatsAsync(North, OpportunityId.From("clinic"))).Held);
        Assert.Empty(await store.HistoryAsync(North, "application/a1"));
        Assert.Single(await store.PendingAsync(North, 10));
        Assert.Empty(await Delivered(store));
        Assert.True(await store.TryReceiveAsync(North, new("sis", "m1", Noon)));
        Assert.Equal(0, await database.RunAsync("SELECT COUNT(*) FROM host_notes"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_read_that_fails_leaves_the_transaction_usable(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = await ReadyAsync(database);
        await using (var connection = await database.ConnectAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await TestDatabase.RunAsync(connection, transaction, "ALTER TABLE pathways_hours RENAME TO elsewhere");
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(async () => await store.In(transaction).ListAsync(North, new HoursQuery()));
            await TestDatabase.RunAsync(connection, transaction, "ALTER TABLE elsewhere RENAME TO pathways_hours");
            await TestDatabase.RunAsync(connection, transaction, "INSERT INTO host_notes (id) VALUES (1)");
            await transaction.CommitAsync();
        }

        Assert.Equal(1, await database.RunAsync("SELECT COUNT(*) FROM host_notes"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_the_caller_commits_is_kept_together(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = await ReadyAsync(database);
        await using (var connection = await database.ConnectAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await TestDatabase.RunAsync(connection, transaction, "INSERT INTO host_notes (id) VALUES (1)");
            await store.In(transaction).MustSaveAsync(Saving(Application("a1")));
            await store.In(transaction).MustSaveAsync(Saving(Application("a1") with { Version = 2 }));
            await transaction.CommitAsync();
        }

        Assert.Equal(2, (await store.FindAsync(North, StudentApplicationId.From("a1")))?.Version);
        Assert.Equal(3, (await store.PendingAsync(North, 10)).Length);
        Assert.Equal(1, await database.RunAsync("SELECT COUNT(*) FROM host_notes"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_refused_call_leaves_the_transaction_as_it_was_and_usable(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = await ReadyAsync(database);
        await store.MustSaveAsync(Saving(Application("a1"), Placement("p1")) with { Seats = [Hold("application/a1")], Command = Stamp("k") });
        await using (var connection = await database.ConnectAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await TestDatabase.RunAsync(connection, transaction, "INSERT INTO host_notes (id) VALUES (1)");
            var inside = store.In(transaction);
            Assert.IsType<CommitOutcome.NoSeatLeft>(await inside.CommitAsync(North, Saving(Application("a2")) with { Seats = [Hold("application/a2")] }));
            Assert.IsType<CommitOutcome.VersionConflict>(await inside.CommitAsync(North, Saving(Application("a2"), Application("a1"))));
            Assert.IsType<CommitOutcome.Overlap>(await inside.CommitAsync(North, Saving(Application("a2"), Placement("p2"))));
            Assert.IsType<CommitOutcome.Duplicate>(await inside.CommitAsync(North, Saving(Application("a2")) with { Command = Stamp("k") }));
            Assert.IsType<CommitOutcome.KeyReused>(await inside.CommitAsync(North, Saving(Application("a2")) with { Command = Stamp("k", 'b') }));
            await Assert.ThrowsAsync<ArgumentException>(async () => await inside.CommitAsync(North, Saving(Application("a2")) with { Seats = [Hold("application/a1")] }));
            Assert.Null(await inside.FindAsync(North, StudentApplicationId.From("a2")));
            await inside.MustSaveAsync(Saving(Application("a3")));
            await TestDatabase.RunAsync(connection, transaction, "INSERT INTO host_notes (id) VALUES (2)");
            await transaction.CommitAsync();
        }

        Assert.Equal(2, await database.RunAsync("SELECT COUNT(*) FROM host_notes"));
        Assert.Null(await store.FindAsync(North, StudentApplicationId.From("a2")));
        Assert.NotNull(await store.FindAsync(North, StudentApplicationId.From("a3")));
        Assert.Equal(1, (await store.CountSeatsAsync(North, OpportunityId.From("clinic"))).Held);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_context_of_Entity_Framework_lends_its_transaction_and_reads_the_rows(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = await ReadyAsync(database);
        foreach (var keeps in new[] { false, true })
        {
            await using var context = new HostContext(database);
            Assert.Throws<InvalidOperationException>(() => store.In(context.Database));
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Notes.Add(new() { Id = 7 });
            await context.SaveChangesAsync();
            await store.In(context.Database).MustSaveAsync(Saving(Application("\uFF21\0"), Placement("p1")));
            var joined = await context.Set<ApplicationRow>().Where(row => row.Tenant == "north" && row.Student == "ana" && row.Id == "\uFF21\0").ToListAsync();
            Assert.Equal("\uFF21\0", Assert.Single(joined).Id);
            var placement = Assert.Single(await context.Set<PlacementRow>().Where(row => row.FirstDay <= new DateOnly(2026, 9, 14) && row.IsOccupying).ToListAsync());
            Assert.Equal((1, default(PlacementState).ToString(), new DateOnly(2026, 12, 18)), (placement.Version, placement.State, placement.LastDay));
            Assert.Contains("\"student\":\"ana\"", placement.Value, StringComparison.Ordinal);
            Assert.Equal(0, await context.Set<PartnerRow>().CountAsync() + await context.Set<RecordEntryRow>().CountAsync() + await context.Set<MatchRunRow>().CountAsync());
            Assert.Equal(0, await context.Set<DocumentRow>().CountAsync() + await context.Set<HoursRow>().CountAsync());
            Assert.Equal("hospital", Assert.Single(await context.Set<OpportunityRow>().ToListAsync()).Partner);
            await (keeps ? transaction.CommitAsync() : transaction.RollbackAsync());
            Assert.Equal(keeps ? 1 : 0, await database.RunAsync("SELECT COUNT(*) FROM host_notes"));
            Assert.Equal(keeps, await store.FindAsync(North, PlacementId.From("p1")) is not null);
        }
    }

    [PostgresFact]
    public async Task A_transaction_that_is_bound_to_another_tenant_is_refused()
    {
        await using var database = await PostgresSchema.MakeAsync();
        await using var store = await ReadyAsync(database);
        await using var connection = await database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TestDatabase.RunAsync(connection, transaction, "SELECT 1 FROM set_config('pathways.tenant', 'south', true)");
        var inside = store.In(transaction);
        Assert.Equal(new CommitOutcome.TenantMismatch(North.Tenant), await inside.CommitAsync(North, Saving(Application("a1"))));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await inside.FindAsync(North, OpportunityId.From("clinic")));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await inside.ForgetAsync(North, Noon));
        Assert.IsType<CommitOutcome.Committed>(await inside.CommitAsync(South, Saving(Application("a1"))));
        await transaction.CommitAsync();
        Assert.NotNull(await store.FindAsync(South, StudentApplicationId.From("a1")));
    }

    private static async Task<EfPathwaysStore> ReadyAsync(TestDatabase database)
    {
        var store = database.Open();
        await store.MustSaveAsync(Saving(Listing("clinic", 1)));
        await database.RunAsync("CREATE TABLE host_notes (id integer NOT NULL PRIMARY KEY)");
        return store;
    }

    private static async Task<List<string>> Delivered(EfPathwaysStore store)
    {
        var receiver = new Receiver();
        await new OutboxRelay(store, receiver).RelayAsync(North);
        return receiver.Subjects.FindAll(subject => subject != "opportunity/clinic");
    }

    private sealed class Receiver : IEventReceiver
    {
        public List<string> Subjects { get; } = [];

        public ValueTask ReceiveAsync(TenantScope scope, OutboxEvent happened, CancellationToken cancellationToken = default)
        {
            Subjects.Add(happened.Event.Subject);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Note
    {
        public int Id { get; set; }
    }

    private sealed class HostContext(TestDatabase database) : DbContext
    {
        public DbSet<Note> Notes => Set<Note>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => database.Configure(optionsBuilder);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Note>(note =>
            {
                note.ToTable("host_notes");
                note.Property(n => n.Id).HasColumnName("id").ValueGeneratedNever();
            });
            modelBuilder.ApplyPathways();
        }
    }
}
