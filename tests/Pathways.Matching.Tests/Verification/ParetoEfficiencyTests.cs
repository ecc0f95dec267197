using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using Pathways.Matching.Verification;

namespace Pathways.Matching.Tests.Verification;

public sealed class ParetoEfficiencyTests
{
    // Some matchings of each market against all of them.
    [Fact]
    public void A_trade_is_found_exactly_where_another_matching_is_better()
    {
        var (improved, tied) = (0, 0);
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var (market, place, chance) = Draw(draw);
            var matchings = Matchings(market).ToList();
            for (var i = 0; i < 3; i++)
            {
                var matching = matchings[chance.Below(matchings.Count)];
                var better = matchings.Exists(other => Improves(other, matching, place));
                var trade = ParetoEfficiency.Trade(market, matching);

                if (better != (trade.Count > 0) || (better && !IsImprovement(trade, market, matching, place)))
                {
                    Assert.Fail($"Draw {draw}, matching {string.Join(" ", matching)}: {string.Join(" ", trade)}.");
                }

                improved += better ? 1 : 0;
                tied += trade.Exists(move => matching[move.Applicant] != Market.None
                    && place[move.Applicant, move.Program] == place[move.Applicant, matching[move.Applicant]]) ? 1 : 0;
            }
        }

        Assert.InRange(improved, 5_000, 29_000);
        Assert.True(tied > 300, $"Only {tied} trades move somebody to an equal place.");
    }

    [Fact]
    public void Two_students_may_swap()
    {
        var market = RandomMarket.MarketOf([[0, 1], [1, 0]], [[0, 0], [0, 0]], [1, 1]);

        Assert.Equal([(0, 0), (1, 1)], ParetoEfficiency.Trade(market, [1, 0]));
        Assert.Empty(ParetoEfficiency.Trade(market, [0, 1]));
    }

    [Fact]
    public void A_chain_may_end_at_a_free_seat()
    {
        // c has no seat and wants p; b leaves p for q; a leaves q for the free seat at r.
        var market = RandomMarket.MarketOf([[2, 1], [1, 0], [0]], [[0, 0], [0, 0], [0]], [1, 1, 1]);
        var trade = ParetoEfficiency.Trade(market, [1, 0, Market.None]);

        Assert.True(trade.Count is 1 or 2 or 3);
        Assert.Contains((0, 2), trade);
    }

    // The seat goes from an equal choice to an equal choice, and somebody gains.
    [Fact]
    public void An_equal_choice_is_given_up_for_somebody_who_gains()
    {
        var tied = new TieMarks(3);
        tied[1] = true;
        var market = new Market([0, 2, 3], [0, 1, 0], [0, 0, 0], [1, 1], tied);

        Assert.Equal([(1, 0), (0, 1)], ParetoEfficiency.Trade(market, [0, Market.None]));
        Assert.Empty(ParetoEfficiency.Trade(market, [1, 0]));
    }

    [Fact]
    public void A_long_chain_needs_no_deep_stack()
    {
        const int Length = 100_000;
        // Everybody sits one program below the one wanted, and the last of them is free.
        var market = RandomMarket.MarketOf(
            [.. Enumerable.Range(0, Length).Select(a => new[] { a + 1, a })],
            [.. Enumerable.Range(0, Length).Select(_ => new[] { 0, 0 })],
            [.. Enumerable.Repeat(1, Length + 1)]);

        Assert.NotEmpty(ParetoEfficiency.Trade(market, [.. Enumerable.Range(0, Length)]));
        Assert.Empty(ParetoEfficiency.Trade(market, [.. Enumerable.Range(1, Length)]));
    }

    private static (Market Market, int[,] Place, Chance Chance) Draw(ulong draw)
    {
        var tiny = TinyMarket.Draw(draw);
        var chance = new Chance(draw);
        var compiled = tiny.Compile();
        var tied = chance.OneIn(4) ? null : new TieMarks(compiled.Edges);
        var place = new int[tiny.Applicants, tiny.Programs];
        for (var a = 0; a < tiny.Applicants; a++)
        {
            for (var (e, own) = (compiled.First[a], 0); e < compiled.First[a + 1]; e++)
            {
                var isTied = tied is not null && e > compiled.First[a] && chance.OneIn(2);
                if (isTied)
                {
                    tied![e] = true;
                }

                own += isTied ? 0 : 1;
                place[a, compiled.Program[e]] = own;
            }
        }

        return (new(compiled.First, compiled.Program, compiled.Class, compiled.Capacity, tied), place, chance);
    }

    private static IEnumerable<int[]> Matchings(Market market) => new TinyMarket(
        [.. Enumerable.Range(0, market.Applicants).Select(a => market.Program[market.First[a]..market.First[a + 1]])],
        [.. market.Capacity.Select(_ => Array.Empty<int>())],
        market.Capacity).Matchings();

    private static bool Improves(int[] better, int[] matching, int[,] place)
    {
        var gains = Enumerable.Range(0, matching.Length).Select(a => Place(a, matching[a]) - Place(a, better[a])).ToList();
        return gains.TrueForAll(gain => gain >= 0) && gains.Exists(gain => gain > 0);

        int Place(int a, int program) => program == Market.None ? 99 : place[a, program];
    }

    private static bool IsImprovement(List<(int Applicant, int Program)> trade, Market market, int[] matching, int[,] place)
    {
        var after = (int[])matching.Clone();
        trade.ForEach(move => after[move.Applicant] = move.Program);
        return trade.Select(move => move.Applicant).Distinct().Count() == trade.Count
            && trade.TrueForAll(move => market.EdgeTo(move.Applicant, move.Program) != Market.None)
            && Enumerable.Range(0, market.Programs).All(p => after.Count(own => own == p) <= market.Capacity[p])
            && Improves(after, matching, place);
    }
}
