using FsCheck;
using FsCheck.Fluent;
using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class TieBreakerTests
{
    private static readonly StudentId[] Students = [.. Enumerable.Range(0, 200).Select(s => StudentId.From($"student {s}"))];
    private static readonly OpportunityId[] Opportunities = [.. Enumerable.Range(0, 5).Select(o => OpportunityId.From($"opportunity {o}"))];

    [Fact]
    public void Draws_are_put_in_order_however_they_are_spread()
    {
        for (var number = 0ul; number < 500; number++)
        {
            var seed = new Seed(number);
            var (count, most) = (seed.Split(1).DrawBelow(number % 10 == 0 ? 2000 : 20), seed.Split(2).Draw() >> seed.Split(3).DrawBelow(64));
            var draws = Enumerable.Range(0, count).Select(i => seed.Split(4).Split((ulong)i).Draw() & most).ToArray();
            Assert.Equal(Enumerable.Range(0, count).OrderBy(i => draws[i]), TieBreaker.ByDraw(draws));
        }

        Assert.Equal([1, 3, 0, 2], TieBreaker.ByDraw([ulong.MaxValue, 0, ulong.MaxValue, 0]));
    }

    [Fact]
    public void Places_are_a_permutation_in_the_order_of_the_draws()
    {
        var place = TieBreaker.SinglePlaces(Students, new Seed(7));

        Assert.Equal(Enumerable.Range(0, 200), place.Order());
        Assert.Equal(
            Students.OrderBy(student => new Seed(7).Split(student.Value).Draw()),
            Enumerable.Range(0, 200).OrderBy(s => place[s]).Select(s => Students[s]));
    }

    [Fact]
    public void Neither_the_order_of_students_nor_others_change_who_is_before_whom()
    {
        var shuffled = new Chance(1).Shuffled(Students);
        var (all, other, few) = (
            TieBreaker.SinglePlaces(Students, new Seed(7)),
            TieBreaker.SinglePlaces(shuffled, new Seed(7)),
            TieBreaker.SinglePlaces(Students.AsSpan(0, 50), new Seed(7)));

        Assert.Equal(all, Students.Select(student => other[Array.IndexOf(shuffled, student)]));
        Assert.Equal(Enumerable.Range(0, 50).OrderBy(s => all[s]), Enumerable.Range(0, 50).OrderBy(s => few[s]));
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_draws_otherwise()
    {
        Assert.Equal(TieBreaker.SinglePlaces(Students, new Seed(7)), TieBreaker.SinglePlaces(Students, new Seed(7)));
        Assert.NotEqual(TieBreaker.SinglePlaces(Students, new Seed(7)), TieBreaker.SinglePlaces(Students, new Seed(8)));
    }

    // 200 students in 400 lotteries: everybody's mean place is near the middle, and every pair is won about half the time.
    [Fact]
    public void Lotteries_favour_nobody()
    {
        const int Lotteries = 400;
        var sum = new double[200];
        var wins = 0;
        for (var seed = 0ul; seed < Lotteries; seed++)
        {
            var place = TieBreaker.SinglePlaces(Students, new Seed(seed));
            wins += place[0] > place[1] ? 1 : 0;
            for (var s = 0; s < 200; s++)
            {
                sum[s] += place[s];
            }
        }

        // The standard deviation of a mean is 58 / sqrt(400) = 2.9, that of the wins 10.
        Assert.All(sum, total => Assert.InRange(total / Lotteries, 99.5 - 15, 99.5 + 15));
        Assert.InRange(wins, 150, 250);
    }

    [Fact]
    public void The_first_in_the_input_has_the_best_place()
    {
        Assert.Equal([3, 2, 1, 0], TieBreaker.InputPlaces(4));
        Assert.Empty(TieBreaker.InputPlaces(0));
    }

    [Fact]
    public void Own_ranks_go_by_class_and_then_by_the_draw_of_the_pair()
    {
        var market = new RandomMarket(2, 200, 5, 5, 3, 3).Market;
        var rank = TieBreaker.OwnRanks(market, Students, Seeds(new(9), 5));
        var reverse = market.Reverse;
        for (var o = 0; o < 5; o++)
        {
            var seed = new Seed(9).Split(Opportunities[o].Value);
            var expected = Enumerable.Range(0, 200).Where(s => market.EdgeTo(s, o) >= 0)
                .OrderBy(s => market.Class[market.EdgeTo(s, o)]).ThenBy(s => seed.Split(Students[s].Value).Draw());

            Assert.Equal(expected, reverse.Applicant[reverse.First[o]..reverse.First[o + 1]].OrderBy(s => rank[market.EdgeTo(s, o)]));
        }
    }

    [Fact]
    public void Opportunities_with_one_seed_are_ranked_on_one_scale()
    {
        var market = new RandomMarket(2, 200, 5, 5, 3, 3).Market;
        Seed[] seeds = [new(1), new(2), new(1), new(2), new(3)];
        var rank = TieBreaker.OwnRanks(market, Students, seeds);
        foreach (var programs in new int[][] { [0, 2], [1, 3], [4] })
        {
            var edges =
                from s in Enumerable.Range(0, 200)
                from edge in Enumerable.Range(market.First[s], market.First[s + 1] - market.First[s])
                where programs.Contains(market.Program[edge])
                select (s, edge);
            var expected = edges.OrderBy(e => market.Class[e.edge])
                .ThenBy(e => seeds[programs[0]].Split(Students[e.s].Value).Draw()).ThenByDescending(e => e.edge).Select(e => e.edge).ToList();

            Assert.Equal(Enumerable.Range(0, expected.Count), expected.Select(edge => rank[edge]));
        }
    }

    [Fact]
    public void A_moved_number_is_just_better_than_the_other_wherever_it_counts()
    {
        var all = RandomMarket.MarketOf([.. Enumerable.Repeat(new[] { 0, 1, 2 }, 200)], [.. Enumerable.Repeat(new int[3], 200)], [1, 1, 1]);
        Seed[] seeds = [new(1), new(1), new(2)];
        var before = TieBreaker.OwnRanks(all, Students, seeds);
        var after = (int[])before.Clone();
        TieBreaker.RankOwn(all, 1, Students, seeds, after, new(Applicant: 7, Over: 9, Program: 1));
        for (var o = 0; o < 3; o++)
        {
            var order = Order(before, o);
            if (o < 2)
            {
                order.Remove(7);
                order.Insert(order.IndexOf(9) + 1, 7);
            }

            Assert.Equal(order, Order(after, o));
        }

        static List<int> Order(int[] rank, int o) => [.. Enumerable.Range(0, 200).OrderBy(s => rank[(3 * s) + o])];
    }

    [Fact]
    public void Lotteries_of_two_opportunities_differ()
    {
        var both = RandomMarket.MarketOf([.. Enumerable.Repeat(new[] { 0, 1 }, 200)], [.. Enumerable.Repeat(new int[2], 200)], [1, 1]);
        var rank = TieBreaker.OwnRanks(both, Students, Seeds(new(9), 2));

        Assert.NotEqual(Enumerable.Range(0, 200).Select(s => rank[2 * s]), Enumerable.Range(0, 200).Select(s => rank[(2 * s) + 1]));
    }

    [Fact]
    public void Ties_of_students_become_the_promised_strict_order() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            foreach (var options in AllOptions.With(seed: 3))
            {
                var compiled = problem.Compile();
                var columns = compiled.Problem.Columns;
                var strict = TieBreaker.Strict(
                    compiled.Market, columns.Students, columns.Opportunities,
                    options.Ties == TieBreaking.InputOrder ? null : options.Seed);
                var expected = (TieBroken.Of(problem, options) with { Opportunities = problem.Opportunities, Partners = problem.Partners }).Compile().Market;

                Assert.Equal(expected.Program, strict.Program);
                Assert.Equal(expected.Class, strict.Class);
                Assert.Null(strict.Tied);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_market_without_ties_stays_itself()
    {
        var market = new RandomMarket(2, 20, 5, 5, 3, 3).Market;

        Assert.Same(market, TieBreaker.Strict(market, Students.AsSpan(0, 20), Opportunities, new Seed(1)));
    }

    private static Seed[] Seeds(Seed seed, int count) => [.. Opportunities.Take(count).Select(o => seed.Split(o.Value))];

    [Fact]
    public void The_inverse_undoes_a_permutation() =>
        Assert.Equal([2, 0, 3, 1], TieBreaker.Inverse([1, 3, 0, 2]));
}
