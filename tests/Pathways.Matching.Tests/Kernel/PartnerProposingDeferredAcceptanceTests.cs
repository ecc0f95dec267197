using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class PartnerProposingDeferredAcceptanceTests
{
    [Theory]
    [MemberData(nameof(LaminarChoiceTests.Markets), MemberType = typeof(LaminarChoiceTests))]
    public void Partners_propose_as_in_the_textbook(
        int applicants, int programs, int longest, int largest, int classes, int deepest, int widest)
    {
        for (var draw = 0ul; draw < 12; draw++)
        {
            var market = CappedMarket.Random(
                new(draw), applicants, programs, longest, largest, classes, deepest, oneClass: draw % 2 == 0, widest);

            Assert.Equal(market.TextbookPartnersPropose(), market.PartnersPropose());
        }
    }

    [Fact]
    public void Without_caps_every_program_proposes_for_itself()
    {
        for (var draw = 0ul; draw < 30; draw++)
        {
            var random = new RandomMarket(draw, 200, 20, 8, 12, 3, skewed: true);
            var market = random.Market;
            var expected = OpportunityProposingDeferredAcceptance.Solve(market, random.Order(market));

            Assert.Equal(expected, PartnerProposingDeferredAcceptance.Solve(market, random.Order(market)));
            var wide = market.WithCaps(new([.. Enumerable.Repeat(20, 20), Market.None], [random.Capacity.Sum()]));
            Assert.Equal(expected, PartnerProposingDeferredAcceptance.Solve(wide, random.Order(market)));
        }
    }

    [Fact]
    public void Of_several_programs_that_want_an_applicant_equally_it_is_offered_the_one_it_likes_best()
    {
        var market = RandomMarket.MarketOf([[2, 0, 1]], [[4, 4, 4]], [1, 1, 1]).WithCaps(new([3, 3, 3, Market.None], [1]));

        Assert.Equal([0], PartnerProposingDeferredAcceptance.Solve(market, Solving.LowerFirst(market)));
    }

    [Fact]
    public void A_cap_of_none_offers_nothing()
    {
        var market = RandomMarket.MarketOf([[0, 1]], [[4, 4]], [1, 1]).WithCaps(new([2, Market.None, Market.None], [0]));

        Assert.Equal([1], PartnerProposingDeferredAcceptance.Solve(market, Solving.LowerFirst(market)));
    }

    // The example of the page: each of two partners, with one place for its two programs, gets its first choice.
    [Fact]
    public void The_example_of_the_page()
    {
        // Clinic and lab belong to the hospital, shop and office to the works. Ana would rather be at the clinic, Ben in the office.
        var market = RandomMarket.MarketOf([[0, 2, 3], [3, 1, 0]], [[0, 1, 1], [0, 1, 1]], [1, 1, 1, 1])
            .WithCaps(new([4, 4, 5, 5, Market.None, Market.None], [1, 1]));
        var order = Solving.LowerFirst(market);

        Assert.Equal([1, 4], PartnerProposingDeferredAcceptance.Solve(market, order));
        var workspace = new Workspace();
        CumulativeOffer.Solve(market, new LaminarChoice<SinglePlaceOrder>(market, order, workspace), workspace);
        Assert.Equal([0, 3], workspace.Next[..2]);
    }

    [Fact]
    public void Nobody_and_nothing_is_a_market_too()
    {
        var market = RandomMarket.MarketOf([], [], []);

        Assert.Empty(PartnerProposingDeferredAcceptance.Solve(market, Solving.LowerFirst(market)));
    }

    [Fact]
    public void Cancelling_stops_the_run()
    {
        var market = new RandomMarket(1, 100, 10, 5, 5, 5).Market;

        Assert.Throws<OperationCanceledException>(() =>
            PartnerProposingDeferredAcceptance.Solve(market, Solving.LowerFirst(market), new CancellationToken(canceled: true)));
    }
}
