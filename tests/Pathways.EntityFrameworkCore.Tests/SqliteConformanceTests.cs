using Pathways.Testing;

namespace Pathways.EntityFrameworkCore.Tests;

public sealed class SqlitePool() : DatabasePool("SQLite");

public class SqliteConformanceTests(SqlitePool pool) : IClassFixture<SqlitePool>
{
    public static TheoryData<string> Names => [.. ConformanceSuite.Cases(new SqlitePool().Harness).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_store_in_a_SQLite_file_keeps_the_contract(string name)
    {
        var tried = ConformanceSuite.Cases(pool.Harness).Single(c => c.Name == name);
        Assert.Null(tried.Skipped);
        await tried.RunAsync();
    }
}
