using System.Globalization;
using System.Text;

namespace Pathways.Interchange.Tests;

/// <summary>Errors planted by a seed into a right folder must be found where they were planted.</summary>
public class PlantedErrorTests
{
    private const int Mutations = 400;

    private static readonly string[] Files = ["students.csv", "partners.csv", "opportunities.csv", "preferences.csv", "priorities.csv"];

    // A cell of one of these columns becomes the value, and the error has the code.
    private static readonly (string File, string Column, string Value, string Code)[] Plants =
    [
        ("students.csv", "id", "", "cell.missing"), ("students.csv", "school", " ", "cell.missing"), ("students.csv", "grade", "", "cell.missing"),
        ("students.csv", "birth_date", "", "cell.missing"), ("students.csv", "birth_date", "31.12.2009", "birth_date.malformed"),
        ("students.csv", "birth_date", "2009-13-01", "birth_date.malformed"), ("students.csv", "grade", "senior", "grade.malformed"),
        ("students.csv", "availability", "Mon 25:00-26:00", "availability.malformed"), ("students.csv", "readiness", "1e2", "readiness.malformed"),
        ("students.csv", "readiness", "-1", "readiness.out-of-range"), ("students.csv", "interests", "RIASEC", "interests.malformed"),
        ("students.csv", "latitude", "91", "latitude.out-of-range"), ("students.csv", "longitude", "-Infinity", "longitude.malformed"),
        ("students.csv", "max_distance_km", "ten", "max_distance_km.malformed"), ("students.csv", "school", "a\0b", "text.nul"),
        ("students.csv", "grade", "1\"1", "quote.misplaced"), ("students.csv", "groups", "\"a\"b", "quote.misplaced"),
        ("partners.csv", "name", "", "cell.missing"), ("partners.csv", "id", "", "cell.missing"), ("partners.csv", "latitude", "42,3", "latitude.malformed"),
        ("partners.csv", "agreement_start", "1 July", "agreement_start.malformed"), ("partners.csv", "town", "x\0", "text.nul"),
        ("opportunities.csv", "partner", "nobody", "partner.unknown"), ("opportunities.csv", "partner", "", "cell.missing"),
        ("opportunities.csv", "title", "", "cell.missing"), ("opportunities.csv", "kind", "Holiday", "kind.unknown"),
        ("opportunities.csv", "seats", "many", "seats.malformed"), ("opportunities.csv", "seats", "2147483648", "seats.out-of-range"),
        ("opportunities.csv", "minimum", "9", "minimum.above-seats"), ("opportunities.csv", "start_date", "2026/09/01", "start_date.malformed"),
        ("opportunities.csv", "end_date", "2001-01-01", "end_date.before-start"), ("opportunities.csv", "schedule", "weekly", "schedule.malformed"),
        ("opportunities.csv", "occupation", "51-40", "occupation.malformed"), ("opportunities.csv", "remote", "perhaps", "remote.malformed"),
        ("opportunities.csv", "paid", "2", "paid.malformed"), ("opportunities.csv", "minimum_age", "-16", "minimum_age.out-of-range"),
        ("opportunities.csv", "minimum_grade", "0", "minimum_grade.malformed"), ("opportunities.csv", "student_learner", "\0", "text.nul"),
        ("preferences.csv", "student", "stranger", "student.unknown"), ("preferences.csv", "opportunity", "nowhere", "opportunity.unknown"),
        ("preferences.csv", "rank", "0", "rank.out-of-range"), ("preferences.csv", "rank", "1.", "rank.malformed"), ("preferences.csv", "rank", "", "cell.missing"),
        ("priorities.csv", "opportunity", "nowhere", "opportunity.unknown"), ("priorities.csv", "student", "", "cell.missing"), ("priorities.csv", "rank", "-5", "rank.out-of-range"),
    ];

    public static IEnumerable<object[]> Seeds => Enumerable.Range(0, Mutations).Select(i => new object[] { i });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_planted_cell_is_found_where_it_was_planted(int number)
    {
        var seed = Seed.From(number);
        var (file, column, value, code) = Plants[number % Plants.Length];
        using var folder = TemporaryFolder.OfGoodFiles();
        var text = folder.Text(file);
        var rows = Cells.Placed(text);
        var row = rows[1 + seed.Split("row").DrawBelow(rows.Count - 1)];
        var cell = row[rows[0].FindIndex(name => name.Text == column)];
        var end = cell.Offset + LengthInFile(text, cell.Offset);
        var written = value.Contains(',', StringComparison.Ordinal) ? $"\"{value}\"" : value;
        folder.Put(file, text[..cell.Offset] + written + text[end..]);

        Assert.Contains($"{file}:{cell.Line}:{cell.Column}: cohort.{Name(file)}.{code}", folder.Errors());
    }

