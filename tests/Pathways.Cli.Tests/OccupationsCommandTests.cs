namespace Pathways.Cli.Tests;

public class OccupationsCommandTests
{
    private const string Maker = "R38 I14 A6 S4 E5 C22";

    /// <summary>S155, S162: what it takes stands beside what is found, and whose data it is.</summary>
    [Fact]
    public void Occupations_are_found_with_the_training_they_take()
    {
        var run = Shell.Run("occupations", "search", "--words", "machinist", "--zone", "3");
        Assert.Equal(0, run.Code);
        Assert.Contains("51-4041.00", run.Output, StringComparison.Ordinal);
        Assert.Contains("Job zone 3: Most occupations in this zone require training", run.Output, StringComparison.Ordinal);
        Assert.Contains("O*NET 29.3 Database", run.Error, StringComparison.Ordinal);
        Assert.Contains("No occupation is like that.", Shell.Run("occupations", "search", "--words", "zzz").Output, StringComparison.Ordinal);
    }

    /// <summary>S161: a student explores by interests, and learns why something fits.</summary>
    [Fact]
    public void Interests_put_occupations_in_order_with_reasons()
    {
        var json = Shell.Run("occupations", "search", "--interests", Maker, "--zone", "2", "3", "--most", "3", "--json").Json;
        Assert.Equal(("O*NET 29.3", "RCI", 514), (json.GetProperty("release").GetString(), json.GetProperty("code").GetString(), json.GetProperty("found").GetInt32()));
        Assert.Equal(3, json.GetProperty("occupations").GetArrayLength());
        Assert.StartsWith("Correlation 1.00, C-index 18 of 18 (RCI and RCI).", json.GetProperty("occupations")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        var table = Shell.Run("occupations", "search", "--interests", Maker, "--most", "2");
        Assert.Contains("Your code: RCI.", table.Output, StringComparison.Ordinal);
        Assert.Contains("and 921 more", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flat_profile_is_an_honest_no()
    {
        var run = Shell.Run("occupations", "search", "--interests", "R5 I5 A5 S5 E5 C5");
        Assert.Equal(1, run.Code);
        Assert.Contains("No preference expressed", run.Output, StringComparison.Ordinal);
        var json = Shell.Run("occupations", "search", "--interests", "R5 I5 A5 S5 E5 C5", "--json");
        Assert.Equal((1, "interests.no-preference"), (json.Code, json.Json.GetProperty("noPreference").GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("--zone", "6")]
    [InlineData("--interests", "R5")]
    [InlineData("--interests", "R5 I5 A5 S5 E5 Cx")]
    [InlineData("--interests", "R5 I5 A5 S5 E5 E5")]
    [InlineData("--most", "-1")]
    [InlineData("--onet", "nowhere")]
    public void What_cannot_be_meant_is_bad_usage(string option, string value)
    {
        var run = Shell.Run("occupations", "search", option, value);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("Cx", run.Error, StringComparison.Ordinal); // scores are personal
    }
}
