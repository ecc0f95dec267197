using Pathways.Tests;
using static Pathways.PlacementState;
using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements.Tests.Placements;

public class PlacementLifecycleTests : TableTests<PlacementState, PlacementTrigger, PlacementFacts>
{
    private static readonly LocalDate Today = new(2026, 9, 14);

    private static readonly PlacementFacts AllMet = new()
    {
        Today = Today, FirstDay = Today, DocumentsAccepted = true, OutcomesSigned = true, ScheduleLawful = true, HazardsCleared = true,
        SafetyOrientationHeld = true, TransportPlanned = true, SupervisorIndependent = true, ClearanceValid = true, ReasonGiven = true,
        OutcomeChangeAgreed = true, ApprovedMinutes = 6000, RequiredMinutes = 6000, OutcomesMarked = true, PresentationRecorded = true,
        PresentationOptional = true, SupervisorEvaluated = true, StudentEvaluatedSelf = true, StudentEvaluatedSite = true,
        DebriefAttendanceRecorded = true, DebriefActionsRecorded = true, ThankYouSent = true, CreditPosted = true,
        PartnerReviewRequested = true, Deadline = Today.PlusDays(-1), TerminationPartyNamed = true, TerminationCauseNamed = true,
        TerminationNoticeSettled = true, UndoPermitted = true, PaySettled = true, OpportunityInForce = true, FinalFormsIn = true, CompletionDocumentsAccepted = true,
    };

    private static readonly PlacementFacts NoneMet = new()
    {
        Today = Today, FirstDay = Today.PlusDays(1), ApprovedMinutes = 90, RequiredMinutes = 6000, Deadline = Today,
    };

    protected override Lifecycle<PlacementState, PlacementTrigger, PlacementFacts> Table => PlacementLifecycle.Table;

    protected override IEnumerable<PlacementFacts> Samples => [AllMet, NoneMet, AllMet with { ApprovedMinutes = 0 }];

    protected override PlacementFacts NothingGathered => new() { Today = Today };

    [Fact]
    public void It_has_the_twelve_states_and_four_ends()
    {
        Assert.Equal(12, Table.States.Length);
        Assert.Equal([Completed, Incomplete, CancelledBeforeStart, Terminated], Table.EndStates.ToArray());
    }

    [Fact]
    public void A_placement_gets_from_onboarding_to_completion()
    {
        (PlacementTrigger Trigger, Role Role)[] steps =
        [
            (ClearToStart, Role.Coordinator), (Start, Role.Supervisor), (LogHours, Role.Student), (Pause, Role.System),
            (Resume, Role.Coordinator), (FinishWork, Role.Coordinator), (RecordPresentation, Role.Teacher),
            (CloseEvaluations, Role.System), (RecordDebrief, Role.CareerSpecialist), (Complete, Role.Coordinator),
        ];

        Assert.Equal(Completed, steps.Aggregate(Table.Start, (state, step) => Next(state, step.Trigger, AllMet, step.Role)));
    }

    [Fact]
    public void A_refused_clearance_names_everything_that_is_missing() =>
        Assert.Equal(
            [
                "placement.documents-accepted", "placement.outcomes-signed", "placement.schedule-lawful", "placement.hazards-cleared",
                "placement.safety-orientation", "placement.transport-plan", "placement.supervisor-independent", "placement.pay-settled",
                "placement.opportunity-in-force",
            ],
            Refusals(Onboarding, ClearToStart, NoneMet).Select(refusal => refusal.Code));

    [Fact]
    public void A_placement_starts_on_its_first_day_and_not_before()
    {
        Assert.Equal(Active, Next(ReadyToStart, Start, AllMet, Role.Supervisor));
        Assert.Equal(
            "The first day of work is 2026-09-15; today is 2026-09-14.",
            Assert.Single(Refusals(ReadyToStart, Start, AllMet with { FirstDay = Today.PlusDays(1) })).Sentence);
    }

