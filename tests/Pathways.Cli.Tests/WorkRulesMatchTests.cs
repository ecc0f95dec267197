namespace Pathways.Cli.Tests;

/// <summary><c>match</c> gives students only what the law for minors permits them, where the policy says so.</summary>
public sealed class WorkRulesMatchTests : IDisposable
{
    private const string Law = """
        {
          "format": "pathways/work-law@1",
          "jurisdictions": ["US", "US-MA"],
          "calendar": { "from": "2026-08-26", "to": "2027-08-31", "terms": [{ "from": "2026-08-31", "to": "2027-06-18" }], "hours": "Mon-Fri 07:30-14:15" },
          "partners": [{ "partner": "mill", "jurisdictions": ["US"] }]
        }
        """;

    private readonly TempFolder _folder = new();

    /// <summary>Ana is 15 and lists the shop first; Ben is 17 and lists the bar, which closes late, and the same hours at the mill, in a state without a rule of its own.</summary>
    public WorkRulesMatchTests()
    {
        _folder.File("students.csv", "id,school,grade,birth_date\nana,north,10,2011-05-20\nben,north,12,2009-05-20\n");
        _folder.File("partners.csv", "id,name\nworks,Works\nmill,Mill\n");
        _folder.File("opportunities.csv", """
            id,partner,title,kind,sector,seats,start_date,end_date,schedule,paid
            shop,works,Shop,PaidInternship,engineering,1,2026-10-05,2026-10-30,Mon-Fri 15:00-19:00,true
            library,works,Library,PaidInternship,engineering,1,2026-10-05,2026-10-30,"Mon,Wed 15:00-18:00",true
            bar,works,Bar,PaidInternship,engineering,1,2026-10-05,2026-10-30,Sun 17:00-22:30,true
            late,mill,Late,PaidInternship,engineering,1,2026-10-05,2026-10-30,Sun 17:00-22:30,true

            """);
        _folder.File("preferences.csv", "student,opportunity,rank\nana,shop,1\nana,library,2\nben,bar,1\nben,late,2\n");
        _folder.File("policy.json", """{ "format": "pathways/policy@1", "eligibility": { "requireWorkRules": true } }""");
        _folder.File("work-law.json", Law);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_law_forbids_is_left_out_with_every_rule_and_the_next_wish_counts()
    {
        var run = Shell.Run("match", _folder.Path, "--out", _folder.In("out"), "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            ["ana library", "ben late"],
            run.Json.GetProperty("assignments").EnumerateArray().Select(seat => $"{seat.GetProperty("student").GetString()} {seat.GetProperty("opportunity").GetString()}").Order(StringComparer.Ordinal));

        var leftOut = File.ReadAllLines(Path.Combine(_folder.In("out"), "left-out.csv")).Skip(1).ToList();
        Assert.Equal(
            ["ben,bar work.massachusetts.supervision", "ben,bar work.massachusetts.latest-before-school"], leftOut.Where(line => line.StartsWith("ben,", StringComparison.Ordinal)).Select(PairAndCode));
        Assert.Equal(
            ["work.federal.hours-school-day", "work.federal.hours-school-week", "work.massachusetts.hours-school-day", "work.massachusetts.hours-school-week"],
            leftOut.Where(line => line.StartsWith("ana,", StringComparison.Ordinal)).Select(line => PairAndCode(line).Split(' ')[1]).Order(StringComparer.Ordinal));
        Assert.All(leftOut, line => Assert.DoesNotContain("2011-05-20", line, StringComparison.Ordinal));

        // The file of the matching says that the law was asked, so that it is judged and explained by it.
        var matching = Path.Combine(_folder.In("out"), "matching.json");
        Assert.Equal((0, ""), (Shell.Run("verify", _folder.Path, matching).Code, Shell.Run("verify", _folder.Path, matching).Error));
        Assert.Contains("At 14 and 15, at most 18 hours in a school week.", Shell.Run("explain", _folder.Path, matching, "--student", "ana").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_counts_pairs_by_rule() =>
        Assert.Contains("work.federal.hours-school-week", Shell.Run("match", _folder.Path).Output, StringComparison.Ordinal);

    [Fact]
    public void Without_the_requirement_nothing_is_read_and_everything_counts()
    {
        File.Delete(_folder.In("work-law.json"));
        File.Delete(_folder.In("policy.json"));
        var run = Shell.Run("match", _folder.Path, "--json");
        Assert.Equal(
            ["ana shop", "ben bar"],
            run.Json.GetProperty("assignments").EnumerateArray().Select(seat => $"{seat.GetProperty("student").GetString()} {seat.GetProperty("opportunity").GetString()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_matched_when_nobody_says_whose_law_applies()
    {
        File.Delete(_folder.In("work-law.json"));
        _folder.File("policy.json", """{ "format": "pathways/policy@1", "eligibility": { "requireWorkRules": true, "requireReadiness": true } }""");
        var run = Shell.Run("match", _folder.Path);
        Assert.Equal((2, ""), (run.Code, run.Output));
        foreach (var code in new[] { "work-law.file.missing", "readiness.file.missing", "record.file.missing" })
        {
            Assert.Contains(code, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bad_values_are_told_with_their_places()
    {
        _folder.File("work-law.json", Law.Replace("\"US-MA\"", "\"US-QQ\"", StringComparison.Ordinal).Replace("\"partner\": \"mill\"", "\"partner\": \"moon\"", StringComparison.Ordinal).Replace("14:15", "late", StringComparison.Ordinal));
        var run = Shell.Run("match", _folder.Path);
        Assert.Equal((2, ""), (run.Code, run.Output));
        foreach (var place in new[] { "work-law.json:3:20: work-law.jurisdictions.unknown", "work-law.json:4:125: work-law.calendar.hours.malformed", "work-law.json:5:29: work-law.partners.partner.unknown" })
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }

        _folder.File("policy.json", "{ \"format\": \"pathways/policy@1\",\n  \"eligibility\": { \"requireWorkRules\": \"yes\" } }");
        Assert.Contains("policy.json:2:40: policy.eligibility.requireWorkRules.malformed", Shell.Run("match", _folder.Path).Error, StringComparison.Ordinal);
    }

    // The first two cells and the code, wherever it stands.
    private static string PairAndCode(string line) => $"{string.Join(',', line.Split(',').Take(2))} {line.Split(',').Single(cell => cell.StartsWith("work.", StringComparison.Ordinal))}";
}
