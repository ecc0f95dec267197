using Microsoft.Extensions.DependencyInjection;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

/// <summary>A student who is erased does not come back in a match run.</summary>
public sealed class ErasedAndProposedTests : IDisposable
{
    private static readonly Actor Administrator = new(ActorId.From("u-admin"), Role.Administrator);
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task A_run_that_names_students_who_were_erased_is_refused_and_names_all_of_them()
    {
        Must(await ProposeAsync("r-1"));
        foreach (var student in new[] { "ana", "cy", "di", "eve" })
        {
            Assert.IsType<ErasureOutcome.Planned>(await EraseAsync(_district.Store, student));
        }

        var reason = Assert.Single(Assert.IsType<ServiceOutcome<MatchRun>.Refused>(await ProposeAsync("r-2")).Reasons);
        Assert.Equal("match-run.erased-student", reason.Code);
        Assert.Contains("4 students who were erased: ana, cy, di, eve.", reason.Sentence, StringComparison.Ordinal);
        Assert.Equal(["command.subject-taken", "match-run.erased-student"], Codes(await ProposeAsync("r-1")));
        Assert.Null(await _district.Store.FindAsync(Scope, MatchRunId.From("r-2")));
        Must(await ProposeAsync(Run("r-2") with { Seats = [Seat("ben", "mill")], Kept = [], Declined = [], Unmatched = [] }));
    }

    [Fact]
    public async Task Who_may_not_propose_is_not_told_who_was_erased()
    {
        Must(await ProposeAsync("r-1"));
        await EraseAsync(_district.Store, "ana");
        Assert.Equal(["access.role"], Codes(await _district.Get<MatchRunService>().ProposeAsync(Scope, _district.Key(), Student("ben"), Run("r-2"))));
    }

    [Fact]
    public async Task Who_is_erased_while_a_run_is_proposed_is_hidden_in_it()
    {
        Must(await ProposeAsync("r-1"));
        using var host = _district.WithStore(store => new RaceTests.Overtaken(
            (IPathwaysStore)store, async () =>
            {
                await EraseAsync(_district.Store, "ana");
                await EraseAsync(_district.Store, "eve");
            }, () => { }));
        var told = Must(await host.GetRequiredService<MatchRunService>().ProposeAsync(Scope, _district.Key(), Coordinator, Run("r-2")));
        var kept = (await _district.Store.FindAsync(Scope, told.Id))!;
        Assert.Equal<IEnumerable<MatchRunSeat>>([Seat("erased-1", "clinic"), Seat("ben", "mill")], kept.Seats);
        Assert.Equal<IEnumerable<MatchRunUnmatched>>([new(StudentId.From("erased-2"), "no-seat-left")], kept.Unmatched);
        Assert.Equal((2, 2), (told.Version, kept.Version));
        Assert.Equal<IEnumerable<MatchRunSeat>>(kept.Seats, told.Seats);
        Assert.Equal([("Propose", 1), ("EraseStudent", 2)], (await _district.Store.HistoryAsync(Scope, kept.Subject)).Select(line => (line.Trigger, line.Version)));
    }

    [Fact]
    public async Task A_run_that_is_proposed_while_a_student_is_erased_does_not_keep_the_name()
    {
        Must(await ProposeAsync("r-1"));
        var overtaken = new RaceTests.Overtaken(_district.Store, async () => Must(await ProposeAsync("r-2")), () => { });
        var erased = Assert.IsType<ErasureOutcome.Planned>(await EraseAsync(overtaken, "ana"));
        Assert.Equal(["r-1", "r-2"], erased.Holdings.Runs.Select(run => run.Id.Value));
        await NobodyNamesAsync("ana");
        Assert.Single(await _district.Store.PendingAsync(Scope, 100), one => one.Event.Name == "StudentErased");
    }