    [Theory]
    [InlineData(Onboarding, ClearToStart)]
    [InlineData(ReadyToStart, Start)]
    [InlineData(Paused, Resume)]
    public void Nobody_is_sent_to_an_opportunity_that_is_out_of_force(PlacementState state, PlacementTrigger trigger) => Assert.Equal(
        ["placement.opportunity-in-force"], Refusals(state, trigger, AllMet with { OpportunityInForce = false }).Select(refusal => refusal.Code));

    [Fact]
    public void Work_is_finished_with_the_required_hours_or_a_waiver()
    {
        var short1 = AllMet with { ApprovedMinutes = 5955 };

        Assert.Equal(
            "99.25 of 100 hours are approved, and the rest is not waived.",
            Assert.Single(Refusals(Active, FinishWork, short1)).Sentence);
        Assert.Equal(WorkComplete, Next(Active, FinishWork, short1 with { HoursWaived = true }, Role.Coordinator));
    }

    [Fact]
    public void What_is_recorded_during_the_work_leaves_it_active() =>
        Assert.Equal(
            [
                LogHours, RecordVisit, AddReflection, ReviseOutcome, ChangeSupervisor, ReportIncident, BaselineReview, MidReview,
                SettleIncident, MarkOutcome, AgreePeriods, PlanTransport, CheckSupervisor, AssignCoordinator, PlanEvaluation, Evaluate, WaiveHours, GiveNotice, WithdrawNotice,
            ],
            Table.Transitions.Where(row => row is { From: Active, To: Active }).Select(row => row.Trigger));

    [Theory]
    [InlineData(RecordVisit, Role.Coordinator)]
    [InlineData(RecordVisit, Role.CareerSpecialist)]
    [InlineData(ReportIncident, Role.Student)]
    [InlineData(ReportIncident, Role.Guardian)]
    [InlineData(ReportIncident, Role.Supervisor)]
    public void Visits_and_incidents_are_recorded_during_a_pause_too(PlacementTrigger trigger, Role role) =>
        Assert.Equal(Paused, Next(Paused, trigger, NoneMet, role));

    /// <summary>Whatever goes wrong is heard, and settled, from the first day of onboarding to the debrief.</summary>
    [Fact]
    public void Incidents_are_reported_and_settled_in_every_state_before_the_end() =>
        Assert.All(Table.States.Except(Table.EndStates), state =>
        {
            Assert.Equal(state, Next(state, ReportIncident, NoneMet, Role.Student));
            Assert.Equal(state, Next(state, SettleIncident, NoneMet, Role.Coordinator));
        });

    [Fact]
    public void Nothing_else_is_recorded_during_a_pause() =>
        Assert.Equal(
            [RecordVisit, ReportIncident, SettleIncident, AgreePeriods, PlanTransport, CheckSupervisor, AssignCoordinator, PlanEvaluation, Evaluate, GiveNotice, WithdrawNotice],
            Table.Transitions.Where(row => row is { From: Paused, To: Paused }).Select(row => row.Trigger));

    [Fact]
    public void What_is_agreed_before_the_work_leaves_it_in_onboarding() =>
        Assert.Equal(
            [
                ChangeSupervisor, ReportIncident, SettleIncident, AgreeOutcome, SignOutcome, AgreePeriods, AgreePay, RecordOrientation, PlanTransport, CheckSupervisor, AssignCoordinator, PlanEvaluation,
            ],
            Table.Transitions.Where(row => row is { From: Onboarding, To: Onboarding }).Select(row => row.Trigger));

    [Fact]
    public void What_follows_the_work_is_recorded_until_the_end() =>
        Assert.All([WorkComplete, Presented, Evaluated, Debriefed], state => Assert.Equal(
            [ReportIncident, SettleIncident, AssignCoordinator, PlanEvaluation, Evaluate, RecordThanks, PostCredit, RequestPartnerReview],
            Table.Transitions.Where(row => row.From == state && row.To == state).Select(row => row.Trigger)));

