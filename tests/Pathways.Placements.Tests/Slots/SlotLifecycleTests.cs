using Pathways.Tests;
using static Pathways.Placements.SlotTrigger;
using static Pathways.SlotState;

namespace Pathways.Placements.Tests.Slots;

public class SlotLifecycleTests : TableTests<SlotState, SlotTrigger, SlotFacts>
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 9, 1, 12, 0);
    private static readonly SlotFacts Running = new()
    {
        Now = Noon, HoldExpires = Noon.Plus(Duration.FromHours(1)), OfferAccepted = true, OfferEnded = true, PlacementEnded = true, ReasonGiven = true,
    };

    private static readonly SlotFacts NoneMet = new() { Now = Noon };

    protected override Lifecycle<SlotState, SlotTrigger, SlotFacts> Table => SlotLifecycle.Table;

    protected override IEnumerable<SlotFacts> Samples => [Running, Running with { HoldExpires = Noon }, NoneMet];

    protected override SlotFacts NothingGathered => NoneMet;

    [Fact]
    public void It_has_four_states_and_one_end()
    {
        Assert.Equal(4, Table.States.Length);
        Assert.Equal([Withdrawn], Table.EndStates.ToArray());
    }

    /// <summary>At its instant of expiry a hold is over, and never both running and over.</summary>
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void A_hold_can_be_filled_until_the_instant_at_which_it_expires(int ticks, bool canFill)
    {
        var facts = Running with { Now = Running.HoldExpires!.Value.PlusTicks(ticks) };
        Assert.Equal(canFill, Table.CanAdvance(Held, Fill, facts, Actor.Clock));
        Assert.Equal(canFill ? [] : [ExpireHold], Table.DueAt(Held, facts).AsEnumerable());
    }

    [Fact]
    public void Nobody_takes_a_seat_back_from_a_student() =>
        Assert.All([Held, Filled], state => Assert.DoesNotContain(Table.Transitions, row => row.From == state && row.Trigger == Withdraw));
}
