namespace Pathways.Cli.Tests;

/// <summary>A run that <c>match --store</c> kept is carried on by <c>placements</c>, however ties were broken.</summary>
public class KeptRunTests
{
    [Theory]
    [InlineData("lottery")]
    [InlineData("input-order")]
    public void A_run_that_was_kept_is_reviewed_by_another_and_published(string ties)
    {
        using var folder = new PlacementsFolder(isFilled: false);
        var (store, problem) = (folder.In("pathways.db"), folder.File("problem.json", Problem("mill", "clinic")));
        var kept = Shell.Run("match", problem, "--ties", ties, "--store", store, "--tenant", "marlborough", "--by", PlacementsFolder.Coordinator, "--run", "r-1", "--quiet");
        Assert.Equal((0, ""), (kept.Code, kept.Error));
        Assert.Contains("match-run.second-person", Advance("review", problem, PlacementsFolder.Coordinator).Output, StringComparison.Ordinal);
        Assert.Contains("match-run.inputs-unchanged", Advance("review", folder.File("other.json", Problem("clinic", "mill")), "coordinator:u-lead").Output, StringComparison.Ordinal);
        Assert.Equal("match-run/r-1 is reviewed, version 2.", Advance("review", problem, "coordinator:u-lead").Output.TrimEnd());
        Assert.Equal("match-run/r-1 is published, version 3.", Advance("publish", problem, PlacementsFolder.Coordinator).Output.TrimEnd());

        Shell Advance(string trigger, string inputs, string by) =>
            Shell.Run("placements", "advance", folder.Path, "match-run/r-1", trigger, "--problem", inputs, "--by", by, "--store", store);
    }

    [Fact]
    public void A_run_around_seats_that_are_kept_is_reviewed_with_the_same_seats_kept()
    {
        using var folder = new PlacementsFolder(isFilled: false);
        var (store, problem, keep) = (folder.In("pathways.db"), folder.File("problem.json", Problem("mill", "clinic")), folder.File("keep.json", Kept("mill")));
        var kept = Shell.Run("match", problem, "--keep", keep, "--store", store, "--tenant", "marlborough", "--by", PlacementsFolder.Coordinator, "--run", "r-1", "--quiet");
        Assert.Equal((0, ""), (kept.Code, kept.Error));
        Assert.Contains("match-run.inputs-unchanged", Review("--problem", problem).Output, StringComparison.Ordinal);
        Assert.Contains("match-run.inputs-unchanged", Review("--problem", problem, "--keep", folder.File("other.json", Kept("clinic"))).Output, StringComparison.Ordinal);
        Assert.Contains("--keep and --declined go with --problem", Review("--keep", keep).Error, StringComparison.Ordinal);
        Assert.Equal("match-run/r-1 is reviewed, version 2.", Review("--problem", problem, "--keep", keep).Output.TrimEnd());

        Shell Review(params string[] inputs) =>
            Shell.Run(["placements", "advance", folder.Path, "match-run/r-1", "review", .. inputs, "--by", "coordinator:u-lead", "--store", store]);
    }

    private static string Kept(string opportunity) => $$"""
        { "format": "pathways/matching@1", "assignments": [{ "student": "ana", "opportunity": "{{opportunity}}" }] }
        """;

    private static string Problem(string first, string second) => $$"""
        {
          "format": "pathways/problem@1",
          "students": [{ "id": "ana", "preferences": ["{{first}}", "{{second}}"] }, { "id": "ben", "preferences": ["clinic"] }],
          "opportunities": [{ "id": "mill", "seats": 2 }, { "id": "clinic", "seats": 1 }]
        }
        """;
}
