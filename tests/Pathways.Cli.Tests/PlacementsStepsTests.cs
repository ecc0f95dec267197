using static Pathways.Cli.Tests.PlacementsFolder;

namespace Pathways.Cli.Tests;

/// <summary>Hours that are revised and corrected, match runs that are carried, and early ends, on a copy of the sample.</summary>
public class PlacementsStepsTests
{
    private const string Evening = "2026-10-06T19:00";
    private static readonly string[] Worked = ["--day", "2026-10-06", "--from", "15:30", "--to", "18:00", "--break", "10"];

    [Fact]
    public void Rejected_hours_are_revised_and_approved_hours_are_corrected_by_others()
    {
        using var folder = new PlacementsFolder();
        folder.Shadow();
        folder.Done("log", "h-1", "--placement", "p-2", "--day", "2026-10-06", "--from", "15:00", "--to", "17:00", "--by", Ana, "--at", Evening);
        folder.Done("advance", "hours-entry/h-1", "submit", "--by", Ana, "--at", Evening);
        folder.Done("advance", "hours-entry/h-1", "reject", "--reason", "wrong-times", "--by", Supervisor, "--at", Evening);
        Assert.Equal((0, "hours-entry/h-1 is draft, version 4.\n"), Ended(folder.Run("advance", ["hours-entry/h-1", "revise", .. Worked, "--by", Ana, "--at", Evening])));
        Assert.Contains("\"start\": 930", File.ReadAllText(folder.In("store.json")), StringComparison.Ordinal);
        folder.Done("advance", "hours-entry/h-1", "submit", "--by", Ana, "--at", Evening);
        folder.Done("advance", "hours-entry/h-1", "confirm", "--by", Supervisor, "--at", Evening);
        folder.Done("advance", "hours-entry/h-1", "approve", "--by", Coordinator, "--at", Evening);

        string[] correct = ["hours-entry/h-1", "correct", "--replacement", "h-2", .. Worked, "--at", Evening];
        Assert.Equal(["hours-entry.reason"], folder.No("advance", [.. correct, "--by", Coordinator]));
        Assert.Equal(["access.role"], folder.No("advance", [.. correct, "--reason", "late", "--by", Ana]));
        Assert.Equal((0, "hours-entry/h-1 is voided, version 8.\n"), Ended(folder.Run("advance", [.. correct, "--reason", "late", "--by", Coordinator])));
        Assert.Equal((0, "hours-entry/h-2 is submitted, version 2.\n"), Ended(folder.Run("advance", "hours-entry/h-2", "submit", "--by", Ana, "--at", Evening)));
        Assert.Equal(["hours-entry.not-possible"], folder.No("advance", [.. correct[..3], "h-3", .. Worked, "--at", Evening, "--reason", "late", "--by", Coordinator]));
    }

    [Fact]
    public void A_run_is_proposed_reviewed_by_another_published_and_superseded_by_the_next()
    {
        using var folder = new PlacementsFolder(district => district.Replace(
            """{ "id": "u-contact",""", """{ "id": "u-second", "role": "coordinator", "everything": true }, { "id": "u-contact",""", StringComparison.Ordinal));
        const string second = "coordinator:u-second";
        var problem = folder.File("problem.json", Problem("\"mill\", \"clinic\""));
        Assert.Equal((0, "match-run/r-1 is proposed, version 1.\n"), Ended(folder.Run("propose", "r-1", "--problem", problem, "--seed", "7", "--by", Coordinator)));
        Assert.Equal(["access.role"], folder.No("propose", "r-9", "--problem", problem, "--by", Ana));
        Assert.Equal(["command.subject-taken"], folder.No("propose", "r-1", "--problem", problem, "--by", Coordinator));
        Assert.Equal(["match-run.second-person"], folder.No("advance", "match-run/r-1", "review", "--problem", problem, "--by", Coordinator));
        Assert.Equal(["match-run.inputs-unchanged"], folder.No("advance", "match-run/r-1", "review", "--by", second));
        Assert.Equal(["match-run.inputs-unchanged"], folder.No("advance", "match-run/r-1", "review", "--problem", folder.File("other.json", Problem("\"clinic\"")), "--by", second));
        Assert.Equal((0, "match-run/r-1 is reviewed, version 2.\n"), Ended(folder.Run("advance", "match-run/r-1", "review", "--problem", problem, "--by", second)));
        folder.Done("advance", "match-run/r-1", "publish", "--problem", problem, "--by", Coordinator);
        Assert.Equal(["match-run.successor-published"], folder.No("advance", "match-run/r-1", "supersede", "--by", Coordinator));

        // The student holds a seat at the mill by now, which the next run leaves in place.
        var refused = folder.Run("propose", "r-2", "--problem", folder.In("other.json"), "--follows", "r-1", "--by", Coordinator);
        Assert.Equal(1, refused.Code);
        Assert.Contains("rematch.not-acceptable", refused.Output, StringComparison.Ordinal);
        folder.Done("propose", "r-2", "--problem", problem, "--follows", "r-1", "--by", Coordinator);
        Assert.Equal(["match-run.reason"], folder.No("advance", "match-run/r-2", "discard", "--by", Coordinator));
        folder.Done("advance", "match-run/r-2", "review", "--problem", problem, "--by", second);
        folder.Done("advance", "match-run/r-2", "publish", "--problem", problem, "--by", second);
        Assert.Equal((0, "match-run/r-1 is superseded, version 4.\n"), Ended(folder.Run("advance", "match-run/r-1", "supersede", "--by", Coordinator)));
        Assert.Equal(
            ["Propose", "Review", "Publish", "Supersede"],
            Shell.Run("placements", "history", folder.Path, "match-run/r-1", "--by", Coordinator, "--json").Json.EnumerateArray().Select(line => line.GetProperty("trigger").GetString()!));
    }

