using System.Text.Json;
using static Pathways.Placements.PlacementTrigger;
using static Pathways.Placements.Tests.Services.District;

namespace Pathways.Placements.Tests.Services;

public sealed class PlacementServiceTests : IDisposable
{
    private readonly District _district = new();

    public void Dispose() => _district.Dispose();

    [Fact]
    public async Task A_clearance_lists_everything_that_is_missing_and_passes_once_it_is_there()
    {
        await _district.PublishAsync("clinic", 1);
        Must(await _district.ApplyAsync(await _district.OfferedAsync("ana", "clinic"), ApplicationTrigger.AcceptOffer, Student("ana")));
        _district.Known = _district.Known with { Work = null };
        Assert.Equal(
            [
                "placement.documents-accepted", "placement.outcomes-signed", "placement.schedule-lawful", "placement.hazards-cleared", "placement.safety-orientation", "placement.transport-plan",
                "placement.supervisor-independent", "placement.pay-settled",
            ],
            Codes(await _district.WorkAsync("ana-clinic", ClearToStart, Coordinator)).Order(StringComparer.Ordinal).OrderBy(Place));
        _district.Known = _district.Known with { Work = WorkVerdict.Clear };
        await _district.PublishAsync("lab", 1);
        Assert.Equal("ben-lab", await _district.ActiveAsync("ben", "lab"));

        static int Place(string code) => Array.IndexOf(
            [
                "placement.documents-accepted", "placement.outcomes-signed", "placement.schedule-lawful", "placement.hazards-cleared", "placement.safety-orientation", "placement.transport-plan",
                "placement.supervisor-independent", "placement.pay-settled",
            ], code);
    }

