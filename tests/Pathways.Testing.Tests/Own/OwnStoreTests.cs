using Pathways.Testing;
using Xunit;

/// <summary>The store keeps the contract.</summary>
public class OwnStoreTests
{
    private static readonly ConformanceOptions Fewer = new() { Sequences = 20 }; // the whole file is written with every change

    private static readonly StoreHarness Harness = new()
    {
        Name = "our own store",
        Make = () => new(new OwnStore(Path.Combine(Directory.CreateTempSubdirectory("pathways-own").FullName, "store.json"))),
        Capabilities = StoreCapabilities.Parallel | StoreCapabilities.Persistent,
        Reopen = store => new(new OwnStore(((OwnStore)store).File)),
    };

    public static TheoryData<string> Names => [.. ConformanceSuite.Cases(Harness).Where(conformance => conformance.Skipped is null).Select(conformance => conformance.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Keeps_the_contract(string name) => ConformanceSuite.Cases(Harness, Fewer).Single(conformance => conformance.Name == name).RunAsync();
}
