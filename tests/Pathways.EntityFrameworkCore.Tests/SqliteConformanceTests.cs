using Pathways.Testing;

namespace Pathways.EntityFrameworkCore.Tests;

public class SqliteConformanceTests
{
    public static TheoryData<string> Names => [.. ConformanceSuite.Cases(() => throw new InvalidOperationException()).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_store_in_a_SQLite_file_keeps_the_contract(string name)
    {
        await using var file = new SqliteFile();
        await ConformanceSuite.Cases(() => new(file.Open())).Single(c => c.Name == name).RunAsync();
    }
}
