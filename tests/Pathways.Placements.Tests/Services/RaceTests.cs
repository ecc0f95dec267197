using Microsoft.Extensions.DependencyInjection;
using Pathways.Testing;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

/// <summary>Somebody else gets through between what a decision was made from and its saving.</summary>
public sealed class RaceTests : IDisposable
{
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task Of_two_applications_of_a_student_for_the_same_opportunity_one_is_started()
    {
        await _district.PublishAsync("clinic", 2);
        var outcome = await RacedAsync<ApplicationService, Application>(
            service => StartAsync(service, "a-1"), async () => Must(await StartAsync(_district.Get<ApplicationService>(), "a-2")));
        Assert.Equal(["application.no-duplicate"], Codes(outcome));
        Assert.Single((await _district.Store.ListAsync(Scope, new ApplicationQuery())).Items);
    }

    [Fact]
    public async Task Of_two_entries_of_hours_at_the_same_time_one_is_handed_in()
    {
        await _district.PublishAsync("clinic", 1);
        var placement = await _district.ActiveAsync("ana", "clinic");
        await DraftAsync("h1", placement, new(Fall.Start, 900, 1020));
        await DraftAsync("h2", placement, new(Fall.Start, 1000, 1060));
        var outcome = await RacedAsync<HoursService, HoursEntry>(
            service => HandInAsync(service, "h1"), async () => Must(await HandInAsync(_district.Get<HoursService>(), "h2")));
        Assert.Equal(["hours-entry.no-overlap"], Codes(outcome));
    }

