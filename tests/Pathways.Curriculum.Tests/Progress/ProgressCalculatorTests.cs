namespace Pathways.Curriculum.Tests;

public class ProgressCalculatorTests
{
    private static readonly EvidenceRequirement Note = new(ArtifactKind.ThankYouNote, DueDays: 7);
    private static readonly ActivityId Visit = ActivityId.From("visit");
    private static readonly ActivityId Talk = ActivityId.From("talk");

    /// <summary>S25: a thank-you note is due so many days after the visit, not at the end of the year.</summary>
    [Fact]
    public void A_thank_you_note_is_due_a_week_after_the_visit()
    {
        var scope = A.Scope(A.Activity("visit", 9, Note));
        Assert.Equal(new LocalDate(2027, 6, 30), A.Progress(scope, A.Record()).DueOf(Visit));

        var visited = A.Record(A.Experience("visit", new(2027, 2, 25)));
        Assert.Equal(new LocalDate(2027, 3, 4), A.Progress(scope, visited).DueOf(Visit));
        Assert.Equal(ActivityStatus.InProgress, A.Progress(scope, visited, new(2027, 3, 4)).StatusOf(Visit));

        var late = A.Progress(scope, visited, new(2027, 3, 5)).Get(Visit);
        Assert.Equal((ActivityStatus.Late, new LocalDate(2027, 3, 5)), (late.Status, late.LateSince));
        Assert.Equal("Not handed in: thank you note, due 2027-03-04.", Assert.Single(late.Reasons).Sentence);
    }

    /// <summary>S202: an artifact is reviewed; what is returned is to be done again, and a better version never takes back an accepted one.</summary>
    [Fact]
    public void Evidence_counts_by_the_latest_version_that_was_judged()
    {
        var scope = A.Scope(A.Activity("visit", 9, Note));
        RecordEntry[] entries = [A.Experience("visit", new(2027, 2, 1)), A.HandedIn("note", ArtifactKind.ThankYouNote, "visit", new(2027, 2, 2))];
        Assert.IsType<ProgressReason.EvidenceUnreviewed>(Assert.Single(A.Progress(scope, A.Record(entries)).Get(Visit).Reasons));

        entries = [.. entries, A.Reviewed("note", ReviewState.Returned, new(2027, 2, 3))];
        Assert.IsType<ProgressReason.EvidenceReturned>(Assert.Single(A.Progress(scope, A.Record(entries)).Get(Visit).Reasons));

        entries = [.. entries, A.HandedIn("note", ArtifactKind.ThankYouNote, "visit", new(2027, 2, 4), 2)];
        Assert.IsType<ProgressReason.EvidenceUnreviewed>(Assert.Single(A.Progress(scope, A.Record(entries)).Get(Visit).Reasons));

        entries = [.. entries, A.Reviewed("note", ReviewState.Accepted, new(2027, 2, 5), 2)];
        Assert.Equal((ActivityStatus.Done, new LocalDate(2027, 2, 5)), (A.Progress(scope, A.Record(entries)).StatusOf(Visit), A.Progress(scope, A.Record(entries)).CompletedOn(Visit)));

        entries = [.. entries, A.HandedIn("note", ArtifactKind.ThankYouNote, "visit", new(2027, 2, 6), 3)];
        Assert.Equal(ActivityStatus.Done, A.Progress(scope, A.Record(entries)).StatusOf(Visit));
    }

    [Fact]
    public void What_comes_after_something_waits_for_it_and_what_was_done_before_it_is_reported()
    {
        var scope = A.Scope(A.Activity("visit"), A.Activity("talk") with { Prerequisites = [Visit] });
        var blocked = A.Progress(scope, A.Record()).Get(Talk);
        Assert.Equal(ActivityStatus.Blocked, blocked.Status);
        Assert.Equal<ActivityId>([Visit], blocked.BlockedBy);

        var swapped = A.Progress(scope, A.Record(A.Experience("talk", new(2027, 2, 1)), A.Experience("visit", new(2027, 2, 2)))).Get(Talk);
        Assert.Equal(ActivityStatus.Done, swapped.Status);
        Assert.Equal("progress.out-of-order: Done on 2027-02-01, before \"visit\" (visit), which was done on 2027-02-02.", Assert.Single(swapped.Reasons).ToString());

        var sameDay = A.Progress(scope, A.Record(A.Experience("talk", new(2027, 2, 1)), A.Experience("visit", new(2027, 2, 1))));
        Assert.False(sameDay.IsOutOfOrder(Talk));
    }

    [Fact]
    public void A_waived_prerequisite_counts()
    {
        var scope = A.Scope(A.Activity("visit"), A.Activity("talk") with { Prerequisites = [Visit] });
        var waiver = new ActivityWaived { Id = EntryId.From("w"), On = new(2027, 2, 9), By = Actor.Clock, Activity = Visit, Reason = "Did it at another school." };
        Assert.Equal(ActivityStatus.Open, A.Progress(scope, A.Record(waiver)).StatusOf(Talk));
        var early = A.Progress(scope, A.Record(A.Experience("talk", new(2027, 2, 1)), waiver));
        Assert.Equal((ActivityStatus.Done, false), (early.StatusOf(Talk), early.IsOutOfOrder(Talk)));
    }

