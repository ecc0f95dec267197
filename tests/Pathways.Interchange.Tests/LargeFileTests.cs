using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Pathways.Interchange.Tests;

public class LargeFileTests
{
    [Fact]
    public void A_million_preferences_are_read_in_seconds()
    {
        using var folder = new TemporaryFolder();
        Large(folder, students: 125_000, (student, k) => $"s{student},o{((student * 7) + k) % 5000},{k + 1}");
        var watch = Stopwatch.StartNew();
        var reading = CohortFolder.Read(folder.Path);
        Assert.Empty(reading.Errors);
        Assert.Equal(1_000_000, reading.Get().Preferences.Length);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Fact]
    public void Past_ten_thousand_errors_the_rest_is_counted_in_bounded_time()
    {
        using var folder = new TemporaryFolder();
        Large(folder, students: 12_500, (student, k) => $"s{student},O{student}-{k},0");
        var watch = Stopwatch.StartNew();
        var errors = CohortFolder.Read(folder.Path).Errors;
        Assert.Equal(10_001, errors.Length);
        Assert.Equal($"{folder.Path}:0:0: cohort.errors.more: 190000 more are not listed. Maybe one cause runs through a whole file.", errors[^1].ToString());
        Assert.All(errors[..^1], error => Assert.EndsWith("preferences.csv", error.File, StringComparison.Ordinal));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Theory]
    [InlineData("\"{0}\"", 'x')]
    [InlineData("{0}", '\'')]
    [InlineData("{0}", ';')]
    [InlineData("\"{0}\"", '\n')]
    [InlineData("\"{0}", '"')]
    [InlineData("{0}x", ',')]
    [InlineData("{0}", '9')]
    public void A_cell_or_row_of_ten_megabytes_is_no_trouble(string form, char character)
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        var header = File.ReadLines(Path.Combine(TemporaryFolder.Good, "students.csv")).First();
        var huge = string.Format(CultureInfo.InvariantCulture, form, new string(character, 10_000_000));
        var watch = Stopwatch.StartNew();
        foreach (var column in character == ',' ? [0] : new[] { 0, 4, 9 }) // an identifier, times, scores
        {
            folder.Put("students.csv", $"{header}\n{new string(',', column)}{huge}{new string(',', 12 - column)}\n");
            Assert.InRange(CohortFolder.Read(folder.Path).Errors.Length, 1, 50);
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Fact]
    public void A_header_of_very_many_unknown_columns_is_no_trouble()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        folder.Put("preferences.csv", "student,opportunity,rank" + string.Concat(Enumerable.Range(0, 300_000).Select(i => $",n{i}")) + "\n");
        var watch = Stopwatch.StartNew();
        var warnings = CohortFolder.Read(folder.Path).Warnings;
        Assert.Equal(10_001, warnings.Length);
        Assert.Equal((0, 0, "cohort.warnings.more"), (warnings[^1].Line, warnings[^1].Column, warnings[^1].Code));
        Assert.StartsWith("290000 more ", warnings[^1].Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Theory]
    [InlineData(9_999)]
    [InlineData(10_000)]
    [InlineData(10_001)]
    public void Ten_thousand_errors_are_kept_whichever_file_they_are_in(int count)
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        folder.Put("partners.csv", folder.Text("partners.csv") + string.Concat(Enumerable.Range(0, count - 1).Select(i => $"p{i},\n")));
        folder.Put("priorities.csv", "opportunity,student,rank\nclinic,ana,0\n");
        var lines = folder.Errors();
        Assert.Equal(count - 1 < 10_000, lines.Contains("priorities.csv:2:12: cohort.priorities.rank.out-of-range"));
        Assert.Equal(Math.Min(count, 10_001), lines.Length);
        var reading = CohortFolder.Read(folder.Path);
        Assert.Equal(count > 10_000, reading.Errors[^1] is { Code: "cohort.errors.more", Message: var message } && message.StartsWith("1 more", StringComparison.Ordinal));
    }

    private static void Large(TemporaryFolder folder, int students, Func<int, int, string> preference)
    {
        folder.Put("students.csv", "id,school,grade,birth_date\n" + string.Concat(Enumerable.Range(0, students).Select(i => $"s{i},x,11,2009-01-01\n")));
        folder.Put("partners.csv", "id,name\np,Name\n");
        folder.Put("opportunities.csv", "id,partner,title,kind,sector,seats,start_date,end_date\n"
            + string.Concat(Enumerable.Range(0, 5000).Select(i => $"o{i},p,Title,Other,x,1,2026-01-01,2026-01-01\n")));
        var text = new StringBuilder("student,opportunity,rank\n");
        for (var student = 0; student < students; student++)
        {
            for (var k = 0; k < 8; k++)
            {
                text.Append(preference(student, k)).Append('\n');
            }
        }

        folder.Put("preferences.csv", text.ToString());
    }
}
