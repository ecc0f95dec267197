using System.Globalization;

namespace Pathways.Cli.Tests;

/// <summary>What somebody finds who uses the command for the first time.</summary>
public sealed class WalkThroughTests : IDisposable
{
    private const string Day = "2026-11-15";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_misspelt_field_of_a_policy_is_warned_of()
    {
        var policy = _folder.File("policy.json", """{"format":"pathways/policy@1","eligibility":{"requireReadyness":true}}""");
        var run = Shell.Run("match", Shell.Sample, "--policy", policy, "--no-verify");
        Assert.Equal(0, run.Code);
        Assert.Contains("policy.json:1:46: policy.eligibility.ignored: \"requireReadyness\" means nothing here", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pool_tells_apart_seats_that_no_agreement_covers_and_ready_students_who_are_paused()
    {
        var pool = Shell.Run("progress", Shell.Sample, "--cohort", "--on", Day, "--json").Json.GetProperty("pool");
        var sectors = pool.GetProperty("sectors").EnumerateArray().ToList();
        var seats = sectors.Sum(sector => sector.GetProperty("seats").GetInt32());
        var agreements = Rows("partners.csv").ToDictionary(row => row["id"], row => (Start: row["agreement_start"], End: row["agreement_end"]));
        var coming = Rows("opportunities.csv").Where(row => string.CompareOrdinal(row["start_date"], Day) >= 0 && string.CompareOrdinal(row["start_date"], "2027-11-15") < 0).ToList();
        var covered = coming.Where(row => agreements[row["partner"]] is var (start, end)
            && (start.Length == 0 || (string.CompareOrdinal(start, row["start_date"]) <= 0 && string.CompareOrdinal(row["end_date"], end) <= 0))).Sum(Seats);
        Assert.Equal((covered, coming.Sum(Seats) - covered), (seats, pool.GetProperty("seatsNotCovered").GetInt32()));
        Assert.NotEqual(0, pool.GetProperty("seatsNotCovered").GetInt32());
        Assert.Contains("m-0563", sectors.SelectMany(sector => sector.GetProperty("pausedReady").EnumerateArray()).Select(student => student.GetString()));

        var applicants = Rows("preferences.csv").Select(row => row["student"]).ToHashSet();
        var applying = sectors.SelectMany(sector => sector.GetProperty("applying").EnumerateArray()).Select(student => student.GetString()!).ToList();
        Assert.NotEmpty(applying);
        Assert.Empty(applying.Except(applicants));
        Assert.Empty(applicants.Intersect(sectors.SelectMany(sector => sector.GetProperty("ready").EnumerateArray()).Select(student => student.GetString()!)));
    }

    [Fact]
    public void Of_a_paused_student_it_says_so()
    {
        Assert.Contains("The student is paused since 2026-09-16", Shell.Run("progress", Shell.Sample, "--student", "m-0563", "--on", Day).Output, StringComparison.Ordinal);
        var json = Shell.Run("progress", Shell.Sample, "--student", "m-0563", "--on", Day, "--json").Json;
        Assert.Equal(("paused", "2026-09-16"), (json.GetProperty("aside").GetString(), json.GetProperty("asideSince").GetString()));
        Assert.DoesNotContain("paused", Shell.Run("progress", Shell.Sample, "--student", "m-0718", "--on", Day).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_line_is_one_line_however_long()
    {
        var run = Shell.Run("match", _folder.File("p.json", Problems.Clinic), "--mechanism", "largest-stable", "--improve", "--ties", "lottery-per-opportunity", "--seed", "12345678901234567890", "--quiet");
        Assert.Equal(0, run.Code);
        Assert.True(Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Length > 120, run.Output);
    }

    [Fact]
    public void A_folder_or_a_file_in_the_other_s_place_is_named_as_what_it_is()
    {
        var problem = _folder.File("p.json", Problems.Clinic);
        Assert.Contains("is a folder, where a matching file is expected", Shell.Run("verify", problem, _folder.Path).Error, StringComparison.Ordinal);
        Assert.Contains("is a folder, where a scope file is expected", Shell.Run("progress", Shell.Sample, "--cohort", "--scope", Shell.Sample).Error, StringComparison.Ordinal);
        var run = Shell.Run("match", problem, "--out", problem);
        Assert.Equal(2, run.Code);
        Assert.Contains("this is a file, where a folder is expected", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_says_when_the_rules_were_others_and_when_nothing_was_promised()
    {
        Assert.Equal(0, Shell.Run("match", Shell.Sample, "--policy", Path.Combine(Shell.Sample, "policy-readiness.json"), "--on", Day, "--out", _folder.In("ready"), "--quiet").Code);
        var matching = Path.Combine(_folder.In("ready"), "matching.json");
        Assert.Contains("was made under another policy", Shell.Run("verify", Shell.Sample, matching).Error, StringComparison.Ordinal);
        var alike = Shell.Run("verify", Shell.Sample, matching, "--policy", Path.Combine(Shell.Sample, "policy-readiness.json"));
        Assert.DoesNotContain("warning: the matching was made", alike.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("promises no stable matching", alike.Output, StringComparison.Ordinal);

        var problem = _folder.File("p.json", Problems.Clinic);
        Shell.Run("match", problem, "--mechanism", "top-trading-cycles", "--out", _folder.In("ttc"), "--quiet");
        Assert.Contains("top-trading-cycles, which made the matching by its file, promises no stable matching", Shell.Run("verify", problem, Path.Combine(_folder.In("ttc"), "matching.json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_goes_with_the_cohort_alone_and_a_far_day_is_a_day() => Assert.Multiple(
        () => Assert.Contains("--all goes with --cohort", Shell.Run("progress", Shell.Sample, "--student", "m-0001", "--all").Error, StringComparison.Ordinal),
        () => Assert.Contains("--on 9999-12-31 is no day of the years 1901 to 2199", Shell.Run("progress", Shell.Sample, "--cohort", "--on", "9999-12-31").Error, StringComparison.Ordinal));

    private static int Seats(Dictionary<string, string> row) => int.Parse(row["seats"], CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Rows(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Shell.Sample, name));
        var header = lines[0].Split(',');
        Assert.All(lines, line => Assert.DoesNotContain('"', line));
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
