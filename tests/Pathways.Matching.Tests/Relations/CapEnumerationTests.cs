using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Relations;

/// <summary>Both sides' deferred acceptance under caps against all matchings of many tiny markets.</summary>
public sealed class CapEnumerationTests
{
    private const int Markets = 10_000;

    // Student-project allocation, and then deeper caps with a class for every program.
    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(3, false)]
    public void Each_side_reaches_its_end_of_all_stable_matchings(int deepest, bool oneClass)
    {
        var several = 0;
        for (var draw = 0ul; draw < Markets; draw++)
        {
            var market = CappedMarket.Tiny(draw, deepest, oneClass);
            var stable = market.Matchings().Where(market.IsStable).ToList();
            several += stable.Count > 1 ? 1 : 0;

            var best = market.ApplicantsPropose();
            Check(stable.Exists(best.SequenceEqual), "stable when applicants propose", draw, market);
            Check(stable.TrueForAll(other => NobodyGains(market, best, other)), "best for applicants", draw, market);

            var worst = market.PartnersPropose();
            Check(stable.Exists(worst.SequenceEqual), "stable when partners propose", draw, market);
            Check(stable.TrueForAll(other => NobodyGains(market, other, worst)), "worst for applicants", draw, market);
            Check(stable.TrueForAll(other => market.PartnersPrefer(worst, other)), "best for partners", draw, market);

            Check(stable.TrueForAll(other => SameSeats(market, best, other)), "the same seats in all", draw, market);
            Check(
                deepest > 1 || stable.TrueForAll(other => SameWherePlacesAreLeft(market, best, other)),
                "the same numbers where places are left", draw, market);
        }

        Assert.True(several > Markets / 400, $"Only {several} markets have more than one stable matching.");
    }

    [Fact]
    public void Meet_and_join_of_stable_matchings_are_stable()
    {
        var tried = 0;
        for (var draw = 0ul; draw < 3000; draw++)
        {
            var market = CappedMarket.Tiny(draw, deepest: 2, oneClass: draw % 2 == 0);
            var stable = market.Matchings().Where(market.IsStable).ToList();
            foreach (var one in stable)
            {
                foreach (var other in stable.Where(other => other != one))
                {
                    var prefersOne = one.Zip(other).Select((seats, a) => market.Rank(a, seats.First) <= market.Rank(a, seats.Second)).ToList();
                    int[] better = [.. prefersOne.Select((prefers, a) => prefers ? one[a] : other[a])];
                    int[] worse = [.. prefersOne.Select((prefers, a) => prefers ? other[a] : one[a])];

                    Check(stable.Exists(better.SequenceEqual) && stable.Exists(worse.SequenceEqual), "a lattice", draw, market);
                    tried++;
                }
            }
        }

        Assert.True(tried > 20, $"Only {tried} pairs were tried.");
    }

    private static bool NobodyGains(CappedMarket market, int[] has, int[] offered) =>
        Enumerable.Range(0, market.Applicants).All(a => market.Rank(a, has[a]) <= market.Rank(a, offered[a]));

    // The same applicants have seats, and every outermost cap has the same number.
    private static bool SameSeats(CappedMarket market, int[] one, int[] other) =>
        Enumerable.Range(0, market.Applicants).All(a => (one[a] == Market.None) == (other[a] == Market.None))
        && Enumerable.Range(0, market.Parent.Length).Where(node => market.Parent[node] == Market.None)
            .All(root => market.Under(root, one).Count == market.Under(root, other).Count);

    // Abraham, Irving and Manlove 2007: a project of a lecturer with places left has the same number of students in every stable matching.
    private static bool SameWherePlacesAreLeft(CappedMarket market, int[] one, int[] other) =>
        Enumerable.Range(0, market.Programs).All(p =>
            market.Root(p) is var root && root != p && market.Under(root, one).Count == market.Seats[root - market.Programs]
            || market.Under(p, one).Count == market.Under(p, other).Count);

    private static void Check(bool holds, string what, ulong draw, CappedMarket market)
    {
        if (!holds)
        {
            Assert.Fail($"Not {what}, seed {draw}: {market}");
        }
    }
}
