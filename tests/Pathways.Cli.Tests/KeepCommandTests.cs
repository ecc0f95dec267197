namespace Pathways.Cli.Tests;

/// <summary><c>pathways match PROBLEM --keep MATCHING [--declined FILE]</c>.</summary>
public class KeepCommandTests
{
    private const string Problem = """
        { "format": "pathways/problem@1",
          "students": [
            { "id": "ana", "preferences": ["clinic", "lab"] },
            { "id": "ben", "preferences": ["clinic", "lab"] },
            { "id": "cy", "preferences": ["clinic"] }
          ],
          "opportunities": [
            { "id": "clinic", "seats": 1, "priorities": ["ben", "ana", "cy"] },
            { "id": "lab", "seats": 1, "priorities": ["ana", "ben"] }
          ] }
        """;

    private const string AnaAtTheLab = """{ "format": "pathways/matching@1", "assignments": [ { "student": "ana", "opportunity": "lab" } ] }""";
    private const string BenNoClinic = """{ "format": "pathways/matching@1", "assignments": [ { "student": "ben", "opportunity": "clinic" } ] }""";

    [Fact]
    public void Who_keeps_a_seat_stays_and_what_was_declined_goes_to_the_next()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("match", folder.File("p.json", Problem), "--keep", folder.File("k.json", AnaAtTheLab), "--declined", folder.File("d.json", BenNoClinic), "--json");
        Assert.Equal(0, run.Code);
        Assert.Equal(["ana lab", "cy clinic"], Pairs(run, "assignments"));
        Assert.Equal(["ana lab"], Pairs(run, "kept"));
        Assert.Equal(["ben clinic"], Pairs(run, "declined"));
        Assert.Equal(["ben no-seat-left"], run.Json.GetProperty("unmatched").EnumerateArray().Select(u => $"{u.GetProperty("student")} {u.GetProperty("reason")}"));
        Assert.True(run.Json.GetProperty("verification").GetProperty("stable").GetBoolean());
    }

    [Fact]
    public void The_summary_says_what_was_kept_and_what_stable_means()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("match", folder.File("p.json", Problem), "--keep", folder.File("k.json", AnaAtTheLab), "--declined", folder.File("d.json", BenNoClinic), "--out", folder.In("out"));
        Assert.Equal(0, run.Code);
        Assert.Contains("1; 1 got a seat now", run.Output, StringComparison.Ordinal);
        Assert.Contains("Stable is meant of those matched now", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["clinic,,1,1", "lab,,1,1"],
            File.ReadAllLines(Path.Combine(folder.In("out"), "opportunities.csv")).Skip(1).Select(line => string.Join(',', line.Split(',')[..4])));
        // Ben declined the clinic, so he waits for the lab alone, where nobody is left to give way.
        Assert.DoesNotContain(File.ReadAllLines(Path.Combine(folder.In("out"), "waitlists.csv")), line => line.StartsWith("clinic", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_kept_and_nothing_declined_gives_what_match_gives()
    {
        using var folder = new TempFolder();
        var none = folder.File("k.json", """{ "format": "pathways/matching@1", "assignments": [] }""");
        Assert.Equal(
            Pairs(Shell.Run("match", Shell.Sample, "--json", "--seed", "5"), "assignments"),
            Pairs(Shell.Run("match", Shell.Sample, "--json", "--seed", "5", "--keep", none), "assignments"));
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_every_reason()
    {
        using var folder = new TempFolder();
        var keep = folder.File("k.json", """
            { "format": "pathways/matching@1", "assignments": [
              { "student": "ana", "opportunity": "clinic" }, { "student": "ben", "opportunity": "clinic" }, { "student": "zoe", "opportunity": "lab" } ] }
            """);
        var run = Shell.Run("match", folder.File("p.json", Problem), "--keep", keep, "--declined", folder.File("d.json", BenNoClinic));
        Assert.Equal(1, run.Code);
        Assert.Contains("rematch.student-unknown", run.Output, StringComparison.Ordinal);
        Assert.Contains("rematch.over-capacity", run.Output, StringComparison.Ordinal);
        Assert.Contains("rematch.kept-and-declined", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_all_files_come_at_once_with_their_places()
    {
        using var folder = new TempFolder();
        var keep = folder.File("k.json", "{ \"format\": \"pathways/matching@1\",\n  \"assignments\": [ { \"student\": \"ana\" } ] }");
        var run = Shell.Run("match", folder.File("p.json", Problem), "--keep", keep, "--declined", folder.In("nowhere.json"));
        Assert.Equal(2, run.Code);
        Assert.Contains("k.json:2:", run.Error, StringComparison.Ordinal);
        Assert.Contains("matching.assignments.opportunity.missing", run.Error, StringComparison.Ordinal);
        Assert.Contains("matching.file.missing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Declined_alone_is_a_question_that_makes_no_sense()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("match", folder.File("p.json", Problem), "--declined", folder.File("d.json", BenNoClinic));
        Assert.Equal(2, run.Code);
        Assert.Contains("--declined goes with --keep", run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Pairs(Shell run, string field) =>
        run.Json.GetProperty(field).EnumerateArray().Select(pair => $"{pair.GetProperty("student")} {pair.GetProperty("opportunity")}");
}
