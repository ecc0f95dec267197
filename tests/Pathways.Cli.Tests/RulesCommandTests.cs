namespace Pathways.Cli.Tests;

/// <summary>The law for minors from the shell: three samples, the list, and input that cannot be used.</summary>
public class RulesCommandTests
{
    [Fact]
    public void A_15_year_olds_school_week_in_a_machine_shop_is_blocked_for_each_right_reason()
    {
        var run = Shell.Run("rules", "check", Sample("machine-shop"), "--json");
        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Equal(
            [
                "work.federal.ho-08", "work.federal.hours-school-day", "work.federal.hours-school-week", "work.federal.school-hours", "work.federal.time-of-day",
                "work.federal.work-manufacturing", "work.federal.work-power-machinery", "work.massachusetts.hours-school-day", "work.massachusetts.hours-school-week",
                "work.massachusetts.school-hours", "work.massachusetts.time-of-day",
            ],
            run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(run.Json.GetProperty("findings").EnumerateArray(), finding => Assert.NotEqual("", finding.GetProperty("citation").GetString()));
        Assert.Equal(0, run.Json.GetProperty("nearest").GetProperty("minutes").GetInt32());
        Assert.Equal(900, run.Json.GetProperty("nearest").GetProperty("minutesIfCured").GetInt32());
        Assert.DoesNotContain("2011", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lawful_work_passes_and_warnings_do_not_block()
    {
        Assert.Equal((0, 0), (Shell.Run("rules", "check", Sample("library")).Code, Shell.Run("rules", "check", Sample("wood-shop")).Code));
        var json = Shell.Run("rules", "check", Sample("wood-shop"), "--json").Json;
        Assert.True(json.GetProperty("lawful").GetBoolean());
        Assert.All(json.GetProperty("findings").EnumerateArray(), finding => Assert.False(finding.GetProperty("verified").GetBoolean()));
    }

    [Fact]
    public void The_list_has_every_rule_and_says_what_is_not_verified()
    {
        var run = Shell.Run("rules", "list");
        Assert.Equal((0, ""), (run.Code, run.Error));
        foreach (var words in new[] { "US@1: Federal law", "US-MA@1", "US-MN@1", "US-WA@1", "work.federal.hours-school-week: At 14 and 15, at most 18 hours in a school week. [29 CFR 570.35(a)(3)]", "not verified, only warns", "student-learner: " })
        {
            Assert.Contains(words, run.Output, StringComparison.Ordinal);
        }

        Assert.Equal(4, Shell.Run("rules", "list", "--json").Json.GetArrayLength());
    }

    [Fact]
    public void Every_fault_of_a_case_is_told_and_the_command_ends_with_2()
    {
        using var folder = new TempFolder();
        folder.File("case.json", """
            {"format":"pathways/work-check@1","jurisdictions":["US-QQ"],"works":[{"name":"a","shifts":[{"day":"2026-10-05","from":"25:00","to":"18:00"}]}]}
            """);
        var run = Shell.Run("rules", "check", folder.In("case.json"));
        Assert.Equal((2, ""), (run.Code, run.Output));
        foreach (var code in new[] { "work-check.birthDate.missing", "work-check.jurisdictions.unknown", "work-check.calendar.missing", "work-check.works.shifts.from.malformed" })
        {
            Assert.Contains(code, run.Error, StringComparison.Ordinal);
        }
    }

    private static string Sample(string name) => Path.Combine(Shell.Root, "samples", "work-rules", $"{name}.json");
}
