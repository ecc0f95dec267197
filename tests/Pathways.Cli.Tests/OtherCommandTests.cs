namespace Pathways.Cli.Tests;

public class OtherCommandTests
{
    [Theory]
    [InlineData("application", "Draft --> Submitted")]
    [InlineData("placement", "Onboarding --> ReadyToStart")]
    [InlineData("opportunity", "Approved --> Published")]
    [InlineData("partner", "Lead --> Contacted")]
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
        Assert.Contains("application, opportunity, partner, placement", run.Error, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("--students", "-1")]
    [InlineData("--choices", "1000000")]
    [InlineData("--opportunities", "0")]
    [InlineData("--seats-per-student", "-0.5")]
    [InlineData("--popularity", "fame")]
    [InlineData("--seed", "-3")]
    public void A_problem_that_cannot_be_made_is_bad_usage(string option, string value)
    {
        var run = Shell.Run("generate", "--students", "10", "--opportunities", "20", option, value);
        Assert.Equal((2, ""), (run.Code, run.Output));
    }
}
