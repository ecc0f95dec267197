using System.Text.RegularExpressions;
using Pathways.Json;

namespace Pathways.Tests.Access;

/// <summary>The tables of docs/concepts/access.md are generated. Run the tests with PATHWAYS_UPDATE_DOCS=1 to write them anew.</summary>
public class AccessPageTests
{
    // What the table itself says, beside the conditions.
    private static readonly (string Code, string Sentence)[] Others =
    [
        ("access.role", "No rule lets this role do it."),
        ("access.operation", "There is no such operation."),
        ("access.purpose", "The operation does not serve this purpose for this role."),
    ];

    [Fact]
    public void The_page_shows_the_rules_and_the_reasons()
    {
        var path = Path.Combine(Matrix.Root(), "docs", "concepts", "access.md");
        var written = File.ReadAllText(path).ReplaceLineEndings("\n");
        var expected = Replaced(Replaced(written, "rules", Rules()), "reasons", Reasons());
        if (Environment.GetEnvironmentVariable("PATHWAYS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.Equal(expected, written);
    }

    [Fact]
    public void The_page_lists_every_view()
    {
        var page = File.ReadAllText(Path.Combine(Matrix.Root(), "docs", "concepts", "access.md"));
        Assert.All(Enum.GetValues<AccessView>(), view => Assert.Contains($"| `{EnumWords<AccessView>.Word(view)}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reason_that_the_sources_can_give_is_listed()
    {
        var sources = Directory.GetFiles(Path.Combine(Matrix.Root(), "src", "Pathways.Abstractions", "Access"), "*.cs").Select(File.ReadAllText);
        var given = sources.SelectMany(source => Regex.Matches(source, "\"(access\\.[a-z-]+)\"").Select(match => match.Groups[1].Value)).Distinct().Order();
        Assert.Equal(given, AccessConditions.All.Select(condition => condition.Code).Concat(Others.Select(other => other.Code)).Order());
    }

    private static string Rules() =>
        "| rule | who | may | needs | for | sees |\n|---|---|---|---|---|---|\n" + string.Concat(AccessTable.Rules.Select(rule =>
            $"| `{rule.Code}` | {List(rule.Roles)} | {List(rule.Operations)} | {string.Join(", ", rule.Conditions.Select(condition => $"`{condition.Code}`"))} | {List(rule.Purposes)} | {List([rule.View])} |\n"));

    private static string Reasons() =>
        "| code | what it says |\n|---|---|\n" + string.Concat(
            AccessConditions.All.Select(condition => (condition.Code, condition.Sentence)).Concat(Others).Select(reason => $"| `{reason.Code}` | {reason.Sentence} |\n"));

    private static string List<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(", ", values.Select(value => EnumWords<T>.Word(value)));

    private static string Replaced(string page, string name, string table)
    {
        var place = new Regex($"(<!-- generated: access {name} -->\n).*?(<!-- end -->)", RegexOptions.Singleline);
        Assert.Single(place.Matches(page));
        return place.Replace(page, match => match.Groups[1].Value + table + match.Groups[2].Value);
    }
}
