using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements.Tests.Placements;

/// <summary>What is recorded with a trigger (S32 to S36): the right entry, right in itself, and then in the record.</summary>
public class PlacementEntryTests
{
    private static readonly PlacementFacts Unknown = new() { Today = Given.Today };
    private static readonly Note Other = Note.From("Other words.");

    /// <summary>What changes the state may come without an entry; what merely records must say what.</summary>
    [Fact]
    public void Each_entry_goes_with_its_triggers_and_with_no_other()
    {
        PlacementTrigger[] optional = [BaselineReview, MidReview, RecordPresentation, RecordDebrief, Terminate];
        var entries = Enum.GetValues<PlacementTrigger>().Select(Given.Entry).OfType<PlacementEntry>().DistinctBy(entry => entry.GetType()).ToList();
        Assert.Equal(typeof(PlacementEntry).GetNestedTypes().Length, entries.Count);
        foreach (var trigger in Enum.GetValues<PlacementTrigger>())
        {
            var own = trigger == MidReview ? Given.Entry(BaselineReview) : Given.Entry(trigger);
            Assert.Equal(own is null || optional.Contains(trigger), Accepts(trigger, null));
            Assert.All(entries, entry => Assert.Equal(entry.GetType() == own?.GetType(), Accepts(trigger, entry)));
        }
    }

    [Fact]
    public void An_entry_that_does_not_go_with_its_trigger_is_the_callers_fault()
    {
        Assert.Throws<ArgumentException>(() => Advance(Given.Bare, RecordVisit, null));
        Assert.Throws<ArgumentException>(() => Advance(Given.Bare, RecordVisit, Given.Entry(RecordThanks)));
        Assert.Throws<ArgumentException>(() => Advance(Given.Bare, Evaluate, new PlacementEntry.FormMoved(new(EvaluationFormId.From("f-1"), EvaluationFormTrigger.Submit)), Given.Carrying));
    }

    [Fact]
    public void What_was_recorded_is_in_the_record()
    {
        var record = Changed(Active(RecordVisit), RecordVisit, Given.Entry(RecordVisit)!).Record;
        Assert.Equal(VisitId.From("v-1"), Assert.Single(record.Visits).Id);
        Assert.Equal(16.5m, Changed(Given.Carrying, AgreePay, Given.Entry(AgreePay)!).Record.Pay!.Amount);
        Assert.Equal(Given.Me, Changed(Given.Carrying, AssignCoordinator, Given.Entry(AssignCoordinator)!).Coordinator);
        Assert.Equal(EvaluationFormState.Submitted, Changed(Active(Evaluate), Evaluate, Given.Submitted("f-1"), Role.Student).Record.Evaluations[0].State);
    }

    /// <summary>Whoever reports an incident does not settle it with the report.</summary>
    [Fact]
    public void An_incident_is_open_until_a_coordinator_settles_it()
    {
        var reported = new Incident { Id = IncidentId.From("i-7"), On = Given.Today, Severity = IncidentSeverity.High, ReportedBy = Given.By(Role.Coordinator), SettledOn = Given.Today };
        var open = Changed(Active(ReportIncident), ReportIncident, new PlacementEntry.IncidentReported(reported), Role.Student);
        Assert.Equal((null, Role.Student), (open.Record.Incidents[^1].SettledOn, open.Record.Incidents[^1].ReportedBy.Role));
        var settled = Changed(open, SettleIncident, new PlacementEntry.IncidentSettled(reported.Id, Given.Today, Given.Words));
        Assert.Equal(Given.Today, settled.Record.Incidents[^1].SettledOn);
        Assert.Equal(["placement.incident-settled"], Codes(settled, SettleIncident, new PlacementEntry.IncidentSettled(reported.Id, Given.Today)));
    }

