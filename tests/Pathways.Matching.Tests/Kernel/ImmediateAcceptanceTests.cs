using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class ImmediateAcceptanceTests
{
    [Theory]
    [InlineData(200, 40, 10, 8, 3, false)]
    [InlineData(300, 200, 30, 1, 1000, true)]
    [InlineData(500, 30, 20, 17, 2, true)]
    [InlineData(2000, 30, 30, 100, 4, true)]
    [InlineData(2000, 500, 12, 5, 50, false)]
    public void Blocks_and_heaps_find_what_the_textbook_finds(int applicants, int programs, int longest, int largest, int classes, bool skewed)
    {
        for (var draw = 0ul; draw < 12; draw++)
        {
            var random = new RandomMarket(draw, applicants, programs, longest, largest, classes, skewed);
            var market = random.Market;
            var (expected, rounds) = Textbook(random, (a, at) => (random.Class[a][at], random.Place[a]));

            var (matched, lastRound) = Solving.AtOnce(market, random.Order(market));

            Assert.Equal(expected, matched);
            Assert.Equal(rounds, lastRound);
        }
    }

    [Fact]
    public void Each_program_can_have_its_own_lottery()
    {
        for (var draw = 0ul; draw < 100; draw++)
        {
            var random = new RandomMarket(draw, 80, 12, 8, 5, 1);
            var market = random.Market;
            var rank = new int[market.Edges];
            var chance = new Chance(draw);
            for (var p = 0; p < market.Programs; p++)
            {
                var own = chance.Shuffled(Enumerable.Range(0, market.Edges).Where(e => market.Program[e] == p));
                Array.ForEach([.. own.Index()], entry => rank[entry.Item] = entry.Index);
            }

            var (expected, rounds) = Textbook(random, (a, at) => (rank[market.First[a] + at], 0));

            var (matched, lastRound) = Solving.AtOnce(market, new OwnRankOrder(rank));

            Assert.Equal(expected, matched);
            Assert.Equal(rounds, lastRound);
        }
    }

    // Put whoever lists a program higher above everybody else there: then there is one stable matching, and this is it.
    // H. Ergin and T. Sonmez, "Games of School Choice under the Boston Mechanism", Journal of Public Economics 90 (2006) 215-237.
    [Fact]
    public void It_is_the_stable_matching_where_the_place_on_the_list_comes_before_priority()
    {
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var tiny = TinyMarket.Draw(draw);
            var changed = tiny with
            {
                Priorities =
                [
                    .. tiny.Priorities.Select((order, p) => order
                        .OrderBy(a => tiny.Lists[a].Contains(p) ? Array.IndexOf(tiny.Lists[a], p) : int.MaxValue).ToArray()),
                ],
            };
            var market = tiny.Compile();

            var (matched, _) = Solving.AtOnce(market, Solving.LowerFirst(market));

            var stable = Assert.Single(changed.Matchings(), matching => !changed.Blocking(matching).Any());
            Assert.True(stable.SequenceEqual(matched), $"Draw {draw}: {tiny} gives {TinyMarket.Write(matched)}, not {TinyMarket.Write(stable)}.");
        }
    }

    // The page about this algorithm.
    [Fact]
    public void Worked_example()
    {
        // ana: clinic, lab; ben: clinic, lab; cy: lab. The clinic ranks ben, ana; the lab ana, ben, cy.
        int[][] classes = [[0, 2], [1, 1], [0]];
        var market = RandomMarket.MarketOf([[0, 1], [0, 1], [1]], classes, [1, 1]);

        var (matched, lastRound) = Solving.AtOnce(market, Solving.LowerFirst(market));

        Assert.Equal([Market.None, 0, 1], matched);
        Assert.Equal([1, 1], lastRound);

        // Ana has the highest priority at the lab, and would have had it for the asking.
        var cautious = RandomMarket.MarketOf([[1, 0], [0, 1], [1]], [[2, 0], [1, 1], [0]], [1, 1]);
        Assert.Equal([1, 0, Market.None], Solving.AtOnce(cautious, Solving.LowerFirst(cautious)).Matched);
    }

    [Fact]
    public void A_round_is_a_place_of_the_list_even_when_nobody_can_gain_in_it()
    {
        // b asks for p in vain twice over: the seats at q go in round three, when b and c get there.
        var market = RandomMarket.MarketOf([[0], [0, 1, 2], [1, 0, 2], [1]], [[9], [0, 0, 0], [0, 0, 0], [9]], [1, 1, 2]);

        var (matched, lastRound) = Solving.AtOnce(market, Solving.LowerFirst(market));

        Assert.Equal([0, 2, 2, 1], matched);
        Assert.Equal([1, 1, 3], lastRound);
    }

    [Fact]
    public void Nobody_nothing_and_no_seats_are_markets_too()
    {
        Assert.Empty(AtOnce(RandomMarket.MarketOf([], [], [1])).Matched);
        Assert.Equal([Market.None], AtOnce(RandomMarket.MarketOf([[]], [[]], [])).Matched);
        var (matched, lastRound) = AtOnce(RandomMarket.MarketOf([[0, 1], [0]], [[0, 0], [0]], [0, int.MaxValue]));
        Assert.Equal([1, Market.None], matched);
        Assert.Equal([0, 0], lastRound);
    }

    [Fact]
    public void Relabelling_applicants_and_programs_changes_nothing() => Relabelled.Check(
        (market, place) => Solving.AtOnce(market, new SinglePlaceOrder(market.Class, place, TieBreaker.Inverse(place))).Matched);

    [Fact]
    public void A_run_in_a_workspace_that_fits_allocates_nothing()
    {
        var random = new RandomMarket(1, 1000, 50, 10, 30, 5, skewed: true);
        var market = random.Market;
        var (order, workspace, rounds) = (random.Order(market), new Workspace(), new int[50]);
        ImmediateAcceptance.Solve(market, order, workspace, rounds);
        ImmediateAcceptance.Solve(market, order, workspace, rounds);

        Assert.Equal(0, Allocations.Least(() =>
        {
            ImmediateAcceptance.Solve(market, order, workspace, rounds);
        }));
    }

    [Fact]
    public void Cancelling_stops_the_run()
    {
        var market = new RandomMarket(1, 100, 10, 5, 5, 5).Market;

        Assert.Throws<OperationCanceledException>(() => ImmediateAcceptance.Solve(
            market, Solving.LowerFirst(market), new(), cancellationToken: new CancellationToken(canceled: true)));
    }

    private static (int[] Matched, int[] LastRound) AtOnce(Market market) => Solving.AtOnce(market, Solving.LowerFirst(market));

    /// <summary>Round by round, everybody without a seat applies, and each program takes the best for the seats it has left.</summary>
    private static (int[] Matched, int[] LastRound) Textbook(RandomMarket random, Func<int, int, (int, int)> key)
    {
        var left = (int[])random.Capacity.Clone();
        var lastRound = new int[left.Length];
        var matched = new int[random.Lists.Length];
        Array.Fill(matched, Market.None);
        for (var round = 1; round <= random.Lists.Max(list => list.Length); round++)
        {
            var applications = Enumerable.Range(0, matched.Length)
                .Where(a => matched[a] == Market.None && random.Lists[a].Length >= round)
                .ToLookup(a => random.Lists[a][round - 1]);
            foreach (var program in applications.Where(program => left[program.Key] > 0))
            {
                foreach (var a in program.OrderByDescending(a => key(a, round - 1)).Take(left[program.Key]).ToList())
                {
                    matched[a] = program.Key;
                    left[program.Key]--;
                }

                lastRound[program.Key] = left[program.Key] == 0 ? round : 0;
            }
        }

        return (matched, lastRound);
    }
}
