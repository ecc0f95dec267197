namespace Pathways.Curriculum.Tests;

public class NextActionsTests
{
    private static readonly EvidenceRequirement Note = new(ArtifactKind.ThankYouNote, DueDays: 7);

    private static readonly Activity Visit = A.Activity("visit", 9, Note) with
    {
        Tasks =
        [
            new(Role.PartnerContact, "Say who receives the group.", Responsibility.Responsible, TaskPhase.Before, 14),
            new(Role.Guardian, "Sign the consent.", Responsibility.Responsible, TaskPhase.Before),
            new(Role.Teacher, "Take the roster along.", Responsibility.Accountable, TaskPhase.During),
            new(Role.BoardMember, "Hear of it.", Responsibility.Informed, TaskPhase.After),
        ],
        Opens = TermId.From("spring"),
    };

    /// <summary>S5, S11: what must be ready some days before a visit is due so many days before it, and before the end of its window while no day is planned.</summary>
    [Fact]
    public void Preparation_is_due_before_the_day_that_is_planned_and_never_at_the_windows_end()
    {
        Assert.Equal(new(2027, 6, 16), Due(new(2027, 3, 1)));
        Assert.Equal(new(2027, 6, 25), Due(new(2027, 6, 25)));
        Assert.Equal(new(2027, 4, 1), Due(new(2027, 3, 1), A.Experience("visit", new(2027, 4, 15), Attendance.Planned)));

        LocalDate? Due(LocalDate on, params RecordEntry[] entries) => NextActions.Of(A.Progress(A.Scope(Visit), A.Record(entries), on))
            .Single(action => action.Role == Role.PartnerContact).Due;
    }

    /// <summary>S5: to decide is to plan a day or to waive it, so a counselor who looks after an activity hears of one of the two.</summary>
    [Fact]
    public void A_counselor_has_one_action_for_what_is_over()
    {
        var lesson = A.Activity("lesson") with { Kind = ActivityKind.AdvisingLesson, Closes = TermId.From("fall") };
        Assert.Equal(
            ["action.decide-waiver"],
            NextActions.Of(A.Progress(A.Scope(lesson), A.Record())).Where(action => action.Role == Role.Counselor).Select(action => action.Code));
    }

    /// <summary>S5, S25: whose turn it is goes from one to the other as the visit goes on.</summary>
    [Fact]
    public void The_turn_goes_round()
    {
        Assert.Equal(["Teacher action.schedule", "PartnerContact action.task", "Guardian action.task", "Student action.do", "Teacher action.task"], Codes());

        RecordEntry[] entries = [A.Experience("visit", new(2027, 2, 25), Attendance.Planned)];
        Assert.Contains("Teacher action.record-attendance", Codes(entries));

        entries = [.. entries, A.Experience("visit", new(2027, 2, 25))];
        Assert.Equal(["Student action.hand-in"], Codes(entries));

        entries = [.. entries, A.HandedIn("note", ArtifactKind.ThankYouNote, "visit", new(2027, 2, 26))];
        Assert.Equal(["Teacher action.review"], Codes(entries));

        entries = [.. entries, A.Reviewed("note", ReviewState.Returned, new(2027, 2, 27))];
        Assert.Equal(["Student action.redo"], Codes(entries));

        entries = [.. entries, A.Reviewed("note", ReviewState.Accepted, new(2027, 2, 28))];
        Assert.Empty(Codes(entries));
    }

    [Fact]
    public void What_is_planned_is_attended_and_not_planned_again()
    {
        var actions = NextActions.Of(A.Progress(A.Scope(Visit), A.Record(A.Experience("visit", new(2027, 3, 9), Attendance.Planned))));
        Assert.Equal(new LocalDate(2027, 3, 9), actions.Single(action => action.Code == "action.attend").Due);
        Assert.DoesNotContain(actions, action => action.Code is "action.do" or "action.schedule");
    }

    /// <summary>S17: choosing a sector is the student's own.</summary>
    [Fact]
    public void A_sector_is_chosen_by_the_student()
    {
        var scope = A.Scope(A.Activity("choice") with { Kind = ActivityKind.SectorSelection });
        Assert.Equal("action.choose", Assert.Single(NextActions.Of(A.Progress(scope, A.Record()))).Code);
    }

    /// <summary>S113: barriers, waivers and what was done out of order are the counselor's.</summary>
    [Fact]
    public void The_counselor_decides()
    {
        var scope = A.Scope(A.Activity("visit"), A.Activity("talk") with { Prerequisites = [ActivityId.From("visit")] }, A.Activity("fair"));
        var barrier = new BarrierReported { Id = EntryId.From("b"), On = new(2027, 2, 1), By = Actor.Clock, Kind = BarrierKind.Cost };
        var progress = A.Progress(scope, A.Record(barrier, A.Experience("talk", new(2027, 2, 1))), new(2027, 7, 2));
        var codes = NextActions.For(progress, Role.Counselor).Select(action => (action.Activity?.Value, action.Code));
        Assert.Equal([("visit", "action.decide-waiver"), ("fair", "action.decide-waiver"), (null, "action.mitigate-barrier"), ("talk", "action.check-order")], codes);
    }

    [Fact]
    public void Nobody_reviews_what_was_not_handed_in_or_prepares_what_waits_for_another()
    {
        var report = A.Activity("report", 9, new EvidenceRequirement(ArtifactKind.ResearchReport)) with
        {
            Occurrences = 0,
            Prerequisites = [ActivityId.From("visit")],
            Tasks =
            [
                new(Role.Teacher, "Show good ones.", Responsibility.Responsible, TaskPhase.Before),
                new(Role.Teacher, "Review it.", Responsibility.Responsible, TaskPhase.After),
            ],
        };
        var scope = A.Scope(A.Activity("visit"), report);
        var visit = A.Experience("visit", new(2027, 2, 1));
        Assert.Empty(TasksOf());
        Assert.Equal(["Show good ones."], TasksOf(visit));
        Assert.Contains("Review it.", TasksOf(visit, A.HandedIn("r", ArtifactKind.ResearchReport, "report", new(2027, 2, 2))));

        IEnumerable<string> TasksOf(params RecordEntry[] entries) =>
            from action in NextActions.Of(A.Progress(scope, A.Record(entries)))
            where action is { Code: "action.task", Activity.Value: "report" }
            select action.Sentence[(action.Sentence.IndexOf(": ", StringComparison.Ordinal) + 2)..];
    }

    private static IEnumerable<string> Codes(params RecordEntry[] entries) =>
        NextActions.Of(A.Progress(A.Scope(Visit), A.Record(entries))).Select(action => $"{action.Role} {action.Code}").Order(StringComparer.Ordinal).OrderBy(text => text.StartsWith("Teacher action.schedule", StringComparison.Ordinal) ? 0 : text.StartsWith("Partner", StringComparison.Ordinal) ? 1 : text.StartsWith("Guardian", StringComparison.Ordinal) ? 2 : 3);
}