    [Fact]
    public async Task An_offer_is_not_accepted_at_an_opportunity_that_is_being_suspended()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.OfferedAsync("ana", "clinic");
        var outcome = await RacedAsync<ApplicationService, Application>(
            service => service.AdvanceAsync(Scope, new() { Key = _district.Key(), By = Student("ana"), Application = id, Trigger = ApplicationTrigger.AcceptOffer }),
            async () => Must(await MoveAsync(_district.Get<OpportunityService>(), OpportunityTrigger.Suspend, "safety")));
        Assert.Equal(["application.opportunity-open"], Codes(outcome));
        Assert.Empty((await _district.Store.ListAsync(Scope, new PlacementQuery())).Items);
    }

    [Fact]
    public async Task Work_is_not_finished_on_hours_that_are_being_corrected()
    {
        await _district.PublishAsync("clinic", 1);
        var placement = await _district.ActiveAsync("ana", "clinic");
        await DraftAsync("h1", placement, new(Fall.Start, 900, 1020));
        var hours = _district.Get<HoursService>();
        Must(await HandInAsync(hours, "h1"));
        Must(await hours.AdvanceAsync(Scope, new() { Key = _district.Key(), By = Supervisor, Entry = HoursEntryId.From("h1"), Trigger = HoursEntryTrigger.Confirm }));
        Must(await hours.AdvanceAsync(Scope, new() { Key = _district.Key(), By = Coordinator, Entry = HoursEntryId.From("h1"), Trigger = HoursEntryTrigger.Approve }));
        Must(await _district.WorkAsync(placement, PlacementTrigger.MarkOutcome, Coordinator, new PlacementEntry.OutcomeMarked(OutcomeId.From("o1"), true, Fall.Start)));
        var outcome = await RacedAsync<PlacementService, Placement>(
            service => service.AdvanceAsync(Scope, new() { Key = _district.Key(), By = Coordinator, Placement = PlacementId.From(placement), Trigger = PlacementTrigger.FinishWork }),
            async () => Must(await hours.AdvanceAsync(Scope, new()
            {
                Key = _district.Key(), By = Coordinator, Entry = HoursEntryId.From("h1"), Trigger = HoursEntryTrigger.Correct, Reason = ReasonCode.From("typing-error"),
                Worked = new(Fall.Start, 900, 960), Replacement = HoursEntryId.From("h2"),
            })));
        Assert.Equal(["placement.hours-served"], Codes(outcome));
    }

    [Fact]
    public async Task Nobody_is_placed_at_an_opportunity_that_is_being_cancelled()
    {
        await _district.PublishAsync("clinic", 2);
        var outcome = await RacedAsync<PlacementService, Placement>(
            service => ArrangeAsync(service, "ana"), async () => Must(await MoveAsync(_district.Get<OpportunityService>(), OpportunityTrigger.Cancel, "closed-down")));
        Assert.Equal(["command.not-open"], Codes(outcome));
    }

    [Fact]
    public async Task An_opportunity_is_not_cancelled_where_somebody_is_being_placed()
    {
        await _district.PublishAsync("clinic", 2);
        var outcome = await RacedAsync<OpportunityService, OpportunityListing>(
            service => MoveAsync(service, OpportunityTrigger.Cancel, "closed-down"), async () => Must(await ArrangeAsync(_district.Get<PlacementService>(), "ana")));
        Assert.Equal(["opportunity.nobody-placed", "opportunity.no-seat-taken"], Codes(outcome));
    }

    [Fact]
    public async Task An_opportunity_is_not_cancelled_where_somebody_is_being_offered_a_seat()
    {
        await _district.PublishAsync("clinic", 2);
        var id = await EndorsedAsync("ana", "clinic");
        var outcome = await RacedAsync<OpportunityService, OpportunityListing>(
            service => MoveAsync(service, OpportunityTrigger.Cancel, "closed-down"),
            async () => Must(await _district.Get<ApplicationService>().AdvanceAsync(Scope, new()
            {
                Key = _district.Key(), By = Coordinator, Application = id, Trigger = ApplicationTrigger.MakeOffer, OfferExpires = _district.Clock.GetCurrentInstant() + Duration.FromDays(7),
            })));
        Assert.Equal(["opportunity.no-seat-taken"], Codes(outcome));
    }

    [Fact]
    public async Task An_opportunity_is_not_published_while_its_partner_changes()
    {
        var (partner, commits) = (PartnerId.From("hospital"), 0);
        await _district.PublishAsync("clinic", 1);
        Must(await MoveAsync(_district.Get<OpportunityService>(), OpportunityTrigger.Suspend, "safety"));
        var outcome = await RacedAsync<OpportunityService, OpportunityListing>(
            service => MoveAsync(service, OpportunityTrigger.Reinstate, null),
            async () =>
            {
                var listing = new PartnerListing { Organisation = new() { Id = partner, Name = "Hospital" }, State = PartnerState.Active, Version = 1 };
                Assert.IsType<CommitOutcome.Committed>(await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(listing)] }));
            }, () => commits++);
        Must(outcome);
        Assert.Equal(2, commits); // decided again
    }

    [Theory]
    [InlineData("r1", "r2")]
    [InlineData("r2", "r1")]
    public async Task Of_two_runs_that_give_the_same_seats_one_is_published(string slower, string faster)
    {
        await ReviewedAsync("r1", "a", "clinic");
        await ReviewedAsync("r2", "b", "clinic");
        await ReviewedAsync("r3", "c", "shop");
        var outcome = await RacedAsync<MatchRunService, MatchRun>(
            service => PublishAsync(service, slower), async () => Must(await PublishAsync(_district.Get<MatchRunService>(), faster)));
        Assert.Equal(["command.rival-run"], Codes(outcome));
        var line = (await _district.Store.HistoryAsync(Scope, $"match-run/{slower}"))[^1];
        Assert.Equal(("RivalPublished", "Reviewed", "Reviewed", 3), (line.Trigger, line.From, line.To, line.Version));
        Assert.Equal(2, (await _district.Store.FindAsync(Scope, MatchRunId.From("r3")))!.Version); // no rival
    }

    /// <summary>What the first could not see when it looked.</summary>
    [Fact]
    public async Task A_run_that_comes_from_nothing_to_published_in_between_is_noticed()
    {
        await ReviewedAsync("r1", "a", "clinic");
        var outcome = await RacedAsync<MatchRunService, MatchRun>(
            service => PublishAsync(service, "r1"),
            async () =>
            {
                await ReviewedAsync("r2", "b", "clinic");
                Must(await PublishAsync(_district.Get<MatchRunService>(), "r2"));
            });
        Assert.Equal(["command.rival-run"], Codes(outcome));
    }

    [Fact]
    public async Task Of_rivals_that_are_published_at_the_same_time_one_is_published()
    {
        for (var round = 0; round < 25; round++)
        {
            var opportunity = $"clinic-{round}";
            string[] rivals = [.. Enumerable.Range(0, 4).Select(number => $"r-{round}-{number}")];
            foreach (var (rival, number) in rivals.Select((rival, number) => (rival, number)))
            {
                await ReviewedAsync(rival, $"{round}-{number}", opportunity);
            }

            using var start = new Barrier(rivals.Length);
            var outcomes = await Task.WhenAll(rivals.Select(rival => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return PublishAsync(_district.Get<MatchRunService>(), rival).AsTask();
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
            Assert.Single(outcomes, outcome => outcome is ServiceOutcome<MatchRun>.Done);
        }
    }

    [Fact]
    public async Task Nothing_is_offered_by_a_run_that_is_being_superseded()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await EndorsedAsync("ana", "clinic");
        await ReviewedAsync("r1", "a", "clinic");
        var runs = _district.Get<MatchRunService>();
        var run = Must(await PublishAsync(runs, "r1"));
        using var host = Host(async () => Must(await runs.AdvanceAsync(Scope, new() { Key = _district.Key(), By = Second, Run = await FollowedAsync(run), Trigger = MatchRunTrigger.Supersede })));
        var report = await host.GetRequiredService<MatchRunService>().OfferAsync(Scope, run.Id, _district.Clock.GetCurrentInstant() + Duration.FromDays(7), Second);
        Assert.Equal((0, "match-run.published"), (report.Made, Assert.Single(Assert.Single(report.Refused).Reasons).Code));
        Assert.Equal(ApplicationState.Endorsed, (await _district.Store.FindAsync(Scope, id))!.State);
    }

    [Fact]
    public async Task A_student_is_not_offered_a_second_seat_at_the_same_moment()
    {
        await _district.PublishAsync("clinic", 1);
        await _district.PublishAsync("shop", 1);
        await EndorsedAsync("ana", "clinic");
        var shop = await EndorsedAsync("ana", "shop");
        await ReviewedAsync("r1", "a", "clinic");
        var run = Must(await PublishAsync(_district.Get<MatchRunService>(), "r1"));
        var expires = _district.Clock.GetCurrentInstant() + Duration.FromDays(7);
        using var host = Host(async () => Must(await _district.Get<ApplicationService>().AdvanceAsync(
            Scope, new() { Key = _district.Key(), By = Coordinator, Application = shop, Trigger = ApplicationTrigger.MakeOffer, OfferExpires = expires })));
        var report = await host.GetRequiredService<MatchRunService>().OfferAsync(Scope, run.Id, expires, Second);
        Assert.Equal("match-run.holds-offer", Assert.Single(Assert.Single(report.Refused).Reasons).Code);
    }

    private static Actor Second { get; } = new(ActorId.From("noor"), Role.Coordinator);

    // What the service does while, just before its first commit, a rival gets through.
    private async Task<ServiceOutcome<T>> RacedAsync<TService, T>(Func<TService, ValueTask<ServiceOutcome<T>>> act, Func<Task> rival, Action? committing = null)
        where TService : notnull
        where T : class
    {
        using var host = Host(rival, committing);
        return await act(host.GetRequiredService<TService>());
    }

    private ServiceProvider Host(Func<Task> rival, Action? committing = null) => _district.WithStore(store => new Overtaken((IPathwaysStore)store, rival, committing ?? (() => { })));

    private ValueTask<ServiceOutcome<Application>> StartAsync(ApplicationService service, string id) =>
        service.StartAsync(Scope, _district.Key(), Student("ana"), StudentApplicationId.From(id), StudentId.From("ana"), OpportunityId.From("clinic"));

    private async Task<StudentApplicationId> EndorsedAsync(string student, string opportunity)
    {
        var id = StudentApplicationId.From($"{student}-{opportunity}");
        Must(await _district.Get<ApplicationService>().StartAsync(Scope, _district.Key(), Student(student), id, StudentId.From(student), OpportunityId.From(opportunity)));
        Must(await _district.ApplyAsync(id, ApplicationTrigger.Submit, Student(student)));
        Must(await _district.ApplyAsync(id, ApplicationTrigger.Endorse, Coordinator));
        return id;
    }

    private async Task DraftAsync(string id, string placement, WorkedHours worked) =>
        Must(await _district.Get<HoursService>().DraftAsync(Scope, _district.Key(), Student("ana"), HoursEntryId.From(id), PlacementId.From(placement), worked));

    private ValueTask<ServiceOutcome<HoursEntry>> HandInAsync(HoursService service, string id) =>
        service.AdvanceAsync(Scope, new() { Key = _district.Key(), By = Student("ana"), Entry = HoursEntryId.From(id), Trigger = HoursEntryTrigger.Submit });

    private ValueTask<ServiceOutcome<OpportunityListing>> MoveAsync(OpportunityService service, OpportunityTrigger trigger, string? reason) => service.AdvanceAsync(
        Scope, new() { Key = _district.Key(), By = Coordinator, Opportunity = OpportunityId.From("clinic"), Trigger = trigger, Reason = reason is null ? null : ReasonCode.From(reason) });

    private ValueTask<ServiceOutcome<Placement>> ArrangeAsync(PlacementService service, string student) => service.ArrangeAsync(
        Scope, new() { Key = _district.Key(), By = Coordinator, Placement = PlacementId.From($"p-{student}"), Student = StudentId.From(student), Opportunity = OpportunityId.From("clinic") });

    private async Task ReviewedAsync(string id, string digest, string opportunity, string? follows = null)
    {
        var run = new MatchRun
        {
            Id = MatchRunId.From(id), Digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(digest))), Mechanism = "student-optimal", Ties = "lottery", Seed = Seed.From(1), Verdict = MatchRunVerdict.Stable,
            Seats = [new(StudentId.From("ana"), OpportunityId.From(opportunity), 1)], Follows = follows is null ? null : MatchRunId.From(follows),
        };
        Must(await _district.Get<MatchRunService>().ProposeAsync(Scope, _district.Key(), Coordinator, run));
        Must(await _district.Get<MatchRunService>().AdvanceAsync(
            Scope, new() { Key = _district.Key(), By = Second, Run = run.Id, Trigger = MatchRunTrigger.Review, CurrentDigest = run.Digest }));
    }

    // A run that is followed by a published one can be superseded.
    private async Task<MatchRunId> FollowedAsync(MatchRun run)
    {
        if (run.Follows is null)
        {
            var next = $"{run.Id}-next";
            await ReviewedAsync(next, next, $"nowhere-{run.Id}", run.Id.Value);
            Must(await PublishAsync(_district.Get<MatchRunService>(), next));
        }

        return run.Id;
    }

    private async ValueTask<ServiceOutcome<MatchRun>> PublishAsync(MatchRunService service, string id) => await service.AdvanceAsync(Scope, new()
    {
        Key = _district.Key(), By = Second, Run = MatchRunId.From(id), Trigger = MatchRunTrigger.Publish,
        CurrentDigest = (await _district.Store.FindAsync(Scope, MatchRunId.From(id)))!.Digest,
    });

    internal sealed class Overtaken(IPathwaysStore store, Func<Task> rival, Action committing) : StoreWrapper
    {
        private Func<Task>? _rival = rival;

        public override async ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default)
        {
            committing();
            if (Interlocked.Exchange(ref _rival, null) is { } first)
            {
                await first();
            }

            return await base.CommitAsync(scope, commit, cancellationToken);
        }

        protected override ValueTask<T> ReadAsync<T>(Func<IPathwaysStore, ValueTask<T>> read, CancellationToken cancellationToken) => read(store);

        protected override ValueTask<T> WriteAsync<T>(Func<IPathwaysStore, ValueTask<T>> write, Func<T, bool> isChange, CancellationToken cancellationToken) => write(store);
    }
}
