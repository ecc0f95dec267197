using static Pathways.Placements.ApplicationTrigger;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

public sealed class ApplicationServiceTests : IDisposable
{
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task An_accepted_offer_opens_the_placement_with_its_documents_and_ends_the_other_applications_in_one_commit()
    {
        await _district.PublishAsync("clinic", 1);
        await _district.PublishAsync("lab", 1);
        var (clinic, lab) = (await _district.OfferedAsync("ana", "clinic"), await _district.OfferedAsync("ana", "lab"));
        var done = Assert.IsType<ServiceOutcome<Application>.Done>(await _district.ApplyAsync(clinic, AcceptOffer, Student("ana")));
        Assert.Equal(
            ["application/ana-clinic", "placement/ana-clinic", "document/ana-clinic/permit", "application/ana-lab"], done.Receipt.Saved.Select(saved => saved.Subject));
        var placement = await _district.Store.FindAsync(Scope, PlacementId.From("ana-clinic"));
        Assert.Equal((PlacementState.Onboarding, Internship, Coordinator.Id, true), (placement!.State, placement.Program!.Value, placement.Coordinator!.Value, placement.IsExclusive));
        Assert.Equal(WeeklyHours.Parse("Mon-Thu 15:00-17:00"), Assert.Single(placement.Record.Periods).Week);
        Assert.Equal(ApplicationState.Withdrawn, (await _district.Store.FindAsync(Scope, lab))!.State);
        Assert.Equal((0, 1), await SeatsAsync("clinic"));
        Assert.Equal((0, 0), await SeatsAsync("lab"));
        var line = (await _district.Store.HistoryAsync(Scope, "application/ana-lab"))[^1];
        Assert.Equal(("Withdraw", ReasonCode.From("accepted-elsewhere"), "application.student-acts"), (line.Trigger, line.Reason!.Value, line.Rule));
    }

