using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class SeatBlocksTests
{
    private static readonly SmallKind[] Seats = [new(5, SeatAccess.MembersOnly, 0, PassesOn: true), new(int.MaxValue - 9), new(4, SeatAccess.MembersFirst, 1)];

    [Fact]
    public void A_block_is_no_larger_than_the_seats_or_the_edges()
    {
        var market = new SeatMarket([new(SeatRule.Slots, Seats)], [[0], [0], [0]], [[0], [1], [2]], [1, 2, 3]).Market;

        var blocks = new SeatBlocks().Fit(market);

        Assert.Equal([0, 3, 6], blocks.Start[..3]);
        Assert.Equal((9, 12), (blocks.RestStart[0], blocks.Held.Length));
        Assert.Equal((0, 5), (blocks.RestCount[0], blocks.RestSeats[0]));
        Assert.Equal(1ul, blocks.Reserved[0]);
    }

    [Fact]
    public void Fitting_again_holds_nobody_and_allocates_nothing()
    {
        var market = SeatMarket.Draw(5, SeatRule.SoftOverlap, 6, 3).Market;
        var workspace = new Workspace();
        CumulativeOffer.Solve(market, new SeatChoice<SinglePlaceOrder>(market, Solving.LowerFirst(market), workspace), workspace);
        Assert.NotEqual(0, workspace.Seats.Count.Sum() + workspace.Seats.RestCount.Sum());

        Assert.Equal(0, Allocations.Least(() =>
        {
            workspace.Seats.Fit(market);
        }));
        Assert.Equal(0, workspace.Seats.Count.Sum() + workspace.Seats.RestCount.Sum());
    }

    [Fact]
    public void A_market_without_kinds_of_seats_has_no_blocks() =>
        Assert.Throws<ArgumentException>(() => new SeatBlocks().Fit(new RandomMarket(1, 3, 3, 3, 3, 3).Market));
}
