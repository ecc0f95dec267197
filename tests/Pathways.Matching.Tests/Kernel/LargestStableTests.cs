using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class LargestStableTests
{
    // Measured: none is missed, none, and one with caps, where there is no search.
    [Theory]
    [InlineData(false, false, 1, 0)]
    [InlineData(true, false, 1, 0)]
    [InlineData(true, true, 4, 1)]
    public void Nearly_every_tiny_market_gets_a_largest_stable_matching(bool applicantsTie, bool caps, int starts, int mayMiss)
    {
        var missed = new List<string>();
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie, caps);

            var found = tiny.Read(LargestStable.Solve(tiny.Market, new(draw), starts));

            Assert.True(tiny.IsStable(found), tiny.Said(found));
            if (TiedMarket.Size(found) < tiny.StableMatchings().Max(TiedMarket.Size))
            {
                missed.Add(tiny.Said(found));
            }
        }

        Assert.True(missed.Count <= mayMiss, string.Join(Environment.NewLine, missed));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void Larger_markets_get_stable_matchings_as_large_as_the_best_of_many_lotteries(int ties)
    {
        for (var draw = 0ul; draw < 10; draw++)
        {
            var market = Tied(draw, ties);
            var workspace = new Workspace();
            var best = 0;
            for (var lottery = 0ul; lottery < 50; lottery++)
            {
                var own = new Seed(draw).Split(lottery);
                var broken = ShuffledPlaces.Of(market, own).Market;
                DeferredAcceptance.Solve(broken, new LotteryOrder(broken.Class, market.Applicants, own), workspace);
                best = Math.Max(best, Enumerable.Range(0, market.Applicants).Count(a => workspace.Next[a] < market.First[a + 1]));
            }

            var found = LargestStable.Solve(market, new(draw), 2);

            Assert.True(MarketStability.IsStable(market, found), $"draw {draw}");
            Assert.True(found.Count(edge => edge != Market.None) >= best, $"draw {draw}");
        }
    }

    [Fact]
    public void The_same_seed_finds_the_same_and_another_seed_another()
    {
        var market = Tied(1, 30);

        var found = LargestStable.Solve(market, new(7), 2);

        Assert.Equal(found, LargestStable.Solve(market, new(7), 2));
        Assert.NotEqual(found, LargestStable.Solve(market, new(8), 2));
    }

    // The page's example. No chain places ben, since the clinic prefers cy. But cy may overtake ana at the garage, where they are equal.
    [Fact]
    public void Overtaking_an_equal_makes_room_for_somebody_else()
    {
        var market = RandomMarket.MarketOf([[2, 0, 1], [1], [2, 1, 0]], [[2, 0, 1], [1], [2, 2, 1]], [1, 1, 1]);
        Assert.Equal([2, Market.None, 1], Solving.ApplicantsPropose(market, Solving.LowerFirst(market)));

        for (var seed = 0ul; seed < 20; seed++)
        {
            var found = LargestStable.Solve(market, new(seed), 1);

            Assert.Equal([0, 1, 2], found.Select(edge => market.Program[edge]));
        }
    }

    [Fact]
    public void Nobody_nothing_and_no_seats_are_markets_too()
    {
        Assert.Empty(LargestStable.Solve(RandomMarket.MarketOf([], [], []), new(1), 1));
        Assert.Equal([Market.None, Market.None], LargestStable.Solve(RandomMarket.MarketOf([[0], []], [[0], []], [0]), new(1), 1));
    }

    [Fact]
    public void There_is_at_least_one_start() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestStable.Solve(Tied(1, 0), new(1), 0));

    [Fact]
    public void Cancelling_stops_the_search() =>
        Assert.Throws<OperationCanceledException>(() => LargestStable.Solve(Tied(1, 0), new(1), 1, new(canceled: true)));

    [Fact]
    public void Shuffling_keeps_every_place()
    {
        var market = Tied(3, 50);
        var shuffled = ShuffledPlaces.Of(market, new(5));

        Assert.Equal(Enumerable.Range(0, market.Edges), shuffled.EdgeOf.Order());
        Assert.NotEqual(market.Program, shuffled.Market.Program);
        Assert.All(Enumerable.Range(0, market.Edges), edge =>
        {
            Assert.Equal(market.PlaceStart(edge), market.PlaceStart(shuffled.EdgeOf[edge]));
            Assert.Equal(market.Program[shuffled.EdgeOf[edge]], shuffled.Market.Program[edge]);
            Assert.Equal(market.Class[shuffled.EdgeOf[edge]], shuffled.Market.Class[edge]);
        });
        Assert.Same(Tied(3, 0) is var strict ? strict : null, ShuffledPlaces.Of(strict!, new(5)).Market);
    }

    [Fact]
    public void Draws_follow_the_seed()
    {
        var (one, other, third) = (new Draws(new(1)), new Draws(new(1)), new Draws(new(2)));
        int[] first = [.. Enumerable.Range(0, 50).Select(_ => one.Below(1000))];

        Assert.Equal(first, Enumerable.Range(0, 50).Select(_ => other.Below(1000)));
        Assert.NotEqual(first, Enumerable.Range(0, 50).Select(_ => third.Below(1000)));
        Assert.Equal(0, one.Below(1));
    }

    private static Market Tied(ulong draw, int ties)
    {
        var random = new RandomMarket(draw, 150, 30, 8, 8, 3, skewed: true);
        var (market, chance) = (random.Market, new Chance(draw));
        if (ties == 0)
        {
            return market;
        }

        var tied = new TieMarks(market.Edges);
        for (var a = 0; a < market.Applicants; a++)
        {
            for (var edge = market.First[a] + 1; edge < market.First[a + 1]; edge++)
            {
                tied[edge] = chance.Below(100) < ties;
            }
        }

        return new(market.First, market.Program, market.Class, market.Capacity, tied);
    }
}
