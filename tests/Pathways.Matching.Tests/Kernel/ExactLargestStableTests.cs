using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using Pathways.Matching.Verification;

namespace Pathways.Matching.Tests.Kernel;

public sealed class ExactLargestStableTests
{
    private static readonly Func<bool> Never = () => false;

    [Fact]
    public void No_weakly_stable_matching_of_ten_thousand_markets_is_larger()
    {
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var market = TieInstance.Tiny(draw);
            var largest = TieInstance.StableMatchings(market).Max(TieInstance.Size);
            var exact = ExactLargestStable.Solve(market, null, Never);
            Assert.True(TieInstance.IsStable(market, exact.EdgeOf), $"Draw {draw}: not stable.");
            Assert.True(
                exact.Size == largest && exact.UpperBound == largest && TieInstance.Size(exact.EdgeOf) == largest,
                $"Draw {draw}: {exact.Size} to {exact.UpperBound} instead of {largest}.");
        }
    }

    [Fact]
    public void A_bound_is_never_below_the_truth_wherever_the_search_stops()
    {
        var stopped = 0;
        for (var draw = 0ul; draw < 12; draw++)
        {
            var market = TieInstance.Medium(draw, applicants: 40, seats: 1 + (int)(draw % 2), longest: 4, classes: 3, tiesInSix: (int)(draw % 3));
            var exact = ExactLargestStable.Solve(market, null, Never);
            Assert.Equal(exact.Size, exact.UpperBound);
            for (var nodes = 0; nodes < 10; nodes++)
            {
                var early = ExactLargestStable.Solve(market, null, Never, nodes);
                Assert.InRange(early.Size, 0, exact.Size);
                Assert.InRange(early.UpperBound, exact.Size, int.MaxValue);
                Assert.InRange(early.Nodes, 0, nodes);
                Assert.True(TieInstance.IsStable(market, early.EdgeOf), $"Draw {draw}, {nodes} nodes: not stable.");
                stopped += early.Size < early.UpperBound ? 1 : 0;
            }

            for (var asked = 0; asked < 60; asked += 7)
            {
                var left = asked;
                var early = ExactLargestStable.Solve(market, null, () => left-- <= 0);
                Assert.InRange(early.Size, 0, exact.Size);
                Assert.InRange(early.UpperBound, exact.Size, int.MaxValue);
                Assert.True(TieInstance.IsStable(market, early.EdgeOf), $"Draw {draw}, asked {asked} times: not stable.");
                stopped += early.Size < early.UpperBound ? 1 : 0;
            }
        }

        Assert.InRange(stopped, 20, int.MaxValue);
    }

    [Fact]
    public void A_limit_of_nodes_gives_the_same_every_time()
    {
        var market = TieInstance.Medium(draw: 3, applicants: 120, seats: 2, longest: 5, classes: 4, tiesInSix: 2);
        var (one, other) = (ExactLargestStable.Solve(market, null, Never, 8), ExactLargestStable.Solve(market, null, Never, 8));
        Assert.Equal(one.EdgeOf, other.EdgeOf);
        Assert.Equal((one.Size, one.UpperBound, one.Nodes), (other.Size, other.UpperBound, other.Nodes));
    }

    // These need a search, and the search of the same market in another order takes another way.
    [Fact]
    public void Another_order_of_applicants_and_programs_gives_the_same_size()
    {
        var nodes = 0L;
        for (var draw = 0ul; draw < 30; draw++)
        {
            var market = TieInstance.Medium(draw, applicants: 45, seats: 1 + (int)(draw % 3), longest: 4, classes: 3, tiesInSix: (int)(draw % 3));
            var (one, other) = (ExactLargestStable.Solve(market, null, Never), ExactLargestStable.Solve(Reversed(market), null, Never));
            Assert.True(one.Size == other.Size, $"Draw {draw}: {one.Size} and {other.Size}.");
            Assert.Equal((one.Size, other.Size), (one.UpperBound, other.UpperBound));
            nodes += one.Nodes;
        }

        Assert.InRange(nodes, 1, long.MaxValue);
    }

    // Who has most to lose from a wrong tie: the last of a chain. Heuristics that break ties well as a rule leave somebody out.
    [Fact]
    public void A_chain_of_fifty_is_placed_completely_where_heuristics_leave_somebody_out()
    {
        var market = TieInstance.Chain(ChainDraw, 50);
        var core = TieCore.Of(market);
        var guided = new GuidedAcceptance(core);
        var chance = new Chance(1);
        for (var time = 0; time < 100; time++)
        {
            Assert.InRange(guided.Run([.. Enumerable.Range(0, core.Edges).Select(_ => (double)chance.Below(1000))]), 0, 49);
        }

        var exact = ExactLargestStable.Solve(market, null, Never);
        Assert.Equal((50, 50), (exact.Size, exact.UpperBound));
        Assert.True(TieInstance.IsStable(market, exact.EdgeOf));
    }

    [Fact]
    public void Chains_are_placed_completely()
    {
        for (var draw = 0ul; draw < 40; draw++)
        {
            var exact = ExactLargestStable.Solve(TieInstance.Chain(draw, 50), null, Never);
            Assert.True(exact is { Size: 50, UpperBound: 50 }, $"Draw {draw}: {exact.Size} to {exact.UpperBound}.");
        }
    }

    [Fact]
    public void Markets_side_by_side_have_the_sum_of_their_sizes()
    {
        for (var draw = 0ul; draw < 60; draw++)
        {
            Market[] markets = [TieInstance.Tiny(3 * draw), TieInstance.Tiny((3 * draw) + 1), TieInstance.Medium(draw, 12, 1, 3, 2, 2)];
            var together = ExactLargestStable.Solve(SideBySide(markets), null, Never);
            Assert.Equal(markets.Sum(market => ExactLargestStable.Solve(market, null, Never).Size), together.Size);
            Assert.Equal(together.Size, together.UpperBound);
        }
    }

    [Fact]
    public void The_result_is_no_smaller_than_the_start()
    {
        for (var draw = 0ul; draw < 500; draw++)
        {
            var market = TieInstance.Tiny(draw);
            foreach (var start in TieInstance.StableMatchings(market))
            {
                var result = ExactLargestStable.Solve(market, start, () => true);
                Assert.InRange(result.Size, TieInstance.Size(start), result.UpperBound);
                Assert.True(TieInstance.IsStable(market, result.EdgeOf), $"Draw {draw}: not stable.");
            }
        }
    }

    [Fact]
    public void A_start_that_is_not_stable_is_refused()
    {
        var market = RandomMarket.MarketOf([[0], [0, 1]], [[0], [0, 0]], [1, 1]);
        Assert.Equal("start", Assert.Throws<ArgumentException>(() => ExactLargestStable.Solve(market, [0, Market.None], Never)).ParamName);
        Assert.Equal("start", Assert.Throws<ArgumentException>(() => ExactLargestStable.Solve(market, [0, 1], Never)).ParamName);
        Assert.Equal("start", Assert.Throws<ArgumentException>(() => ExactLargestStable.Solve(market, [0], Never)).ParamName);
        Assert.Equal("start", Assert.Throws<ArgumentException>(() => ExactLargestStable.Solve(market, [2, Market.None], Never)).ParamName);
        Assert.Equal(2, ExactLargestStable.Solve(market, [0, 2], () => true).Size);
    }

    [Fact]
    public void Markets_with_nothing_to_decide_are_solved_without_a_search()
    {
        Assert.Equal(0, ExactLargestStable.Solve(RandomMarket.MarketOf([], [], []), null, Never).Size);
        var empty = ExactLargestStable.Solve(RandomMarket.MarketOf([[], []], [[], []], [3]), null, Never, 0);
        Assert.Equal((0, 0), (empty.Size, empty.UpperBound));
        var closed = ExactLargestStable.Solve(RandomMarket.MarketOf([[0, 1], [1, 0]], [[0, 0], [0, 0]], [0, 0]), null, Never, 0);
        Assert.Equal((0, 0), (closed.Size, closed.UpperBound));
        var roomy = ExactLargestStable.Solve(RandomMarket.MarketOf([[0, 1], [0]], [[0, 0], [5]], [2, 1]), null, Never, 0);
        Assert.Equal([0, 2], roomy.EdgeOf);
        Assert.Equal(2, roomy.UpperBound);
        var equal = ExactLargestStable.Solve(
            RandomMarket.MarketOf([.. Enumerable.Repeat<int[]>([0, 1], 9)], [.. Enumerable.Repeat<int[]>([0, 0], 9)], [3, 4]), null, Never, 0);
        Assert.Equal((7, 7), (equal.Size, equal.UpperBound));
    }

    [Fact]
    public void A_market_with_caps_or_seat_plans_is_refused()
    {
        var market = RandomMarket.MarketOf([[0]], [[0]], [1]);
        var capped = market.WithCaps(new CapTree([1, Market.None], [1]));
        Assert.Equal("market", Assert.Throws<ArgumentException>(() => ExactLargestStable.Solve(capped, null, Never)).ParamName);
    }

    [Fact]
    public void Cancelling_ends_the_search()
    {
        var market = TieInstance.Medium(draw: 3, applicants: 60, seats: 1, longest: 4, classes: 3, tiesInSix: 2);
        Assert.Throws<OperationCanceledException>(() => ExactLargestStable.Solve(market, null, Never, cancellationToken: new(canceled: true)));
    }

    // The example of docs/algorithms/exact-largest-stable.md.
    [Fact]
    public void The_worked_example_places_all_three()
    {
        // Programs: 0 the clinic, 1 the lab, 2 the garage. Ana and Ben tie at the clinic, Ben and Cy at the lab.
        int[][] lists = [[0], [0, 1], [1, 2]];
        int[][] classes = [[0], [0, 0], [0, 0]];
        var market = RandomMarket.MarketOf(lists, classes, [1, 1, 1]);
        Assert.Equal([2, 2, 3], TieInstance.StableMatchings(market).Select(TieInstance.Size).Order());
        var exact = ExactLargestStable.Solve(market, null, Never);
        Assert.Equal([0, 1, 2], exact.EdgeOf.Select(e => market.Program[e]));
        Assert.Equal((3, 3), (exact.Size, exact.UpperBound));
        Assert.Empty(Stability.BlockingPairs(market, [0, 1, 2]));
    }

    private const ulong ChainDraw = 301;

    private static Market Reversed(Market market)
    {
        var (lists, classes, ties) = (new List<int[]>(), new List<int[]>(), new List<bool>());
        for (var a = market.Applicants - 1; a >= 0; a--)
        {
            var range = market.First[a]..market.First[a + 1];
            lists.Add([.. market.Program[range].Select(p => market.Programs - 1 - p)]);
            classes.Add(market.Class[range]);
            ties.AddRange(Enumerable.Range(range.Start.Value, lists[^1].Length).Select(e => market.Tied is { } tied && tied[e]));
        }

        return Tied(lists, classes, [.. market.Capacity.Reverse()], ties);
    }

    private static Market SideBySide(Market[] markets)
    {
        var (lists, classes, capacity, ties) = (new List<int[]>(), new List<int[]>(), new List<int>(), new List<bool>());
        foreach (var market in markets)
        {
            for (var a = 0; a < market.Applicants; a++)
            {
                var range = market.First[a]..market.First[a + 1];
                lists.Add([.. market.Program[range].Select(p => p + capacity.Count)]);
                classes.Add(market.Class[range]);
            }

            ties.AddRange(Enumerable.Range(0, market.Edges).Select(e => market.Tied is { } tied && tied[e]));
            capacity.AddRange(market.Capacity);
        }

        return Tied(lists, classes, [.. capacity], ties);
    }

    private static Market Tied(List<int[]> lists, List<int[]> classes, int[] capacity, List<bool> ties)
    {
        var strict = RandomMarket.MarketOf([.. lists], [.. classes], capacity);
        var marks = new TieMarks(strict.Edges);
        for (var e = 0; e < strict.Edges; e++)
        {
            marks[e] = ties[e];
        }

        return new(strict.First, strict.Program, strict.Class, strict.Capacity, marks);
    }
}
