using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class PromotedProjectProposalsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_tiny_market_gets_a_stable_matching_of_two_thirds_of_the_largest(bool caps)
    {
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie: true, caps);

            var found = tiny.Read(PromotedProjectProposals.Solve(
                tiny.Market, new LotteryOrder(tiny.Market.Class, tiny.Applicants, new(draw))));

            Assert.True(tiny.IsStable(found), tiny.Said(found));
            Assert.True(3 * TiedMarket.Size(found) >= 2 * tiny.StableMatchings().Max(TiedMarket.Size), tiny.Said(found));
        }
    }

    [Fact]
    public void With_strict_lists_and_no_caps_it_finds_what_promoted_proposals_find()
    {
        var workspace = new Workspace();
        for (var draw = 0ul; draw < 30; draw++)
        {
            var random = new RandomMarket(draw, 300, 30, 12, 9, 3, skewed: true);
            var market = random.Market;
            PromotedProposals.Solve(market, random.Order(market), workspace);

            var found = PromotedProjectProposals.Solve(market, random.Order(market));

            Assert.Equal(
                Enumerable.Range(0, 300).Select(a => workspace.Next[a] < market.First[a + 1] ? workspace.Next[a] : Market.None), found);
        }
    }

    [Fact]
    public void Caps_that_hold_nobody_back_leave_the_result_stable_without_them()
    {
        for (var draw = 0ul; draw < 500; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie: true);
            var parent = Enumerable.Range(0, tiny.Programs).Select(p => tiny.Programs + p).Concat(Enumerable.Repeat(Market.None, tiny.Programs));
            var alone = tiny.Market.WithCaps(new([.. parent], tiny.Capacity));

            var found = tiny.Read(PromotedProjectProposals.Solve(alone, new LotteryOrder(alone.Class, tiny.Applicants, new(draw))));

            Assert.True(tiny.IsStable(found), tiny.Said(found));
        }
    }

    // The page's first example: ana does not mind, and took the seat that is ben's only choice.
    [Fact]
    public void Who_does_not_mind_moves_over()
    {
        var tied = new TieMarks(3) { [1] = true };
        var market = new Market([0, 2, 3], [0, 1, 0], [0, 0, 0], [1, 1], tied);

        Assert.Equal([1, 2], PromotedProjectProposals.Solve(market, Solving.LowerFirst(market)));
    }

    // The page's second example: one student in all at the partner, which prefers dee; its other project has a free seat.
    [Fact]
    public void A_full_partner_puts_out_its_worst_wherever_that_is()
    {
        var market = new Market([0, 1, 2], [0, 1], [1, 2], [1, 1], tied: null, plan: null, new([2, 2, Market.None], [1]));

        Assert.Equal([Market.None, 1], PromotedProjectProposals.Solve(market, Solving.LowerFirst(market)));
    }

    [Fact]
    public void A_lecturer_with_two_opinions_of_a_student_is_not_covered()
    {
        CapTree caps = new([2, 2, Market.None], [1]);
        Assert.True(PromotedProjectProposals.Covers(new([0, 2], [0, 1], [1, 1], [1, 1], tied: null, plan: null, caps)));
        Assert.False(PromotedProjectProposals.Covers(new([0, 2], [0, 1], [1, 2], [1, 1], tied: null, plan: null, caps)));
        Assert.True(PromotedProjectProposals.Covers(new([0, 2], [0, 1], [1, 2], [1, 1], tied: null)));
        CapTree deep = new([2, 2, 3, Market.None], [1, 1]);
        Assert.False(PromotedProjectProposals.Covers(new([0, 2], [0, 1], [1, 1], [1, 1], tied: null, plan: null, deep)));
    }

    [Fact]
    public void Cancelling_stops_the_run()
    {
        var market = new RandomMarket(1, 100, 10, 5, 5, 5).Market;

        Assert.Throws<OperationCanceledException>(
            () => PromotedProjectProposals.Solve(market, Solving.LowerFirst(market), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Places_start_and_end_where_the_ties_do()
    {
        var tied = new TieMarks(5) { [1] = true, [2] = true, [4] = true };
        var market = new Market([0, 3, 5], [0, 1, 2, 0, 1], new int[5], [1, 1, 1], tied);

        Assert.Equal([0, 0, 0, 3, 3], Enumerable.Range(0, 5).Select(market.PlaceStart));
        Assert.Equal([3, 3, 3, 5, 5], Enumerable.Range(0, 5).Select(edge => market.PlaceEnd(edge < 3 ? 0 : 1, edge)));
        Assert.Equal([0, 5], [market.BetterEnd(0, 2), market.BetterEnd(1, Market.None)]);
    }
}