    [Fact]
    public void Other_words_are_another_wording_that_nobody_signed()
    {
        var signed = new[] { Role.Student, Role.Supervisor, Role.Coordinator }.Aggregate(Given.Carrying, (placement, role) =>
            Changed(placement, SignOutcome, new PlacementEntry.OutcomeSigned(OutcomeId.From("o-1"), 1), role));
        Assert.Equal(3, signed.Record.Outcomes[0].Signatures.Length);
        Assert.Equal(["placement.already-signed"], Codes(signed, SignOutcome, new PlacementEntry.OutcomeSigned(OutcomeId.From("o-1"), 1)));

        var reworded = Changed(signed, AgreeOutcome, new PlacementEntry.OutcomeAgreed(OutcomeId.From("o-1"), Other));
        Assert.Equal((2, 0), (reworded.Record.Outcomes[0].Wording, reworded.Record.Outcomes[0].Signatures.Length));
        Assert.Equal(["placement.wording-changed"], Codes(reworded, SignOutcome, new PlacementEntry.OutcomeSigned(OutcomeId.From("o-1"), 1)));
    }

    /// <summary>During the work an outcome changes with the consent of all three and not otherwise.</summary>
    [Fact]
    public void A_change_during_the_work_needs_three_consents()
    {
        Role[] all = [Role.Student, Role.Supervisor, Role.Coordinator];
        foreach (var left in all)
        {
            var revised = new PlacementEntry.OutcomeRevised(OutcomeId.From("o-1"), Other, Given.Signed(Given.Now, [.. all.Where(role => role != left)]));
            Assert.Equal(["placement.outcome-change-agreed"], Codes(Active(ReviseOutcome), ReviseOutcome, revised));
        }

        var changed = Changed(Active(ReviseOutcome), ReviseOutcome, new PlacementEntry.OutcomeRevised(OutcomeId.From("o-1"), Other, Given.Signed(Given.Now, all)));
        Assert.Equal((2, 3), (changed.Record.Outcomes[0].Wording, changed.Record.Outcomes[0].Signatures.Length));
        Assert.Equal(["placement.entry-day"], Codes(Active(ReviseOutcome), ReviseOutcome, new PlacementEntry.OutcomeRevised(OutcomeId.From("o-1"), Other, Given.Signed(Given.Now.PlusTicks(1), all))));
    }

    [Fact]
    public void The_check_of_one_supervisor_is_void_for_the_next()
    {
        var check = new SupervisorCheck(Given.Supervisor, Given.Me, Given.Today);
        var @checked = Changed(Given.Carrying, CheckSupervisor, new PlacementEntry.SupervisorChecked(check));
        Assert.Equal(check, @checked.Record.SupervisorCheck);
        Assert.Null(Changed(@checked, ChangeSupervisor, new PlacementEntry.SupervisorNamed(Given.Me)).Record.SupervisorCheck);

        // During the work the next one is checked before.
        var working = @checked with { State = PlacementState.Active };
        Assert.Equal(["placement.supervisor-independent"], Codes(working, ChangeSupervisor, new PlacementEntry.SupervisorNamed(Given.Me)));
        Assert.Equal(
            ["placement.supervisor-independent", "placement.check-supervisor"],
            Codes(working, ChangeSupervisor, new PlacementEntry.SupervisorNamed(ActorId.From("u-3"), check)));
    }

    /// <summary>A check is the word of the coordinator who records it, in whatever command it comes.</summary>
    [Theory]
    [InlineData(Role.Coordinator, "u1", true)]
    [InlineData(Role.Coordinator, "u-7", false)]
    [InlineData(Role.PartnerContact, "u1", false)]
    [InlineData(Role.PartnerContact, "u-7", false)]
    public void A_check_counts_only_in_the_name_of_the_coordinator_who_acts(Role role, string by, bool counts)
    {
        var (next, maker) = (ActorId.From("u-9"), ActorId.From(by));
        var checks = PlacementDecisions.Advance(Given.Carrying, CheckSupervisor, Unknown, Given.By(role), Given.Now, null, new PlacementEntry.SupervisorChecked(new(Given.Supervisor, maker, Given.Today)));
        var names = PlacementDecisions.Advance(Given.Carrying, ChangeSupervisor, Unknown, Given.By(role), Given.Now, null, new PlacementEntry.SupervisorNamed(next, new(next, maker, Given.Today)));
        Assert.Equal((counts, counts), (checks is Decision<Placement>.Changed, names is Decision<Placement>.Changed));
        Assert.Equal(counts ? [] : ["placement.check-own-word"], names is Decision<Placement>.Refused { Reasons: var reasons } ? reasons.Select(reason => reason.Code) : []);
    }

