using Pathways.Tests;
using static Pathways.OpportunityState;
using static Pathways.Placements.OpportunityTrigger;

namespace Pathways.Placements.Tests.Opportunities;

public class OpportunityLifecycleTests : TableTests<OpportunityState, OpportunityTrigger, OpportunityFacts>
{
    private static readonly OpportunityFacts AllMet = new()
    {
        Seats = 3, FreeSeats = 1, TasksDescribed = true, PartnerActive = true, PartnerVetted = true, AgreementInForce = true,
        HazardsScreened = true, SupervisorNamed = true, CommentGiven = true, ReasonGiven = true, SeasonClosed = true,
        RunningPlacements = 0,
    };

    private static readonly OpportunityFacts NoneMet = new() { FreeSeats = 0, RunningPlacements = 2 };

    protected override Lifecycle<OpportunityState, OpportunityTrigger, OpportunityFacts> Table => OpportunityLifecycle.Table;

    protected override IEnumerable<OpportunityFacts> Samples => [AllMet, NoneMet, AllMet with { FreeSeats = 0 }, AllMet with { FreeSeats = 3 }];

    protected override OpportunityFacts NothingGathered => new();

    [Fact]
    public void It_has_ten_states_and_three_ends()
    {
        Assert.Equal(10, Table.States.Length);
        Assert.Equal([Archived, Rejected, Cancelled], Table.EndStates.ToArray());
    }

    [Fact]
    public void An_opportunity_gets_from_a_draft_to_the_archive()
    {
        (OpportunityTrigger Trigger, Role Role, OpportunityFacts Facts)[] steps =
        [
            (Submit, Role.PartnerContact, AllMet), (Approve, Role.Coordinator, AllMet), (Publish, Role.Coordinator, AllMet),
            (Fill, Role.System, AllMet with { FreeSeats = 0 }), (ReleaseSeat, Role.System, AllMet),
            (Close, Role.System, AllMet), (Archive, Role.System, AllMet),
        ];

        var end = steps.Aggregate(Table.Start, (state, step) =>
            Assert.IsType<LifecycleOutcome<OpportunityState>.Advanced>(
                Table.Advance(state, step.Trigger, step.Facts, new(ActorId.From("a"), step.Role))).To);
        Assert.Equal(Archived, end);
    }

    [Theory]
    [InlineData(Approved, Publish)]
    [InlineData(Suspended, Reinstate)]
    public void Students_see_an_opportunity_only_when_all_is_safe(OpportunityState state, OpportunityTrigger trigger) =>
        Assert.Equal(
            [
                "opportunity.partner-active", "opportunity.partner-vetted", "opportunity.agreement-in-force",
                "opportunity.hazards-screened", "opportunity.supervisor-named", "opportunity.seat-offered",
            ],
            Table.Refusals(state, trigger, NoneMet, new(ActorId.From("a"), Role.Coordinator)).Select(refusal => refusal.Code));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void A_published_opportunity_is_full_exactly_when_no_seat_is_free(int free)
    {
        var facts = AllMet with { FreeSeats = free };

        Assert.Equal(free == 0, Table.CanAdvance(Published, Fill, facts, Actor.Clock));
        Assert.Equal(free > 0, Table.CanAdvance(Full, ReleaseSeat, facts, Actor.Clock));
    }

    [Theory]
    [InlineData(3, 0, "")]
    [InlineData(2, 0, "opportunity.no-seat-taken")]
    [InlineData(2, 1, "opportunity.nobody-placed opportunity.no-seat-taken")]
    [InlineData(3, null, "opportunity.nobody-placed")]
    [InlineData(null, 0, "opportunity.no-seat-taken")]
    public void An_opportunity_is_not_cancelled_over_the_heads_of_students(int? free, int? running, string codes) => Assert.Equal(
        codes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Table.Refusals(Published, Cancel, AllMet with { FreeSeats = free, RunningPlacements = running }, new(ActorId.From("p"), Role.PartnerContact)).Select(refusal => refusal.Code));

    [Fact]
    public void An_opportunity_is_not_archived_while_somebody_works_there() =>
        Assert.Equal(
            "2 placements have not ended.", Assert.Single(Table.Refusals(Closed, Archive, NoneMet, Actor.Clock)).Sentence);
}
