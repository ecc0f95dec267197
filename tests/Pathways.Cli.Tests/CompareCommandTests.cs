namespace Pathways.Cli.Tests;

public class CompareCommandTests
{
    private const string Before = """
        { "format": "pathways/matching@1", "seed": 1, "assignments": [
          { "student": "ana", "opportunity": "clinic", "rank": 1 }, { "student": "ben", "opportunity": "lab", "rank": 2 },
          { "student": "cy", "opportunity": "lab", "rank": 1 }, { "student": "dee", "opportunity": "mill", "rank": 3 },
          { "student": "eli", "opportunity": "mill" } ] }
        """;

    private const string After = """
        { "format": "pathways/matching@1", "seed": 2, "assignments": [
          { "student": "ana", "opportunity": "lab", "rank": 2 }, { "student": "ben", "opportunity": "clinic", "rank": 1 },
          { "student": "dee", "opportunity": "mill", "rank": 3 }, { "student": "eli", "opportunity": "lab" },
          { "student": "fay", "opportunity": "mill", "rank": 1 } ] }
        """;

    [Fact]
    public void Everybody_who_moved_is_named_with_the_kind_of_move()
    {
        using var folder = new TempFolder();
        var run = Shell.Run("compare", folder.File("a.json", Before), folder.File("b.json", After), "--json");
        Assert.Equal(0, run.Code);
        Assert.Equal(1, run.Json.GetProperty("unchanged").GetInt32());
        Assert.Equal(
            ["ana worsened", "ben improved", "cy lost", "eli moved", "fay gained"],
            run.Json.GetProperty("moves").EnumerateArray().Select(move => $"{move.GetProperty("student")} {move.GetProperty("kind")}"));
        var words = Shell.Run("compare", folder.In("a.json"), folder.In("b.json"));
        Assert.Contains("seed: 1 -> 2", words.Output, StringComparison.Ordinal);
        Assert.Contains("5 moved (1 gained, 1 improved, 1 lost, 1 moved, 1 worsened); 1 keep their seat.", words.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_problem_each_move_has_its_reason()
    {
        using var folder = new TempFolder();
        var problem = folder.File("p.json", Problems.Clinic);
        Shell.Run("match", problem, "--out", folder.In("before"), "--quiet");
        var more = folder.File("more.json", Problems.Clinic.Replace("[\"ben\", \"ana\"]", "[\"ana\", \"ben\"]", StringComparison.Ordinal));
        Shell.Run("match", more, "--out", folder.In("after"), "--quiet");
        var run = Shell.Run("compare", folder.In("before/matching.json"), folder.In("after/matching.json"), "--problem", problem, "--json");
        Assert.Equal(0, run.Code);
        Assert.Equal(
            ["ana improved reason.seats-filled", "ben lost reason.blocks"],
            run.Json.GetProperty("moves").EnumerateArray().Select(move => $"{move.GetProperty("student")} {move.GetProperty("kind")} {move.GetProperty("why").GetProperty("code")}"));
    }

    // The ranks of the files are those of other lists; the problem's count.
    [Fact]
    public void With_the_problem_moves_are_judged_by_its_lists()
    {
        using var folder = new TempFolder();
        var problem = folder.File("p.json", Problems.Clinic);
        var first = folder.File("a.json", """{ "format": "pathways/matching@1", "assignments": [ { "student": "ana", "opportunity": "clinic", "rank": 2 } ] }""");
        var second = folder.File("b.json", """{ "format": "pathways/matching@1", "assignments": [ { "student": "ana", "opportunity": "lab", "rank": 1 } ] }""");

        Assert.Contains("ana improved: clinic (choice 2) -> lab (choice 1)", Shell.Run("compare", first, second).Output, StringComparison.Ordinal);
        Assert.Contains("ana worsened: clinic (choice 1) -> lab (choice 2)", Shell.Run("compare", first, second, "--problem", problem).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matching_of_another_problem_is_bad_input_that_says_so()
    {
        using var folder = new TempFolder();
        var problem = folder.File("p.json", Problems.Clinic);
        var (own, other) = (folder.File("a.json", Before), folder.File("b.json", After));

        var run = Shell.Run("compare", own, other, "--problem", problem);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains($"{own}:0:0: matching.student-unknown: There is no student eli in the problem.", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{own}:0:0: matching.other-problem: Of the names in its assignments, {problem} does not have 3.", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{other}:0:0: matching.other-problem: Of the names in its assignments, {problem} does not have 4.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_problem_too_a_student_has_one_seat()
    {
        using var folder = new TempFolder();
        var twice = folder.File("a.json", """{ "format": "pathways/matching@1", "assignments": [ { "student": "ana", "opportunity": "lab" }, { "student": "ana", "opportunity": "clinic" } ] }""");

        var run = Shell.Run("compare", twice, twice, "--problem", folder.File("p.json", Problems.Clinic));

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("matching.student-twice", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("matching.other-problem", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_moves_between_a_matching_and_itself()
    {
        using var folder = new TempFolder();
        var same = folder.File("a.json", Before);
        Assert.Equal("Nobody moved; 5 keep their seat.", Shell.Run("compare", same, same).Output.Trim());
    }

    [Fact]
    public void A_student_with_two_seats_is_bad_input()
    {
        using var folder = new TempFolder();
        var twice = folder.File("a.json", Before.Replace("\"ben\"", "\"ana\"", StringComparison.Ordinal));
        var run = Shell.Run("compare", twice, twice);
        Assert.Equal(2, run.Code);
        Assert.Contains("matching.student-twice", run.Error, StringComparison.Ordinal);
    }
}
