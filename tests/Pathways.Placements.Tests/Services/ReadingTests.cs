using static Pathways.Placements.PlacementTrigger;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

/// <summary>Who reads what, through the services.</summary>
public sealed class ReadingTests : IDisposable
{
    private static readonly Actor Contact = District.Partner;
    private static readonly Actor Guardian = new(ActorId.From("gil"), Role.Guardian);
    private static readonly Actor Teacher = new(ActorId.From("tess"), Role.Teacher);
    private static readonly Actor Administrator = new(ActorId.From("ada"), Role.Administrator);
    private static readonly Note Secret = Note.From("kanarienvogel-of-the-school");
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task A_supervisor_reads_the_schedule_and_what_they_wrote_and_none_of_what_the_school_wrote()
    {
        var id = await CarryingAsync();
        var service = _district.Get<PlacementService>();
        var shown = Assert.IsType<ReadOutcome<Placement>.Shown>(await service.FindAsync(Scope, id, Supervisor, Purpose.Placement));
        Assert.Equal(("read.partner-placements", AccessView.ForPartner, true), (shown.Access.Rule, shown.Access.View, shown.Access.IsDisclosure));
        Assert.NotEmpty(shown.Value.Record.Periods);
        Assert.Equal("i-own", Assert.Single(shown.Value.Record.Incidents).Id.Value);
        Assert.Empty(shown.Value.Record.Visits);
        Assert.Null(shown.Value.Record.Transport);
        var whole = Seen(await service.FindAsync(Scope, id, Coordinator, Purpose.Placement));
        Assert.Equal(2, whole.Record.Incidents.Length);
        Assert.Equal(Secret, Assert.Single(whole.Record.Visits).Observation);
        Assert.Null(Assert.Single(Seen(await service.FindAsync(Scope, id, Teacher, Purpose.Placement)).Record.Visits).Observation);
    }

    [Fact]
    public async Task Who_may_not_read_is_told_why_and_nothing_else()
    {
        var id = await CarryingAsync();
        var service = _district.Get<PlacementService>();
        Assert.Equal(["access.own-record"], Told(await service.FindAsync(Scope, id, Student("ben"), Purpose.Placement)));
        Assert.Equal(["access.role"], Told(await service.FindAsync(Scope, id, Administrator, Purpose.Oversight)));
        Assert.Equal(["access.purpose"], Told(await service.FindAsync(Scope, id, Coordinator, Purpose.Research)));
        Assert.Equal(["access.own-record"], Told(await service.PossibleAsync(Scope, id, Student("ben"), Purpose.Placement)));
        Assert.Equal(["access.role"], Told(await service.HistoryAsync(Scope, id, Student("ana"), Purpose.Access)));
        Assert.NotEmpty(Seen(await service.HistoryAsync(Scope, id, Administrator, Purpose.Oversight)).Lines);
        Assert.Equal(["command.unknown-subject"], Told(await service.FindAsync(Scope, PlacementId.From("x"), Coordinator, Purpose.Placement)));
        _district.Known = _district.Known with { DataReleaseConsented = false };
        Assert.Equal(["access.consent"], Told(await service.FindAsync(Scope, id, Supervisor, Purpose.Placement)));
        Assert.Empty((await service.ListAsync(Scope, new(), Supervisor, Purpose.Placement)).Items);
        Assert.Single((await service.ListAsync(Scope, new(), Student("ana"), Purpose.Placement)).Items);
        Assert.Empty((await service.ListAsync(Scope, new(), Student("ben"), Purpose.Placement)).Items);
        Assert.NotEmpty(Seen(await service.PossibleAsync(Scope, id, Coordinator, Purpose.Placement)).Options);
    }

