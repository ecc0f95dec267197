using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

/// <summary>What <see cref="IApplicantOrder"/> asks of every order: words of 0 or more, a low word for each applicant and back.</summary>
public sealed class ApplicantOrderTests
{
    [Fact]
    public void A_single_place_decides_only_within_a_class()
    {
        var random = new RandomMarket(4, 50, 6, 6, 3, 3);
        var market = random.Market;

        KeepsTheContract(market, random.Order(market), (one, other) =>
            (market.Class[one.Edge], random.Place[one.Applicant]).CompareTo((market.Class[other.Edge], random.Place[other.Applicant])));
    }

    [Fact]
    public void An_own_rank_decides_alone()
    {
        var random = new RandomMarket(4, 50, 6, 6, 3, 3);
        var market = random.Market;
        StudentId[] students = [.. Enumerable.Range(0, 50).Select(s => StudentId.From($"s{s}"))];
        OpportunityId[] opportunities = [.. Enumerable.Range(0, 6).Select(o => OpportunityId.From($"o{o}"))];
        var rank = TieBreaker.OwnRanks(market, students, [.. opportunities.Select(o => new Seed(3).Split(o.Value))]);

        KeepsTheContract(market, new OwnRankOrder(rank), (one, other) => rank[one.Edge].CompareTo(rank[other.Edge]));
    }

    private static void KeepsTheContract<TOrder>(
        Market market, TOrder order, Comparison<(int Edge, int Applicant)> expected)
        where TOrder : struct, IApplicantOrder
    {
        var reverse = market.Reverse;
        for (var a = 0; a < market.Applicants; a++)
        {
            Assert.True(order.Low(a) >= 0);
            Assert.Equal(a, order.Applicant(order.Low(a)));
        }

        for (var p = 0; p < market.Programs; p++)
        {
            var edges = Enumerable.Range(reverse.First[p], reverse.First[p + 1] - reverse.First[p])
                .Select(at => (Edge: reverse.Edge[at], Applicant: reverse.Applicant[at])).ToList();
            Assert.All(edges, edge => Assert.True(order.High(edge.Edge) >= 0));
            foreach (var one in edges)
            {
                foreach (var other in edges.Where(other => other != one))
                {
                    var (key, against) = (Key(one), Key(other));
                    Assert.NotEqual(key, against);
                    Assert.Equal(Math.Sign(expected(one, other)), Math.Sign(key.CompareTo(against)));
                }
            }
        }

        (int, int) Key((int Edge, int Applicant) pair) => (order.High(pair.Edge), order.Low(pair.Applicant));
    }
}
