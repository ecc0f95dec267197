using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements.Tests.Placements;

/// <summary>The facts are computed from what a placement carries: each requirement is just met, and just not.</summary>
public class PlacementSituationTests
{
    private static readonly PlacementProgram Program = new() { Id = PlacementProgramId.From("intern"), Kind = PlacementKind.Internship, RequiredMinutes = 600 };
    private static readonly DateInterval Dates = Given.Bare.Dates;

    /// <summary>Everything that the whole way asks for.</summary>
    private static PlacementSituation Complete { get; } = new()
    {
        Placement = Given.Bare with
        {
            Record = new()
            {
                Periods = [new(Dates, Given.Week)],
                Pay = new(PayKind.Unpaid) { Unpaid = Assessment(FactorFinding.ForStudent) },
                Outcomes = [new() { Id = OutcomeId.From("o-1"), Text = Given.Words, Signatures = Given.Signed(Given.Now, Role.Student, Role.Supervisor, Role.Coordinator), Mark = new(false, Given.By(Role.Coordinator), Given.Today, Given.Words) }],
                Orientation = new(Given.Today, Given.Me),
                Transport = new(ReasonCode.From("bus")),
                SupervisorCheck = new(Given.Supervisor, Given.Me, Given.Today),
                Evaluations = [.. Program.FinalForms.Select((kind, index) => Given.Form($"f-{index}", kind, EvaluationFormState.Submitted))],
                Presentation = new(Given.Today, [PresentationAudience.Class]),
                Debrief = new(Given.Today, DebriefPresence.Present, DebriefPresence.AbsentFor(ReasonCode.From("ill")), DebriefPresence.Present, []),
                ThankYou = new(Given.Today),
                Credit = new(1, null, Given.Today, Given.Me),
                PartnerReviewRequested = Given.Today,
                Termination = new(TerminationParty.Student, TerminationCause.Personal, Given.Today, true),
            },
        },
        Today = Given.Today,
        Program = Program,
        Opportunity = OpportunityState.Full,
        Documents = [Document("consent", DocumentBlocks.Start, Dates.End), Document("log", DocumentBlocks.Completion, Given.Today), Document("photo", DocumentBlocks.Nothing, null, DocumentState.Required)],
        Hours = [Entry(600)],
        Verdict = WorkVerdict.Clear,
        UndoPermitted = true,
    };

    [Fact]
    public void Everything_that_is_asked_for_meets_everything()
    {
        var facts = Complete.Facts();
        Assert.Empty(Unmet(facts).Except(["placement.reason", "placement.deadline-passed", "placement.no-hours-approved", "placement.presentation-optional", "placement.outcome-change-agreed"]));
        Assert.Equal(Given.Today.PlusDays(60), facts.Deadline); // it was broken off today
        Assert.Empty(facts.Details);
    }

