namespace Pathways.Testing.Tests;

public class InMemoryStoreTests
{
    public static TheoryData<string> Names => [.. ConformanceSuite.Cases(Make).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_store_in_memory_keeps_the_contract(string name) => ConformanceSuite.Cases(Make).Single(c => c.Name == name).RunAsync();

    [Fact]
    public void No_two_cases_have_one_name() => Assert.Equal(
        ConformanceSuite.Cases(Make).Length, ConformanceSuite.Cases(Make).Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());

    private static ValueTask<IPathwaysStore> Make() => new(new InMemoryPathwaysStore());
}
