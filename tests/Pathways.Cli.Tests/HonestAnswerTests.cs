using Pathways.Cli.Output;
using Pathways.Matching;
using Pathways.Matching.Files;

namespace Pathways.Cli.Tests;

/// <summary>What the commands say where an answer is not what was hoped for.</summary>
public sealed class HonestAnswerTests
{
    [Fact]
    public void One_line_says_that_a_largest_matching_is_not_proved_and_by_how_much()
    {
        var options = new MatchOptions { Mechanism = Mechanism.LargestStable, Exact = true, TimeLimit = Duration.FromSeconds(1) };
        var result = Matcher.Match(ProblemFile.Read(Sample("ties")).Get(), options).Get();

        Assert.Contains("4 of 5 matched, NOT proved to be the most: at most 6 can be, 2 above this, verified", OneLine(result with { Bound = new(4, 6) }), StringComparison.Ordinal);
        Assert.Contains("4 of 5 matched, no stable matching places more, verified", OneLine(result with { Bound = new(4, 4) }), StringComparison.Ordinal);

        static string OneLine(MatchResult result)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            MatchSummary.OneLine(Terminal.Of(output, error), result);
            return output.ToString().ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--student", "ana", "ana has a seat at lab: choice 1 of 3.")]
    [InlineData("--opportunity", "lab", "lab has 2 students for 1 seat.")]
    public void Explaining_what_is_not_feasible_says_so_and_ends_as_verify_does(string option, string id, string told)
    {
        using var folder = new TempFolder();
        var matching = folder.File("m.json", """
            { "format": "pathways/matching@1", "assignments": [ { "student": "ana", "opportunity": "lab" }, { "student": "ben", "opportunity": "lab" } ] }
            """);

        var run = Shell.Run("explain", Sample("ties"), matching, option, id);
        var json = Shell.Run("explain", Sample("ties"), matching, option, id, "--json");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("This matching is NOT feasible: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(told, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ben", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, json.Code);
        Assert.Equal(
            Shell.Run("verify", Sample("ties"), matching, "--json").Json.GetProperty("violations")[0].GetProperty("code").GetString(),
            json.Json.GetProperty("violations")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void An_explanation_of_what_nobody_says_how_it_was_made_names_that_cause_alone()
    {
        using var folder = new TempFolder();
        var matching = folder.File("m.json", """{ "format": "pathways/matching@1", "assignments": [ { "student": "ana", "opportunity": "lab" } ] }""");

        var run = Shell.Run("explain", Sample("ties"), matching, "--student", "ben", "--json");

        Assert.Equal(0, run.Code);
        Assert.Contains("note: the file: It is not said how the matching was made, so nothing can be tried.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("exactly", run.Error, StringComparison.Ordinal);
        var without = run.Json.GetProperty("choices")[0].GetProperty("withoutWhatIfs");
        Assert.Equal("no-what-if.unknown-origin", Assert.Single(without.EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public void An_exact_result_is_explained_with_what_would_have_changed_it()
    {
        using var folder = new TempFolder();
        var results = folder.File("none", "") + ".out";
        Assert.Equal(0, Shell.Run("match", Sample("ties"), "--mechanism", "largest-stable", "--exact", "--out", results, "--quiet").Code);

        var run = Shell.Run("explain", Sample("ties"), Path.Combine(results, "matching.json"), "--student", "eli");

        Assert.DoesNotContain("note:", run.Error, StringComparison.Ordinal);
        Assert.Contains("With one more seat at lab it would have been open.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("match")]
    [InlineData("verify")]
    public void A_day_that_nothing_asks_for_is_said_to_change_nothing(string command)
    {
        using var folder = new TempFolder();
        var matching = folder.File("m.json", """{ "format": "pathways/matching@1", "assignments": [] }""");
        string[] args = command == "match" ? [command, Sample("ties")] : [command, Sample("ties"), matching];

        Assert.Contains(
            "warning: --on 2026-09-01 changes nothing, since a problem file says nothing of readiness.",
            Shell.Run([.. args, "--on", "2026-09-01"]).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--on", Shell.Run(args).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_whose_policy_requires_no_readiness_says_so_unless_it_is_to_be_quiet()
    {
        Assert.Contains(
            "warning: --on 2026-09-01 changes nothing, since the policy requires no readiness.",
            Shell.Run("match", Shell.Sample, "--on", "2026-09-01").Error, StringComparison.Ordinal);
        Assert.Empty(Shell.Run("match", Shell.Sample, "--on", "2026-09-01", "--quiet").Error);
    }

    [Theory]
    [InlineData("--seed", "x", "is not a number")]
    [InlineData("--seed", "-1", "is out of range")]
    [InlineData("--seed", "99999999999999999999999", "is out of range")]
    [InlineData("--seed", "1.5", "is not a whole number")]
    [InlineData("--repeat", "0", "is out of range")]
    [InlineData("--time-limit", "soon", "is not a number")]
    public void What_is_wrong_with_a_number_is_said(string option, string text, string wrong)
    {
        var run = Shell.Run("match", Sample("ties"), option, text);

        Assert.Equal(2, run.Code);
        Assert.Contains($"{option} {text} {wrong}. Expected a number from ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nested-caps", "Use student-optimal, opportunity-optimal, largest-stable or serial-dictatorship, or remove the caps.")]
    [InlineData("soft-reserves", "Use student-optimal, opportunity-optimal or largest-stable, or remove the reserves.")]
    public void A_refusal_names_every_mechanism_that_serves_the_problem(string sample, string ways)
    {
        var run = Shell.Run("match", Sample(sample), "--mechanism", "immediate-acceptance");

        Assert.Equal(1, run.Code);
        Assert.Contains(ways, run.Output, StringComparison.Ordinal);
    }

    private static string Sample(string name) => Path.Combine(Shell.Root, "samples", "problems", $"{name}.json");
}