    [Fact]
    public void What_was_not_gathered_meets_nothing()
    {
        var facts = new PlacementSituation { Placement = Given.Bare, Today = Given.Today }.Facts();
        Assert.Empty(PlacementLifecycle.Table.Transitions.SelectMany(row => row.Requirements).Distinct().Where(requirement => requirement.IsMet(facts)).Select(requirement => requirement.Code)
            .Except(["placement.first-day-reached"])); // the placement itself says its days
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "document good until the day before the last", "documents-accepted" }, { "document rejected", "documents-accepted clearance-valid" }, { "documents not gathered", "documents-accepted clearance-valid completion-documents" },
        { "permit missing by the rules", "documents-accepted clearance-valid" }, { "log missing", "completion-documents" },
        { "a signature missing", "outcomes-signed" }, { "signature of a former supervisor", "outcomes-signed" }, { "no outcomes", "outcomes-signed outcomes-marked" },
        { "too many hours", "schedule-lawful clearance-valid" }, { "hazard", "hazards-cleared clearance-valid" }, { "too young", "schedule-lawful hazards-cleared clearance-valid" },
        { "nobody asked the rules", "schedule-lawful hazards-cleared clearance-valid" }, { "a warning", "" },
        { "no hours agreed", "schedule-lawful clearance-valid" }, { "no hours agreed and none of work", "" },
        { "orientation tomorrow", "safety-orientation" }, { "no transport", "transport-plan" }, { "another supervisor", "outcomes-signed supervisor-independent clearance-valid" },
        { "no pay terms", "pay-settled" }, { "nobody assessed", "pay-settled" }, { "a factor not looked at", "pay-settled" }, { "partner gains most", "pay-settled" }, { "wage", "" },
        { "opportunity suspended", "opportunity-in-force" }, { "opportunity cancelled", "opportunity-in-force" }, { "opportunity not gathered", "opportunity-in-force" },
        { "opportunity closed", "" }, { "grave incident", "clearance-valid" }, { "grave incident settled", "" }, { "medium incident", "" },
        { "a minute short", "hours-served" }, { "a minute short and waived", "" }, { "hours of another placement", "hours-served" }, { "hours voided", "hours-served" }, { "hours confirmed only", "hours-served" },
        { "outcome open", "outcomes-marked" }, { "not delivered without a note", "outcomes-marked" },
        { "no presentation", "presentation-recorded" }, { "presentation before nobody", "presentation-recorded" },
        { "supervisor's form open", "supervisor-evaluation final-forms" }, { "own form open", "self-evaluation final-forms" }, { "site's form open", "site-evaluation final-forms" },
        { "another form asked for", "final-forms" },
        { "absence without a reason", "debrief-attendance" }, { "steps not said", "debrief-actions" }, { "no debrief", "debrief-attendance debrief-actions" },
        { "no thanks", "thank-you" }, { "no thanks and none asked", "" }, { "no credit", "credit-posted" }, { "no credit and none given", "" }, { "not requested", "partner-review" },
        { "not broken off", "termination-party termination-cause termination-notice" }, { "notice for tomorrow", "termination-notice" }, { "no permission", "undo-permitted" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void One_thing_amiss_is_met_by_its_own_requirements_alone(string what, string codes)
    {
        var (record, placement) = (Complete.Placement.Record, Complete.Placement);
        PlacementSituation With(PlacementRecord changed) => Complete with { Placement = placement with { Record = changed } };
        PlacementSituation Outcome(Func<AgreedOutcome, AgreedOutcome> change) => With(record with { Outcomes = [change(record.Outcomes[0])] });
        PlacementSituation Found(WorkCureKind cure, WorkSeverity severity = WorkSeverity.Block) => Complete with { Verdict = new([Finding(cure, severity)]) };
        PlacementSituation Forms(int open) => With(record with { Evaluations = record.Evaluations.SetItem(open, record.Evaluations[open] with { State = EvaluationFormState.Open }) });
        PlacementSituation Incident(IncidentSeverity severity, LocalDate? settled) =>
            With(record with { Incidents = [new() { Id = IncidentId.From("i"), On = Given.Today, Severity = severity, ReportedBy = Given.By(Role.Student), SettledOn = settled }] });
        PlacementSituation Unpaid(UnpaidAssessment? assessment) => With(record with { Pay = new(PayKind.Unpaid) { Unpaid = assessment } });
        var situation = what switch
        {
            "document good until the day before the last" => Complete with { Documents = [Document("consent", DocumentBlocks.Start, Dates.End.PlusDays(-1)), Complete.Documents!.Value[1]] },
            "document rejected" => Complete with { Documents = [Document("consent", DocumentBlocks.Start, Dates.End, DocumentState.Rejected), Complete.Documents!.Value[1]] },
            "documents not gathered" => Complete with { Documents = null },
            "permit missing by the rules" => Found(WorkCureKind.GetDocument),
            "log missing" => Complete with { Documents = [Complete.Documents!.Value[0], Document("log", DocumentBlocks.Completion, null, DocumentState.Required)] },
            "a signature missing" => Outcome(outcome => outcome with { Signatures = outcome.Signatures[..2] }),
            "signature of a former supervisor" => Outcome(outcome => outcome with { Signatures = outcome.Signatures.SetItem(1, new(Given.By(Role.Supervisor), Given.Now)) }),
            "no outcomes" => With(record with { Outcomes = [] }),
            "too many hours" => Found(WorkCureKind.ShortenDay),
            "hazard" => Found(WorkCureKind.RemoveHazard),
            "too young" => Found(WorkCureKind.Wait),
            "nobody asked the rules" => Complete with { Verdict = null },
            "a warning" => Found(WorkCureKind.ShortenDay, WorkSeverity.Warn),
            "no hours agreed" => With(record with { Periods = [] }),
            "no hours agreed and none of work" => With(record with { Periods = [] }) with { Program = Program with { Kind = PlacementKind.JobShadow } },
            "orientation tomorrow" => With(record with { Orientation = new(Given.Today.PlusDays(1), Given.Me) }),
            "no transport" => With(record with { Transport = null }),
            "another supervisor" => Complete with { Placement = placement with { Supervisor = Given.Me } },
            "no pay terms" => With(record with { Pay = null }),
            "nobody assessed" => Unpaid(null),
            "a factor not looked at" => Unpaid(Assessment(FactorFinding.ForStudent) with { Findings = Assessment(FactorFinding.ForStudent).Findings.Remove(UnpaidFactor.NoJobPromised) }),
            "partner gains most" => Unpaid(Assessment(FactorFinding.ForStudent) with { PrimaryBeneficiaryIsStudent = false }),
            "wage" => With(record with { Pay = new(PayKind.Wage, 16m) }),
            "opportunity suspended" => Complete with { Opportunity = OpportunityState.Suspended },
            "opportunity cancelled" => Complete with { Opportunity = OpportunityState.Cancelled },
            "opportunity not gathered" => Complete with { Opportunity = null },
            "opportunity closed" => Complete with { Opportunity = OpportunityState.Closed },
            "grave incident" => Incident(IncidentSeverity.High, null),
            "grave incident settled" => Incident(IncidentSeverity.High, Given.Today),
            "medium incident" => Incident(IncidentSeverity.Medium, null),
            "a minute short" => Complete with { Hours = [Entry(599)] },
            "a minute short and waived" => With(record with { HoursWaiver = new(ReasonCode.From("storm"), Given.Me, Given.Today) }) with { Hours = [Entry(599)] },
            "hours of another placement" => Complete with { Hours = [Entry(600) with { Placement = PlacementId.From("p-9") }] },
            "hours voided" => Complete with { Hours = [Entry(600) with { State = HoursEntryState.Voided }] },
            "hours confirmed only" => Complete with { Hours = [Entry(600) with { State = HoursEntryState.Confirmed }] },
            "outcome open" => Outcome(outcome => outcome with { Mark = null }),
            "not delivered without a note" => Outcome(outcome => outcome with { Mark = outcome.Mark! with { Note = null } }),
            "no presentation" => With(record with { Presentation = null }),
            "presentation before nobody" => With(record with { Presentation = new(Given.Today, []) }),
            "supervisor's form open" => Forms(0),
            "own form open" => Forms(1),
            "site's form open" => Forms(2),
            "another form asked for" => Complete with { Program = Program with { FinalForms = Program.FinalForms.Add(EvaluationFormKind.PartnerOfProgram) } },
            "absence without a reason" => With(record with { Debrief = record.Debrief! with { Company = new(false) } }),
            "steps not said" => With(record with { Debrief = record.Debrief! with { NextSteps = default } }),
            "no debrief" => With(record with { Debrief = null }),
            "no thanks" => With(record with { ThankYou = null }),
            "no thanks and none asked" => With(record with { ThankYou = null }) with { Program = Program with { NeedsThankYou = false } },
            "no credit" => With(record with { Credit = null }),
            "no credit and none given" => With(record with { Credit = null }) with { Program = Program with { GivesCredit = false } },
            "not requested" => With(record with { PartnerReviewRequested = null }),
            "not broken off" => With(record with { Termination = null }),
            "notice for tomorrow" => With(record with { Termination = new(TerminationParty.Student, TerminationCause.Personal, Given.Today.PlusDays(1), false) }),
            "no permission" => Complete with { UndoPermitted = false },
            _ => throw new ArgumentException(what),
        };
        var before = Unmet(Complete.Facts());
        var after = Unmet(situation.Facts());
        Assert.Empty(before.Except(after).Except(["placement.no-hours-approved"]));
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => $"placement.{code}").Order(), after.Except(before).Order());
    }

    /// <summary>The sentence says what exactly is amiss, not only that something is.</summary>
    [Fact]
    public void A_refusal_names_the_documents_and_the_rules()
    {
        var situation = Complete with { Documents = [Document("consent", DocumentBlocks.Start, null, DocumentState.Requested)], Verdict = new([Finding(WorkCureKind.ShortenDay)]) };
        var refused = PlacementLifecycle.Table.Refusals(PlacementState.Onboarding, ClearToStart, situation.Facts(), Given.By(Role.Coordinator));
        Assert.Equal(["\"consent\" must be accepted and good until 2026-12-18.", "Broken."], refused.Select(refusal => refusal.Sentence));
    }

    [Fact]
    public void A_schedule_that_nobody_agreed_to_keeps_no_rules()
    {
        var situation = Complete with { Placement = Complete.Placement with { Record = Complete.Placement.Record with { Periods = [] } } };
        var refused = Assert.Single(PlacementLifecycle.Table.Refusals(PlacementState.Onboarding, ClearToStart, situation.Facts(), Given.By(Role.Coordinator)));
        Assert.Equal(("placement.schedule-lawful", "It is not agreed yet where and when the work is."), (refused.Code, refused.Sentence));
    }

    /// <summary>S147, S164, S166: what is shorter, or not the school's, asks for less.</summary>
    [Theory]
    [InlineData(PlacementKind.TryOut, "safety-orientation transport-plan supervisor-independent pay-settled")]
    [InlineData(PlacementKind.JobShadow, "safety-orientation transport-plan supervisor-independent")]
    [InlineData(PlacementKind.SiteVisit, "transport-plan")]
    [InlineData(PlacementKind.OwnJob, "supervisor-independent pay-settled")]
    [InlineData(PlacementKind.Internship, "outcomes-signed safety-orientation transport-plan supervisor-independent pay-settled")]
    public void Shorter_experiences_ask_for_less_before_the_first_day(PlacementKind kind, string asked)
    {
        var program = PlacementProgram.For(PlacementProgramId.From("x"), kind);
        var placement = program.IsObservation ? Given.Bare : Given.Bare with { Record = PlacementRecord.Empty with { Periods = [new(Dates, Given.Week)] } };
        var bare = new PlacementSituation { Placement = placement, Today = Given.Today, Program = program, Opportunity = OpportunityState.Published, Documents = [], Hours = [], Verdict = WorkVerdict.Clear };
        var refused = PlacementLifecycle.Table.Refusals(PlacementState.Onboarding, ClearToStart, bare.Facts(), Given.By(Role.Coordinator));
        Assert.Equal(asked.Split(' ').Select(code => $"placement.{code}"), refused.Select(refusal => refusal.Code));
        Assert.Equal(kind == PlacementKind.SiteVisit, PlacementLifecycle.Table.CanAdvance(PlacementState.Presented, CloseEvaluations, bare.Facts(), Actor.Clock));
    }

    /// <summary>S72: work goes on only while all is safe; the platform pauses it by itself, and says why.</summary>
    [Fact]
    public void The_platform_pauses_when_a_document_expires_or_a_grave_incident_is_open()
    {
        var active = Complete with { Placement = Complete.Placement with { State = PlacementState.Active } };
        Assert.Empty(PlacementDecisions.FollowUps(active));
        Assert.Empty(PlacementDecisions.FollowUps(active with { Documents = [Document("consent", DocumentBlocks.Start, Given.Today)] }));
        Assert.Equal([new(Pause, PlacementFollowUp.DocumentExpired)], PlacementDecisions.FollowUps(active with { Documents = [Document("consent", DocumentBlocks.Start, Given.Today.PlusDays(-1))] }).AsEnumerable());

        var hurt = (Placement)((Decision<Placement>.Changed)PlacementDecisions.Advance(active.Placement, ReportIncident, active.Facts(), Given.By(Role.Student), Given.Now, null, Given.Entry(ReportIncident))).Value;
        var due = Assert.Single(PlacementDecisions.FollowUps(active with { Placement = hurt }));
        Assert.Equal((Pause, PlacementFollowUp.GraveIncident), (due.Trigger, due.Reason!.Value));
        var paused = Assert.IsType<Decision<Placement>.Changed>(PlacementDecisions.Advance(hurt, due.Trigger, active.Facts(), Actor.Clock, Given.Now, due.Reason, due.Entry));
        Assert.Equal((PlacementState.Paused, "grave-incident"), (paused.Value.State, paused.Audit.Reason!.Value.Value));
        Assert.Empty(PlacementDecisions.FollowUps(active with { Placement = paused.Value }));
    }

    /// <summary>After notice the student works until the last day; nobody ends the placement before, and the platform ends it after.</summary>
    [Theory]
    [InlineData(PlacementState.Active)]
    [InlineData(PlacementState.Paused)]
    public void The_platform_ends_a_placement_when_the_last_day_of_its_notice_is_over(PlacementState state)
    {
        var before = Complete with { Placement = Complete.Placement with { State = state, Record = Complete.Placement.Record with { Termination = null } } };
        var given = Assert.IsType<Decision<Placement>.Changed>(
            PlacementDecisions.Advance(before.Placement, GiveNotice, before.Facts(), Given.By(Role.Coordinator), Given.Now, null, Given.Entry(GiveNotice)));
        Assert.Equal((state, null, "NoticeGiven"), (given.Value.State, given.Seat, given.Events[0].Name));

        var (last, noticed) = (Given.Today.PlusDays(7), before with { Placement = given.Value, Documents = [] });
        Assert.Equal(last, noticed.LastDay);
        Assert.Empty(PlacementDecisions.FollowUps(noticed with { Today = last }));
        var early = PlacementDecisions.Advance(given.Value, Terminate, noticed.Facts(), Given.By(Role.Coordinator), Given.Now);
        Assert.Equal("Notice is given, and the last day is 2026-09-21.", Assert.Single(Assert.IsType<Decision<Placement>.Refused>(early).Reasons).Sentence);

        var over = noticed with { Today = last.PlusDays(1) };
        var due = Assert.Single(PlacementDecisions.FollowUps(over));
        Assert.Equal((Terminate, PlacementFollowUp.NoticeOver), (due.Trigger, due.Reason!.Value));
        var ended = Assert.IsType<Decision<Placement>.Changed>(PlacementDecisions.Advance(given.Value, due.Trigger, over.Facts(), Actor.Clock, Given.Now, due.Reason, due.Entry));
        Assert.Equal((PlacementState.Terminated, SeatMove.Vacate, last), (ended.Value.State, ended.Seat!.Value.Move, ended.Value.Record.Termination!.LastDay));
    }

    [Fact]
    public void The_platform_ends_nothing_of_its_own_accord() => Assert.Equal(
        ["placement.termination-notice"],
        Assert.IsType<Decision<Placement>.Refused>(PlacementDecisions.Advance(
            Complete.Placement with { State = PlacementState.Active }, Terminate, Complete.Facts(), Actor.Clock, Given.Now, null, Given.Entry(Terminate))).Reasons.Select(reason => reason.Code));

    [Fact]
    public void The_platform_opens_and_locks_forms_and_closes_evaluations_when_all_are_in()
    {
        var presented = Complete with { Placement = Complete.Placement with { State = PlacementState.Presented } };
        Assert.Equal([new(CloseEvaluations)], PlacementDecisions.FollowUps(presented).AsEnumerable());

        var scheduled = presented.Placement with { Record = presented.Placement.Record with { Evaluations = [Given.Form("f-1", EvaluationFormKind.SupervisorFinal, EvaluationFormState.Scheduled)] } };
        var open = Assert.Single(PlacementDecisions.FollowUps(presented with { Placement = scheduled }));
        var opened = Assert.IsType<Decision<Placement>.Changed>(PlacementDecisions.Advance(scheduled, open.Trigger, presented.Facts(), Actor.Clock, Given.Now, open.Reason, open.Entry)).Value;
        Assert.Equal(EvaluationFormState.Open, opened.Record.Evaluations[0].State);
        Assert.Empty(PlacementDecisions.FollowUps(presented with { Placement = scheduled, Today = Given.Today.PlusDays(-1) }));
    }

    /// <summary>A paper that ends on the same day every year could otherwise never clear a placement that runs past that day.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void What_is_renewed_every_year_must_be_good_on_the_first_day_and_stops_the_work_when_it_ends(int daysAfterTheFirst, bool isAccepted)
    {
        var yearly = Document("authorization", DocumentBlocks.Start, Dates.Start.PlusDays(daysAfterTheFirst));
        var situation = Complete with { Documents = [yearly with { Requirement = yearly.Requirement with { ValidUntil = new(9, 30) } }] };
        Assert.Equal(isAccepted, situation.Facts().DocumentsAccepted);
        var active = situation with { Placement = situation.Placement with { State = PlacementState.Active }, Today = Dates.Start.PlusDays(daysAfterTheFirst + 1) };
        Assert.Contains(PlacementDecisions.FollowUps(active), due => due.Reason == PlacementFollowUp.DocumentExpired);
    }

    private static ImmutableArray<string> Unmet(PlacementFacts facts) =>
        [.. PlacementLifecycle.Table.Transitions.SelectMany(row => row.Requirements).Distinct().Where(requirement => !requirement.IsMet(facts)).Select(requirement => requirement.Code)];

    private static UnpaidAssessment Assessment(FactorFinding finding) =>
        new(Enum.GetValues<UnpaidFactor>().ToImmutableDictionary(factor => factor, _ => finding), true, Given.Me, Given.Today);

    private static PlacementDocument Document(string kind, DocumentBlocks blocks, LocalDate? lastDay, DocumentState state = DocumentState.Accepted) => new()
    {
        Id = DocumentId.From(kind), Placement = Given.Bare.Id, Student = Given.Bare.Student, Opportunity = Given.Bare.Opportunity, State = state, LastDay = lastDay,
        Requirement = new() { Kind = DocumentKindId.From(kind), Title = kind, Source = DocumentSource.Program, Blocks = blocks },
    };

    private static HoursEntry Entry(int minutes) => new()
    {
        Id = HoursEntryId.From("h-1"), Placement = Given.Bare.Id, Student = Given.Bare.Student, Opportunity = Given.Bare.Opportunity, Day = Given.Today, Start = 0, End = minutes,
        State = HoursEntryState.Approved,
    };

    private static WorkFinding Finding(WorkCureKind cure, WorkSeverity severity = WorkSeverity.Block) => new()
    {
        Code = "work.x", Jurisdiction = "US", Citation = "29 CFR", Sentence = "Broken.", Severity = severity, When = Dates, Cure = new(cure, "Cure it."),
    };
}