    [Fact]
    public async Task A_repeated_request_has_one_effect_even_where_it_would_be_refused_by_now()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.OfferedAsync("ana", "clinic");
        var command = new ApplicationCommand { Key = CommandKey.From("yes"), By = Student("ana"), Application = id, Trigger = AcceptOffer };
        var service = _district.Get<ApplicationService>();
        var first = Assert.IsType<ServiceOutcome<Application>.Done>(await service.AdvanceAsync(Scope, command));
        var again = Assert.IsType<ServiceOutcome<Application>.Done>(await service.AdvanceAsync(Scope, command));
        Assert.True(!first.WasRepeated && again.WasRepeated);
        Assert.Equal(first.Receipt.Saved.AsEnumerable(), again.Receipt.Saved);
        Assert.Equal(["command.key-reused"], Codes(await service.AdvanceAsync(Scope, command with { Trigger = DeclineOffer, Reason = ReasonCode.From("no") })));
        Assert.Equal(ApplicationState.Accepted, (await _district.Store.FindAsync(Scope, id))!.State);
    }

    [Fact]
    public async Task Of_many_offers_at_once_for_the_last_seats_as_many_are_made_as_there_are_seats()
    {
        await _district.PublishAsync("clinic", 30);
        var ids = new List<StudentApplicationId>();
        for (var i = 0; i < 20; i++)
        {
            var id = StudentApplicationId.From($"a{i}");
            ids.Add(id);
            Must(await _district.Get<ApplicationService>().StartAsync(Scope, _district.Key(), Student($"s{i}"), id, StudentId.From($"s{i}"), OpportunityId.From("clinic")));
            Must(await _district.ApplyAsync(id, Submit, Student($"s{i}")));
            Must(await _district.ApplyAsync(id, Endorse, Coordinator));
        }

        var listing = (await _district.Store.FindAsync(Scope, OpportunityId.From("clinic")))!;
        await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(listing with { Offer = listing.Offer with { Seats = 3 }, Version = listing.Version + 1 })] });
        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => _district.Get<ApplicationService>().AdvanceAsync(
            Scope, new() { Key = _district.Key(), By = Coordinator, Application = id, Trigger = MakeOffer, OfferExpires = _district.Clock.GetCurrentInstant() + Duration.FromDays(1) }).AsTask())));
        Assert.Equal(3, outcomes.Count(outcome => outcome is ServiceOutcome<Application>.Done));
        Assert.All(outcomes.OfType<ServiceOutcome<Application>.Refused>(), refused => Assert.Contains(Assert.Single(refused.Reasons).Code, new[] { "command.no-seat-left", "application.seat-free" }));
        Assert.Equal((3, 0), await SeatsAsync("clinic"));
    }

    [Fact]
    public async Task Many_who_move_one_application_at_once_get_one_change_and_refusals_that_say_where_it_stands()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.OfferedAsync("ana", "clinic");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _district.ApplyAsync(id, AcceptOffer, Student("ana")).AsTask())));
        Assert.Single(outcomes, outcome => outcome is ServiceOutcome<Application>.Done);
        Assert.All(outcomes.OfType<ServiceOutcome<Application>.Refused>(), refused => Assert.Equal("application.not-possible", refused.Reasons[^1].Code));
        Assert.Equal(5, (await _district.Store.HistoryAsync(Scope, $"application/{id}")).Length);
    }

    [Fact]
    public async Task A_refusal_lists_every_reason_to_whom_may_see_them_and_changes_nothing()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.OfferedAsync("ana", "clinic");
        _district.Known = _district.Known with { GuardianConsents = false };
        var events = (await _district.Store.PendingAsync(Scope, 1000)).Length;
        _district.Clock.Advance(Duration.FromDays(7));
        Assert.Equal(["application.offer-open", "application.guardian-consent"], Codes(await _district.ApplyAsync(id, AcceptOffer, Student("ana"))));

        // Who may not see the application is not told that the guardian does not consent.
        Assert.Equal(["access.own-record"], Codes(await _district.ApplyAsync(id, AcceptOffer, Student("ben"))));
        Assert.Equal(["access.role"], Codes(await _district.ApplyAsync(id, AcceptOffer, new(ActorId.From("v"), Role.Volunteer))));
        _district.Relations = (_, _) => default;
        Assert.Contains("access.tenant", Codes(await _district.ApplyAsync(id, AcceptOffer, Student("ana"))));
        var found = (await _district.Store.FindAsync(Scope, id))!;
        Assert.Equal((ApplicationState.Offered, 4), (found.State, found.Version));
        Assert.Equal(4, (await _district.Store.HistoryAsync(Scope, found.Subject)).Length);
        Assert.Equal(events, (await _district.Store.PendingAsync(Scope, 1000)).Length);
    }

    [Fact]
    public async Task A_request_for_another_version_is_refused_and_not_retried()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.OfferedAsync("ana", "clinic");
        var command = new ApplicationCommand { Key = _district.Key(), By = Student("ana"), Application = id, Trigger = AcceptOffer, ExpectedVersion = 3 };
        Assert.Equal(["command.version"], Codes(await _district.Get<ApplicationService>().AdvanceAsync(Scope, command)));
        Must(await _district.Get<ApplicationService>().AdvanceAsync(Scope, command with { ExpectedVersion = 4, Key = _district.Key() }));
    }

    [Fact]
    public async Task What_is_not_there_is_said_so()
    {
        Assert.Equal(["command.unknown-subject"], Codes(await _district.ApplyAsync(StudentApplicationId.From("x"), Submit, Student("ana"))));
        Assert.Equal(
            ["command.unknown-subject"],
            Codes(await _district.Get<ApplicationService>().StartAsync(Scope, _district.Key(), Student("ana"), StudentApplicationId.From("a"), StudentId.From("ana"), OpportunityId.From("nowhere"))));
        await _district.PublishAsync("clinic", 2);
        var id = await _district.OfferedAsync("ana", "clinic");
        Assert.Equal(
            ["command.subject-taken"],
            Codes(await _district.Get<ApplicationService>().StartAsync(Scope, _district.Key(), Student("ben"), id, StudentId.From("ben"), OpportunityId.From("clinic"))));
        Assert.Equal(["command.unknown-subject"], Told(await _district.Get<ApplicationService>().PossibleAsync(Scope, StudentApplicationId.From("x"), Coordinator, Purpose.Placement)));
        Assert.Equal(["command.unknown-subject"], Codes(await _district.Get<ApplicationService>().AdvanceAsync(
            TenantScope.Of(TenantId.From("south")), new() { Key = _district.Key(), By = Student("ana"), Application = id, Trigger = AcceptOffer })));
    }

    [Fact]
    public async Task What_is_possible_is_what_would_be_done()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.OfferedAsync("ana", "clinic");
        var service = _district.Get<ApplicationService>();
        var forAna = Seen(await service.PossibleAsync(Scope, id, Student("ana"), Purpose.Placement)).Options;
        Assert.Equal([AcceptOffer], forAna.Where(option => option.IsPermitted).Select(option => option.Trigger));
        Assert.Equal(["application.reason"], forAna.Single(option => option.Trigger == DeclineOffer).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["access.own-record"], Told(await service.PossibleAsync(Scope, id, Student("ben"), Purpose.Placement)));
        var guardian = Seen(await service.PossibleAsync(Scope, id, new(ActorId.From("gil"), Role.Guardian), Purpose.Placement)).Options;
        Assert.Equal(["access.role"], guardian.Single(option => option.Trigger == AcceptOffer).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Full_caseloads_and_overlapping_placements_are_seen_in_the_store()
    {
        await _district.PublishAsync("clinic", 3);
        await _district.PublishAsync("lab", 3);
        _district.Rules = _district.Rules with { CaseloadLimit = 1, WithdrawsOtherApplications = false };
        var lab = await _district.OfferedAsync("ana", "lab");
        Must(await _district.ApplyAsync(await _district.OfferedAsync("ana", "clinic"), AcceptOffer, Student("ana")));
        Assert.Equal(["application.no-overlap"], Codes(await _district.ApplyAsync(lab, AcceptOffer, Student("ana"))));
        var id = StudentApplicationId.From("ben-lab");
        Must(await _district.Get<ApplicationService>().StartAsync(Scope, _district.Key(), Student("ben"), id, StudentId.From("ben"), OpportunityId.From("lab")));
        Must(await _district.ApplyAsync(id, Submit, Student("ben")));
        Assert.Equal(["application.caseload-room"], Codes(await _district.ApplyAsync(id, Endorse, Coordinator)));
    }

    private async Task<(int Held, int Filled)> SeatsAsync(string opportunity)
    {
        var seats = await _district.Store.CountSeatsAsync(Scope, OpportunityId.From(opportunity));
        return (seats.Held, seats.Filled);
    }
}