    [Fact]
    public void A_partner_names_a_supervisor_before_the_work_and_a_coordinator_during_it()
    {
        var named = new PlacementEntry.SupervisorNamed(ActorId.From("u-9"));
        Assert.Equal(ActorId.From("u-9"), Changed(Given.Carrying, ChangeSupervisor, named, Role.PartnerContact).Supervisor);
        Assert.Equal(
            ["placement.role", "placement.supervisor-independent"],
            Codes(Given.Carrying with { State = PlacementState.Active }, ChangeSupervisor, named, Role.PartnerContact));
    }

    /// <summary>An entry without a check does not make a check missing that the program does without.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_supervisor_needs_a_check_where_the_program_asks_for_one(bool isAsked)
    {
        var active = Given.Carrying with { State = PlacementState.Active };
        var program = new PlacementProgram { Id = PlacementProgramId.From("x"), Kind = PlacementKind.Internship, NeedsSupervisorCheck = isAsked };
        var facts = new PlacementSituation { Placement = active, Today = Given.Today, Program = program }.Facts();
        var decision = PlacementDecisions.Advance(active, ChangeSupervisor, facts, Given.By(Role.Coordinator), Given.Now, null, new PlacementEntry.SupervisorNamed(ActorId.From("u-9")));
        Assert.Equal(isAsked, decision is Decision<Placement>.Refused { Reasons: [{ Code: "placement.supervisor-independent" }] });
    }

    [Fact]
    public void A_step_that_is_taken_back_takes_what_it_recorded_with_it()
    {
        var presented = Changed(Given.Carrying with { State = PlacementState.WorkComplete }, RecordPresentation, Given.Entry(RecordPresentation)!, Role.Teacher);
        Assert.Equal((PlacementState.Presented, true), (presented.State, presented.Record.Presentation is not null));
        var back = PlacementDecisions.Advance(presented, Undo, Unknown with { UndoPermitted = true }, Given.By(Role.Coordinator), Given.Now, ReasonCode.From("mistake"));
        Assert.Null(Assert.IsType<Decision<Placement>.Changed>(back).Value.Record.Presentation);
    }

    /// <summary>Every fault at once, after everything that the row itself asks for.</summary>
    [Fact]
    public void A_refusal_lists_the_row_and_everything_wrong_with_the_entry() =>
        Assert.Equal(
            ["placement.role", "placement.entry-twice", "placement.entry-day"],
            Codes(
                Active(ReportIncident), ReportIncident,
                new PlacementEntry.IncidentReported(new() { Id = IncidentId.From("i-1"), On = Given.Today.PlusDays(1), Severity = IncidentSeverity.Low, ReportedBy = Given.By(Role.Student) }), Role.Researcher));

    [Fact]
    public void What_means_nothing_in_a_state_is_refused_for_that_alone() =>
        Assert.Equal(["placement.not-possible"], Codes(Given.Bare, RecordVisit, new PlacementEntry.VisitMade(new(VisitId.From("v"), Given.Today.PlusDays(1), Given.Me))));

