using Pathways.EntityFrameworkCore.Sqlite;
using static Pathways.EntityFrameworkCore.Tests.Samples;

namespace Pathways.EntityFrameworkCore.Tests;

public class SchemaTests
{
    public static TheoryData<string> Databases => TestDatabase.Names;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_database_without_tables_is_refused_until_it_is_migrated(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = database.Open(creates: false);
        for (var time = 0; time < 2; time++)
        {
            var refused = await Assert.ThrowsAsync<SchemaException>(async () => await store.FindAsync(North, OpportunityId.From("clinic")));
            Assert.Equal((0, store.Schema.Scripts.Length), (refused.Found, refused.Needed));
            Assert.Contains("no tables of Pathways", refused.Message, StringComparison.Ordinal);
            Assert.Contains("`pathways migrate`", refused.Message, StringComparison.Ordinal);
        }

        var before = await store.Schema.StateAsync();
        Assert.Equal((0, false, store.Schema.Scripts.Length), (before.Found, before.IsCurrent, before.Missing.Length));
        Assert.Equal(store.Schema.Scripts.Length, await store.Schema.ApplyAsync());
        Assert.Equal(0, await store.Schema.ApplyAsync());
        Assert.True((await store.Schema.StateAsync()).IsCurrent);
        await store.MustSaveAsync(Saving(Listing("clinic", 1)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Scripts_are_numbered_from_1_without_gap(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using var store = database.Open(creates: false);
        Assert.Equal(Enumerable.Range(1, store.Schema.Scripts.Length), store.Schema.Scripts.Select(script => script.Number));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Tables_that_are_there_are_never_created_or_changed_by_opening(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        await using (var store = database.Open())
        {
            await store.MustSaveAsync(Saving(Listing("clinic", 1)));
        }

        await database.RunAsync("UPDATE pathways_schema SET checksum = 'other' WHERE number = 1");
        await using (var store = database.Open())
        {
            var refused = await Assert.ThrowsAsync<SchemaException>(async () => await store.FindAsync(North, OpportunityId.From("clinic")));
            Assert.Contains("Version 1", refused.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<SchemaException>(async () => await store.Schema.ApplyAsync());
        }

        await database.RunAsync("UPDATE pathways_schema SET number = 99 WHERE number = 1");
        await using (var store = database.Open())
        {
            var refused = await Assert.ThrowsAsync<SchemaException>(async () => await store.FindAsync(North, OpportunityId.From("clinic")));
            Assert.Equal(99, refused.Found);
            Assert.Contains("knows", refused.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<SchemaException>(async () => await store.Schema.ApplyAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_several_who_migrate_at_once_one_does(string name)
    {
        await using var database = await TestDatabase.MakeAsync(name);
        var stores = Enumerable.Range(0, 4).Select(_ => database.Open(creates: false)).ToList();
        var applied = await Task.WhenAll(stores.Select(store => Task.Run(async () => await store.Schema.ApplyAsync())));
        Assert.Equal(stores[0].Schema.Scripts.Length, applied.Sum());
        Assert.Equal(1, applied.Count(count => count > 0));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory")]
    [InlineData("Mode=ReadWrite")]
    public void A_store_in_SQLite_is_in_a_file(string connectionString) => Assert.Throws<ArgumentException>(() => SqliteStores.Open(connectionString));
}
