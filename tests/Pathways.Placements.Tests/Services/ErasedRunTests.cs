namespace Pathways.Placements.Tests.Services;

/// <summary>What an erasure makes of match runs that name the student.</summary>
public sealed class ErasedRunTests
{
    private static readonly Actor Administrator = new(ActorId.From("u-admin"), Role.Administrator);

    [Fact]
    public void The_name_goes_from_every_part_of_a_run_and_all_else_stays()
    {
        var run = new MatchRun
        {
            Id = MatchRunId.From("r-1"), Digest = new('a', 64), Mechanism = "student-optimal", Ties = "lottery", Seed = new(0), State = MatchRunState.Published, Version = 3,
            Seats = [Seat("erased-1", "mill"), Seat("ana", "mill"), Seat("ben", "clinic")], Kept = [Seat("ana", "mill")], Declined = [Seat("ana", "clinic"), Seat("ben", "mill")],
            Unmatched = [new(StudentId.From("cy"), "no-seat-left")],
        };
        var other = run with { Id = MatchRunId.From("r-2"), Seats = [], Kept = [], Declined = [], Unmatched = [new(StudentId.From("ana"), "no-seat-left")] };
        var planned = Assert.IsType<ErasureOutcome.Planned>(Plan(run, other));
        var changed = planned.Commit.Changes.Select(change => (MatchRun)change.Value).ToArray();

        // The number is the run's own, and never that of another.
        Assert.Equal<IEnumerable<MatchRunSeat>>([Seat("erased-1", "mill"), Seat("erased-2", "mill"), Seat("ben", "clinic")], changed[0].Seats);
        Assert.Equal<IEnumerable<MatchRunSeat>>([Seat("erased-2", "mill")], changed[0].Kept);
        Assert.Equal<IEnumerable<MatchRunSeat>>([Seat("erased-2", "clinic"), Seat("ben", "mill")], changed[0].Declined);
        Assert.Equal<IEnumerable<MatchRunUnmatched>>(run.Unmatched, changed[0].Unmatched);
        Assert.Equal<IEnumerable<MatchRunUnmatched>>([new(StudentId.From("erased-1"), "no-seat-left")], changed[1].Unmatched);
        Assert.All(changed, one => Assert.Equal((4, MatchRunState.Published, run.Digest), (one.Version, one.State, one.Digest)));
        Assert.All(planned.Commit.Changes, change => Assert.Equal(3, change.ExpectedVersion));
        Assert.Equal(
            [("match-run/r-1", "EraseStudent", 4), ("match-run/r-2", "EraseStudent", 4), ("student/ana", "Erase", 0)],
            planned.Commit.Audit.Select(line => (line.Subject, line.Trigger, line.Version)));
    }

    [Fact]
    public void Of_whom_no_run_speaks_either_nothing_is_known() =>
        Assert.Equal(["erasure.unknown-student"], Assert.IsType<ErasureOutcome.Refused>(Plan()).Reasons.Select(reason => reason.Code));

    private static ErasureOutcome Plan(params MatchRun[] runs) => StudentErasure.Plan(
        new() { Student = StudentId.From("ana"), State = new("student/ana", 0, IsDeleted: false), Runs = [.. runs] },
        Administrator, new AccessDecision.Allowed("tenant.erase", AccessView.Nothing), Instant.FromUtc(2026, 9, 1, 0, 0), ReasonCode.From("asked"));

    private static MatchRunSeat Seat(string student, string opportunity) => new(StudentId.From(student), OpportunityId.From(opportunity), 1);
}
