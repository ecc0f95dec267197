using System.Text.RegularExpressions;

namespace Pathways.House.Tests;

public partial class SourceTests
{
    private const int LongestFile = 400;

    // Put together here so that this file does not contain them.
    private static readonly string[] RegistryHosts = ["nu" + "get.org", "npm" + "js.org", "npm" + "js.com", "py" + "pi.org", "my" + "get.org"];
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

    [Fact]
    public void No_source_file_is_long() => House.AssertNone(
        from path in SourceTree.Code
        let lines = SourceTree.Lines(path).Length
        where lines > LongestFile
        select $"{path}: {lines} lines",
        $"No file over {LongestFile} lines. Maybe two things live in one file:");

    [Fact]
    public void Nothing_is_left_unfinished_in_src() => House.AssertNone(
        Lines(SourceTree.Files.Where(path => path.StartsWith("src/", StringComparison.Ordinal)),
            line => Unfinished.Any(word => Regex.IsMatch(line, $@"\b{word}\b"))),
        "What is not done is an issue, not a comment:");

    [Fact]
    public void No_file_names_a_package_registry() => House.AssertNone(
        Lines(SourceTree.Files, line => RegistryHosts.Any(host => line.Contains(host, StringComparison.OrdinalIgnoreCase))),
        "Where packages come from is the business of the machine that builds:");

    [Fact]
    public void No_file_names_a_folder_of_the_machine_it_was_written_on() => House.AssertNone(
        Lines(SourceTree.Files, line => MachinePath().IsMatch(line)),
        "Paths are relative to the root of the repository:");

    [Fact]
    public void Code_has_no_regions() => House.AssertNone(
        Lines(SourceTree.Code, line => line.TrimStart().StartsWith("#" + "region", StringComparison.Ordinal)),
        "What needs a region needs a file of its own:");

    [Fact]
    public void The_tree_is_really_read()
    {
        Assert.Contains("src/Pathways.Abstractions/Seed.cs", SourceTree.Code);
        Assert.Contains("README.md", SourceTree.Pages);
        Assert.DoesNotContain(SourceTree.Files, path => path.Contains("/obj/", StringComparison.Ordinal));
        Assert.Matches(MachinePath(), "see /wo" + "rk/x and");
        Assert.DoesNotMatch(MachinePath(), "docs/wo" + "rk/x");
    }

    private static IEnumerable<string> Lines(IEnumerable<string> paths, Func<string, bool> isWrong) =>
        from path in paths
        where !IsBinary(path)
        from line in SourceTree.Lines(path).Select((text, index) => (Text: text, Number: index + 1))
        where isWrong(line.Text)
        select $"{path}:{line.Number}: {line.Text.Trim()}";

    private static bool IsBinary(string path) => Path.GetExtension(path) is ".png" or ".gif" or ".jpg" or ".ico" or ".gz" or ".zip";

    [GeneratedRegex(@"(?<![\w.~-])/(?:wo[r]k|ro[o]t|ho[m]e/\w+)/")]
    private static partial Regex MachinePath();
}
