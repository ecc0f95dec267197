using System.Xml.Linq;

namespace Pathways.House.Tests;

public class PaperTests
{
    [Fact]
    public void Relative_links_lead_somewhere() => House.AssertNone(
        from page in SourceTree.Pages
        from link in MarkdownPage.Links(page, SourceTree.Lines(page))
        let fault = Fault(link)
        where fault is not null
        select $"{link.Page}:{link.Line}: {link.Target} ({fault})",
        "These links lead nowhere:");

    [Fact]
    public void The_changelog_has_a_section_for_what_is_being_made()
    {
        var version = XDocument.Load(Path.Combine(House.Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.Contains(SourceTree.Lines("CHANGELOG.md"), line =>
            line.StartsWith("## [Unreleased]", StringComparison.Ordinal) || line.StartsWith($"## [{version}]", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_package_that_is_used_has_its_reason_in_the_decisions()
    {
        var decisions = string.Concat(SourceTree.Pages
            .Where(page => page.StartsWith("docs/decisions/", StringComparison.Ordinal)).Select(SourceTree.Text));
        House.AssertNone(
            XDocument.Load(Path.Combine(House.Root, "Directory.Packages.props")).Descendants("PackageVersion")
                .Select(package => (string)package.Attribute("Include")!)
                .Where(name => !decisions.Contains(name, StringComparison.Ordinal)),
            "A dependency has a reason, and docs/decisions says it. These have none:");
    }

    [Fact]
    public void Every_library_has_a_readme_and_a_row_in_the_readme() => House.AssertNone(
        from assembly in House.Assemblies
        let name = assembly.GetName().Name!
        from fault in new[]
        {
            SourceTree.Files.Contains($"src/{name}/README.md") ? null : $"src/{name}/README.md is missing",
            SourceTree.Text("README.md").Contains($"[{name}](src/{name}/README.md)", StringComparison.Ordinal)
                ? null : $"README.md has no link [{name}](src/{name}/README.md)",
        }
        where fault is not null
        select fault,
        "Who finds a package wants to know what it is for:");

    [Fact]
    public void Every_project_is_in_the_solution_and_every_library_has_tests() => House.AssertNone(
        SourceTree.Files
            .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(path => !SourceTree.Text("Pathways.sln").Replace('\\', '/').Contains($"\"{path}\"", StringComparison.Ordinal))
            .Select(path => $"{path} is not in Pathways.sln")
            .Concat(House.Assemblies
                .Select(assembly => $"tests/{assembly.GetName().Name}.Tests/{assembly.GetName().Name}.Tests.csproj")
                .Where(path => !SourceTree.Files.Contains(path))
                .Select(path => $"{path} is missing")),
        "What is not in the solution is neither built nor tested by `dotnet test`:");

    [Fact]
    public void Every_decision_is_in_the_index() => House.AssertNone(
        SourceTree.Pages
            .Where(page => page.StartsWith("docs/decisions/", StringComparison.Ordinal) && !page.EndsWith("/README.md", StringComparison.Ordinal))
            .Where(page => !SourceTree.Text("docs/decisions/README.md").Contains($"({Path.GetFileName(page)})", StringComparison.Ordinal)),
        "docs/decisions/README.md lists every decision. It lacks:");

    [Fact]
    public void A_broken_link_and_a_broken_anchor_are_found()
    {
        string[] lines = ["# A b, `c`", "[x](nowhere.md) `[y](code.md)`", "```", "[z](fenced.md)", "```", "[w]: README.md#no-such-heading"];
        var links = MarkdownPage.Links("README.md", lines).ToList();
        Assert.Equal(["nowhere.md", "README.md#no-such-heading"], links.Select(link => link.Target));
        Assert.All(links, link => Assert.NotNull(Fault(link)));
        Assert.Equal(["a-b-c"], MarkdownPage.Anchors(lines));
    }

    private static string? Fault(MarkdownLink link)
    {
        if (link.Target.Contains("://", StringComparison.Ordinal) || link.Target.StartsWith("mailto:", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = link.Target.Split('#', 2);
        var path = Uri.UnescapeDataString(parts[0]);
        var folder = Path.GetDirectoryName(SourceTree.Full(link.Page))!;
        var target = path.Length == 0 ? SourceTree.Full(link.Page) : Path.GetFullPath(Path.Combine(folder, path));
        return !target.StartsWith(House.Root, StringComparison.Ordinal) ? "outside the repository"
            : !Path.Exists(target) ? "no such file"
            : parts.Length == 2 && target.EndsWith(".md", StringComparison.Ordinal)
                && !MarkdownPage.Anchors(File.ReadAllLines(target)).Contains(parts[1]) ? "no such heading"
            : null;
    }
}
