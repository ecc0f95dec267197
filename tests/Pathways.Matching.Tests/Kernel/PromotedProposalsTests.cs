using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class PromotedProposalsTests
{
    [Fact]
    public void Every_tiny_market_gets_a_stable_matching_of_two_thirds_of_the_largest()
    {
        var workspace = new Workspace();
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie: false);

            PromotedProposals.Solve(tiny.Market, new LotteryOrder(tiny.Market.Class, tiny.Applicants, new(draw)), workspace);

            var found = tiny.Read(workspace.Next);
            Assert.True(tiny.IsStable(found), tiny.Said(found));
            Assert.True(3 * TiedMarket.Size(found) >= 2 * tiny.StableMatchings().Max(TiedMarket.Size), tiny.Said(found));
        }
    }

    // The last is of more classes than a cutoff has room for.
    [Theory]
    [InlineData(200, 40, 10, 8, 3, false)]
    [InlineData(300, 200, 30, 1, 2, true)]
    [InlineData(500, 30, 20, 16, 2, true)]
    [InlineData(500, 30, 20, 17, 2, true)]
    [InlineData(1000, 20, 20, 60, 1, false)]
    [InlineData(1000, 100, 20, 8, 2_000_000_000, true)]
    public void Blocks_and_heaps_find_what_one_applicant_at_a_time_finds(
        int applicants, int programs, int longest, int largest, int classes, bool skewed)
    {
        for (var draw = 0ul; draw < 8; draw++)
        {
            var random = new RandomMarket(draw, applicants, programs, longest, largest, classes, skewed);
            var market = random.Market;

            Assert.Equal(OneAtATime(random), Solve(market, random.Order(market)));
        }
    }

    [Fact]
    public void Without_ties_it_is_deferred_acceptance()
    {
        for (var draw = 0ul; draw < 20; draw++)
        {
            var random = new RandomMarket(draw, 300, 40, 10, 6, 1);
            var ranks = new Chance(draw).Shuffled(Enumerable.Range(0, random.Market.Edges));
            var strict = random.Market.WithClasses(ranks);
            var order = random.Order(strict);

            Assert.Equal(Solving.ApplicantsPropose(strict, order), Solve(strict, order));
        }
    }

    [Fact]
    public void Whose_turn_comes_first_changes_nothing()
    {
        for (var draw = 0ul; draw < 30; draw++)
        {
            var random = new RandomMarket(draw, 60, 12, 8, 6, 3);
            var market = random.Market;
            var renumbered = Renumbered.Of(market, new Chance(draw).Shuffled(Enumerable.Range(0, 60)), [.. Enumerable.Range(0, 12)]);
            int[] place = [.. renumbered.Applicants.Select(a => random.Place[a])];

            var found = Solve(renumbered.Market, new SinglePlaceOrder(renumbered.Market.Class, place, TieBreaker.Inverse(place)));

            var expected = Solve(market, random.Order(market));
            Assert.Equal(renumbered.Applicants.Select(a => expected[a]), found);
        }
    }

    [Fact]
    public void Nobody_nothing_and_no_seats_are_markets_too()
    {
        var market = RandomMarket.MarketOf([[0, 1], [], [0]], [[5, 0], [], [5]], [0, 1]);
        Assert.Equal([1, Market.None, Market.None], Solve(market, Solving.LowerFirst(market)));

        market = RandomMarket.MarketOf([], [], [3]);
        Assert.Empty(Solve(market, Solving.LowerFirst(market)));

        market = RandomMarket.MarketOf([[0], [0]], [[0], [0]], [int.MaxValue]);
        Assert.Equal([0, 0], Solve(market, Solving.LowerFirst(market)));
    }

    // The page's example: ana's better number at the lab costs ben his only choice, until he comes back promoted.
    [Fact]
    public void A_second_chance_places_both()
    {
        var market = RandomMarket.MarketOf([[0, 1], [0]], [[0, 0], [0]], [1, 1]);

        Assert.Equal([0, Market.None], Solving.ApplicantsPropose(market, Solving.LowerFirst(market)));
        Assert.Equal([1, 0], Solve(market, Solving.LowerFirst(market)));
    }

    [Fact]
    public void A_run_in_a_workspace_that_fits_allocates_nothing()
    {
        var random = new RandomMarket(1, 1000, 50, 10, 30, 3, skewed: true);
        var market = random.Market;
        var order = random.Order(market);
        var workspace = new Workspace();
        PromotedProposals.Solve(market, order, workspace);
        PromotedProposals.Solve(market, order, workspace);

        Assert.Equal(0, Allocations.Least(() =>
        {
            PromotedProposals.Solve(market, order, workspace);
        }));
    }

    [Fact]
    public void Cancelling_stops_the_run()
    {
        var market = new RandomMarket(1, 100, 10, 5, 5, 5).Market;

        Assert.Throws<OperationCanceledException>(
            () => PromotedProposals.Solve(market, Solving.LowerFirst(market), new(), new CancellationToken(canceled: true)));
    }

    private static int[] Solve<TOrder>(Market market, TOrder order)
        where TOrder : struct, IApplicantOrder
    {
        var workspace = new Workspace();
        PromotedProposals.Solve(market, order, workspace);
        return
        [
            .. Enumerable.Range(0, market.Applicants)
                .Select(a => workspace.Next[a] < market.First[a + 1] ? market.Program[workspace.Next[a]] : Market.None),
        ];
    }

    // Király's words, one applicant at a time: whoever is through the list starts over once, above equals who are not.
    private static int[] OneAtATime(RandomMarket random)
    {
        var next = new int[random.Lists.Length];
        var held = random.Capacity.Select(_ => new List<(int Class, bool Promoted, int Place, int Applicant)>()).ToArray();
        var free = new Stack<int>(Enumerable.Range(0, random.Lists.Length));
        while (free.TryPop(out var a))
        {
            var length = random.Lists[a].Length;
            if (next[a] == 2 * length)
            {
                continue;
            }

            var at = next[a]++;
            var seats = held[random.Lists[a][at % length]];
            seats.Add((random.Class[a][at % length], at >= length, random.Place[a], a));
            if (seats.Count > random.Capacity[random.Lists[a][at % length]])
            {
                var worst = seats.Min();
                seats.Remove(worst);
                free.Push(worst.Applicant);
            }
        }

        var matched = new int[random.Lists.Length];
        Array.Fill(matched, Market.None);
        for (var p = 0; p < held.Length; p++)
        {
            held[p].ForEach(seat => matched[seat.Applicant] = p);
        }

        return matched;
    }
}
