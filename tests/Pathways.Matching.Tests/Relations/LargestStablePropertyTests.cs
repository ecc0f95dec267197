using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Relations;

/// <summary>What the largest stable matching promises where priorities tie, and that it promises nothing else.</summary>
public sealed class LargestStablePropertyTests
{
    private const int Draws = 1500;

    private static readonly string[] Promised = ["IndividuallyRational", "MutuallyBest", "NonWasteful", "Stable"];

    public static TheoryData<string> NotPromised => [.. TestedProperty.All.Select(property => property.Name).Except(Promised)];

    [Fact]
    public void The_catalogue_says_so() => Assert.Equal(
        Promised, Mechanism.LargestStable.Properties.Select(property => property.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void Nobody_has_what_they_do_not_list_and_no_wanted_seat_is_free() => Assert.All(
        Enumerable.Range(0, Draws),
        draw =>
        {
            Assert.Null(TestedProperty.IndividuallyRational.Against(Solve, TinyMarket.Draw((ulong)draw)));
            Assert.Null(TestedProperty.NonWasteful.Against(Solve, TinyMarket.Draw((ulong)draw)));
        });

    // Weakly: a pair blocks when both gain strictly, and a pair is mutually best when too few others are as good.
    [Fact]
    public void No_pair_gains_strictly_and_who_is_mutually_best_is_together() => Assert.All(
        Enumerable.Range(0, Draws),
        draw =>
        {
            var market = TinyMarket.Draw((ulong)draw);
            var matching = Solve(market);
            for (var a = 0; a < market.Applicants; a++)
            {
                foreach (var p in market.Lists[a].Where(p => market.Prefers(a, p, matching[a]) && market.Seats[p] > 0))
                {
                    Assert.Equal(market.Seats[p], TinyMarket.Taken(matching, p));
                    Assert.All(Enumerable.Range(0, market.Applicants).Where(other => matching[other] == p), other => Assert.True(Class(market, p, other) >= Class(market, p, a)));
                }

                if (market.Lists[a] is [var first, ..]
                    && Enumerable.Range(0, market.Applicants).Count(other => Class(market, first, other) >= Class(market, first, a)) <= market.Seats[first])
                {
                    Assert.Equal(first, matching[a]);
                }
            }
        });

    [Theory]
    [MemberData(nameof(NotPromised))]
    public void What_is_not_promised_fails_somewhere(string name)
    {
        var property = TestedProperty.All.Single(property => property.Name == name);

        Assert.Contains(Enumerable.Range(0, Draws), draw => property.Against(Solve, TinyMarket.Draw((ulong)draw)) is not null);
    }

    // Two neighbours in a priority order tie.
    private static int[] Solve(TinyMarket market)
    {
        var compiled = market.Compile();
        var coarse = compiled.WithClasses(Array.ConvertAll(compiled.Class, c => c / 2));
        return Array.ConvertAll(LargestStable.Solve(coarse, new(7), starts: 1), edge => edge == Market.None ? Market.None : coarse.Program[edge]);
    }

    private static int Class(TinyMarket market, int p, int a)
    {
        var ranked = market.Ranked();
        return ranked.Class[ranked.EdgeTo(a, p)] / 2;
    }
}
