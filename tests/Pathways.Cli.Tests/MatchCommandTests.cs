using System.Text.Json;

namespace Pathways.Cli.Tests;

public class MatchCommandTests
{
    [Fact]
    public void The_result_as_json_has_the_promised_fields_and_nothing_else_is_on_standard_output()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("match", folder.File("p.json", Problems.Clinic), "--json", "--seed", "7");
        Assert.Equal(0, run.Code);
        var json = run.Json;
        Assert.Equal("pathways/matching@1", json.GetProperty("format").GetString());
        Assert.Equal("student-optimal", json.GetProperty("mechanism").GetString());
        Assert.Equal("lottery", json.GetProperty("ties").GetString());
        Assert.Equal(7, json.GetProperty("seed").GetInt32());
        var seats = json.GetProperty("assignments").EnumerateArray().ToList();
        Assert.Equal(["ana", "ben"], seats.Select(seat => seat.GetProperty("student").GetString()!));
        Assert.Equal([2, 1], seats.Select(seat => seat.GetProperty("rank").GetInt32()));
        Assert.Equal("clinic", seats[1].GetProperty("opportunity").GetString());
        Assert.Equal(
            ["cy not-acceptable", "dee no-preferences"],
            json.GetProperty("unmatched").EnumerateArray().Select(u => $"{u.GetProperty("student")} {u.GetProperty("reason")}"));
        Assert.True(json.GetProperty("verification").GetProperty("feasible").GetBoolean());
        Assert.True(json.GetProperty("verification").GetProperty("stable").GetBoolean());
        Assert.Equal(0, json.GetProperty("verification").GetProperty("blockingPairs").GetInt32());
        var measures = json.GetProperty("measures");
        Assert.Equal((4, 2, 1.5), (measures.GetProperty("students").GetInt32(), measures.GetProperty("matched").GetInt32(), measures.GetProperty("meanRank").GetDouble()));
        Assert.Equal([1, 1, 0], measures.GetProperty("ranks").EnumerateArray().Select(count => count.GetInt32()));
        foreach (var time in new[] { "readMs", "compileMs", "solveMs", "solveMinMs", "verifyMs" })
        {
            Assert.True(json.GetProperty("timings").GetProperty(time).GetDouble() >= 0);
        }
    }

    [Fact]
    public void The_summary_says_what_was_done_and_that_it_was_verified()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("match", folder.File("p.json", Problems.Clinic));
        Assert.Equal(0, run.Code);
        Assert.Contains("student-optimal, ties by lottery, seed 0", run.Output, StringComparison.Ordinal);
        Assert.Contains("verified: feasible, stable", run.Output, StringComparison.Ordinal);
        Assert.Contains("pairs listed on one side only were dropped: 1 by students, 0 by opportunities", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_input_gives_the_same_assignments_whatever_is_repeated_or_written()
    {
        using var folder = new TempFolder();
        var plain = Assignments(Shell.Run("match", Shell.Sample, "--json", "--seed", "3"));
        Assert.Equal(plain, Assignments(Shell.Run("match", Shell.Sample, "--json", "--seed", "3", "--repeat", "5", "--no-verify")));
        Assert.Equal(0, Shell.Run("match", Shell.Sample, "--seed", "3", "--out", folder.Path, "--quiet").Code);
        Assert.Equal(plain, Assignments(new(0, File.ReadAllText(folder.In("matching.json")), "")));
        Assert.Equal(plain, Assignments(Shell.Run("match", folder.In("problem.json"), "--json", "--seed", "3")));
        Assert.NotEqual(plain, Assignments(Shell.Run("match", Shell.Sample, "--json", "--seed", "4")));
    }

    [Theory]
    [InlineData("student-optimal", "lottery-per-opportunity")]
    [InlineData("student-optimal", "input-order")]
    [InlineData("opportunity-optimal", "lottery")]
    [InlineData("opportunity-optimal", "lottery-per-opportunity")]
    [InlineData("opportunity-optimal", "input-order")]
    public void Every_mechanism_and_tie_breaking_matches_the_sample_stably(string mechanism, string ties)
    {
        var run = Shell.Run("match", Shell.Sample, "--mechanism", mechanism, "--ties", ties, "--json");
        Assert.Equal(0, run.Code);
        Assert.Equal((mechanism, ties), (run.Json.GetProperty("mechanism").GetString(), run.Json.GetProperty("ties").GetString()));
        Assert.True(run.Json.GetProperty("verification").GetProperty("stable").GetBoolean());
    }

    [Fact]
    public void The_folder_holds_the_matching_the_problem_and_the_reason_for_every_pair_left_out()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, Shell.Run("match", Shell.Sample, "--out", folder.In("new/deep")).Code);
        Assert.Equal(
            ["assignments.csv", "left-out.csv", "matching.json", "opportunities.csv", "problem.json", "unmatched.csv", "waitlists.csv"],
            Directory.GetFiles(folder.In("new/deep")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
        using var matching = JsonDocument.Parse(File.ReadAllText(folder.In("new/deep/matching.json")));
        var policy = matching.RootElement.GetProperty("policy");
        Assert.Equal("pathways/policy@1", policy.GetProperty("format").GetString());
        Assert.Equal(40, policy.GetProperty("eligibility").GetProperty("maximumDistanceKm").GetInt32());
        var leftOut = File.ReadAllLines(folder.In("new/deep/left-out.csv"));
        Assert.Equal("student,opportunity,rank,code,reason", leftOut[0]);
        Assert.True(leftOut.Length > 400);
        Assert.Equal(3, matching.RootElement.GetProperty("measures").GetProperty("sectors").GetArrayLength());
    }

    [Fact]
    public void Quiet_writes_one_line_that_holds_the_seed_and_the_verdict()
    {
        var run = Shell.Run("match", Shell.Sample, "--quiet");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            "student-optimal, ties by lottery, seed 0: 408 of 514 matched, verified: feasible, stable",
            Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Trim());

        using var folder = new TempFolder();
        var no = Shell.Run("match", folder.File("p.json", Problems.TooFew), "--quiet");
        Assert.Equal(1, no.Code);
        Assert.Contains("NOT feasible", no.Output, StringComparison.Ordinal);
        Assert.Contains("matching.below-minimum", no.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_result_leaves_nothing_of_the_first()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, Shell.Run("match", Shell.Sample, "--out", folder.In("out"), "--quiet").Code);
        File.WriteAllText(folder.In("out/notes.txt"), "mine");
        Assert.Equal(0, Shell.Run("match", folder.File("p.json", Problems.Clinic), "--out", folder.In("out"), "--quiet").Code);
        Assert.Equal(
            ["assignments.csv", "matching.json", "notes.txt", "opportunities.csv", "unmatched.csv", "waitlists.csv"],
            Directory.GetFileSystemEntries(folder.In("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
    }

    [Fact]
    public void Where_one_file_cannot_be_written_none_is()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.In("out/unmatched.csv"));
        var run = Shell.Run("match", Shell.Sample, "--out", folder.In("out"));
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("unmatched.csv is in the way", run.Error, StringComparison.Ordinal);
        Assert.Equal([folder.In("out/unmatched.csv")], Directory.GetFileSystemEntries(folder.In("out")));

        var file = Shell.Run("match", Shell.Sample, "--out", folder.File("taken", ""));
        Assert.Equal((2, ""), (file.Code, file.Output));
        Assert.StartsWith("--out ", file.Error[file.Error.IndexOf("--out", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Priorities_for_students_who_do_not_apply_are_counted()
    {
        using var folder = new TempFolder();
        foreach (var file in Directory.GetFiles(Shell.Sample, "*.csv"))
        {
            File.Copy(file, folder.In(Path.GetFileName(file)));
        }

        var before = Shell.Run("match", folder.Path).Error;
        var ranked = File.ReadLines(folder.In("priorities.csv")).ElementAt(1).Split(',')[0];
        File.AppendAllText(folder.In("priorities.csv"), $"{ranked},m-0001,999\n");
        Assert.DoesNotContain("dropped", before, StringComparison.Ordinal);
        Assert.Contains("were dropped: 0 by students, 1 by opportunities", Shell.Run("match", folder.Path).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_verification_none_is_claimed()
    {
        using var folder = new TempFolder();
        var problem = folder.File("p.json", Problems.Clinic);
        Assert.Contains("not verified", Shell.Run("match", problem, "--no-verify").Output, StringComparison.Ordinal);
        Assert.False(Shell.Run("match", problem, "--no-verify", "--json").Json.TryGetProperty("verification", out _));
    }

    [Fact]
    public void A_problem_that_no_mechanism_serves_is_refused_with_every_reason()
    {
        using var folder = new TempFolder();
        var problem = folder.File("p.json", Problems.Reserved);
        var run = Shell.Run("match", problem, "--out", folder.In("out"));
        Assert.Equal(1, run.Code);
        Assert.Contains("mechanism.reserves-under-cap", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.In("out")));
        var trades = Shell.Run("match", problem, "--mechanism", "top-trading-cycles", "--improve", "--json");
        Assert.Equal(
            ["mechanism.improve", "mechanism.reserves-under-cap", "mechanism.reserves", "mechanism.caps"],
            trades.Json.GetProperty("refused").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()));
    }

    [Fact]
    public void An_infeasible_result_is_an_honest_no()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("match", folder.File("p.json", Problems.TooFew));
        Assert.Equal(1, run.Code);
        Assert.Contains("verified: NOT feasible", run.Output, StringComparison.Ordinal);
        Assert.Contains("matching.below-minimum", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_seed_and_an_empty_path_are_understood()
    {
        Assert.Contains("seed 18446744073709551615", Shell.Run("match", Shell.Sample, "--seed", "18446744073709551615", "--quiet").Output, StringComparison.Ordinal);
        foreach (var args in new string[][] { ["match", ""], ["match", Shell.Sample, "--out", ""], ["generate", "--out", ""], ["verify", "", ""] })
        {
            var run = Shell.Run(args);
            Assert.Equal((2, ""), (run.Code, run.Output));
            Assert.Contains("is empty", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--mechanism", "boston")]
    [InlineData("--ties", "coin")]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "x")]
    [InlineData("--repeat", "0")]
    [InlineData("--policy", "nowhere.json")]
    [InlineData("--colour", "red")]
    [InlineData("--seed", "18446744073709551616")]
    [InlineData("--repeat", "many")]
    public void Bad_usage_is_said_on_standard_error(string option, string value)
    {
        var run = Shell.Run("match", Shell.Sample, option, value);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(value == "nowhere.json" ? value : option.TrimStart('-') is "colour" ? option : value, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        var run = Shell.Run(new CancellationToken(canceled: true), "match", Shell.Sample, "--out", folder.In("out"));
        Assert.Equal((130, ""), (run.Code, run.Output));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static string Assignments(Shell run) => run.Json.GetProperty("assignments").GetRawText();
}
