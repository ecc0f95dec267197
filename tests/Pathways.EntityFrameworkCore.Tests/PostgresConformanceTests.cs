using Pathways.Testing;

namespace Pathways.EntityFrameworkCore.Tests;

public sealed class PostgresPool() : DatabasePool("PostgreSQL");

public sealed class PostgresConformanceTests(PostgresPool pool) : IClassFixture<PostgresPool>
{
    public static TheoryData<string> Names => SqliteConformanceTests.Names;

    [PostgresTheory]
    [MemberData(nameof(Names))]
    public async Task The_store_in_PostgreSQL_keeps_the_contract(string name)
    {
        var tried = ConformanceSuite.Cases(pool.Harness).Single(c => c.Name == name);
        Assert.Null(tried.Skipped);
        await tried.RunAsync();
    }
}
