namespace Pathways.Cli.Tests;

/// <summary>A district's path from end to end: match, verify, explain; the answers must agree with each other.</summary>
public class AnswersAgreeTests
{
    [Theory]
    [InlineData("samples/marlborough")]
    [InlineData("problem.json")]
    public void Match_verify_and_explain_agree_about_every_kind_of_student(string problem)
    {
        using var folder = new TempFolder();
        Assert.Equal(0, Shell.Run("match", Shell.Sample, "--out", folder.Path, "--quiet").Code);
        problem = problem == "problem.json" ? folder.In(problem) : Path.Combine(Shell.Root, problem);
        var matching = folder.In("matching.json");

        var verified = Shell.Run("verify", problem, matching, "--json");
        Assert.Equal(0, verified.Code);
        Assert.True(verified.Json.GetProperty("feasible").GetBoolean());
        Assert.True(verified.Json.GetProperty("stable").GetBoolean());
        Assert.Equal(0, verified.Json.GetProperty("blockingPairs").GetArrayLength());

        var result = new Shell(0, File.ReadAllText(matching), "").Json;
        var seats = result.GetProperty("assignments").EnumerateArray().ToList();
        foreach (var seat in seats.Take(5).Concat(seats.Where(seat => seat.GetProperty("rank").GetInt32() > 3).Take(5)))
        {
            var student = seat.GetProperty("student").GetString()!;
            var explained = Shell.Run("explain", problem, matching, "--student", student, "--json").Json;
            Assert.Equal(seat.GetProperty("opportunity").GetString(), explained.GetProperty("opportunity").GetString());
            var codes = explained.GetProperty("choices").EnumerateArray()
                .ToDictionary(c => c.GetProperty("opportunity").GetString()!, c => (c.GetProperty("rank").GetInt32(), c.GetProperty("reason").GetProperty("code").GetString()));
            Assert.Equal((seat.GetProperty("rank").GetInt32(), "reason.has-seat"), codes[seat.GetProperty("opportunity").GetString()!]);
            Assert.Single(codes, choice => choice.Value.Item2 == "reason.has-seat");
            foreach (var (_, (rank, code)) in codes)
            {
                // Better choices were closed; worse ones are not wanted.
                Assert.Equal(rank > seat.GetProperty("rank").GetInt32(), code is "reason.holds-better" || (code == "reason.not-acceptable" && rank > seat.GetProperty("rank").GetInt32()));
            }
        }

        foreach (var unmatched in result.GetProperty("unmatched").EnumerateArray().Where(u => u.GetProperty("reason").GetString() == "no-seat-left").Take(5))
        {
            var student = unmatched.GetProperty("student").GetString()!;
            var explained = Shell.Run("explain", problem, matching, "--student", student, "--json").Json;
            Assert.Equal(System.Text.Json.JsonValueKind.Null, explained.GetProperty("opportunity").ValueKind);
            Assert.All(
                explained.GetProperty("choices").EnumerateArray(),
                choice => Assert.Contains(choice.GetProperty("reason").GetProperty("code").GetString(), new[] { "reason.seats-filled", "reason.not-acceptable" }));
            Assert.Contains($"{student} has no seat", Shell.Run("explain", problem, matching, "--student", student).Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_folder_knows_which_rule_left_a_pair_out()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, Shell.Run("match", Shell.Sample, "--out", folder.Path, "--quiet").Code);
        foreach (var line in File.ReadLines(folder.In("left-out.csv")).Skip(1).Take(8))
        {
            var cells = line.Split(',');
            var explained = Shell.Run("explain", Shell.Sample, folder.In("matching.json"), "--student", cells[0], "--opportunity", cells[1], "--json").Json;
            Assert.Equal("reason.not-acceptable", explained.GetProperty("reason").GetProperty("code").GetString());
            Assert.Contains(cells[3], explained.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public void A_change_that_was_promised_to_help_helps()
    {
        // One seat; Ben goes first. With one more, Ana has it.
        using var folder = new TempFolder();
        var problem = folder.File("p.json", Problems.Clinic);
        Shell.Run("match", problem, "--out", folder.Path, "--quiet");
        var explained = Shell.Run("explain", problem, folder.In("matching.json"), "--student", "ana", "--opportunity", "clinic");
        Assert.Contains("With one more seat at clinic it would have been open.", explained.Output, StringComparison.Ordinal);
        var more = folder.File("more.json", Problems.Clinic.Replace("\"clinic\", \"seats\": 1", "\"clinic\", \"seats\": 2", StringComparison.Ordinal));
        var seat = Shell.Run("match", more, "--json").Json.GetProperty("assignments")[0];
        Assert.Equal(("ana", "clinic"), (seat.GetProperty("student").GetString(), seat.GetProperty("opportunity").GetString()));
    }

    [Fact]
    public void A_hundred_thousand_students_are_matched_and_verified_with_timings()
    {
        using var folder = new TempFolder();
        var problem = folder.In("big.json");
        Assert.Equal(0, Shell.Run("generate", "--students", "100000", "--choices", "10", "--popularity", "zipf", "--priority-classes", "4", "--out", problem).Code);
        var run = Shell.Run("match", problem, "--out", folder.Path);
        Assert.Equal(0, run.Code);
        Assert.Contains("verified: feasible, stable", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"read [\d.]+ ms, compile [\d.]+ ms, solve [\d.]+ ms \(fastest [\d.]+ ms\), verify [\d.]+ ms", run.Output);
        var verified = Shell.Run("verify", problem, folder.In("matching.json"));
        Assert.Equal((0, "feasible, stable"), (verified.Code, verified.Output.Trim()));
    }
}