    [Fact]
    public async Task A_partner_learns_who_applies_only_with_the_short_list()
    {
        await _district.PublishAsync("clinic", 1);
        var id = StudentApplicationId.From("a-1");
        var service = _district.Get<ApplicationService>();
        Must(await service.StartAsync(Scope, _district.Key(), Student("ana"), id, StudentId.From("ana"), OpportunityId.From("clinic")));
        Must(await _district.ApplyAsync(id, ApplicationTrigger.Submit, Student("ana")));
        Must(await _district.ApplyAsync(id, ApplicationTrigger.Endorse, Coordinator));
        Assert.Equal(AccessCut.Unnamed, Seen(await service.FindAsync(Scope, id, Contact, Purpose.Placement)).Student);
        Assert.Single((await service.ListAsync(Scope, new() { Opportunity = OpportunityId.From("clinic") }, Contact, Purpose.Placement)).Items);
        Assert.Empty((await service.ListAsync(Scope, new() { Student = StudentId.From("ana") }, Contact, Purpose.Placement)).Items);
        Must(await _district.ApplyAsync(id, ApplicationTrigger.Shortlist, Contact));
        Assert.Equal("ana", Seen(await service.FindAsync(Scope, id, Contact, Purpose.Placement)).Student.Value);
        Assert.Equal(["access.role"], Told(await service.HistoryAsync(Scope, id, Contact, Purpose.Placement)));
    }

    [Fact]
    public async Task What_a_change_answers_is_cut_by_the_rule_that_allowed_it()
    {
        var id = await CarryingAsync();
        var marked = new PlacementEntry.IncidentReported(new() { Id = IncidentId.From("i3"), On = Fall.Start, Severity = IncidentSeverity.Low, ReportedBy = Guardian });
        var warned = Assert.IsType<ServiceOutcome<Placement>.Done>(await _district.WorkAsync(id.Value, ReportIncident, Guardian, marked));
        Assert.Equal((AccessView.Nothing, null), (warned.View, warned.Value));
        var taught = Must(await _district.WorkAsync(id.Value, RecordVisit, Teacher, new PlacementEntry.VisitMade(new(VisitId.From("v-own"), Fall.Start, Teacher.Id, false, Note.From("Own")))));
        Assert.Equal([null, Note.From("Own")], taught.Record.Visits.Select(visit => visit.Observation));
        Assert.Empty(taught.Record.Incidents);
        Assert.Null(taught.Record.Pay);
    }

    [Fact]
    public async Task Documents_hours_and_opportunities_are_read_by_the_same_rules()
    {
        var id = await CarryingAsync();
        var (hours, documents, opportunities) = (_district.Get<HoursService>(), _district.Get<DocumentService>(), _district.Get<OpportunityService>());
        var entry = HoursEntryId.From("h1");
        Must(await hours.DraftAsync(Scope, _district.Key(), Student("ana"), entry, id, new(Fall.Start, 900, 1020, 0, Note.From("Beds"))));
        Assert.Equal("Beds", Seen(await hours.FindAsync(Scope, entry, Supervisor, Purpose.Placement)).Text!.Value.Reveal(Purpose.Placement));
        Assert.Equal(["access.own-record"], Told(await hours.PossibleAsync(Scope, entry, Student("ben"), Purpose.Placement)));
        Assert.NotEmpty(Seen(await hours.PossibleAsync(Scope, entry, Student("ana"), Purpose.Placement)).Options);
        Assert.Equal(["access.role"], Told(await hours.HistoryAsync(Scope, entry, Supervisor, Purpose.Placement)));
        Assert.Equal(["access.role"], Told(await hours.FindAsync(Scope, entry, Teacher, Purpose.Placement)));
        var document = Assert.Single((await documents.ListAsync(Scope, new(), Guardian, Purpose.Access)).Items);
        Assert.Equal(["access.asked"], Told(await documents.FindAsync(Scope, document.Id, Supervisor, Purpose.Placement)));
        Assert.NotEmpty(Seen(await documents.PossibleAsync(Scope, document.Id, Coordinator, Purpose.Placement)).Options);
        Assert.NotEmpty(Seen(await documents.HistoryAsync(Scope, document.Id, Coordinator, Purpose.Placement)).Lines);
        var clinic = OpportunityId.From("clinic");
        Assert.Equal(1, Seen(await opportunities.FindAsync(Scope, clinic, Student("ben"), Purpose.Placement)).Offer.Seats);
        Must(await opportunities.AdvanceAsync(Scope, new() { Key = _district.Key(), By = Coordinator, Opportunity = clinic, Trigger = OpportunityTrigger.Suspend, Reason = ReasonCode.From("accident") }));
        Assert.Equal(["access.active"], Told(await opportunities.FindAsync(Scope, clinic, Student("ben"), Purpose.Placement)));
        Assert.Equal(["access.active"], Told(await opportunities.PossibleAsync(Scope, clinic, Student("ben"), Purpose.Placement)));
        Assert.NotEmpty(Seen(await opportunities.PossibleAsync(Scope, clinic, Coordinator, Purpose.Placement)).Options);
    }

