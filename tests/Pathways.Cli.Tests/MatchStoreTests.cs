namespace Pathways.Cli.Tests;

/// <summary>A match is kept as a proposed run.</summary>
public class MatchStoreTests
{
    [Theory]
    [InlineData("pathways.db")]
    [InlineData("store.json")]
    public void A_match_is_kept_once_with_its_opportunities_as_drafts(string name)
    {
        using var folder = new TempFolder();
        var first = Shell.Run("match", Shell.Sample, "--store", folder.In(name));
        Assert.Equal(0, first.Code);
        Assert.Contains($"kept in {folder.In(name)}: match-run/run-", first.Output, StringComparison.Ordinal);
        Assert.Contains("140 opportunities are drafts there now", first.Output, StringComparison.Ordinal);

        var again = Shell.Run("match", Shell.Sample, "--store", folder.In(name), "--by", "coordinator:another");
        Assert.Equal(0, again.Code);
        Assert.Contains("kept already", again.Output, StringComparison.Ordinal);
        var other = Shell.Run("match", Shell.Sample, "--store", folder.In(name), "--seed", "7");
        Assert.Contains("kept in", other.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("drafts", other.Output, StringComparison.Ordinal);

        var verdict = Shell.Run("audit", "verify", "--store", folder.In(name), "--json"); // 140 drafts and two runs
        Assert.Equal((0, 142), (verdict.Code, verdict.Json.GetProperty("tenants")[0].GetProperty("lines").GetInt32()));
    }

    [Fact]
    public void Json_and_quiet_stay_one_document_and_one_line()
    {
        using var folder = new TempFolder();
        var json = Shell.Run("match", Shell.Sample, "--store", folder.In("a.db"), "--json");
        Assert.Equal(0, json.Code);
        Assert.True(json.Json.TryGetProperty("assignments", out _) || json.Json.TryGetProperty("matching", out _) || json.Json.EnumerateObject().Any());
        Assert.Contains("kept in", json.Error, StringComparison.Ordinal);
        var quiet = Shell.Run("match", Shell.Sample, "--store", folder.In("a.db"), "--quiet");
        Assert.Equal((0, "", 1), (quiet.Code, quiet.Error, quiet.Output.TrimEnd().Split('\n').Length));
        Assert.Matches(@" matched, kept already as match-run/run-[0-9a-f]{16}, verified: feasible, stable\s*$", quiet.Output);
        Assert.Contains(" matched, kept as match-run/r-1, verified: ", Shell.Run("match", Shell.Sample, "--store", folder.In("a.db"), "--seed", "7", "--run", "r-1", "--quiet").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("kept", Shell.Run("match", Shell.Sample, "--quiet").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_kept_is_refused_and_nothing_else_is_said()
    {
        using var folder = new TempFolder();
        var file = folder.In("a.db");
        Assert.Equal(0, Shell.Run("match", Shell.Sample, "--store", file, "--run", "r-1", "--quiet").Code);
        Assert.Equal(0, Shell.Run("match", Shell.Sample, "--store", file, "--run", "r-1", "--quiet").Code);
        var taken = Shell.Run("match", Shell.Sample, "--store", file, "--run", "r-1", "--seed", "7", "--json");
        Assert.Equal((1, "match.run-taken"), (taken.Code, taken.Json.GetProperty("refused")[0].GetProperty("code").GetString()));
        var stranger = Shell.Run("match", Shell.Sample, "--store", file, "--run", "r-2", "--by", "student:s-1", "--json");
        Assert.Equal((1, "access.role"), (stranger.Code, stranger.Json.GetProperty("refused")[0].GetProperty("code").GetString()));
        Assert.Equal(2, Shell.Run("match", Shell.Sample, "--store", file, "--no-verify").Code);
        Assert.Equal(2, Shell.Run("match", Shell.Sample, "--tenant", "north").Code);
        Assert.Equal(2, Shell.Run("match", Shell.Sample, "--store", file, "--tenant", "").Code);
    }

    [Theory]
    [InlineData("a.db")]
    [InlineData("a.json")]
    public void A_tenant_of_unusual_characters_is_found_and_named(string name)
    {
        const string Unusual = "\uFF2Eorth \uE000";
        using var folder = new TempFolder();
        var problem = folder.File("problem.json", """{ "format": "pathways/problem@1", "students": [{ "id": "ana", "preferences": ["mill"] }], "opportunities": [{ "id": "mill", "seats": 1 }] }""");
        Assert.Equal(0, Shell.Run("match", problem, "--store", folder.In(name), "--tenant", Unusual).Code);
        var only = Shell.Run("audit", "verify", "--store", folder.In(name), "--json");
        Assert.Equal((0, ""), (only.Code, only.Error));
        Assert.Equal(Unusual, only.Json.GetProperty("tenants")[0].GetProperty("tenant").GetString());

        Assert.Equal(0, Shell.Run("match", problem, "--store", folder.In(name), "--tenant", "\uD83D\uDE80").Code);
        Assert.Contains($"\uD83D\uDE80, {Unusual}.", Shell.Run("audit", "verify", "--store", folder.In(name)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_several_tenants_asks_which()
    {
        using var folder = new TempFolder();
        var problem = folder.File("problem.json", """{ "format": "pathways/problem@1", "students": [{ "id": "ana", "preferences": ["mill"] }], "opportunities": [{ "id": "mill", "seats": 1 }] }""");
        foreach (var name in new[] { "a.db", "a.json" })
        {
            Assert.Equal(0, Shell.Run("match", problem, "--store", folder.In(name), "--tenant", "north").Code);
            Assert.Equal(0, Shell.Run("audit", "verify", "--store", folder.In(name)).Code);
            Assert.Equal(0, Shell.Run("match", problem, "--store", folder.In(name), "--tenant", "south").Code);
            var asked = Shell.Run("audit", "verify", "--store", folder.In(name));
            Assert.Equal(2, asked.Code);
            Assert.Contains("north, south", asked.Error, StringComparison.Ordinal);
            var both = Shell.Run("audit", "verify", "--store", folder.In(name), "--tenant", "north", "--tenant", "south", "--json");
            Assert.Equal((0, 2), (both.Code, both.Json.GetProperty("tenants").GetArrayLength()));
        }
    }
}
