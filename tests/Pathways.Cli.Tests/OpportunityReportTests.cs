namespace Pathways.Cli.Tests;

/// <summary>What partners are told: <c>explain --opportunity</c>, and the tables that <c>match --out</c> leaves.</summary>
public class OpportunityReportTests
{
    [Fact]
    public void An_opportunity_is_told_its_cutoff_its_empty_seats_and_its_waitlist()
    {
        using var folder = new TempFolder();
        var problem = folder.File("p.json", Problems.Clinic);
        Shell.Run("match", problem, "--ties", "input-order", "--out", folder.Path, "--quiet");
        var matching = folder.In("matching.json");

        var full = Shell.Run("explain", problem, matching, "--opportunity", "clinic");
        Assert.Equal(0, full.Code);
        Assert.Equal(
            ["1 of 1 seat at clinic is taken, the last at priority place 1, place in the input 2. 1 student would rather be there than where they are.",
             "", "Waitlist:", "  1. ana: choice 1, priority place 2, place in the input 1", ""],
            full.Output.Split('\n').Select(line => line.TrimEnd()));

        var json = Shell.Run("explain", problem, matching, "--opportunity", "library", "--json").Json;
        Assert.Equal((1, 0), (json.GetProperty("seats").GetInt32(), json.GetProperty("filled").GetInt32()));
        Assert.Equal("empty-seats.elsewhere", Assert.Single(json.GetProperty("emptySeats").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(0, json.GetProperty("waitlist").GetArrayLength());
    }

    [Fact]
    public void The_folder_holds_what_became_of_every_opportunity()
    {
        using var folder = new TempFolder();
        Shell.Run("match", folder.File("p.json", Problems.Clinic), "--ties", "input-order", "--out", folder.In("out"), "--quiet");

        Assert.Equal(
            ["opportunity,partner,seats,filled,cutoff_points,cutoff_place,cutoff_number,waitlist,empty_seats",
             "clinic,,1,1,,1,2,1,", "lab,,1,1,,1,1,0,", "library,,1,0,,,,0,empty-seats.elsewhere"],
            File.ReadAllLines(folder.In("out/opportunities.csv")));
        Assert.Equal(["opportunity,place,student,rank", "clinic,1,ana,1"], File.ReadAllLines(folder.In("out/waitlists.csv")));
    }

    [Fact]
    public void The_tables_and_the_explanations_of_the_sample_agree()
    {
        using var folder = new TempFolder();
        Shell.Run("match", Shell.Sample, "--out", folder.Path, "--quiet");
        var rows = File.ReadLines(folder.In("opportunities.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        var waiting = File.ReadLines(folder.In("waitlists.csv")).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(waiting.Count, rows.Sum(row => int.Parse(row[7], null)));
        foreach (var row in rows.Where((_, i) => i % 40 == 0))
        {
            var told = Shell.Run("explain", Shell.Sample, folder.In("matching.json"), "--opportunity", row[0], "--json").Json;
            Assert.Equal(row[3], told.GetProperty("filled").GetRawText());
            Assert.Equal(
                waiting.Where(entry => entry[0] == row[0]).Select(entry => entry[2]),
                told.GetProperty("waitlist").EnumerateArray().Select(entry => entry.GetProperty("student").GetString()!));
            Assert.Equal(row[8], string.Join(';', told.GetProperty("emptySeats").EnumerateArray().Select(reason => reason.GetProperty("code").GetString())));
        }
    }
}