    [Fact]
    public async Task A_grave_incident_pauses_the_work_at_once_until_it_is_settled()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.ActiveAsync("ana", "clinic");
        var incident = new Incident { Id = IncidentId.From("i1"), On = Fall.Start, Severity = IncidentSeverity.High, ReportedBy = Student("ana") };
        var paused = Must(await _district.WorkAsync(id, ReportIncident, Student("ana"), new PlacementEntry.IncidentReported(incident)));
        Assert.Equal(PlacementState.Paused, paused.State);
        var line = (await _district.Store.HistoryAsync(Scope, paused.Subject))[^1];
        Assert.Equal(("Pause", Role.System, PlacementFollowUp.GraveIncident, "placement.platform"), (line.Trigger, line.By.Role, line.Reason!.Value, line.Rule));
        Assert.Contains("placement.clearance-valid", Codes(await _district.WorkAsync(id, Resume, Coordinator, reason: "settled")));
        Must(await _district.WorkAsync(id, SettleIncident, Coordinator, new PlacementEntry.IncidentSettled(incident.Id, Fall.Start, Note.From("Wet floor marked"))));
        Assert.Equal(PlacementState.Active, Must(await _district.WorkAsync(id, Resume, Coordinator, reason: "settled")).State);
    }

    [Fact]
    public async Task A_document_that_runs_out_or_is_taken_back_stops_the_work()
    {
        await _district.PublishAsync("clinic", 2);
        var id = await _district.ActiveAsync("ana", "clinic");
        var document = (await _district.Store.ListAsync(Scope, new DocumentQuery { Placement = PlacementId.From(id) })).Items[0];
        var guardian = new Actor(ActorId.From("gil"), Role.Guardian);
        Must(await _district.Get<DocumentService>().AdvanceAsync(
            Scope, new() { Key = _district.Key(), By = guardian, Document = document.Id, Trigger = DocumentTrigger.Revoke, Reason = ReasonCode.From("changed-my-mind") }));
        var paused = (await _district.Store.FindAsync(Scope, PlacementId.From(id)))!;
        Assert.Equal((PlacementState.Paused, PlacementFollowUp.DocumentExpired), (paused.State, (await _district.Store.HistoryAsync(Scope, paused.Subject))[^1].Reason!.Value));
    }

    [Fact]
    public async Task The_clock_expires_documents_and_pauses_their_placements()
    {
        await _district.PublishAsync("clinic", 2);
        _district.Rules = _district.Rules with { Programs = [_district.Rules.Programs[0] with { Documents = [Permit with { ValidDays = 200, WarningDays = 10 }] }] };
        var id = await _district.ActiveAsync("ana", "clinic");
        var document = (await _district.Store.ListAsync(Scope, new DocumentQuery { Placement = PlacementId.From(id) })).Items[0];
        Assert.Equal(new LocalDate(2027, 3, 19), document.LastDay); // 200 days from 1 September 2026
        Assert.Equal(default, await _district.Get<ClockService>().SweepAsync(Scope));
        _district.Clock.Set(Instant.FromUtc(2027, 3, 9, 12, 0));
        Assert.Equal(1, (await _district.Get<ClockService>().SweepAsync(Scope)).DocumentsMoved);
        Assert.Equal(PlacementState.Active, (await _district.Store.FindAsync(Scope, PlacementId.From(id)))!.State);
        _district.Clock.Set(Instant.FromUtc(2027, 3, 20, 0, 0));
        var sweep = await _district.Get<ClockService>().SweepAsync(Scope);
        Assert.Equal((1, 1), (sweep.DocumentsMoved, sweep.PlacementsMoved));
        Assert.Equal(PlacementState.Paused, (await _district.Store.FindAsync(Scope, PlacementId.From(id)))!.State);
        Assert.Equal(default, await _district.Get<ClockService>().SweepAsync(Scope));
    }

    [Fact]
    public async Task The_clock_marks_opportunities_full_and_open_again_and_closes_them_with_their_season()
    {
        var season = SeasonId.From("fall");
        await _district.PublishAsync("clinic", 1);
        var listing = (await _district.Store.FindAsync(Scope, OpportunityId.From("clinic")))!;
        await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(listing with { Season = season, Version = listing.Version + 1 })] });
        var id = await _district.OfferedAsync("ana", "clinic");
        Assert.Equal((1, OpportunityState.Full), await SweptAsync());
        Must(await _district.ApplyAsync(id, ApplicationTrigger.DeclineOffer, Student("ana"), ReasonCode.From("no")));
        Assert.Equal((1, OpportunityState.Published), await SweptAsync());
        _district.Rules = _district.Rules with { Seasons = _district.Rules.Seasons.Add(season, new(new(2026, 1, 1), new(2026, 8, 31))) };
        Assert.Equal((1, OpportunityState.Closed), await SweptAsync());

        async Task<(int, OpportunityState)> SweptAsync() =>
            ((await _district.Get<ClockService>().SweepAsync(Scope)).OpportunitiesMoved, (await _district.Store.FindAsync(Scope, OpportunityId.From("clinic")))!.State);
    }

    [Fact]
    public async Task Staff_and_students_bring_placements_without_an_application_and_they_take_a_seat()
    {
        await _district.PublishAsync("clinic", 1);
        var service = _district.Get<PlacementService>();
        var command = new ArrangeCommand
        {
            Key = _district.Key(), By = Coordinator, Placement = PlacementId.From("p1"), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("clinic"), Origin = PlacementOrigin.StudentSourced,
        };
        var placement = Must(await service.ArrangeAsync(Scope, command));
        Assert.Equal((PlacementOrigin.StudentSourced, Supervisor.Id, Fall), (placement.Origin, placement.Supervisor!.Value, placement.Dates));
        Assert.Single((await _district.Store.ListAsync(Scope, new DocumentQuery { Placement = placement.Id })).Items);
        Assert.Equal(["command.no-seat-left"], Codes(await service.ArrangeAsync(Scope, command with { Key = _district.Key(), Placement = PlacementId.From("p2"), Student = StudentId.From("ben") })));
        await _district.PublishAsync("lab", 1);
        Assert.Equal(
            ["command.overlap"],
            Codes(await service.ArrangeAsync(Scope, command with { Key = _district.Key(), Placement = PlacementId.From("p3"), Opportunity = OpportunityId.From("lab") })));
        Must(await _district.WorkAsync("p1", Cancel, Coordinator, reason: "moved-away"));
        Assert.Equal(1, (await _district.Store.CountSeatsAsync(Scope, OpportunityId.From("clinic"))).Free);
    }

    [Fact]
    public async Task A_group_gets_placements_for_all_or_for_none()
    {
        var visit = PlacementProgramId.From("visit");
        _district.Rules = _district.Rules with { Programs = _district.Rules.Programs.Add(new() { Id = visit, Kind = PlacementKind.SiteVisit, IsExclusive = false, MaximumDays = 1 }) };
        await _district.PublishAsync("plant", 2, visit);
        var service = _district.Get<PlacementService>();
        var command = new GroupCommand
        {
            Key = _district.Key(), By = Coordinator, Group = ExperienceGroupId.From("class-9a"), Opportunity = OpportunityId.From("plant"), Dates = new(Fall.Start, Fall.Start),
            Members = [.. new[] { "ana", "ben", "cy" }.Select(id => (StudentId.From(id), PlacementId.From($"visit-{id}")))],
        };
        Assert.Equal(["group.seats"], Codes(await service.ArrangeGroupAsync(Scope, command)));
        Assert.Empty((await _district.Store.ListAsync(Scope, new PlacementQuery())).Items);
        Must(await service.ArrangeGroupAsync(Scope, command with { Members = [.. command.Members.Take(2)] }));
        Assert.Equal(["visit-ana", "visit-ben"], (await _district.Store.ListAsync(Scope, new PlacementQuery { Group = command.Group })).Items.Select(placement => placement.Id.Value));
        Assert.Equal(2, (await _district.Store.CountSeatsAsync(Scope, command.Opportunity)).Filled);
    }

    [Fact]
    public async Task Hours_go_from_the_student_to_the_supervisor_to_the_coordinator_and_are_corrected_in_pairs()
    {
        await _district.PublishAsync("clinic", 1);
        var placement = PlacementId.From(await _district.ActiveAsync("ana", "clinic"));
        var service = _district.Get<HoursService>();
        var id = HoursEntryId.From("h1");
        Must(await service.DraftAsync(Scope, _district.Key(), Student("ana"), id, placement, new(Fall.Start, 900, 1020)));
        Must(await MoveAsync(HoursEntryTrigger.Submit, Student("ana")));
        Must(await MoveAsync(HoursEntryTrigger.Confirm, Supervisor));
        Must(await MoveAsync(HoursEntryTrigger.Approve, Coordinator));
        var late = HoursEntryId.From("h2");
        Must(await service.DraftAsync(Scope, _district.Key(), Student("ana"), late, placement, new(Fall.Start, 1000, 1060)));
        Assert.Equal(["hours-entry.no-overlap"], Codes(await service.AdvanceAsync(Scope, new() { Key = _district.Key(), By = Student("ana"), Entry = late, Trigger = HoursEntryTrigger.Submit })));
        var corrected = Must(await service.AdvanceAsync(Scope, new()
        {
            Key = _district.Key(), By = Coordinator, Entry = id, Trigger = HoursEntryTrigger.Correct, Reason = ReasonCode.From("typing-error"), Worked = new(Fall.Start, 900, 960), Replacement = HoursEntryId.From("h3"),
        }));
        Assert.Equal(HoursEntryState.Voided, corrected.State);
        Assert.Equal((HoursEntryState.Draft, id, 60), await _district.Store.FindAsync(Scope, HoursEntryId.From("h3")) is { } written ? (written.State, written.Replaces!.Value, written.Minutes) : default);

        ValueTask<ServiceOutcome<HoursEntry>> MoveAsync(HoursEntryTrigger trigger, Actor by) => service.AdvanceAsync(Scope, new() { Key = _district.Key(), By = by, Entry = id, Trigger = trigger });
    }

    [Fact]
    public async Task Hours_within_a_pause_are_not_taken()
    {
        await _district.PublishAsync("clinic", 1);
        var placement = await _district.ActiveAsync("ana", "clinic");
        Must(await _district.WorkAsync(placement, Pause, Coordinator, reason: "ill"));
        _district.Clock.Advance(Duration.FromDays(3));
        Must(await _district.WorkAsync(placement, Resume, Coordinator, reason: "well"));
        var service = _district.Get<HoursService>();
        foreach (var (day, isTaken) in new[] { (0, true), (1, false), (2, false), (3, true) })
        {
            var id = HoursEntryId.From($"h{day}");
            Must(await service.DraftAsync(Scope, _district.Key(), Student("ana"), id, PlacementId.From(placement), new(Fall.Start.PlusDays(day), 900, 960)));
            var outcome = await service.AdvanceAsync(Scope, new() { Key = _district.Key(), By = Student("ana"), Entry = id, Trigger = HoursEntryTrigger.Submit });
            Assert.Equal(isTaken, outcome is ServiceOutcome<HoursEntry>.Done);
            Assert.True(isTaken || Codes(outcome).SequenceEqual(["hours-entry.within-placement"]));
        }
    }

    [Fact]
    public async Task New_hours_are_judged_before_they_are_agreed()
    {
        await _district.PublishAsync("clinic", 1);
        var id = await _district.ActiveAsync("ana", "clinic");
        _district.Judge = question => Verdict(question.Work.Schedule!.Stretches.Any(stretch => stretch.EndMinute > 19 * 60));
        var late = new PlacementEntry.PeriodsAgreed([new(Fall, WeeklyHours.Parse("Mon-Fri 15:00-22:00"))]);
        Assert.Contains("placement.schedule-lawful", Codes(await _district.WorkAsync(id, AgreePeriods, Coordinator, late)));
        Must(await _district.WorkAsync(id, AgreePeriods, Coordinator, new PlacementEntry.PeriodsAgreed([new(Fall, WeeklyHours.Parse("Mon-Fri 15:00-17:00"))])));

        // And what became unlawful is cured by hours that are not.
        _district.Judge = question => Verdict(question.Work.Schedule!.Stretches.Any(stretch => stretch.EndMinute > 16 * 60));
        Must(await _district.WorkAsync(id, AgreePeriods, Coordinator, new PlacementEntry.PeriodsAgreed([new(Fall, WeeklyHours.Parse("Mon-Fri 15:00-16:00"))])));
    }

    [Fact]
    public async Task Hours_add_up_over_stretches_and_over_placements()
    {
        await _district.PublishAsync("clinic", 1);
        await _district.PublishAsync("shop", 1);
        _district.Rules = _district.Rules with { Programs = _district.Rules.Programs.Add(new() { Id = PlacementProgramId.From("own-job"), Kind = PlacementKind.OwnJob, IsExclusive = false }) };
        await _district.PublishAsync("store", 1, PlacementProgramId.From("own-job"));
        Must(await _district.Get<PlacementService>().ArrangeAsync(Scope, new()
        {
            Key = _district.Key(), By = Coordinator, Placement = PlacementId.From("job"), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("store"), Origin = PlacementOrigin.StudentSourced,
        }));
        var id = await _district.ActiveAsync("ana", "clinic");
        _district.Judge = question => Verdict(question.Others.Add(question.Work).Sum(work => work.Schedule!.MinutesPerWeek) > 18 * 60);
        var both = new PlacementEntry.PeriodsAgreed([new(Fall, WeeklyHours.Parse("Mon-Tue 15:00-18:00")), new(Fall, WeeklyHours.Parse("Wed-Thu 15:00-18:00"))]);
        Assert.Contains("placement.schedule-lawful", Codes(await _district.WorkAsync(id, AgreePeriods, Coordinator, both))); // 12 hours, and 8 in the job
        Assert.Equal(["clinic", "store"], _district.Asked!.Others.Select(work => work.Id.Value));
        Assert.Equal(WorkStage.Working, _district.Asked.Stage);
        Must(await _district.WorkAsync("job", Cancel, Coordinator, reason: "gave-notice"));
        Must(await _district.WorkAsync(id, AgreePeriods, Coordinator, both));
    }

    [Fact]
    public async Task Where_it_cannot_be_said_which_documents_are_needed_nothing_is_cleared()
    {
        await _district.PublishAsync("clinic", 1);
        var (birth, application) = (_district.Known.Birth, await _district.OfferedAsync("ana", "clinic"));
        _district.Known = _district.Known with { Birth = null };
        Must(await _district.ApplyAsync(application, ApplicationTrigger.AcceptOffer, Student("ana")));
        Assert.Empty((await _district.Store.ListAsync(Scope, new DocumentQuery())).Items);
        Assert.Contains("placement.documents-accepted", Codes(await _district.WorkAsync("ana-clinic", ClearToStart, Coordinator)));

        // Once it can, what is needed stands in the way until it is there, and the next step puts it on the list.
        _district.Known = _district.Known with { Birth = birth };
        Assert.Contains("placement.documents-accepted", Codes(await _district.WorkAsync("ana-clinic", ClearToStart, Coordinator)));
        Must(await _district.WorkAsync("ana-clinic", PlanTransport, Coordinator, new PlacementEntry.TransportSettled(new(ReasonCode.From("bus")))));
        Assert.Equal(["ana-clinic/permit"], (await _district.Store.ListAsync(Scope, new DocumentQuery())).Items.Select(document => document.Id.Value));
    }

    [Fact]
    public async Task Pay_that_is_agreed_later_brings_the_documents_that_paid_work_needs()
    {
        _district.Rules = _district.Rules with { Programs = [_district.Rules.Programs[0] with { Documents = [Permit, Permit with { Kind = DocumentKindId.From("work-permit"), IfPaid = true }] }] };
        await _district.PublishAsync("clinic", 1);
        var listing = (await _district.Store.FindAsync(Scope, OpportunityId.From("clinic")))!;
        await _district.Store.CommitAsync(Scope, new() { Changes = [StoredChange.To(listing with { Offer = listing.Offer with { IsPaid = false }, Version = listing.Version + 1 })] });
        Must(await _district.ApplyAsync(await _district.OfferedAsync("ana", "clinic"), ApplicationTrigger.AcceptOffer, Student("ana")));
        Assert.Equal(["permit"], await KindsAsync());
        Must(await _district.WorkAsync("ana-clinic", AgreePay, Coordinator, new PlacementEntry.PayAgreed(new(PayKind.Wage, 15m))));
        Assert.Equal(["permit", "work-permit"], await KindsAsync());

        async Task<IEnumerable<string>> KindsAsync() => (await _district.Store.ListAsync(Scope, new DocumentQuery())).Items.Select(document => document.Requirement.Kind.Value);
    }

    [Fact]
    public async Task Nobody_is_placed_at_an_opportunity_that_is_not_open()
    {
        await _district.PublishAsync("clinic", 1);
        Must(await _district.Get<OpportunityService>().AdvanceAsync(
            Scope, new() { Key = _district.Key(), By = Coordinator, Opportunity = OpportunityId.From("clinic"), Trigger = OpportunityTrigger.Suspend, Reason = ReasonCode.From("accident") }));
        Assert.Equal(["command.not-open"], Codes(await _district.Get<PlacementService>().ArrangeAsync(
            Scope, new() { Key = _district.Key(), By = Coordinator, Placement = PlacementId.From("p1"), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("clinic") })));
    }

    [Fact]
    public async Task One_fault_does_not_keep_the_clock_from_stopping_other_work()
    {
        await _district.PublishAsync("clinic", 2);
        _district.Rules = _district.Rules with { Programs = [_district.Rules.Programs[0] with { Documents = [Permit with { ValidDays = 200 }] }] };
        var id = await _district.ActiveAsync("ben", "clinic");
        Must(await _district.Get<PlacementService>().ArrangeAsync(
            Scope, new() { Key = _district.Key(), By = Coordinator, Placement = PlacementId.From("a-first"), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("clinic") }));
        _district.Judge = question => question.Stage == WorkStage.Clearing ? throw new InvalidOperationException("The host has lost its records.") : WorkVerdict.Clear;
        _district.Clock.Set(Instant.FromUtc(2027, 6, 1, 12, 0));
        var faults = await Assert.ThrowsAsync<AggregateException>(() => _district.Get<ClockService>().SweepAsync(Scope).AsTask());
        Assert.IsType<InvalidOperationException>(Assert.Single(faults.InnerExceptions));
        Assert.Equal(PlacementState.Paused, (await _district.Store.FindAsync(Scope, PlacementId.From(id)))!.State);
    }

    [Fact]
    public void Days_before_the_start_in_a_pause_and_after_the_end_are_no_days_of_work()
    {
        AuditLine[] history =
        [
            Line("Start", "ReadyToStart", "Active", 14), Line("Undo", "Active", "ReadyToStart", 14), Line("Start", "ReadyToStart", "Active", 16), Line("RecordVisit", "Active", "Active", 17),
            Line("Pause", "Active", "Paused", 18), Line("Resume", "Paused", "Active", 22), Line("FinishWork", "Active", "WorkComplete", 25),
        ];
        var away = HoursGathering.NotAtWork([.. history], DateTimeZone.Utc);
        Assert.Equal(
            [16, 17, 18, 22, 23, 24, 25], Enumerable.Range(1, 30).Where(day => !away.Any(days => days.Contains(new LocalDate(2026, 9, day)))));
        Assert.Single(HoursGathering.NotAtWork([], DateTimeZone.Utc));

        static AuditLine Line(string trigger, string from, string to, int day) => new("placement/p", 1, trigger, from, to, Coordinator, Instant.FromUtc(2026, 9, day, 12, 0));
    }

    private static WorkVerdict Verdict(bool isBroken) => isBroken
        ? new([new()
        {
            Code = "work.us.hours", Jurisdiction = "US", Citation = "29 CFR", Sentence = "Too long.", Severity = WorkSeverity.Block, When = Fall, Cure = new(WorkCureKind.ShortenDay, "Work less."),
        }])
        : WorkVerdict.Clear;

    /// <summary>Two requests under one key that differ only in a note are two requests; so every kind of entry must be in what they are compared by.</summary>
    [Fact]
    public void Every_kind_of_entry_is_written_and_read_back_the_same()
    {
        var written = Enum.GetValues<PlacementTrigger>().Select(Placements.Given.Entry).OfType<PlacementEntry>().DistinctBy(entry => entry.GetType()).ToDictionary(entry => entry.GetType());
        foreach (var kind in typeof(PlacementEntry).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(PlacementEntry))))
        {
            Assert.True(written.ContainsKey(kind), $"{kind.Name} has no example");
            var json = JsonSerializer.Serialize(written[kind], EntryJson.Default.PlacementEntry);
            var again = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, EntryJson.Default.PlacementEntry)!, EntryJson.Default.PlacementEntry);
            Assert.Equal(json, again);
            Assert.DoesNotContain("redacted", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_note_that_differs_makes_another_request()
    {
        await _district.PublishAsync("clinic", 1);
        var placement = PlacementId.From(await _district.ActiveAsync("ana", "clinic"));
        var service = _district.Get<PlacementService>();
        var visit = new Visit(VisitId.From("v1"), Fall.Start, Coordinator.Id, Observation: Note.From("Fine"));
        var command = new PlacementCommand { Key = CommandKey.From("visit"), By = Coordinator, Placement = placement, Trigger = RecordVisit, Entry = new PlacementEntry.VisitMade(visit) };
        Must(await service.AdvanceAsync(Scope, command));
        Assert.True(Assert.IsType<ServiceOutcome<Placement>.Done>(await service.AdvanceAsync(Scope, command)).WasRepeated);
        var other = command with { Entry = new PlacementEntry.VisitMade(visit with { Observation = Note.From("Not fine") }) };
        Assert.Equal(["command.key-reused"], Codes(await service.AdvanceAsync(Scope, other)));
        Assert.Single((await _district.Store.FindAsync(Scope, placement))!.Record.Visits);
    }
}
