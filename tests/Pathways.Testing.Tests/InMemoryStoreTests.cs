namespace Pathways.Testing.Tests;

public class InMemoryStoreTests
{
    public static TheoryData<string> Names => [.. ConformanceSuite.Cases(Make).Where(c => c.Skipped is null).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_store_in_memory_keeps_the_contract(string name) => ConformanceSuite.Cases(Make).Single(c => c.Name == name).RunAsync();

    private static ValueTask<IPathwaysStore> Make() => new(new InMemoryPathwaysStore());
}
