using System.Reflection;
using System.Text.RegularExpressions;

namespace Pathways.Curriculum.Tests;

/// <summary>The codes of reasons and actions are a promise: the page lists each, and no other.</summary>
public partial class ProgressCodesTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void The_page_lists_every_code_there_is()
    {
        var sources = string.Concat(Directory.GetFiles(Path.Combine(Root, "src", "Pathways.Curriculum", "Progress"), "*.cs").Select(File.ReadAllText));
        var page = File.ReadAllText(Path.Combine(Root, "docs", "commands.md"));
        Assert.Equal(InSources().Matches(sources).Select(match => match.Groups[1].Value).Distinct().Order(), InPage().Matches(page).Select(match => match.Groups[1].Value).Order());
    }

    [Fact]
    public void Every_reason_has_a_code_of_its_own()
    {
        var reasons = typeof(ProgressReason).GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(ProgressReason))).ToList();
        Assert.Equal(reasons.Count, InPage().Matches(File.ReadAllText(Path.Combine(Root, "docs", "commands.md"))).Count(match => match.Groups[1].Value.StartsWith("progress.", StringComparison.Ordinal)));
    }

    [GeneratedRegex("\"((?:progress|action)\\.[a-z-]+)\"")]
    private static partial Regex InSources();

    [GeneratedRegex(@"^\| `((?:progress|action)\.[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex InPage();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run within the repository.");
        }

        return folder.FullName;
    }
}
