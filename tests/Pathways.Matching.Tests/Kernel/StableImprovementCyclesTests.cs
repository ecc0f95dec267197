using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class StableImprovementCyclesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_result_is_stable_and_nobody_loses(bool applicantsTie)
    {
        var improved = 0;
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie);
            var edgeOf = ByALotteryPerProgram(tiny, draw);
            var before = tiny.Read(edgeOf);

            var cycles = StableImprovementCycles.Improve(tiny.Market, edgeOf);

            var after = tiny.Read(edgeOf);
            improved += cycles > 0 ? 1 : 0;
            Assert.True(tiny.IsStable(after), tiny.Said(after));
            Assert.Equal(cycles > 0, tiny.Dominates(after, before));
            Assert.Equal(cycles > 0, !after.SequenceEqual(before));
            if (!applicantsTie)
            {
                Assert.DoesNotContain(tiny.StableMatchings(), stable => tiny.Dominates(stable, after));
            }
        }

        Assert.True(improved > 40, $"only {improved} markets had anything to improve");
    }

    [Fact]
    public void Large_markets_stay_stable_and_have_no_cycle_left()
    {
        for (var draw = 0ul; draw < 20; draw++)
        {
            var random = new RandomMarket(draw, 400, 40, 12, 10, 2, skewed: true);
            var market = random.Market;
            int[] classes = [.. market.Class.Select((c, edge) => (c << 20) + new Seed(draw).Split((ulong)edge).DrawBelow(1 << 20))];
            var strict = market.WithClasses(classes);
            var workspace = new Workspace();
            DeferredAcceptance.Solve(strict, random.Order(strict), workspace);
            int[] before = [.. Enumerable.Range(0, 400).Select(a => workspace.Next[a] < market.First[a + 1] ? workspace.Next[a] : Market.None)];
            var after = before.ToArray();

            Assert.True(StableImprovementCycles.Improve(market, after) > 0);

            Assert.True(MarketStability.IsStable(market, after));
            Assert.All(before.Zip(after), pair => Assert.True(pair.Second <= pair.First && (pair.Second == Market.None) == (pair.First == Market.None)));
            Assert.Equal(0, StableImprovementCycles.Improve(market, after));
        }
    }

    // Applicant a has the seat of program a and wants that of a + 1.
    [Fact]
    public void A_circle_of_any_length_turns_at_once()
    {
        const int Length = 20_000;
        int[][] lists = [.. Enumerable.Range(0, Length).Select(a => new[] { (a + 1) % Length, a })];
        var market = RandomMarket.MarketOf(lists, [.. lists.Select(_ => new int[2])], [.. Enumerable.Repeat(1, Length)]);
        int[] edgeOf = [.. Enumerable.Range(0, Length).Select(a => (2 * a) + 1)];

        Assert.Equal(1, StableImprovementCycles.Improve(market, edgeOf));
        Assert.Equal(Enumerable.Range(0, Length).Select(a => 2 * a), edgeOf);
    }

    // The page's example: the lottery put ana before cy at the clinic, which helped nobody.
    [Fact]
    public void Ben_and_cy_trade_what_a_lottery_kept_apart()
    {
        var market = RandomMarket.MarketOf([[1, 0], [2, 1], [1, 2]], [[0, 0], [0, 1], [0, 1]], [1, 1, 1]);
        Assert.Equal([0, 1, 2], Solving.ApplicantsPropose(market, Solving.LowerFirst(market)));

        int[] edgeOf = [1, 3, 5];
        Assert.Equal(1, StableImprovementCycles.Improve(market, edgeOf));

        Assert.Equal([0, 2, 1], edgeOf.Select(edge => market.Program[edge]));
    }

    // Ana would trade too, but the clinic prefers cy, who would then object.
    [Fact]
    public void Who_is_not_among_the_best_who_want_a_seat_does_not_get_it()
    {
        var market = RandomMarket.MarketOf([[1, 0], [0, 1], [1]], [[0, 0], [0, 2], [1]], [1, 1]);
        int[] edgeOf = [1, 3, Market.None];

        Assert.Equal(0, StableImprovementCycles.Improve(market, edgeOf));
        Assert.Equal([1, 3, Market.None], edgeOf);
    }

    [Fact]
    public void Cancelling_stops_the_run()
    {
        var market = new RandomMarket(1, 100, 10, 5, 5, 5).Market;
        var nobody = Enumerable.Repeat(Market.None, 100).ToArray();

        Assert.Throws<OperationCanceledException>(() => StableImprovementCycles.Improve(market, nobody, new(canceled: true)));
    }

    private static int[] ByALotteryPerProgram(TiedMarket tiny, ulong draw)
    {
        var chance = new Chance(draw);
        var strict = tiny.Market.WithClasses([.. tiny.Market.Class.Select(c => (c * 1000) + chance.Below(1000))]);
        var workspace = new Workspace();
        DeferredAcceptance.Solve(strict, new LotteryOrder(strict.Class, tiny.Applicants, new(draw)), workspace);
        return
        [
            .. Enumerable.Range(0, tiny.Applicants)
                .Select(a => workspace.Next[a] < strict.First[a + 1] ? workspace.Next[a] : Market.None),
        ];
    }
}
