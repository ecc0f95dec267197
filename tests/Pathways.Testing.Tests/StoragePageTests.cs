namespace Pathways.Testing.Tests;

/// <summary>The store of docs/storage.md, and its tests, are those that are built here.</summary>
public class StoragePageTests
{
    /// <summary>Run the tests with PATHWAYS_UPDATE_DOCS=1 to write the page anew.</summary>
    [Theory]
    [InlineData("OwnContents.cs", "the file")]
    [InlineData("OwnCommit.cs", "the commit")]
    [InlineData("OwnStore.cs", "the store")]
    [InlineData("OwnStoreTests.cs", "the tests of the store")]
    public void The_page_shows_the_store_that_is_tested(string file, string part)
    {
        var source = File.ReadAllText(Path.Combine(StoragePage.Root(), "tests", "Pathways.Testing.Tests", "Own", file)).ReplaceLineEndings("\n");
        var usings = part == "the file" ? "using System.Collections.Immutable;\nusing NodaTime;\n" : "";
        StoragePage.Holds(part, $"```csharp{(part == "the file" ? "" : " continued")}\n{usings}{source}```\n");
    }
}
