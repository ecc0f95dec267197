using Pathways.Testing;

namespace Pathways.EntityFrameworkCore.Tests;

public sealed class SqliteConformanceTests : IDisposable
{
    private readonly SqliteFile _file = new();

    public static TheoryData<string> Names => [.. ConformanceSuite.Cases(() => throw new InvalidOperationException()).Select(c => c.Name)];

    public void Dispose() => _file.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_store_in_a_SQLite_file_keeps_the_contract(string name) => ConformanceSuite.Cases(() => new(_file.Open())).Single(c => c.Name == name).RunAsync();
}