    [Fact]
    public void A_notice_is_taken_back_and_what_is_broken_off_is_evaluated_from_the_shell()
    {
        using var folder = new PlacementsFolder();
        folder.Shadow();
        const string noon = "2026-10-06T12:00";
        folder.Entry("p-2", "plan-evaluation", Coordinator, noon, """ "entry": "form-planned", "form": "f-site", "about": "student-of-site", "rubric": "employability@1", "evaluator": "u-ana", "opens": "2026-10-07" """);
        Assert.Equal(["placement.notice-running"], folder.No("advance", "placement/p-2", "withdraw-notice", "--reason", "talked", "--by", Coordinator, "--at", noon));
        folder.Entry("p-2", "terminate", Coordinator, noon, """ "entry": "broken-off", "party": "student", "cause": "personal", "lastDay": "2026-10-06", "immediate": true """);
        folder.Entry("p-2", "request-partner-review", Coordinator, noon, """ "entry": "review-requested", "on": "2026-10-06" """);
        Assert.Equal(["placement.not-possible"], folder.No("advance", "placement/p-2", "undo", "--reason", "mistake", "--by", Coordinator, "--at", noon));
        Assert.Contains("\"about\": \"evaluation/f-site\"", File.ReadAllText(folder.In("store.json")), StringComparison.Ordinal);
        Assert.Contains("placement/p-2 is terminated", folder.Run("advance", "placement/p-2", "evaluate", "--by", Coordinator, "--reason", "gone", "--at", noon, "--entry", folder.File(
            "cancel.json", """{ "format": "pathways/placement-entry@1", "entry": "form-moved", "form": "f-site", "step": "cancel" }""")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hours-entry/h-1", "revise --day 2026-10-06", "--day, --from and --to go together")]
    [InlineData("hours-entry/h-1", "revise --day 2026-10-06 --from 9 --to 10:00", "--from 9 is no time of the day")]
    [InlineData("hours-entry/h-1", "correct --day 2026-10-06 --from 09:00 --to 10:00", "replacement")]
    [InlineData("hours-entry/h-1", "submit --replacement h-2", "replacement")]
    [InlineData("placement/p-1", "start --day 2026-10-06 --from 09:00 --to 10:00", "--day goes with hours-entry/... alone")]
    [InlineData("placement/p-1", "start --replacement h-2", "--replacement goes with hours-entry/... alone")]
    [InlineData("placement/p-1", "start --problem nowhere.json", "--problem goes with match-run/... alone")]
    [InlineData("match-run/r-1", "review --problem nowhere.json", "nowhere.json")]
    [InlineData("match-run/r-1", "fly", "There are: discard, publish, review, supersede")]
    public void What_does_not_go_together_ends_with_2(string subject, string rest, string words)
    {
        using var folder = new PlacementsFolder();
        var run = folder.Run("advance", [subject, .. rest.Split(' '), "--by", Coordinator]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(words, run.Error, StringComparison.OrdinalIgnoreCase);
    }

    private static string Problem(string preferences) => $$"""
        {
          "format": "pathways/problem@1",
          "students": [{ "id": "ana", "preferences": [{{preferences}}] }, { "id": "ben", "preferences": ["clinic"] }],
          "opportunities": [{ "id": "mill", "seats": 2 }, { "id": "clinic", "seats": 1 }]
        }
        """;

    private static (int Code, string Output) Ended(Shell run) => (run.Code, run.Output.ReplaceLineEndings("\n"));
}
