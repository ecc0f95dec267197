using System.Text;
using Pathways.Curriculum.Tests.Demand;

namespace Pathways.Curriculum.Tests.Quality;

public class QualityFilesTests
{
    [Fact]
    public void What_is_read_is_written_byte_for_byte()
    {
        Assert.Equal(Given.Pathways, Encoding.UTF8.GetString(PathwayFile.Bytes(Given.PathwayRegister)));
        Assert.Equal(Given.Quality, Encoding.UTF8.GetString(QualityFile.Bytes(Given.QualityRegister)));
    }

    [Fact]
    public void The_pages_list_the_codes_that_can_be_given()
    {
        DocumentedCodes.Compare("pathways.md", Codes("pathways", Given.Pathways, text => PathwayFile.Parse(text, "x").Errors));
        DocumentedCodes.Compare("quality.md", Codes("quality", Given.Quality, text => QualityFile.Parse(text, "x").Errors));
    }

    [Fact]
    public void The_page_lists_the_claims_and_exceptions_of_the_report() => Assert.Equal(
        new[] { "QualityCalculator", "ScorecardCalculator", "ConditionGrid" }
            .SelectMany(name => DocumentedCodes.InSource($"src/Pathways.Curriculum/Quality/{name}.cs", "quality")).Distinct().Order(StringComparer.Ordinal),
        DocumentedCodes.OnPage("quality.md").Order(StringComparer.Ordinal));

    [Fact]
    public void The_pages_show_the_examples_of_these_tests()
    {
        DemandFileTests.ExampleOf("pathways.md", Given.Pathways);
        DemandFileTests.ExampleOf("quality.md", Given.Quality);
    }

    [Fact]
    public void Faults_that_no_single_field_shows_are_found_at_their_places()
    {
        Assert.Equal(
            ["pathways.pathways.links.route.unknown", "pathways.agreements.to.out-of-order"],
            Errors(Given.Pathways
                .Replace("two-year-college", "undecided", StringComparison.Ordinal)
                .Replace("2027-06-30", "2023-06-30", StringComparison.Ordinal), text => PathwayFile.Parse(text, "x").Errors));
        Assert.Equal(
            ["quality.scorecards.components.component.duplicate", "quality.grids.settings.out-of-range", "quality.grids.cells.duplicate"],
            Errors(Given.Quality
                .Replace("\"postsecondary-linkages\"", "\"labor-market-demand\"", StringComparison.Ordinal)
                .Replace("\"Family\",", "", StringComparison.Ordinal)
                .Replace("\"row\": 2", "\"row\": 1", StringComparison.Ordinal), text => QualityFile.Parse(text, "x").Errors));
    }

    [Fact]
    public void Settings_that_are_left_out_are_family_school_and_wider_community()
    {
        var grid = QualityFile.Parse(
            """{ "format": "pathways/quality@1", "grids": [ { "region": "cape", "assessedOn": "2026-01-01" } ] }"""u8, "x").Get().Grids.Single();
        Assert.Equal(["Family", "School", "Wider community"], grid.Settings.AsEnumerable());
    }

    [Fact]
    public void Files_are_written_and_read()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            PathwayFile.Write(Given.PathwayRegister, path);
            Assert.Equal(Given.Pathways, Encoding.UTF8.GetString(PathwayFile.Bytes(PathwayFile.Read(path).Get())));
            QualityFile.Write(Given.QualityRegister, path);
            Assert.Equal(Given.Quality, Encoding.UTF8.GetString(QualityFile.Bytes(QualityFile.Read(path).Get())));
            Assert.Equal(["pathways.format.unknown"], PathwayFile.Read(path).Errors.Select(error => error.Code));
        }
        finally
        {
            File.Delete(path);
        }
    }

    // A file that is written over, and not replaced, changes under the hands of whoever reads it; a crash leaves half of it.
    [Fact]
    public void Whoever_reads_the_old_file_reads_it_to_its_end()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Action<string>[] writers =
            [
                path => PathwayFile.Write(Given.PathwayRegister, path), path => QualityFile.Write(Given.QualityRegister, path),
                path => DemandFile.Write(new(), path), path => ScopeFile.Write(ScopeTemplates.Marlborough, path), path => RecordFile.Write(path, []),
            ];
            foreach (var (i, write) in writers.Index())
            {
                var path = Path.Combine(folder, $"{i}.json");
                File.WriteAllText(path, "the old one");
                using var old = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
                write(path);

                Assert.Equal("the old one", old.ReadToEnd());
                Assert.NotEqual("the old one", File.ReadAllText(path));
            }

            Assert.Equal(writers.Length, Directory.GetFiles(folder).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Codes(string kind, string text, Func<byte[], ImmutableArray<InputError>> read) =>
    [
        $"{kind}.file.missing", $"{kind}.file.unreadable", $"{kind}.file.too-large", $"{kind}.errors.more",
        .. BrokenJson.Of(Encoding.UTF8.GetBytes(text)).SelectMany(broken => read(broken)).Select(error => error.Code),
    ];

    private static IEnumerable<string> Errors(string text, Func<byte[], ImmutableArray<InputError>> read) =>
        read(Encoding.UTF8.GetBytes(text)).Select(error => error.Code);
}
