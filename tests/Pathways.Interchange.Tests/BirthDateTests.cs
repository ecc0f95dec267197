namespace Pathways.Interchange.Tests;

/// <summary>The birth dates of students held against the days of the opportunities, the first of which starts on 2026-09-14.</summary>
public class BirthDateTests
{
    private const string Code = "students.csv:2:7: cohort.students.birth_date.implausible";

    [Theory]
    [InlineData("2023-09-14", true)] // three on the day
    [InlineData("2023-09-15", false)]
    [InlineData("1995-09-15", true)] // thirty, and thirty-one tomorrow
    [InlineData("1995-09-14", false)]
    [InlineData("1909-05-01", false)]
    [InlineData("2126-09-14", false)]
    public void The_age_on_the_first_day_is_from_three_to_thirty(string birthDate, bool isPlausible)
    {
        using var folder = Born(birthDate);
        Assert.Equal(isPlausible ? [] : [Code], folder.Errors());
    }

    [Fact]
    public void The_message_says_the_first_day_and_nothing_of_the_birth_date()
    {
        using var folder = Born("1909-05-01");
        Assert.Equal(
            "This birth_date (personal, so not shown) makes the student younger than 3 or older than 30 on 2026-09-14, "
            + "the first day of the earliest opportunity. Maybe the century is wrong, or that first day.",
            Assert.Single(CohortFolder.Read(folder.Path).Errors).Message);
    }

    [Fact]
    public void The_earliest_of_all_first_days_counts_wherever_its_row_is()
    {
        using var folder = Born("2023-09-14");
        folder.Put("opportunities.csv", folder.Text("opportunities.csv") + Opportunity("early", "2026-09-13,2026-09-30"));
        Assert.Equal([Code], folder.Errors());
    }

    [Fact]
    public void An_opportunity_that_is_wrong_in_another_way_has_its_first_day()
    {
        using var folder = Born("2023-09-14");
        folder.Put("opportunities.csv", folder.Text("opportunities.csv") + Opportunity("early", "2026-09-13,2026-09-30", kind: "Holiday"));
        Assert.Equal([Code, "opportunities.csv:6:22: cohort.opportunities.kind.unknown"], folder.Errors());
    }

    [Theory]
    [InlineData("id,partner,title,kind,sector,seats,start_date,end_date\n", "")] // no opportunity at all
    [InlineData("id,partner,title,kind,sector,seats,start_date,end_date\nx,hospital,T,Other,s,1,9/1/26,2026-09-30\n", "start_date.malformed")]
    [InlineData("id,partner,title,kind,sector,seats,start_date,end_date\nx,hospital,T,Other,s,1,,2026-09-30\n", "cell.missing")]
    [InlineData("id,partner,title,kind,sector,seats,start_date,end_date\nx,hospital,T,Other,s,1,2026-09-30,2026-09-01\n", "end_date.before-start")]
    [InlineData("id,partner,title,kind,sector,seats,start_date,end_date\nx,hospital,A,B,Other,s,1,2026-09-01,2026-09-30\n", "row.too-long")]
    [InlineData("id,partner,title,kind,sector,seats,start_date,end_date\nx,hospital,\"T,Other,s,1,2026-09-01,2026-09-30\n", "quote.unclosed")]
    [InlineData("id,partner,title,kind,sector,seats,end_date\nx,hospital,T,Other,s,1,2026-09-30\n", "column.missing")]
    [InlineData("", "file.empty")]
    public void Nothing_is_said_when_the_first_day_cannot_be_known(string opportunities, string fault)
    {
        using var folder = Born("1909-05-01");
        folder.Put("opportunities.csv", opportunities);
        folder.Put("preferences.csv", "student,opportunity,rank\n");
        folder.Put("priorities.csv", "opportunity,student,rank\n");
        Assert.Equal(fault.Length == 0 ? [] : [fault], folder.Errors().Select(line => line.Split("cohort.opportunities.")[1]));
    }

    private static string Opportunity(string id, string days, string kind = "Other") =>
        $"{id},hospital,Title,{kind},healthcare,,1,,{days},,,,,,,,,,,\n";

    private static TemporaryFolder Born(string birthDate)
    {
        var folder = TemporaryFolder.OfGoodFiles();
        folder.Put("students.csv", $"id,school,grade,birth_date\nx,s,9,{birthDate}\n");
        folder.Put("preferences.csv", "student,opportunity,rank\n");
        folder.Put("priorities.csv", "opportunity,student,rank\n");
        return folder;
    }
}