    [Fact]
    public void A_row_that_is_there_twice_is_found_on_its_second_line()
    {
        foreach (var file in Files)
        {
            using var folder = TemporaryFolder.OfGoodFiles();
            var text = folder.Text(file);
            var rows = Cells.Placed(text);
            for (var i = 1; i < rows.Count; i++)
            {
                var end = i + 1 < rows.Count ? rows[i + 1][0].Offset : text.Length;
                folder.Put(file, text + text[rows[i][0].Offset..end]);
                var cell = rows[i][file.StartsWith("pr", StringComparison.Ordinal) ? 1 : 0];
                var column = file switch { "preferences.csv" => "opportunity", "priorities.csv" => "student", _ => "id" };
                var line = text.Count(c => c == '\n') + 1;
                Assert.Equal([$"{file}:{line}:{cell.Column}: cohort.{Name(file)}.{column}.duplicate"], folder.Errors());
            }
        }
    }

    [Fact]
    public void A_file_cut_within_quotes_is_found_where_the_quotes_open()
    {
        foreach (var file in Files)
        {
            using var folder = TemporaryFolder.OfGoodFiles();
            var text = folder.Text(file);
            foreach (var cell in Cells.Placed(text).SelectMany(row => row).Where(cell => text[cell.Offset] == '"'))
            {
                folder.Put(file, text[..(cell.Offset + LengthInFile(text, cell.Offset) - 1)]);
                Assert.Equal([$"{file}:{cell.Line}:{cell.Column}: cohort.{Name(file)}.quote.unclosed"], folder.Errors().Take(1).Select(WithoutLaterFiles(file)));
            }
        }
    }

    [Fact]
    public void A_byte_that_is_no_UTF_8_is_found_in_its_cell()
    {
        foreach (var file in Files)
        {
            using var folder = TemporaryFolder.OfGoodFiles();
            var text = folder.Text(file);
            foreach (var cell in Cells.Placed(text).Skip(1).SelectMany(row => row).Where(cell => cell.Text.Length > 0))
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                bytes[cell.Offset + 1] = 0xFF;
                folder.Put(file, bytes);
                Assert.Contains(folder.Errors(), line => line.StartsWith($"{file}:{cell.Line}:{cell.Column}: ", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Two_thousand_errors_come_in_one_run_each_at_its_place()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        var students = new StringBuilder(folder.Text("students.csv"));
        var expected = new List<string>();
        for (var i = 0; i < 1000; i++)
        {
            var line = 6 + (i * 2);
            students.Append("\"s\n").Append(i).Append("\",\"é,漢😀\",").Append(i % 2 == 0 ? "11" : "x").Append(",2009-02-").Append(i % 2 == 0 ? "31" : "28").Append('\n');
            expected.Add($"students.csv:{line + 1}:{i.ToString(CultureInfo.InvariantCulture).Length + (i % 2 == 0 ? 13 : 10)}: cohort.students.{(i % 2 == 0 ? "birth_date" : "grade")}.malformed");
        }

        var preferences = new StringBuilder("rank,opportunity,student\r\n");
        for (var i = 0; i < 1000; i++)
        {
            preferences.Append(i + 1).Append(",x").Append(i).Append(",\"s\n").Append(i).Append("\"\r\n");
            expected.Add($"preferences.csv:{2 + (i * 2)}:{(i + 1).ToString(CultureInfo.InvariantCulture).Length + 2}: cohort.preferences.opportunity.unknown");
        }

        folder.Put("students.csv", students.ToString());
        folder.Put("preferences.csv", preferences.ToString());
        Assert.Equal(expected, folder.Errors());
    }

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);

    private static Func<string, string> WithoutLaterFiles(string file) =>
        line => line.StartsWith(file, StringComparison.Ordinal) ? line : $"(an error of another file) {line}";

    // How many characters a cell takes, with its quotes.
    private static int LengthInFile(string text, int start)
    {
        var quoted = false;
        var i = start;
        for (; i < text.Length && (quoted || text[i] is not (',' or '\n')); i++)
        {
            quoted ^= text[i] == '"';
        }

        return i - start;
    }
}