    public static TheoryData<PlacementTrigger, string, string> Faulty => new()
    {
        { RecordVisit, "placement.entry-day", "visit of tomorrow" }, { RecordVisit, "", "visit of today" },
        { SettleIncident, "placement.entry-unknown", "another incident" }, { SettleIncident, "placement.entry-order", "settled before it happened" },
        { SignOutcome, "placement.entry-unknown", "another outcome" }, { SignOutcome, "placement.signer", "another supervisor" },
        { MarkOutcome, "placement.outcome-note", "not delivered without a note" }, { MarkOutcome, "", "not delivered with a note" },
        { AgreePeriods, "placement.periods-missing", "no period" }, { AgreePeriods, "placement.period-dates", "a day too long" },
        { AgreePeriods, "placement.period-overlap", "two at once" }, { AgreePeriods, "", "one after the other" }, { AgreePeriods, "", "two on other days" },
        { AgreePay, "placement.pay-amount", "wage of nothing" }, { AgreePay, "placement.pay-amount", "unpaid with an amount" },
        { AgreePay, "placement.pay-currency", "small letters" }, { AgreePay, "placement.pay-assessment", "wage with an assessment" },
        { CheckSupervisor, "placement.check-supervisor", "check of another" }, { CheckSupervisor, "placement.check-own-word", "own word" },
        { ChangeSupervisor, "placement.supervisor-same", "the same" },
        { PlanEvaluation, "placement.form-days", "due before it opens" }, { PlanEvaluation, "placement.entry-twice", "form that is there" },
        { PlanEvaluation, "placement.form-replaces", "replaces an open one" },
        { BaselineReview, "placement.form-kind", "form of the student" }, { Evaluate, "placement.entry-unknown", "another form" }, { Evaluate, "evaluation.evaluator", "somebody else" },
        { PostCredit, "placement.credit-amount", "nothing at all" },
        { Terminate, "placement.termination-last-day", "at once and tomorrow" }, { Terminate, "placement.termination-last-day", "notice for today" },
        { Terminate, "placement.termination-notice", "after the end" }, { Terminate, "placement.termination-notice", "notice for tomorrow" },
        { GiveNotice, "placement.termination-last-day", "after the end" }, { GiveNotice, "placement.termination-last-day", "notice for yesterday" },
        { GiveNotice, "placement.termination-notice", "at once and tomorrow" }, { GiveNotice, "", "notice for today" }, { GiveNotice, "", "notice for tomorrow" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_is_wrong_with_an_entry_has_a_code(PlacementTrigger trigger, string code, string what)
    {
        var (tomorrow, dates, me) = (Given.Today.PlusDays(1), Given.Bare.Dates, Given.Me);
        var (outcome, role) = (OutcomeId.From("o-1"), PlacementLifecycle.Table.Transitions.First(row => row.Trigger == trigger).Roles[0]);
        var assessment = new UnpaidAssessment(ImmutableDictionary<UnpaidFactor, FactorFinding>.Empty, true, me, Given.Today);
        PlacementEntry entry = what switch
        {
            "visit of tomorrow" => new PlacementEntry.VisitMade(new(VisitId.From("v"), tomorrow, me)),
            "visit of today" => new PlacementEntry.VisitMade(new(VisitId.From("v"), Given.Today, me)),
            "another incident" => new PlacementEntry.IncidentSettled(IncidentId.From("i-8"), Given.Today),
            "settled before it happened" => new PlacementEntry.IncidentSettled(IncidentId.From("i-1"), Given.Today.PlusDays(-2)),
            "another outcome" => new PlacementEntry.OutcomeSigned(OutcomeId.From("o-8"), 1),
            "another supervisor" => new PlacementEntry.OutcomeSigned(outcome, 1),
            "not delivered without a note" => new PlacementEntry.OutcomeMarked(outcome, false, Given.Today),
            "not delivered with a note" => new PlacementEntry.OutcomeMarked(outcome, false, Given.Today, Given.Words),
            "no period" => new PlacementEntry.PeriodsAgreed([]),
            "a day too long" => new PlacementEntry.PeriodsAgreed([new(new(dates.Start, dates.End.PlusDays(1)), Given.Week)]),
            "two at once" => new PlacementEntry.PeriodsAgreed([new(dates, Given.Week), new(new(dates.End, dates.End), WeeklyHours.Parse("Fri 15:59-17:00"))]),
            "one after the other" => new PlacementEntry.PeriodsAgreed([new(dates, Given.Week), new(dates, WeeklyHours.Parse("Fri 16:00-17:00"))]),
            "two on other days" => new PlacementEntry.PeriodsAgreed([new(dates, Given.Week), new(new(dates.End.PlusDays(-1), dates.End.PlusDays(-1)), WeeklyHours.Parse("Fri 14:00-17:00"))]),
            "wage of nothing" => new PlacementEntry.PayAgreed(new(PayKind.Wage, 0)),
            "unpaid with an amount" => new PlacementEntry.PayAgreed(new(PayKind.Unpaid, 1)),
            "small letters" => new PlacementEntry.PayAgreed(new(PayKind.Wage, 1, "usd")),
            "wage with an assessment" => new PlacementEntry.PayAgreed(new(PayKind.Wage, 1) { Unpaid = assessment }),
            "check of another" => new PlacementEntry.SupervisorChecked(new(ActorId.From("u-8"), me, Given.Today)),
            "own word" => new PlacementEntry.SupervisorChecked(new(Given.Supervisor, Given.Supervisor, Given.Today)),
            "the same" => new PlacementEntry.SupervisorNamed(Given.Supervisor, new(Given.Supervisor, me, Given.Today)),
            "due before it opens" => new PlacementEntry.FormPlanned(Given.Form("f-9", EvaluationFormKind.StudentSelf, EvaluationFormState.Scheduled) with { DueOn = Given.Today.PlusDays(-1) }),
            "form that is there" => new PlacementEntry.FormPlanned(Given.Form("f-1", EvaluationFormKind.StudentSelf, EvaluationFormState.Scheduled)),
            "replaces an open one" => new PlacementEntry.FormPlanned(Given.Form("f-9", EvaluationFormKind.StudentSelf, EvaluationFormState.Scheduled) with { Replaces = EvaluationFormId.From("f-1") }),
            "form of the student" => Given.Submitted("f-1"),
            "another form" => Given.Submitted("f-8"),
            "somebody else" => Given.Submitted("f-1"),
            "nothing at all" => new PlacementEntry.CreditGiven(new(0, null, Given.Today, me)),
            "at once and tomorrow" => new PlacementEntry.BrokenOff(new(TerminationParty.Guardian, TerminationCause.Safety, tomorrow, true)),
            "notice for today" => new PlacementEntry.BrokenOff(new(TerminationParty.Guardian, TerminationCause.Safety, Given.Today, false)),
            "after the end" => new PlacementEntry.BrokenOff(new(TerminationParty.Guardian, TerminationCause.Safety, dates.End.PlusDays(1), false)),
            "notice for tomorrow" => new PlacementEntry.BrokenOff(new(TerminationParty.Guardian, TerminationCause.Safety, tomorrow, false)),
            "notice for yesterday" => new PlacementEntry.BrokenOff(new(TerminationParty.Guardian, TerminationCause.Safety, Given.Today.PlusDays(-1), false)),
            _ => throw new ArgumentException(what),
        };
        var actor = what switch
        {
            "another supervisor" => new Actor(me, Role.Supervisor),
            "somebody else" => new Actor(ActorId.From("u-8"), Role.Student),
            _ => new Actor(me, trigger == SignOutcome ? Role.Coordinator : role),
        };
        var facts = Unknown with { ScheduleLawful = true, HazardsCleared = true, SupervisorIndependent = true };
        var decision = PlacementDecisions.Advance(Active(trigger), trigger, facts, actor, Given.Now, null, entry);
        Assert.Equal(code, decision is Decision<Placement>.Refused { Reasons: var reasons } ? Assert.Single(reasons).Code : "");
    }

    private static Placement Active(PlacementTrigger trigger) =>
        Given.Carrying with { State = PlacementLifecycle.Table.Transitions.First(row => row.Trigger == trigger).From };

    private static bool Accepts(PlacementTrigger trigger, PlacementEntry? entry)
    {
        try
        {
            PlacementDecisions.Advance(Given.Carrying with { State = PlacementState.Completed }, trigger, Unknown, Given.By(Role.Coordinator), Given.Now, null, entry);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Decision<Placement> Advance(Placement placement, PlacementTrigger trigger, PlacementEntry? entry, Placement? other = null, Role role = Role.Coordinator) =>
        PlacementDecisions.Advance((other ?? placement) with { State = PlacementLifecycle.Table.Transitions.First(row => row.Trigger == trigger).From }, trigger, Unknown, Given.By(role), Given.Now, null, entry);

    private static Placement Changed(Placement placement, PlacementTrigger trigger, PlacementEntry entry, Role role = Role.Coordinator) => Assert.IsType<Decision<Placement>.Changed>(
        PlacementDecisions.Advance(placement, trigger, Unknown, new(role == Role.Supervisor ? Given.Supervisor : Given.Me, role), Given.Now, null, entry)).Value;

    private static IEnumerable<string> Codes(Placement placement, PlacementTrigger trigger, PlacementEntry entry, Role role = Role.Coordinator) => Assert.IsType<Decision<Placement>.Refused>(
        PlacementDecisions.Advance(placement, trigger, Unknown, Given.By(role), Given.Now, null, entry)).Reasons.Select(reason => reason.Code);
}