    /// <summary>An early end is talked over and judged too, and nothing of it opens the placement again.</summary>
    [Fact]
    public void What_was_broken_off_is_still_evaluated_and_talked_over() =>
        Assert.Equal(
            [(Terminated, RecordDebrief), (Terminated, PlanEvaluation), (Terminated, Evaluate), (Terminated, RequestPartnerReview)],
            Table.Afterwards.Where(row => row.Trigger != SettleIncident).Select(row => (row.To, row.Trigger)));

    /// <summary>An incident does not go away because the placement is over.</summary>
    [Fact]
    public void Incidents_are_settled_after_every_end() =>
        Assert.Equal(Table.EndStates, Table.Afterwards.Where(row => row.Trigger == SettleIncident).Select(row => row.From));

    /// <summary>A schedule that changes while the student works is judged anew.</summary>
    [Fact]
    public void Hours_are_not_changed_during_the_work_against_the_rules() =>
        Assert.Equal(["placement.schedule-lawful", "placement.hazards-cleared"], Refusals(Active, AgreePeriods, NoneMet).Select(refusal => refusal.Code));

    [Fact]
    public void Hours_are_recorded_whatever_the_rules_say() =>
        Assert.Equal(Active, Next(Active, LogHours, NoneMet, Role.Student));

    [Fact]
    public void Undo_needs_a_permission_and_a_reason_wherever_it_is_possible()
    {
        var undo = Table.Transitions.Where(row => row.Trigger == Undo).ToList();

        Assert.Equal([ReadyToStart, Active, WorkComplete, Presented, Evaluated, Debriefed], undo.Select(row => row.From));
        Assert.All(undo, row =>
        {
            Assert.Contains(PlacementRequirements.UndoPermitted, row.Requirements);
            Assert.Contains(PlacementRequirements.ReasonGiven, row.Requirements);
            Assert.Equal([Role.Coordinator], row.Roles.ToArray());
        });
    }

    [Fact]
    public void Undo_takes_back_exactly_one_step() =>
        Assert.All(
            Table.Transitions.Where(row => row.Trigger == Undo),
            undo => Assert.Contains(Table.Transitions, row => row.From == undo.To && row.To == undo.From && row.Trigger != Undo));

    [Fact]
    public void A_start_is_not_taken_back_once_hours_are_approved() =>
        Assert.Equal(
            "100 hours are approved already, so the start cannot be taken back. Maybe terminate the placement.",
            Assert.Single(Refusals(Active, Undo, AllMet)).Sentence);

    [Fact]
    public void Termination_says_who_why_and_when() =>
        Assert.Equal(
            ["placement.termination-party", "placement.termination-cause", "placement.termination-notice"],
            Refusals(Paused, Terminate, NoneMet).Select(refusal => refusal.Code));

    [Fact]
    public void A_presentation_is_skipped_only_if_the_program_allows_it()
    {
        Assert.Equal(Presented, Next(WorkComplete, SkipPresentation, AllMet, Role.Teacher));
        Assert.Contains(Refusals(WorkComplete, SkipPresentation, NoneMet), refusal => refusal.Code == "placement.presentation-optional");
    }

    [Fact]
    public void The_last_day_itself_still_belongs_to_the_student() =>
        Assert.Equal(
            "There is time until 2026-09-14; today is 2026-09-14.",
            Assert.Single(Refusals(Debriefed, CloseIncomplete, AllMet with { Deadline = Today })).Sentence);

    private PlacementState Next(PlacementState state, PlacementTrigger trigger, PlacementFacts facts, Role role) =>
        Assert.IsType<LifecycleOutcome<PlacementState>.Advanced>(
            Table.Advance(state, trigger, facts, new(ActorId.From("a"), role))).To;

    private IEnumerable<Refusal> Refusals(PlacementState state, PlacementTrigger trigger, PlacementFacts facts) =>
        Table.Refusals(state, trigger, facts, new(ActorId.From("a"), Role.Coordinator)).Where(refusal => refusal.Code != "placement.role");
}
