using System.Text.RegularExpressions;

namespace Pathways.House.Tests;

public partial class SnippetTests
{
    private static IEnumerable<MarkdownBlock> Blocks => SourceTree.Pages
        .SelectMany(page => MarkdownPage.Blocks(page, SourceTree.Lines(page)))
        .Where(Snippets.IsCSharp);

    [Fact]
    public void Every_csharp_example_in_the_documentation_compiles() => House.AssertNone(
        Snippets.Errors(Blocks.Where(block => !Snippets.IsSkipped(block))),
        "An example that does not compile helps nobody. (A block that goes on where the last one ended is `csharp continued`.)");

    [Fact]
    public void Only_decisions_may_show_code_that_does_not_compile() => House.AssertNone(
        Blocks.Where(block => Snippets.IsSkipped(block) && !block.Page.StartsWith("docs/decisions/", StringComparison.Ordinal))
            .Select(block => $"{block.Page}:{block.Line}"),
        "`csharp nocompile` is for roads not taken, in docs/decisions:");

    [Fact]
    public void An_example_in_csharp_says_that_it_is() => House.AssertNone(
        SourceTree.Pages.SelectMany(page => MarkdownPage.Blocks(page, SourceTree.Lines(page))).Where(IsUnsaid).Select(block => $"{block.Page}:{block.Line}"),
        "What does not say that it is `csharp` is not compiled:");

    [Fact]
    public void An_example_that_does_not_say_what_it_is_is_found()
    {
        Assert.True(IsUnsaid(new("page.md", "", 1, ["public class OurTests", "{", "}"])));
        Assert.False(IsUnsaid(new("page.md", "csharp", 1, ["public class OurTests", "{", "}"])));
        Assert.False(IsUnsaid(new("page.md", "", 1, ["public health"])));
    }

    [Fact]
    public void An_excerpt_of_a_file_is_word_for_word() => House.AssertNone(
        from page in SourceTree.Pages
        let lines = SourceTree.Lines(page)
        from block in MarkdownPage.Blocks(page, lines)
        let file = MarkdownPage.ExcerptOf(lines, block)
        where file is not null && !(SourceTree.Files.Contains(file) && IsExcerpt(block.Lines, SourceTree.Lines(file)))
        select $"{page}:{block.Line}: {file}",
        "Blocks under <!-- from: FILE --> say what the file says. These do not:");

    [Fact]
    public void A_changed_excerpt_is_found()
    {
        string[] page = ["<!-- from: a.cs -->", "```csharp", "b();", "c();", "```"];
        var block = MarkdownPage.Blocks("page.md", page).Single();
        Assert.Equal("a.cs", MarkdownPage.ExcerptOf(page, block));
        Assert.True(IsExcerpt(block.Lines, ["a();", "    b();", "    c();"]));
        Assert.False(IsExcerpt(block.Lines, ["b();", "", "c();"]));
    }

    [Fact]
    public void A_wrong_example_is_found_at_its_line_and_a_right_one_is_not()
    {
        string[] page =
        [
            "```csharp", "using Pathways;", "", "var seed = Seed.From(7);", "```",
            "```csharp continued", "Console.WriteLine(seed.Draw() + Later.One);", "", "/// <summary>One.</summary>", "internal static class Later", "{",
            "    public const ulong One = 1;", "}", "```",
            "```csharp", "var seed = Seed.From(7);", "```",
        ];
        var blocks = MarkdownPage.Blocks("page.md", page).ToList();
        Assert.Equal(3, blocks.Count);

        var error = Assert.Single(Snippets.Errors(blocks)); // the last one forgot its using
        Assert.StartsWith("page.md(16,12): error CS0103", error, StringComparison.Ordinal);
    }

    private static bool IsUnsaid(MarkdownBlock block) => block.Words.Length == 0 && block.Lines.Any(line => CSharp().IsMatch(line));

    private static bool IsExcerpt(ImmutableArray<string> excerpt, string[] file)
    {
        var wanted = excerpt.Select(line => line.Trim()).ToList();
        return Enumerable.Range(0, Math.Max(0, file.Length - wanted.Count + 1))
            .Any(start => wanted.SequenceEqual(file.Skip(start).Take(wanted.Count).Select(line => line.Trim())));
    }

    [GeneratedRegex(@"^\s*((public|internal|private) .*\b(class|record|struct|interface|static|enum)\b|using [A-Z][\w.]*;|var \w+ = .*;|await .*;)")]
    private static partial Regex CSharp();
}
