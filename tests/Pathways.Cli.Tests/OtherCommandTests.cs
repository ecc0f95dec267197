namespace Pathways.Cli.Tests;

public class OtherCommandTests
{
    [Theory]
    [InlineData("application", "Draft --> Submitted")]
    [InlineData("placement", "Onboarding --> ReadyToStart")]
    [InlineData("opportunity", "Approved --> Published")]
    [InlineData("partner", "Lead --> Contacted")]
    [InlineData("plan", "ReviewDue --> Current")]
    public void A_diagram_is_mermaid_text(string name, string row)
    {
        var run = Shell.Run("diagram", name);
        Assert.Equal(0, run.Code);
        Assert.StartsWith("stateDiagram-v2", run.Output, StringComparison.Ordinal);
        Assert.Contains(row, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_diagram_is_bad_usage_that_lists_the_known_ones()
    {
        var run = Shell.Run("diagram", "weather");
        Assert.Equal(2, run.Code);
        Assert.Contains("application, document, evaluation, hours-entry, match-run, opportunity, partner, placement, plan, slot, student-pipeline", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explaining_somebody_who_is_not_there_is_bad_usage()
    {
        using var folder = new TempFolder();
        var problem = folder.File("p.json", Problems.Clinic);
        Shell.Run("match", problem, "--out", folder.Path, "--quiet");
        foreach (var args in new[] { new[] { "--student", "zoe" }, ["--student", "ana", "--opportunity", "moon"], ["--student", ""], [] })
        {
            var run = Shell.Run(["explain", problem, folder.In("matching.json"), .. args]);
            Assert.Equal((2, ""), (run.Code, run.Output));
            Assert.NotEmpty(run.Error);
        }
    }

    [Fact]
    public void Without_a_command_there_is_help_and_bad_usage()
    {
        var run = Shell.Run();
        Assert.Equal(2, run.Code);
        Assert.Contains("Try: pathways --help", run.Error, StringComparison.Ordinal);
        Assert.Contains("match <INPUT>", Shell.Run("--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_a_file_is_obeyed_by_a_terminal()
    {
        const string Escape = "\u001b]0;gotcha\u0007";
        using var folder = new TempFolder();
        var problem = folder.File("p.json", Problems.Clinic.Replace("\"clinic\"", "\"\\u001b]0;gotcha\\u0007\"", StringComparison.Ordinal));
        var first = folder.File("m.json", """{ "format": "pathways/matching@1", "mechanism": "\u001b]0;gotcha\u0007", "assignments": [ { "student": "ana", "opportunity": "\u001b]0;gotcha\u0007" } ] }""");
        var second = folder.File("n.json", """{ "format": "pathways/matching@1", "assignments": [ { "student": "\u001b]0;gotcha\u0007", "opportunity": "lab" } ] }""");
        foreach (var run in new[]
        {
            Shell.Run("match", problem), Shell.Run("verify", problem, first), Shell.Run("verify", problem, second), Shell.Run("compare", first, second),
            Shell.Run("compare", first, second, "--problem", problem), Shell.Run("explain", problem, first, "--student", "ana"),
            Shell.Run("explain", problem, first, "--student", "ben"), Shell.Run("explain", problem, first, "--student", Escape),
            Shell.Run("match", Escape), Shell.Run("match", problem, "--mechanism", Escape),
        })
        {
            Assert.DoesNotContain('\u001b', run.Output + run.Error);
            Assert.DoesNotContain('\u0007', run.Output + run.Error);
        }
    }

    [Fact]
    public void An_unknown_command_is_answered_with_the_known_ones()
    {
        var run = Shell.Run("simulate", "x.json");
        Assert.Equal(2, run.Code);
        Assert.Contains("There is no command \"simulate\".", run.Error, StringComparison.Ordinal);
        Assert.Contains("match, verify, explain, compare, generate, diagram", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_problems_are_the_same_for_the_same_seed()
    {
        using var folder = new TempFolder();
        string[] model = ["generate", "--students", "50", "--choices", "4", "--popularity", "zipf"];
        var first = Shell.Run([.. model, "--seed", "5"]);
        Assert.Equal(0, first.Code);
        Assert.Equal(first.Output, Shell.Run([.. model, "--seed", "5"]).Output);
        Assert.NotEqual(first.Output, Shell.Run([.. model, "--seed", "6"]).Output);
        Assert.Equal(0, Shell.Run([.. model, "--seed", "5", "--out", folder.In("p.json")]).Code);
        Assert.Equal(first.Output, File.ReadAllText(folder.In("p.json")));
        Assert.Equal(0, Shell.Run("match", folder.In("p.json"), "--quiet").Code);
    }

    [Fact]
    public void Generated_problems_have_what_was_asked_for()
    {
        string[] model = ["generate", "--students", "40", "--choices", "3"];
        var plain = Shell.Run(model).Output;
        foreach (var word in new[] { "\"partners\"", "\"caps\"", "\"reserves\"", "\"slots\"", "\"groups\"", "[[" })
        {
            Assert.DoesNotContain(word, plain, StringComparison.Ordinal);
        }

        var full = Shell.Run([.. model, "--partners", "3", "--partner-cap", "0.8", "--regions", "2", "--reserve", "0.4", "--hard", "--tie", "0.3"]);
        Assert.Equal(0, full.Code);
        foreach (var word in new[] { "\"partners\"", "\"caps\"", "\"reserves\"", "\"hard\"", "\"groups\"", "[[" })
        {
            Assert.Contains(word, full.Output, StringComparison.Ordinal);
        }

        Assert.Contains("\"slots\"", Shell.Run([.. model, "--groups", "2", "--reserve", "0.4", "--slots"]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--slots")]
    [InlineData("--hard")]
    public void Seats_for_groups_of_some_kind_need_seats_for_groups(string option)
    {
        var run = Shell.Run("generate", "--students", "10", "--choices", "2", "--groups", "2", option);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Equal($"{option} needs seats for groups. Say what share of the seats they are with --reserve.", run.Error.Trim());
    }

    [Fact]
    public void A_generated_problem_that_no_mechanism_matches_comes_with_a_warning()
    {
        string[] model = ["generate", "--students", "20", "--choices", "3", "--partners", "2"];
        var both = Shell.Run([.. model, "--partner-cap", "0.5", "--reserve", "0.5"]);

        Assert.Equal(0, both.Code);
        Assert.StartsWith("{", both.Output, StringComparison.Ordinal);
        Assert.StartsWith("warning: no mechanism matches this problem. mechanism.reserves-under-cap: There are ", both.Error, StringComparison.Ordinal);
        Assert.Equal("", Shell.Run([.. model, "--partner-cap", "0.5"]).Error);
        Assert.Equal("", Shell.Run([.. model, "--reserve", "0.5"]).Error);
    }

    [Theory]
    [InlineData("--students", "-1")]
    [InlineData("--choices", "1000000")]
    [InlineData("--opportunities", "-2")]
    [InlineData("--seats-per-student", "-0.5")]
    [InlineData("--popularity", "fame")]
    [InlineData("--seed", "-3")]
    [InlineData("--tie", "1.5")]
    [InlineData("--partner-cap", "0.8")]
    [InlineData("--region-cap", "-1")]
    [InlineData("--groups", "63")]
    [InlineData("--reserve", "2")]
    public void A_problem_that_cannot_be_made_is_bad_usage(string option, string value)
    {
        var run = Shell.Run("generate", "--students", "10", "--opportunities", "20", option, value);
        Assert.Equal((2, ""), (run.Code, run.Output));
    }
}
