using System.Text;
using static Pathways.EntityFrameworkCore.Tests.Samples;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>What is left when the process has ended, and what is not.</summary>
public class LastingTests
{
    private static readonly string[] Ids = ["\0", "\u0001", "a", "A", "a ", "\uD7FF", "\U0001F680", "\U0010FFFF", "\uE000", "\uFF21", "\uFFFD", "~/~1", "%", "'"];

    public static TheoryData<string> Databases => TestDatabase.Names;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Tenants_are_named_as_they_were_written_or_not_at_all(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = database.Open();
        foreach (var id in Ids)
        {
            Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(TenantScope.Of(TenantId.From(id)), Saving(Listing("clinic", 2))));
        }

        Assert.Null(await store.FindAsync(North, OpportunityId.From("clinic"))); // asking makes no tenant
        var tenants = await store.TenantsAsync();
        if (name == "SQLite")
        {
            Assert.Equal(Ids.Order(StringComparer.Ordinal), tenants!.Value.Select(tenant => tenant.Value));
        }
        else
        {
            Assert.Null(tenants);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_committed_is_there_when_the_database_is_opened_again(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using (var store = database.Open())
        {
            await store.MustSaveAsync(Saving(Listing("clinic", 2), Placement("p1")) with { Seats = [Hold("placement/p1")], Command = Stamp("k") });
            await store.SealAsync(North, Noon);
        }

        await using var again = database.Open(creates: false);
        Assert.Equal(2, (await again.FindAsync(North, OpportunityId.From("clinic")))?.Offer.Seats);
        Assert.Equal(new(OpportunityId.From("clinic"), "placement/p1", false, Noon), Assert.Single(await again.ListSeatsAsync(North, OpportunityId.From("clinic"))));
        Assert.IsType<CommitOutcome.Duplicate>(await again.CommitAsync(North, Saving(Placement("p2")) with { Command = Stamp("k") }));
        Assert.Equal(2, (await again.PendingAsync(North, 10)).Length);
        Assert.True((await AuditVerifier.VerifyAsync(again, North)).Holds);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Identifiers_of_any_characters_come_in_ordinal_order(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = database.Open();
        await store.MustSaveAsync(Saving([.. Ids.Select(id => Application(id, id))]));
        var expected = Ids.Order(StringComparer.Ordinal).ToList();
        var found = new List<string>();
        for (ApplicationQuery? query = new() { Limit = 3 }; query is not null;)
        {
            var page = await store.ListAsync(North, query);
            found.AddRange(page.Items.Select(application => application.Id.Value));
            query = page.Next is { } next ? query with { From = next } : null;
        }

        Assert.Equal(expected, found);
        foreach (var id in Ids)
        {
            Assert.Equal(id, Assert.Single((await store.ListAsync(North, new ApplicationQuery { Student = StudentId.From(id) })).Items).Id.Value);
            Assert.Equal(id, (await store.FindAsync(North, StudentApplicationId.From(id)))?.Id.Value);
        }

        await store.SealAsync(North, Noon);
        var verdict = await AuditVerifier.VerifyAsync(store, North);
        Assert.True(verdict.Holds);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whatever_is_changed_in_the_audit_log_by_hand_is_found(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = database.Open();
        await store.MustSaveAsync(Saving(Application("a1")));
        await store.MustSaveAsync(Saving(Application("a1") with { Version = 2 }));
        await store.MustSaveAsync(Saving(Application("a1") with { Version = 3 }));
        await store.SealAsync(North, Noon);
        Assert.True((await AuditVerifier.VerifyAsync(store, North)).Holds);
        foreach (var change in new[]
        {
            "UPDATE pathways_audit SET subject = 'application/a2' WHERE number = 2", "UPDATE pathways_audit SET number = 9 WHERE number = 2", "UPDATE pathways_audit SET version = 9 WHERE number = 2",
            "UPDATE pathways_audit SET trigger_name = 'x' WHERE number = 2", "UPDATE pathways_audit SET from_state = 'x' WHERE number = 2", "UPDATE pathways_audit SET to_state = 'x' WHERE number = 2",
            "UPDATE pathways_audit SET by_id = 'x' WHERE number = 2", "UPDATE pathways_audit SET by_id = '' WHERE number = 2", "UPDATE pathways_audit SET by_role = 'Student' WHERE number = 2",
            "UPDATE pathways_audit SET by_role = 'x' WHERE number = 2", "UPDATE pathways_audit SET at = '2026-09-01T12:00:01Z' WHERE number = 2", "UPDATE pathways_audit SET at = 'x' WHERE number = 2",
            "UPDATE pathways_audit SET reason = NULL WHERE number = 2", "UPDATE pathways_audit SET reason = '' WHERE number = 2", "UPDATE pathways_audit SET rule = 'x' WHERE number = 2",
            "UPDATE pathways_audit SET hash = 'x' WHERE number = 2", "DELETE FROM pathways_audit WHERE number = 2", "DELETE FROM pathways_audit WHERE number = 3", "DELETE FROM pathways_audit",
            "UPDATE pathways_seals SET value = replace(value, '\"number\":1', '\"number\":2')", "UPDATE pathways_seals SET value = replace(value, '12:00', '12:01')",
        })
        {
            await using var connection = await database.ConnectAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var inside = store.In(transaction);
            Assert.True((await AuditVerifier.VerifyAsync(inside, North)).Holds);
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (change, transaction);
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
            Assert.False((await AuditVerifier.VerifyAsync(inside, North)).Holds, change);
            await transaction.RollbackAsync();
        }
    }

    [Fact]
    public async Task What_is_erased_is_nowhere_in_the_file()
    {
        const string Canary = "canary-7f3a";
        await using var file = new SqliteFile();
        await using (var store = file.Open())
        {
            var entry = new HoursEntry
            {
                Id = HoursEntryId.From("h1"), Placement = PlacementId.From("p1"), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("clinic"), Day = new(2026, 9, 14),
                Start = 840, End = 1020, Text = Note.From(string.Concat(Enumerable.Repeat(Canary, 2000))),
            };
            await store.MustSaveAsync(Saving(entry));
            await file.RunAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            Assert.Contains(Canary, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file.File)), StringComparison.Ordinal);
            await store.MustSaveAsync(new() { Changes = [], Deletions = [StoredDeletion.Of(entry), new(StoredSubject.Of(entry.Student), 1)] });
            await file.RunAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            Assert.IsType<CommitOutcome.Deleted>(await store.CommitAsync(North, Saving(Application("a1"))));
        }

        Assert.DoesNotContain(Canary, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file.File)), StringComparison.Ordinal);
    }
}
