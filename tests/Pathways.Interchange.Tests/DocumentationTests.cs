using System.Text.RegularExpressions;
using Pathways.Interchange.Columns;

namespace Pathways.Interchange.Tests;

public partial class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cohort.md"));

    [Fact]
    public void The_page_has_exactly_the_columns_that_are_read()
    {
        foreach (var file in CohortFile.All)
        {
            var section = Page.Split($"## {file.FileName}\n")[1].Split("\n## ")[0];
            var documented = ColumnRow().Matches(section).Select(row => (row.Groups[1].Value, row.Groups[2].Value == "yes"));
            Assert.Equal(file.Columns.Select(column => (column.Name, column.IsRequired)), documented);
            Assert.Equal(file.Columns.Select(column => column.Index), Enumerable.Range(0, file.Columns.Length));
        }
    }

    [Fact]
    public void The_page_has_exactly_the_codes_that_can_be_given()
    {
        var documented = CodeRow().Matches(Page).Select(row => row.Groups[1].Value)
            .SelectMany(code => CohortFile.All.Select(file => code.Replace("<file>", file.Name, StringComparison.Ordinal)).Distinct());
        var given = CohortFile.FolderCodes.Concat(CohortFile.All.SelectMany(file => file.Codes));
        Assert.Equal(given.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_corpus_of_broken_folders_has_only_documented_codes()
    {
        var codes = CohortFile.All.SelectMany(file => file.Codes).ToHashSet();
        var expected = Directory.GetFiles(TemporaryFolder.Broken, "expected.txt", SearchOption.AllDirectories)
            .SelectMany(File.ReadAllLines).Select(line => line.Split(": ")[1]).ToList();
        Assert.All(expected, code => Assert.Contains(code, codes));
        Assert.True(expected.Distinct().Count() > 60, "The corpus should show most codes.");
    }

    [Fact]
    public void The_examples_of_the_page_are_a_cohort_together()
    {
        using var folder = new TemporaryFolder();
        foreach (var (file, example) in CohortFile.All.Zip(Example().Matches(Page)))
        {
            folder.Put(file.FileName, example.Groups[1].Value);
        }

        var reading = CohortFolder.Read(folder.Path);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Single(reading.Get().Priorities);
    }

    [Fact]
    public void The_page_names_every_kind_of_opportunity() =>
        Assert.All(Enum.GetNames<OpportunityKind>(), kind => Assert.Contains($"`{kind}`", Page, StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `(\w+)` \| (yes|no) \|", RegexOptions.Multiline)]
    private static partial Regex ColumnRow();

    [GeneratedRegex(@"^\| `(cohort\.[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex(@"```csv\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
