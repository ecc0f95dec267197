namespace Pathways.Cli.Tests;

public class VerifyCommandTests
{
    [Theory]
    [InlineData("ana clinic", true, false, "", "ben clinic")]
    [InlineData("ben clinic, ana lab", true, true, "", "")]
    [InlineData("ben clinic, ana library", true, true, "", "")]
    [InlineData("ben clinic", true, false, "", "ana lab, ana library")]
    [InlineData("cy clinic, ana lab", false, false, "matching.not-acceptable", "ana clinic, ben clinic")]
    [InlineData("ana clinic, ben clinic", false, false, "matching.over-capacity", "")]
    [InlineData("ben clinic, ana lab, ana library", false, false, "matching.student-twice", "")]
    [InlineData("ben clinic, ana lab, zoe lab", false, false, "matching.student-unknown", "")]
    [InlineData("ben clinic, ana lab, dee moon", false, false, "matching.opportunity-unknown", "")]
    public void A_matching_by_anybody_is_judged_by_the_definition(
        string seats, bool feasible, bool stable, string violation, string blocking)
    {
        using var folder = new TempFolder();
        var run = Shell.Run("verify", folder.File("p.json", Problems.Clinic), folder.File("m.json", Matching(seats)), "--json");
        Assert.Equal(feasible && stable ? 0 : 1, run.Code);
        Assert.Equal((feasible, stable), (run.Json.GetProperty("feasible").GetBoolean(), run.Json.GetProperty("stable").GetBoolean()));
        Assert.Equal(violation, string.Join(", ", run.Json.GetProperty("violations").EnumerateArray().Select(v => v.GetProperty("code").GetString())));
        Assert.Equal(blocking, string.Join(", ", run.Json.GetProperty("blockingPairs").EnumerateArray()
            .Select(pair => $"{pair.GetProperty("student")} {pair.GetProperty("opportunity")}")));
    }

    [Fact]
    public void The_no_names_every_pair_for_people_too()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("verify", folder.File("p.json", Problems.Clinic), folder.File("m.json", Matching("ana clinic")));
        Assert.Equal(1, run.Code);
        Assert.Contains("feasible, NOT stable", run.Output, StringComparison.Ordinal);
        Assert.Contains("ben and clinic", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_both_files_come_in_one_run()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("verify", folder.File("p.json", "{"), folder.File("m.json", "[]"));
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("p.json:", run.Error, StringComparison.Ordinal);
        Assert.Contains("m.json:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_whose_stability_cannot_be_judged_yet_is_refused()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("verify", folder.File("p.json", Problems.Reserved), folder.File("m.json", Matching("ana clinic")), "--json");
        Assert.Equal(1, run.Code);
        Assert.Equal(2, run.Json.GetProperty("refused").GetArrayLength());
    }

    private static string Matching(string seats) =>
        $$"""{ "format": "pathways/matching@1", "assignments": [ {{string.Join(", ", seats.Split(", ").Select(Seat))}} ] }""";

    private static string Seat(string seat) =>
        $$"""{ "student": "{{seat.Split(' ')[0]}}", "opportunity": "{{seat.Split(' ')[1]}}" }""";
}