    [Fact]
    public async Task A_repetition_is_answered_only_to_whom_may_still_ask()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.OfferedAsync("ana", "clinic");
        var service = _district.Get<ApplicationService>();
        var command = new ApplicationCommand { Key = CommandKey.From("no"), By = Student("ana"), Application = id, Trigger = ApplicationTrigger.DeclineOffer, Reason = ReasonCode.From("no") };
        Must(await service.AdvanceAsync(Scope, command));
        Must(await service.AdvanceAsync(Scope, command));
        _district.Relations = (_, _) => new() { SameTenant = true };
        Assert.Equal(["access.own-record"], Codes(await service.AdvanceAsync(Scope, command)));
    }

    [Fact]
    public async Task Who_ended_a_thing_is_still_told_that_it_was_done_and_is_shown_nothing_more()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.OfferedAsync("ana", "clinic");
        var service = _district.Get<ApplicationService>();
        var command = new ApplicationCommand { Key = CommandKey.From("rescind"), By = Contact, Application = id, Trigger = ApplicationTrigger.RescindOffer, Reason = ReasonCode.From("moved") };
        var first = Assert.IsType<ServiceOutcome<Application>.Done>(await service.AdvanceAsync(Scope, command));
        var again = Assert.IsType<ServiceOutcome<Application>.Done>(await service.AdvanceAsync(Scope, command));
        Assert.Equal((true, AccessView.Nothing, null), (again.WasRepeated, again.View, again.Value));
        Assert.Equal(first.Receipt.Saved.AsEnumerable(), again.Receipt.Saved);
    }

    [Fact]
    public async Task Who_may_not_see_a_thing_learns_neither_its_version_nor_that_its_name_is_taken()
    {
        await _district.PublishAsync("clinic", 1);
        var listing = (await _district.Store.FindAsync(Scope, OpportunityId.From("clinic")))!;
        var outsider = new Actor(ActorId.From("v"), Role.Volunteer);
        var service = _district.Get<OpportunityService>();
        Assert.Equal(["access.role"], Codes(await service.WriteAsync(Scope, _district.Key(), outsider, listing)));
        Assert.Equal(
            ["access.role"],
            Codes(await service.AdvanceAsync(Scope, new() { Key = _district.Key(), By = outsider, Opportunity = listing.Id, Trigger = OpportunityTrigger.Close, ExpectedVersion = 99 })));
    }

    [Fact]
    public async Task A_contact_of_one_partner_cannot_draft_for_another()
    {
        await _district.PublishAsync("clinic", 1);
        var listing = (await _district.Store.FindAsync(Scope, OpportunityId.From("clinic")))! with { Version = 1, State = OpportunityState.Draft };
        _district.Sites = _ => PartnerId.From("hospital");
        OpportunityListing For(string partner) => listing with { Offer = listing.Offer with { Id = OpportunityId.From($"new-{partner}"), Partner = PartnerId.From(partner) } };
        var service = _district.Get<OpportunityService>();
        Assert.Equal(["access.site"], Codes(await service.WriteAsync(Scope, _district.Key(), Contact, For("bakery"))));
        Assert.Null(await _district.Store.FindAsync(Scope, OpportunityId.From("new-bakery")));
        Must(await service.WriteAsync(Scope, _district.Key(), Contact, For("hospital")));
        Must(await service.WriteAsync(Scope, _district.Key(), Coordinator, For("bakery")));
    }

    /// <summary>An active placement with a visit and two incidents, one of them the supervisor's.</summary>
    private async Task<PlacementId> CarryingAsync()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.ActiveAsync("ana", "clinic");
        Must(await _district.WorkAsync(id, RecordVisit, Coordinator, new PlacementEntry.VisitMade(new(VisitId.From("v1"), Fall.Start, Coordinator.Id, false, Secret))));
        foreach (var (name, by) in new[] { ("i-own", Supervisor), ("i-school", Coordinator) })
        {
            Assert.IsType<ServiceOutcome<Placement>.Done>(await _district.WorkAsync(
                id, ReportIncident, by, new PlacementEntry.IncidentReported(new() { Id = IncidentId.From(name), On = Fall.Start, Severity = IncidentSeverity.Low, ReportedBy = by, Account = Secret })));
        }

        return PlacementId.From(id);
    }
}
