using Pathways.Placements.Tests.Placements;
using static Pathways.SlotState;

namespace Pathways.Placements.Tests.Slots;

/// <summary>Every move of a seat that some row of a life cycle makes is one that the life of a slot has, from where the seat is to where it must be then.</summary>
public class SeatClaimTests
{
    private static readonly Instant Now = Given.Now;
    private static readonly ReasonCode Why = ReasonCode.From("because");
    private static readonly SlotFacts Facts = new()
    {
        Now = Now, HoldExpires = Now + Duration.FromDays(1), OfferAccepted = true, OfferEnded = true, PlacementEnded = true,
    };

    [Fact]
    public void Every_row_of_applications_moves_the_seat_as_the_life_of_a_slot_has_it()
    {
        var moves = new List<SeatMove>();
        foreach (var row in ApplicationLifecycle.Table.Transitions)
        {
            // At one of these moments everything the row asks for holds: an offer is answered before it ends, and runs out after.
            var decided = new[] { Now + Duration.FromDays(1), Now - Duration.FromDays(1) }.SelectMany(expires => row.Roles.Select(role => ApplicationDecisions.Advance(
                new() { Id = StudentApplicationId.From("a-1"), Student = Given.Bare.Student, Opportunity = Given.Bare.Opportunity, State = row.From, OfferExpires = expires },
                row.Trigger, Met(expires), Given.By(role), Why))).OfType<Decision<Application>.Changed>().ToList();
            Assert.NotEmpty(decided);
            foreach (var changed in decided)
            {
                moves.AddRange(Legal($"{row.From} {row.Trigger}", SeatOf(row.From), changed.Seat, SeatOf(changed.Value.State)));
            }
        }

        Assert.Equal([SeatMove.Hold, SeatMove.Fill, SeatMove.Release], moves.Distinct().Order());
    }

    [Fact]
    public void Every_row_of_placements_moves_the_seat_as_the_life_of_a_slot_has_it()
    {
        var moves = new List<SeatMove>();
        foreach (var row in PlacementLifecycle.Table.Transitions.Concat(PlacementLifecycle.Table.Afterwards))
        {
            var placement = Given.Carrying with { State = row.From };
            if (row.Trigger == PlacementTrigger.WithdrawNotice)
            {
                placement = placement with { Record = placement.Record with { Termination = new(TerminationParty.Student, TerminationCause.Personal, Given.Today.PlusDays(7), false) } };
            }

            var decision = PlacementDecisions.Advance(placement, row.Trigger, AllMet(row), Given.By(row.Roles[0]), Now, Why, Given.Entry(row.Trigger));
            var changed = Assert.IsType<Decision<Placement>.Changed>(decision);
            moves.AddRange(Legal($"{row.From} {row.Trigger}", SeatOf(row.From), changed.Seat, SeatOf(changed.Value.State)));
        }

        Assert.Equal([SeatMove.Vacate], moves.Distinct());
    }

    [Fact]
    public void A_placement_without_an_offer_goes_through_the_hold_at_once_and_one_with_an_offer_moves_nothing()
    {
        var arranged = PlacementDecisions.Arrange(Given.Bare.Id, Given.Bare.Student, Given.Bare.Opportunity, Given.Bare.Dates, null, Given.By(Role.Coordinator), Now);
        Assert.Equal([SeatMove.Take], Legal("arrange", Open, Assert.IsType<Decision<Placement>.Changed>(arranged).Seat, Filled));
        var accepted = new Application { Id = StudentApplicationId.From("a-1"), Student = Given.Bare.Student, Opportunity = Given.Bare.Opportunity, State = ApplicationState.Accepted };
        var opened = PlacementDecisions.Open(Given.Bare.Id, accepted, Given.Bare.Dates, null, Actor.Clock, Now);
        Assert.Empty(Legal("open", Filled, Assert.IsType<Decision<Placement>.Changed>(opened).Seat, Filled));
    }

    /// <summary>Every kind of move leads somewhere in the life of a slot, and none of them is understood from a seat that was withdrawn.</summary>
    [Fact]
    public void Every_kind_of_move_is_one_of_the_life_of_a_slot() => Assert.All(Enum.GetValues<SeatMove>(), move =>
    {
        Assert.Contains(Enum.GetValues<SlotState>(), from => After(from, move) is not null);
        Assert.Null(After(Withdrawn, move));
    });

    private static IEnumerable<SeatMove> Legal(string what, SlotState before, SeatClaim? claim, SlotState after)
    {
        var reached = claim is { } moved ? After(before, moved.Move) : before;
        Assert.True(reached == after, $"{what}: the seat is {before}, the claim is {claim?.Move.ToString() ?? "none"}, and it must be {after} then.");
        return claim is { } made ? [made.Move] : [];
    }

    // A hold that runs out and one that is given up are one move for whoever counts seats.
    private static SlotState? After(SlotState state, SeatMove move) => move switch
    {
        SeatMove.Hold => Next(state, SlotTrigger.Hold),
        SeatMove.Fill => Next(state, SlotTrigger.Fill),
        SeatMove.Release => Next(state, SlotTrigger.Release) is { } released && Next(state, SlotTrigger.ExpireHold, Facts with { HoldExpires = Now }) == released ? released : null,
        SeatMove.Vacate => Next(state, SlotTrigger.Vacate),
        SeatMove.Take => Next(state, SlotTrigger.Hold) is { } held ? Next(held, SlotTrigger.Fill) : null,
        _ => null,
    };

    private static SlotState? Next(SlotState state, SlotTrigger trigger, SlotFacts? facts = null) =>
        SlotLifecycle.Table.Advance(state, trigger, facts ?? Facts, Actor.Clock) is LifecycleOutcome<SlotState>.Advanced advanced ? advanced.To : null;

    private static SlotState SeatOf(ApplicationState state) => state switch
    {
        ApplicationState.Offered => Held,
        ApplicationState.Accepted => Filled,
        _ => Open,
    };

    private static SlotState SeatOf(PlacementState state) => state is PlacementState.CancelledBeforeStart or PlacementState.Terminated ? Open : Filled;

    private static ApplicationFacts Met(Instant expires) => (ApplicationFacts)Switched(new ApplicationFacts
    {
        Now = Now, OfferExpires = expires, Opportunity = OpportunityState.Published, FreeSeats = 1,
    });

    private static PlacementFacts AllMet(Transition<PlacementState, PlacementTrigger, PlacementFacts> row) => (PlacementFacts)Switched(new PlacementFacts
    {
        Today = Given.Today, ApprovedMinutes = row.Trigger == PlacementTrigger.Undo ? 0 : 60, RequiredMinutes = 60, Deadline = Given.Today.PlusDays(-1),
    });

    private static object Switched(object facts)
    {
        foreach (var fact in facts.GetType().GetProperties().Where(fact => fact.PropertyType == typeof(bool)))
        {
            fact.SetValue(facts, true);
        }

        return facts;
    }
}
