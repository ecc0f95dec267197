using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class TopTradingCyclesTests
{
    [Fact]
    public void Following_one_chain_finds_what_all_trades_at_once_find()
    {
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var tiny = TinyMarket.Draw(draw);
            var (market, ranked) = (tiny.Compile(), tiny.Ranked());

            var traded = Solving.ByTrade(market, Solving.LowerFirst(ranked), ranked);

            var expected = Textbook(tiny.Lists, tiny.Priorities, tiny.Seats);
            if (!Same(expected, traded))
            {
                Assert.Fail($"Draw {draw}: {tiny} gives {TinyMarket.Write(traded.Matched)}, not {TinyMarket.Write(expected.Matched)}, or other steps.");
            }
        }
    }

    [Theory]
    [InlineData(200, 40, 10, 8, 3, false)]
    [InlineData(300, 200, 30, 1, 1000, true)]
    [InlineData(300, 30, 20, 17, 2, true)]
    [InlineData(400, 150, 12, 2, 5, false)]
    public void Larger_markets_too(int applicants, int programs, int longest, int largest, int classes, bool skewed)
    {
        for (var draw = 0ul; draw < 8; draw++)
        {
            var random = new RandomMarket(draw, applicants, programs, longest, largest, classes, skewed);
            var market = random.Market;

            Assert.True(Same(Textbook(random.Lists, Listed(random), random.Capacity), Solving.ByTrade(market, random.Order(market))), $"Draw {draw}.");
        }
    }

    // Every third program ranks everybody by the lottery alone.
    [Fact]
    public void Programs_that_rank_everybody_share_one_list()
    {
        for (var draw = 0ul; draw < 300; draw++)
        {
            var random = new RandomMarket(draw, 40, 12, 6, 3, 3);
            var market = random.Market;
            bool[] all = [.. Enumerable.Range(0, 12).Select(p => p % 3 == 0)];
            int[] everybody = [.. Enumerable.Range(0, 40).OrderByDescending(a => random.Place[a])];
            int[][] priorities = [.. Listed(random).Select((list, p) => all[p] ? everybody : list)];

            var traded = Solving.ByTrade(market, random.Order(market), ranksAll: all);

            Assert.True(Same(Textbook(random.Lists, priorities, random.Capacity), traded), $"Draw {draw}.");
        }
    }

    // Theorem: if all programs rank by one order, nobody has anything to trade.
    [Fact]
    public void With_one_order_for_all_it_is_serial_dictatorship()
    {
        for (var draw = 0ul; draw < 50; draw++)
        {
            var random = new RandomMarket(draw, 500, 60, 10, 6, classes: 1);
            var market = random.Market;
            bool[] all = [.. Enumerable.Repeat(true, 60)];
            var expected = Solving.InTurn(market, TieBreaker.Inverse(random.Place));

            Assert.Equal(expected, Solving.ByTrade(market, random.Order(market)).Matched);
            Assert.Equal(expected, Solving.ByTrade(market, random.Order(market), ranksAll: all).Matched);
        }
    }

    // The page about this algorithm.
    [Fact]
    public void Worked_example()
    {
        // ana: clinic, lab; ben: lab, clinic; cy: clinic. The lab ranks ana, ben, cy; the clinic ben, cy, ana.
        var tiny = new TinyMarket([[0, 1], [1, 0], [0]], [[1, 2, 0], [0, 1, 2]], [1, 1]);
        var ranked = tiny.Ranked();

        var (matched, step, lastStep) = Solving.ByTrade(tiny.Compile(), Solving.LowerFirst(ranked), ranked);

        Assert.Equal([0, 1, Market.None], matched);
        Assert.Equal([1, 1, 2], step);
        Assert.Equal([1, 1], lastStep);
        Assert.Equal([(2, 0)], tiny.Blocking(matched));
    }

    [Fact]
    public void A_long_ring_trades_at_once()
    {
        const int Length = 50_000;
        // Applicant a wants program a + 1 and is ranked first by program a.
        var market = RandomMarket.MarketOf(
            [.. Enumerable.Range(0, Length).Select(a => new[] { (a + 1) % Length, a })],
            [.. Enumerable.Range(0, Length).Select(_ => new[] { 0, 1 })],
            [.. Enumerable.Repeat(1, Length)]);

        var (matched, step, _) = Solving.ByTrade(market, Solving.LowerFirst(market));

        Assert.Equal(Enumerable.Range(0, Length).Select(a => (a + 1) % Length), matched);
        Assert.All(step, own => Assert.Equal(1, own));
    }

    [Fact]
    public void Nobody_nothing_and_no_seats_are_markets_too()
    {
        Assert.Empty(ByTrade(RandomMarket.MarketOf([], [], [1])).Matched);
        Assert.Empty(ByTrade(RandomMarket.MarketOf([], [], [1]), [true]).Matched);
        Assert.Equal([Market.None], ByTrade(RandomMarket.MarketOf([[]], [[]], [])).Matched);
        var (matched, step, lastStep) = ByTrade(RandomMarket.MarketOf([[0, 1], [0], []], [[0, 0], [0], []], [0, int.MaxValue]));
        Assert.Equal([1, Market.None, Market.None], matched);
        Assert.Equal([1, 1, 1], step);
        Assert.Equal([0, 0], lastStep);
    }

    [Fact]
    public void Relabelling_applicants_and_programs_changes_nothing() => Relabelled.Check(
        (market, place) => Solving.ByTrade(market, new SinglePlaceOrder(market.Class, place, TieBreaker.Inverse(place))).Matched);

    [Fact]
    public void A_run_in_a_workspace_that_fits_allocates_nothing_once_the_pool_is_warm()
    {
        var random = new RandomMarket(1, 1000, 50, 10, 30, 5, skewed: true);
        var market = random.Market;
        var (order, workspace, step) = (random.Order(market), new Workspace(), new int[1000]);
        TopTradingCycles.Solve(market, market, null, order, workspace, step);
        TopTradingCycles.Solve(market, market, null, order, workspace, step);

        Assert.Equal(0, Allocations.Least(() =>
        {
            TopTradingCycles.Solve(market, market, null, order, workspace, step);
        }));
    }

    [Fact]
    public void Cancelling_stops_the_run()
    {
        var market = new RandomMarket(1, 100, 10, 5, 5, 5).Market;

        Assert.Throws<OperationCanceledException>(() => TopTradingCycles.Solve(
            market, market, null, Solving.LowerFirst(market), new(), cancellationToken: new CancellationToken(canceled: true)));
    }

    private static (int[] Matched, int[] Step, int[] LastStep) ByTrade(Market market, bool[]? ranksAll = null) =>
        Solving.ByTrade(market, Solving.LowerFirst(market), ranksAll: ranksAll);

    private static bool Same((int[], int[], int[]) one, (int[], int[], int[]) other) =>
        one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2) && one.Item3.SequenceEqual(other.Item3);

    /// <summary>By program, those who list it, best first.</summary>
    private static int[][] Listed(RandomMarket random) =>
    [
        .. random.Capacity.Select((_, p) => Enumerable.Range(0, random.Lists.Length)
            .Where(a => random.Lists[a].Contains(p))
            .OrderByDescending(a => (random.Class[a][Array.IndexOf(random.Lists[a], p)], random.Place[a])).ToArray()),
    ];

    /// <summary>The paper's words: in each step everybody points, and all cycles trade at once.</summary>
    private static (int[] Matched, int[] Step, int[] LastStep) Textbook(int[][] lists, int[][] priorities, int[] seats)
    {
        var (left, lastStep) = ((int[])seats.Clone(), new int[seats.Length]);
        var (matched, gone) = (new int[lists.Length], new int[lists.Length]);
        Array.Fill(matched, Market.None);
        for (var step = 1; gone.Contains(0); step++)
        {
            var there = Enumerable.Range(0, lists.Length).Where(a => gone[a] == 0).ToList();
            var wants = there.ToDictionary(a => a, a => lists[a].Where(p => left[p] > 0).Append(Market.None).First());
            var head = priorities.Select(list => list.Where(a => gone[a] == 0).Append(Market.None).First()).ToArray();
            foreach (var a in there)
            {
                var at = a;
                for (var i = 0; i < there.Count && wants[at] != Market.None; i++)
                {
                    at = head[wants[at]];
                    if (at == a)
                    {
                        break;
                    }
                }

                if (wants[a] == Market.None)
                {
                    gone[a] = step;
                }
                else if (at == a)
                {
                    (matched[a], gone[a]) = (wants[a], step);
                }
            }

            foreach (var a in there.Where(a => matched[a] != Market.None))
            {
                left[matched[a]]--;
                lastStep[matched[a]] = left[matched[a]] == 0 ? step : 0;
            }
        }

        return (matched, gone, lastStep);
    }
}
