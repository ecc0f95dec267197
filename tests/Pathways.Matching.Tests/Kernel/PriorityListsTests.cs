using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class PriorityListsTests
{
    // Few classes are dealt to piles; with a million of them the keys are sorted.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(1_000_000)]
    public void Each_program_has_its_applicants_best_first(int classes)
    {
        for (var draw = 0ul; draw < 50; draw++)
        {
            var random = new RandomMarket(draw, 100, 20, 10, 5, classes);
            var market = random.Market;

            AssertLists(market, random.Order(market), e => market.Class[e], a => random.Place[a]);
        }
    }

    [Fact]
    public void Each_program_can_have_its_own_order()
    {
        for (var draw = 0ul; draw < 50; draw++)
        {
            var market = new RandomMarket(draw, 100, 20, 10, 5, 1).Market;
            var rank = new int[market.Edges];
            var chance = new Chance(draw);
            for (var p = 0; p < market.Programs; p++)
            {
                Array.ForEach(
                    [.. chance.Shuffled(Enumerable.Range(0, market.Edges).Where(e => market.Program[e] == p)).Index()],
                    entry => rank[entry.Item] = entry.Index);
            }

            AssertLists(market, new OwnRankOrder(rank), e => rank[e], a => a);
        }
    }

    private static void AssertLists<TOrder>(Market market, TOrder order, Func<int, int> high, Func<int, int> low)
        where TOrder : struct, IApplicantOrder
    {
        var (start, list) = (new int[market.Programs + 1], new int[market.Edges]);
        PriorityLists.Fill(market, order, start, list);
        for (var p = 0; p < market.Programs; p++)
        {
            var expected = Enumerable.Range(0, market.Applicants)
                .Select(a => (Applicant: a, Edge: market.EdgeTo(a, p)))
                .Where(entry => entry.Edge != Market.None)
                .OrderByDescending(entry => (high(entry.Edge), low(entry.Applicant)))
                .Select(entry => entry.Applicant);
            Assert.Equal(expected, list[start[p]..start[p + 1]]);
        }
    }
}
