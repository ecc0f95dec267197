using System.Text;

namespace Pathways.Interchange.Tests;

public class SloppinessTests
{
    private static readonly string[] Files = ["students.csv", "partners.csv", "opportunities.csv", "preferences.csv", "priorities.csv"];

    public static TheoryData<string> Ways => [.. Sloppy.Keys];

    private static Dictionary<string, Func<string, string>> Sloppy => new()
    {
        ["byte order mark"] = text => "\uFEFF" + text,
        ["CR LF"] = text => text.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("Belts\r\n", "Belts\n", StringComparison.Ordinal),
        ["CR alone"] = text => text.Replace("\n", "\r", StringComparison.Ordinal).Replace("Belts\r", "Belts\n", StringComparison.Ordinal),
        ["no last line end"] = text => text.TrimEnd('\n'),
        ["blank lines"] = text => "\n" + text + "\n\n  \n",
        ["lines of commas"] = text => ",,,\n" + text + ",,,,,\n\"\",\"\"\n",
        ["an instruction to Excel"] = text => "sep=,\n" + text,
        ["capitals in the header"] = text => Header(text, header => header.ToUpperInvariant()),
        ["spaces in the header"] = text => Header(text, header => " " + header.Replace(",", " , ", StringComparison.Ordinal)),
        ["quotes in the header"] = text => Header(text, header => $"\"{header.Replace(",", "\",\"", StringComparison.Ordinal)}\""),
        ["trailing commas in the header"] = text => Header(text, header => header + ",,,"),
        ["every cell quoted"] = text => Rewritten(text, cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""),
        ["spaces around cells"] = text => Rewritten(text, cell => $" {Quoted(cell)}\t "),
        ["spaces within quotes"] = text => Rewritten(text, cell => Quoted($" {cell} ")),
        ["columns the other way round"] = text => Rewritten(text, Quoted, row => row.Reverse()),
        ["an unknown column in front"] = text => Rewritten(text, Quoted, row => row.Prepend("Last name")),
        ["trailing empty cells"] = text => string.Join('\n', Rewritten(text, Quoted).Split('\n').Select(line => line.EndsWith("Belts", StringComparison.Ordinal) || line.Length == 0 ? line : line + ",,")),
        ["no trailing empty cells"] = text => Rewritten(text, Quoted, row => row.Reverse().SkipWhile(cell => cell.Length == 0).Reverse()),
        ["other words for truth"] = text => text.Replace(",true", ",YES", StringComparison.Ordinal).Replace(",false", ",0", StringComparison.Ordinal),
        ["another word for unpaid"] = text => text.Replace("UnpaidInternship", "non-paid internship", StringComparison.Ordinal),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void It_does_not_matter_how_a_file_is_written(string way)
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        foreach (var file in Files)
        {
            folder.Put(file, Sloppy[way](folder.Text(file)));
        }

        var reading = CohortFolder.Read(folder.Path);
        Assert.Empty(reading.Errors);
        Assert.Equal(Plain.Of(CohortFolder.Read(TemporaryFolder.Good).Get()), Plain.Of(reading.Get()));
    }

    [Fact]
    public void Optional_columns_and_the_priorities_may_be_left_out()
    {
        using var folder = new TemporaryFolder();
        folder.Put("students.csv", "id,school,grade,birth_date\ns,x,9,2010-01-01\n");
        folder.Put("partners.csv", "id,name\np,Name\n");
        folder.Put("opportunities.csv", "id,partner,title,kind,sector,seats,start_date,end_date\no,p,Title,Other,x,1,2026-01-01,2026-01-01\n");
        folder.Put("preferences.csv", "student,opportunity,rank\n");
        var reading = CohortFolder.Read(folder.Path);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        Assert.Null(reading.Get().Opportunities[0].Worksite);
        Assert.Empty(reading.Get().Priorities);
    }

    [Fact]
    public void What_is_not_known_is_ignored_with_a_warning_at_its_place()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        folder.Put("students.csv", folder.Text("students.csv").Replace("id,school", "id,scholl,,Race,school", StringComparison.Ordinal)
            .Replace("-high", "-high,y,z,-high", StringComparison.Ordinal));
        folder.Put("students.csv", "id,Race,school,grade,birth_date,availabilty,,x\nana,secret,n,9,2010-01-01,,,\n");
        folder.Put("preferences.csv", "student,opportunity,rank\n");
        folder.Put("priorities.csv", "opportunity,student,rank\n");
        var reading = CohortFolder.Read(folder.Path);
        Assert.Empty(reading.Errors);
        Assert.Equal(
            ["students.csv:1:4: cohort.students.column.unknown", "students.csv:1:33: cohort.students.column.unknown", "students.csv:1:45: cohort.students.column.unnamed", "students.csv:1:46: cohort.students.column.unknown"],
            reading.Warnings.Select(folder.Line));
        Assert.Contains("Maybe availability is meant.", reading.Warnings[1].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", string.Concat(reading.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_worksite_is_where_its_row_says_or_at_the_place_of_the_partner()
    {
        using var folder = TemporaryFolder.OfGoodFiles();
        folder.Put("opportunities.csv", folder.Text("opportunities.csv")
            .Replace("workshop,42.3918,-71.5662", "workshop,,", StringComparison.Ordinal)
            .Replace("2026-09-18,,,,", "2026-09-18,,,42.1,-71.2", StringComparison.Ordinal));
        var opportunities = CohortFolder.Read(folder.Path).Get().Opportunities;
        Assert.Equal(new GeoPoint(42.3475, -71.5485), opportunities[0].Worksite!.Place);
        Assert.Equal(WorksiteId.From("lab"), opportunities[1].Worksite!.Id);
        Assert.Equal(new GeoPoint(42.1, -71.2), opportunities[1].Worksite!.Place);
        Assert.Equal(new GeoPoint(42.3918, -71.5662), opportunities[2].Worksite!.Place);
        Assert.Null(opportunities[3].Worksite);
    }

    private static string Header(string text, Func<string, string> change)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return change(text[..end]) + text[end..];
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Rewritten(string text, Func<string, string> cell, Func<IEnumerable<string>, IEnumerable<string>>? row = null) =>
        string.Concat(Cells.Of(text).Select(cells => string.Join(',', (row?.Invoke(cells) ?? cells).Select(cell)) + "\n"));
}
