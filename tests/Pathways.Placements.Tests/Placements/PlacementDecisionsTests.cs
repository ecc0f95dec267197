using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements.Tests.Placements;

public class PlacementDecisionsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 12, 0);
    private static readonly ReasonCode Why = ReasonCode.From("illness");
    private static readonly DateInterval Dates = new(new(2026, 9, 14), new(2026, 12, 18));
    private static readonly PlacementFacts AllMet = new()
    {
        Today = new(2026, 9, 14), DocumentsAccepted = true, OutcomesSigned = true, ScheduleLawful = true, HazardsCleared = true, SafetyOrientationHeld = true,
        TransportPlanned = true, SupervisorIndependent = true, ClearanceValid = true, TerminationPartyNamed = true, TerminationCauseNamed = true,
        TerminationNoticeSettled = true, UndoPermitted = true, ApprovedMinutes = 0, RequiredMinutes = 0, PaySettled = true, OpportunityInForce = true,
    };

    private static readonly Application Accepted = new()
    {
        Id = StudentApplicationId.From("a-1"), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("lab"), State = ApplicationState.Accepted, Version = 6,
    };

    [Fact]
    public void Only_an_accepted_offer_opens_a_placement()
    {
        var opened = Changed(PlacementDecisions.Open(PlacementId.From("p-1"), Accepted, Dates, null, By(Role.System), Now));
        Assert.Equal((PlacementState.Onboarding, 1, Accepted.Id, Accepted.Student), (opened.Value.State, opened.Value.Version, opened.Value.Application, opened.Value.Student));
        Assert.Equal(("", "Onboarding", "PlacementOpened"), (opened.Audit.From, opened.Audit.To, opened.Events.Single().Name));
        Assert.Null(opened.Seat); // the offer filled it

        foreach (var state in Enum.GetValues<ApplicationState>().Where(state => state != ApplicationState.Accepted))
        {
            var refused = PlacementDecisions.Open(PlacementId.From("p-1"), Accepted with { State = state }, Dates, null, By(Role.System), Now);
            Assert.Equal("placement.offer-accepted", Assert.Single(Assert.IsType<Decision<Placement>.Refused>(refused).Reasons).Code);
        }
    }

    [Fact]
    public void A_coordinator_and_nobody_else_places_a_student_without_an_application()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var decision = PlacementDecisions.Arrange(PlacementId.From("p-1"), Accepted.Student, Accepted.Opportunity, Dates, null, By(role), Now);
            Assert.Equal(role == Role.Coordinator, decision is Decision<Placement>.Changed { Seat: { Move: SeatMove.Take } });
        }
    }

    [Theory]
    [InlineData(PlacementState.Onboarding, Cancel, true)]
    [InlineData(PlacementState.ReadyToStart, Cancel, true)]
    [InlineData(PlacementState.Active, Terminate, true)]
    [InlineData(PlacementState.Active, Pause, false)]
    [InlineData(PlacementState.ReadyToStart, Undo, false)]
    [InlineData(PlacementState.Active, LogHours, false)]
    public void A_placement_that_ends_early_opens_its_seat(PlacementState state, PlacementTrigger trigger, bool opens)
    {
        var changed = Changed(PlacementDecisions.Advance(Placed with { State = state }, trigger, AllMet, By(Role.Coordinator), Now, Why));
        Assert.Equal(opens ? new SeatClaim(Placed.Opportunity, SeatMove.Vacate, Placed.SeatHolder) : null, changed.Seat);
        Assert.Equal(opens, changed.Events.Any(happened => happened.Name == "SlotReleased"));
        Assert.Equal((Placed.Version + 1, Why), (changed.Value.Version, changed.Audit.Reason!.Value));
    }

    /// <summary>The first day is the placement's own, whatever facts say.</summary>
    [Fact]
    public void Nobody_starts_before_the_first_day_of_the_placement()
    {
        var early = AllMet with { Today = new(2026, 9, 13), FirstDay = new(2026, 9, 1) };
        var refused = Assert.IsType<Decision<Placement>.Refused>(PlacementDecisions.Advance(Placed with { State = PlacementState.ReadyToStart }, Start, early, By(Role.Supervisor), Now));
        Assert.Equal("The first day of work is 2026-09-14; today is 2026-09-13.", Assert.Single(refused.Reasons).Sentence);
    }

    [Fact]
    public void Another_supervisor_is_named_with_the_change_and_with_nothing_else()
    {
        var other = ActorId.From("u-9");
        var entry = new PlacementEntry.SupervisorNamed(other, new(other, ActorId.From("u1"), AllMet.Today));
        var changed = Changed(PlacementDecisions.Advance(Placed, ChangeSupervisor, AllMet, By(Role.Coordinator), Now, entry: entry));
        Assert.Equal((PlacementState.Active, other), (changed.Value.State, changed.Value.Supervisor));
        Assert.Throws<ArgumentException>(() => PlacementDecisions.Advance(Placed, ChangeSupervisor, AllMet, By(Role.Coordinator), Now));
        Assert.Throws<ArgumentException>(() => PlacementDecisions.Advance(Placed, LogHours, AllMet, By(Role.Student), Now, entry: entry));
    }

    /// <summary>Every trigger has an event of its own name, so that nobody who listens misses one.</summary>
    [Fact]
    public void Every_row_that_can_be_taken_says_what_happened()
    {
        var all = AllMet with
        {
            OutcomeChangeAgreed = true, OutcomesMarked = true, PresentationRecorded = true, PresentationOptional = true, SupervisorEvaluated = true, StudentEvaluatedSelf = true,
            StudentEvaluatedSite = true, FinalFormsIn = true, CompletionDocumentsAccepted = true, DebriefAttendanceRecorded = true, DebriefActionsRecorded = true, ThankYouSent = true, CreditPosted = true, PartnerReviewRequested = true,
            Deadline = new(2026, 9, 13),
        };
        var names = PlacementLifecycle.Table.Transitions.Select(row => (row.Trigger, Changed(PlacementDecisions.Advance(
            (row.Trigger == WithdrawNotice ? Noticed : Given.Carrying) with { State = row.From }, row.Trigger, all, By(row.Roles[0]), Now, Why, Given.Entry(row.Trigger))).Events[0].Name)).Distinct().ToList();
        Assert.Equal(Enum.GetValues<PlacementTrigger>().Length, names.Count);
        Assert.Equal(names.Count, names.Select(pair => pair.Item2).Distinct().Count());
    }

    private static Placement Noticed { get; } = Given.Carrying with
    {
        Record = Given.Carrying.Record with { Termination = new(TerminationParty.Student, TerminationCause.Personal, Given.Today.PlusDays(7), false) },
    };

    private static Placement Placed { get; } = new()
    {
        Id = PlacementId.From("p-1"), Student = Accepted.Student, Opportunity = Accepted.Opportunity, Dates = Dates, State = PlacementState.Active, Version = 4, Supervisor = ActorId.From("u-2"),
    };

    private static Actor By(Role role) => new(ActorId.From("u1"), role);

    private static Decision<Placement>.Changed Changed(Decision<Placement> decision) => Assert.IsType<Decision<Placement>.Changed>(decision);
}