    /// <summary>S6, S9: what a grade is for opens and closes with it, wherever the student is now.</summary>
    [Fact]
    public void An_activity_opens_with_its_term_in_its_grade_and_is_late_after_the_last_one()
    {
        var scope = A.Scope(A.Activity("visit", 10) with { Opens = TermId.From("spring"), Closes = TermId.From("spring") });
        Assert.Equal(new ProgressReason.NotYetOpen(new LocalDate(2028, 1, 21)), Assert.Single(A.Progress(scope, A.Record()).Get(Visit).Reasons));
        Assert.Equal(ActivityStatus.Open, A.Progress(scope, A.Record(), standing: A.Standing(10)).StatusOf(Visit));
        var junior = A.Progress(scope, A.Record(), standing: A.Standing(11)).Get(Visit);
        Assert.Equal((ActivityStatus.Late, new LocalDate(2026, 6, 21)), (junior.Status, junior.LateSince));
    }

    [Fact]
    public void Hours_and_occasions_must_both_be_enough()
    {
        var scope = A.Scope(A.Activity("visit") with { Occurrences = 2, Hours = 5 });
        var once = A.Progress(scope, A.Record(A.Experience("visit", new(2027, 2, 1), hours: 3), A.Experience("visit", new(2027, 2, 2), Attendance.Absent))).Get(Visit);
        Assert.Equal(["Attended 1 of 2; was missing 1 times.", "Has 3 of 5 hours."], once.Reasons.Select(reason => reason.Sentence));
        var enough = A.Record(A.Experience("visit", new(2027, 2, 1), hours: 3), A.Experience("visit", new(2027, 2, 2), hours: 1), A.Experience("visit", new(2027, 2, 3), hours: 1));
        Assert.Equal(new LocalDate(2027, 2, 3), A.Progress(scope, enough).CompletedOn(Visit));
    }

    /// <summary>S113: a barrier that stands before an activity is shown until it is dealt with.</summary>
    [Fact]
    public void An_open_barrier_is_shown()
    {
        var scope = A.Scope(A.Activity("visit"));
        var barrier = new BarrierReported { Id = EntryId.From("b"), On = new(2027, 2, 1), By = Actor.Clock, Kind = BarrierKind.Transport, Text = "Lives far out." };
        var mitigated = new BarrierMitigated { Id = EntryId.From("m"), On = new(2027, 2, 8), By = Actor.Clock, Barrier = EntryId.From("b"), Mitigation = "A bus pass." };
        var open = A.Progress(scope, StudentRecord.From(A.Ana, [barrier, mitigated]), new(2027, 2, 2)).Get(Visit);
        Assert.Contains(open.Reasons, reason => reason.Sentence == "A barrier before everything has been open since 2027-02-01: transport.");
        Assert.DoesNotContain("Lives", string.Join(' ', open.Reasons), StringComparison.Ordinal);
        var dealtWith = A.Progress(scope, StudentRecord.From(A.Ana, [barrier, mitigated])).Get(Visit);
        Assert.DoesNotContain(dealtWith.Reasons, reason => reason is ProgressReason.BarrierOpen);
    }

    /// <summary>S182, S184: what is for some students is not asked of the others, and it says why.</summary>
    [Fact]
    public void What_is_for_other_students_says_for_whom()
    {
        var scope = A.Scope(
            A.Activity("visit") with { Programs = [ProgramType.EarlyCollege] },
            A.Activity("talk") with { Tier = Tier.Targeted, Sectors = [SectorId.From("health")] },
            A.Activity("plan") with { Tier = Tier.IndividualSupport });
        var reasons = A.Progress(scope, A.Record()).Describe().Select(activity => Assert.Single(activity.Reasons).Code);
        Assert.Equal(["progress.other-program", "progress.other-sector", "progress.own-plan-only"], reasons);
        var standing = A.Standing() with { Programs = [ProgramType.EarlyCollege], Sector = SectorId.From("health") };
        Assert.Equal(2, A.Progress(scope, A.Record(), standing: standing).Total.Required);
    }

    [Fact]
    public void A_record_of_somebody_else_is_not_judged() => Assert.Throws<ArgumentException>(
        () => A.Progress(A.Scope(A.Activity("visit")), new StudentRecord(StudentId.From("ben"))));

    [Fact]
    public void A_scope_that_names_what_is_not_there_is_not_compiled()
    {
        Assert.Throws<ArgumentException>(() => CompiledScope.Compile(A.Scope(A.Activity("visit") with { Prerequisites = [Talk] })));
        Assert.Throws<ArgumentException>(() => CompiledScope.Compile(A.Scope(A.Activity("visit") with { Opens = TermId.From("winter") })));
        Assert.Throws<ArgumentException>(() => CompiledScope.Compile(A.Scope(A.Activity("visit"), A.Activity("visit"))));
    }

    [Fact]
    public void What_the_scope_does_not_know_is_named()
    {
        var progress = A.Progress(A.Scope(A.Activity("visit")), A.Record(A.Experience("visti", new(2027, 2, 1))));
        Assert.Equal<ActivityId>([ActivityId.From("visti")], progress.UnknownActivities());
        Assert.Throws<KeyNotFoundException>(() => progress.StatusOf(Talk));
    }

    [Fact]
    public void A_student_takes_less_than_a_kilobyte()
    {
        var scope = CompiledScope.Compile(A.Scope([.. Enumerable.Range(0, 40).Select(i => A.Activity($"visit-{i}", 9, Note))]));
        var record = A.Record([.. Enumerable.Range(0, 30).SelectMany(i => new RecordEntry[]
        {
            A.Experience($"visit-{i}", new(2027, 2, 1)), A.HandedIn($"note-{i}", ArtifactKind.ThankYouNote, $"visit-{i}", new(2027, 2, 2)),
        })]);
        var standing = A.Standing();
        ProgressCalculator.Of(scope, standing, record, A.March);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ProgressCalculator.Of(scope, standing, record, A.March);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 1023);
    }
}
