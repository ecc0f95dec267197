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
    public void Where_stability_cannot_be_judged_feasibility_still_is_and_explain_claims_nothing()
    {
        using var folder = new TempFolder();
        var (problem, matching) = (folder.File("p.json", Problems.Reserved), folder.File("m.json", Matching("ana clinic")));
        var run = Shell.Run("verify", problem, matching, "--json");
        Assert.Equal(1, run.Code);
        Assert.True(run.Json.GetProperty("feasible").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Json.GetProperty("stable").ValueKind);
        Assert.Equal(0, run.Json.GetProperty("blockingPairs").GetArrayLength());
        Assert.Equal(1, run.Json.GetProperty("refused").GetArrayLength());
        foreach (var refused in new[] { Shell.Run("explain", problem, matching, "--student", "ana"), Shell.Run("compare", matching, matching, "--problem", problem) })
        {
            Assert.Equal(1, refused.Code);
            Assert.Contains("mechanism.reserves-under-cap", refused.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_cap_of_a_partner_is_checked()
    {
        using var folder = new TempFolder();
        var problem = folder.File("p.json", """
            { "format": "pathways/problem@1",
              "students": [ { "id": "ana", "preferences": ["clinic"] }, { "id": "ben", "preferences": ["lab"] } ],
              "opportunities": [ { "id": "clinic", "seats": 1, "partner": "p", "scores": { "ana": 1 } }, { "id": "lab", "seats": 1, "partner": "p", "scores": { "ben": 1 } } ],
              "partners": [ { "id": "p", "seats": 1 } ] }
            """);
        var run = Shell.Run("verify", problem, folder.File("m.json", Matching("ana clinic, ben lab")), "--json");
        Assert.Equal(1, run.Code);
        Assert.False(run.Json.GetProperty("feasible").GetBoolean());
        Assert.Equal("matching.partner-over-capacity", run.Json.GetProperty("violations")[0].GetProperty("code").GetString());
    }

    private static string Matching(string seats) =>
        $$"""{ "format": "pathways/matching@1", "assignments": [ {{string.Join(", ", seats.Split(", ").Select(Seat))}} ] }""";

    private static string Seat(string seat) =>
        $$"""{ "student": "{{seat.Split(' ')[0]}}", "opportunity": "{{seat.Split(' ')[1]}}" }""";
}
