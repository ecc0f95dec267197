using System.Text.RegularExpressions;

namespace Pathways.Placements.Tests.Services;

/// <summary>The page on services lists every code of theirs.</summary>
public partial class ServicesPageTests
{
    [Fact]
    public void The_page_lists_every_code_of_the_services_once()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pathways.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run within the repository.");
        }

        var sources = Directory.GetFiles(Path.Combine(folder.FullName, "src", "Pathways.Placements", "Services"), "*.cs").Select(File.ReadAllText);
        var given = sources.SelectMany(text => InSources().Matches(text)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
        var listed = InPage().Matches(File.ReadAllText(Path.Combine(folder.FullName, "docs", "concepts", "services.md"))).Select(match => match.Groups[1].Value);
        Assert.Equal(given, listed);
    }

    [GeneratedRegex("\"((?:command|match-run)\\.[a-z-]+)\"")]
    private static partial Regex InSources();

    [GeneratedRegex(@"^\| `([a-z-]+\.[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex InPage();
}
