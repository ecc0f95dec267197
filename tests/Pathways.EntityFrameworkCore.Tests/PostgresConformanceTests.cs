using Pathways.Testing;

namespace Pathways.EntityFrameworkCore.Tests;

public sealed class PostgresConformanceTests
{
    public static TheoryData<string> Names => SqliteConformanceTests.Names;

    [PostgresTheory]
    [MemberData(nameof(Names))]
    public async Task The_store_in_PostgreSQL_keeps_the_contract(string name)
    {
        await using var schema = await PostgresSchema.MakeAsync();
        await ConformanceSuite.Cases(() => new(schema.Open())).Single(c => c.Name == name).RunAsync();
    }
}