    [Fact]
    public async Task Whoever_was_erased_and_is_named_all_the_same_is_erased_again()
    {
        Must(await ProposeAsync("r-1"));
        await EraseAsync(_district.Store, "ana");
        Assert.Equal(["erasure.erased-already"], Assert.IsType<ErasureOutcome.Refused>(await EraseAsync(_district.Store, "ana")).Reasons.Select(reason => reason.Code));
        Assert.IsType<CommitOutcome.Committed>(await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(Run("r-2"))] }));
        Assert.IsType<ErasureOutcome.Planned>(await EraseAsync(_district.Store, "ana"));
        await NobodyNamesAsync("ana");
        Assert.IsType<ErasureOutcome.Refused>(await EraseAsync(_district.Store, "ana"));
    }

    [Fact]
    public async Task The_name_that_stands_for_whoever_was_erased_is_nobodys()
    {
        Must(await ProposeAsync("r-1"));
        await EraseAsync(_district.Store, "ana");
        Assert.Equal(["erasure.hidden-name"], Assert.IsType<ErasureOutcome.Refused>(await EraseAsync(_district.Store, "erased-1")).Reasons.Select(reason => reason.Code));
        Assert.Empty((await StudentHoldings.ReadAsync(_district.Store, Scope, StudentId.From("erased-1"))).Runs);
        Assert.Contains(Seat("erased-1", "clinic"), (await _district.Store.FindAsync(Scope, MatchRunId.From("r-1")))!.Seats);
        Assert.Equal(["match-run.hidden-name"], Codes(await ProposeAsync(Run("r-2") with { Seats = [Seat("erased-1", "clinic")] })));
        foreach (var name in new[] { "erased-", "erased-1a", "erased-x", "Erased-1", "xerased-1", "erased-١" })
        {
            Assert.False(StudentErasure.IsHidden(StudentId.From(name)), name);
        }
    }

    [Fact]
    public async Task Nothing_is_offered_from_the_seat_of_whoever_was_erased()
    {
        await _district.PublishAsync("clinic", 1);
        Must(await ProposeAsync(Run("r-1") with { Kept = [], Declined = [], Unmatched = [] }));
        await EraseAsync(_district.Store, "ana");
        var (runs, second) = (_district.Get<MatchRunService>(), new Actor(ActorId.From("noor"), Role.Coordinator));
        foreach (var trigger in new[] { MatchRunTrigger.Review, MatchRunTrigger.Publish })
        {
            Must(await runs.AdvanceAsync(Scope, new() { Key = _district.Key(), By = second, Run = MatchRunId.From("r-1"), Trigger = trigger, CurrentDigest = new('a', 64) }));
        }

        // Somebody whose school calls them so.
        var id = StudentApplicationId.From("a-1");
        var student = StudentId.From("erased-1");
        Must(await _district.Get<ApplicationService>().StartAsync(Scope, _district.Key(), Student("erased-1"), id, student, OpportunityId.From("clinic")));
        Must(await _district.ApplyAsync(id, ApplicationTrigger.Submit, Student("erased-1")));
        Must(await _district.ApplyAsync(id, ApplicationTrigger.Endorse, Coordinator));
        var report = await runs.OfferAsync(Scope, MatchRunId.From("r-1"), _district.Clock.GetCurrentInstant() + Duration.FromDays(7), second);
        Assert.Equal((0, "match-run.erased-student"), (report.Made, Assert.Single(report.Refused, refused => refused.Seat.Student == student).Reasons.Single().Code));
        Assert.Equal(ApplicationState.Endorsed, (await _district.Store.FindAsync(Scope, id))!.State);
    }

    private async Task NobodyNamesAsync(string student)
    {
        var runs = (await _district.Store.ListAsync(Scope, new MatchRunQuery())).Items;
        Assert.Equal(2, runs.Length);
        Assert.All(runs, run => Assert.False(RunErasure.Names(run, StudentId.From(student))));
    }

    private ValueTask<ServiceOutcome<MatchRun>> ProposeAsync(string id) => ProposeAsync(Run(id));

    private ValueTask<ServiceOutcome<MatchRun>> ProposeAsync(MatchRun run) => _district.Get<MatchRunService>().ProposeAsync(Scope, _district.Key(), Coordinator, run);

    private ValueTask<ErasureOutcome> EraseAsync(IPathwaysStore store, string student) =>
        StudentErasure.EraseAsync(store, Scope, StudentId.From(student), Administrator, _district, _district.Clock.GetCurrentInstant(), ReasonCode.From("asked"));

    private static MatchRun Run(string id) => new()
    {
        Id = MatchRunId.From(id), Digest = new('a', 64), Mechanism = "student-optimal", Ties = "lottery", Seed = Seed.From(1), Verdict = MatchRunVerdict.Stable,
        Seats = [Seat("ana", "clinic"), Seat("ben", "mill")], Kept = [Seat("cy", "mill")], Declined = [Seat("di", "mill")], Unmatched = [new(StudentId.From("eve"), "no-seat-left")],
    };

    private static MatchRunSeat Seat(string student, string opportunity) => new(StudentId.From(student), OpportunityId.From(opportunity), 1);
}
