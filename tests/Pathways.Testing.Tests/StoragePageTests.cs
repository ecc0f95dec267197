namespace Pathways.Testing.Tests;

/// <summary>The store of docs/storage.md is a store.</summary>
public class OwnStoreTests
{
    private static readonly ConformanceOptions Fewer = new() { Sequences = 20 };

    private static readonly StoreHarness Harness = new()
    {
        Name = "the store of the documentation",
        Make = () => new(new OwnStore(Path.Combine(Directory.CreateTempSubdirectory("pathways-own").FullName, "store.json"))),
        Capabilities = StoreCapabilities.Parallel | StoreCapabilities.Persistent,
        Reopen = store => new(new OwnStore(((OwnStore)store).File)),
    };

    public static TheoryData<string> Names => [.. ConformanceSuite.Cases(Harness).Where(c => c.Skipped is null).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_store_of_the_documentation_keeps_the_contract(string name) => ConformanceSuite.Cases(Harness, Fewer).Single(c => c.Name == name).RunAsync();

    /// <summary>Run the tests with PATHWAYS_UPDATE_DOCS=1 to write the page anew.</summary>
    [Theory]
    [InlineData("OwnContents.cs", "the file")]
    [InlineData("OwnCommit.cs", "the commit")]
    [InlineData("OwnStore.cs", "the store")]
    public void The_page_shows_the_store_that_is_tested(string file, string part)
    {
        var source = File.ReadAllText(Path.Combine(StoragePage.Root(), "tests", "Pathways.Testing.Tests", "Own", file)).ReplaceLineEndings("\n");
        var usings = part == "the file" ? "using System.Collections.Immutable;\nusing NodaTime;\n" : "";
        StoragePage.Holds(part, $"```csharp{(part == "the file" ? "" : " continued")}\n{usings}{source}```\n");
    }
}
