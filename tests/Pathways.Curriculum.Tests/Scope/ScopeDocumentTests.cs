using System.Text.RegularExpressions;

namespace Pathways.Curriculum.Tests.Scope;

/// <summary>What the page on scope files says is what the reader does.</summary>
public partial class ScopeDocumentTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(ScopeSources.Root, "docs", "formats", "scope.md"));

    private static IEnumerable<string> Rows => Row().Matches(Page).Select(match => match.Groups[1].Value);

    [Fact]
    public void The_example_is_a_sound_scope()
    {
        var reading = ScopeSources.Parsed(Block().Match(Page).Groups[1].Value);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void The_findings_of_the_page_are_those_that_checks_make()
    {
        var made = Faults.All.Select(fault => fault.Code)
            .Concat(File.ReadAllLines(ScopeSources.Broken("odd.expected")).Select(line => line.Split(": ")[1]).Where(code => !code.EndsWith(".ignored", StringComparison.Ordinal)))
            .Concat(ScopeCheck.Findings(ScopeSources.ScopeOf()).Select(finding => finding.Reason.Code))
            .Append("scope.activities.grade.ambiguous");
        Assert.Equal(made.Distinct().Order(StringComparer.Ordinal), Rows.Where(row => row.StartsWith("scope.", StringComparison.Ordinal) && !Whole(row)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_fault_that_the_sources_name_is_on_the_page()
    {
        var folder = Path.Combine(ScopeSources.Root, "src", "Pathways.Curriculum", "Scope");
        var named = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).SelectMany(file => Named().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(named.Count > 15, string.Join(' ', named));
        Assert.Empty(named.Except(Rows.Select(row => row.Split('.')[^1])));
    }

    [Theory]
    [InlineData("form-and-meaning")]
    [InlineData("ten-errors")]
    public void Every_code_of_a_broken_file_ends_in_a_word_of_the_page(string name) => Assert.All(
        File.ReadAllLines(ScopeSources.Broken($"{name}.expected")), line => Assert.Contains(line.Split('.')[^1], Rows.Select(row => row.Split('.')[^1])));

    private static bool Whole(string code) => code.StartsWith("scope.file.", StringComparison.Ordinal) || code is "scope.syntax" or "scope.errors.more";

    [GeneratedRegex(@"^\| `([a-zA-Z.-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("""
        "([a-z-]+)",\s+\$?"(?:[A-Z{]|\\")
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Named();
}
