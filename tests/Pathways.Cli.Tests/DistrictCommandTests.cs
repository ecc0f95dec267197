using System.Text.Json;

namespace Pathways.Cli.Tests;

/// <summary>What the district hears: how plans stand, where demand and pathways do not meet, and how good pathways are.</summary>
public class DistrictCommandTests
{
    private const string Day = "2026-11-15";

    /// <summary>S140, S141, S149: plans are counted element by element, and who has not settled an element is named.</summary>
    [Fact]
    public void The_plans_of_all_students_are_counted_element_by_element()
    {
        var run = Shell.Run("plan", Shell.Sample, "--cohort", "--on", Day);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("1102 plans on 2026-11-15 by ma-mycap@1 (My Career and Academic Plan, US-MA): ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Opted out", run.Output, StringComparison.Ordinal);
        var json = Shell.Run("plan", Shell.Sample, "--cohort", "--on", Day, "--json").Json;
        Assert.All(json.GetProperty("elements").EnumerateArray(), element =>
        {
            var asked = element.GetProperty("asked").GetInt32();
            Assert.Equal(asked, new[] { "met", "inProgress", "missing", "waived", "optedOut" }.Sum(status => element.GetProperty(status).GetInt32()));
            Assert.Equal(element.GetProperty("inProgress").GetInt32() + element.GetProperty("missing").GetInt32(), element.GetProperty("notSettledBy").GetArrayLength());
            Assert.Equal(element.GetProperty("overdue").GetInt32(), element.GetProperty("overdueFor").GetArrayLength());
        });
    }

    /// <summary>S143: a student's plan leaves in the form that other platforms read, by the template that was asked for.</summary>
    [Fact]
    public void The_plan_of_one_student_is_the_same_by_every_command()
    {
        var run = Shell.Run("plan", Shell.Sample, "--student", "m-0900", "--template", "hsbp", "--on", Day);
        Assert.Contains("Plan by wa-hsbp@1 (High School and Beyond Plan", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            Shell.Run("progress", Shell.Sample, "--student", "m-0900", "--on", Day, "--json").Json.GetProperty("plan").GetRawText().Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings(""),
            Shell.Run("plan", Shell.Sample, "--student", "m-0900", "--on", Day, "--json").Output.Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings(""));
    }

    /// <summary>S84 to S89, S196: which jobs are in demand where without a pathway, which pathways have no demand, and what partners can hardly fill.</summary>
    [Fact]
    public void Demand_without_a_pathway_and_pathways_without_demand_are_told_with_their_sources()
    {
        var run = Shell.Run("demand", Shell.Sample, "--on", Day, "--all");
        Assert.Equal(0, run.Code);
        Assert.Contains("Information Security Analysts: 15-1212 in metrowest is in demand. Made-up labor survey of the sample (2026-05-01): ", run.Output, StringComparison.Ordinal);
        Assert.Contains("  Cabinetmaking (cabinetmaking) in metrowest: 51-7011: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Regions without a pathway: 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("Roles that partners can hardly fill: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Job zone 4: ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("more;", run.Output, StringComparison.Ordinal);

        var json = Shell.Run("demand", Shell.Sample, "--on", Day, "--json", "--region", "nashoba-valley").Json;
        Assert.All(json.GetProperty("demandWithoutPathway").EnumerateArray(), line => Assert.Equal("nashoba-valley", line.GetProperty("region").GetString()));
        Assert.Empty(json.GetProperty("demandWithPathway").EnumerateArray());
        Assert.Empty(json.GetProperty("hardToFill").EnumerateArray());

        var strict = Shell.Run("demand", Shell.Sample, "--on", Day, "--openings", "100000", "--json").Json;
        Assert.All(
            strict.GetProperty("demandWithoutPathway").EnumerateArray(), line => Assert.NotEmpty(line.GetProperty("hardToFillBy").EnumerateArray()));
    }

    /// <summary>S174 to S179, S131, S170 to S173, S200: scorecards, the nine conditions of a region, and recommendations by owner, horizon and status.</summary>
    [Fact]
    public void Pathways_conditions_and_recommendations_are_told_with_what_is_missing()
    {
        var run = Shell.Run("quality", Shell.Sample, "--on", Day);
        Assert.Equal((0, ""), (run.Code, run.Error));
        foreach (var word in new[]
        {
            "Pathways by the six components", "  college-studies: never reviewed.", "Conditions in metrowest, assessed on 2026-03-01:", "(nobody named one)", "Where effort goes first: ",
            "Recommendations by who answers for them", "2025-06-30, overdue", "(nobody)", "Every region has a pathway. 2 of 3.", "nashoba-valley: No pathway is offered in nashoba-valley.",
        })
        {
            Assert.Contains(word, run.Output, StringComparison.Ordinal);
        }

        var json = Shell.Run("quality", Shell.Sample, "--on", Day, "--json").Json;
        Assert.All(json.GetProperty("grids").EnumerateArray(), grid => Assert.Equal(9, grid.GetProperty("cells").GetArrayLength()));
        Assert.All(json.GetProperty("claims").EnumerateArray(), claim =>
            Assert.Equal(claim.GetProperty("total").GetInt32(), claim.GetProperty("met").GetInt32() + claim.GetProperty("exceptions").GetArrayLength()));
        string?[] owners = [.. json.GetProperty("recommendations").EnumerateArray().Select(one => one.GetProperty("owner").GetString())];
        Assert.Equal(owners.OrderBy(owner => owner is null).ThenBy(owner => owner, StringComparer.Ordinal), owners);
    }

    [Fact]
    public void What_was_not_asked_rightly_is_bad_usage()
    {
        using var empty = new TempFolder();
        foreach (var (expected, args) in new (string, string[])[]
        {
            ("There is no region \"mars\". There are: metrowest, worcester, nashoba-valley.", ["demand", Shell.Sample, "--region", "mars"]),
            ("demand.file.missing", ["demand", empty.Path]),
            ("pathways.file.missing", ["demand", empty.Path]),
            ("quality.file.missing", ["quality", empty.Path]),
            ("is no folder. Expected one with pathways.json and quality.json.", ["quality", empty.In("nowhere")]),
            ("plan needs --student ID for one student, or --cohort for all.", ["plan", Shell.Sample]),
            ("\"mycat\" is no plan template.", ["plan", Shell.Sample, "--cohort", "--template", "mycat"]),
            ("plan.file.missing", ["plan", empty.Path, "--cohort"]),
        })
        {
            var run = Shell.Run(args);
            Assert.Equal((2, ""), (run.Code, run.Output));
            Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        }
    }
}
