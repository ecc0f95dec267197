using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Support;

/// <summary>The same market with other numbers for applicants and programs.</summary>
internal static class Relabelled
{
    /// <summary>Asserts that a mechanism finds the same matching; it is given a market and the place of each applicant.</summary>
    public static void Check(Func<Market, int[], int[]> solve)
    {
        for (var draw = 0ul; draw < 50; draw++)
        {
            var random = new RandomMarket(draw, 60, 12, 8, 6, 4);
            var chance = new Chance(draw);
            var oldApplicant = chance.Shuffled(Enumerable.Range(0, 60));
            var newProgram = chance.Shuffled(Enumerable.Range(0, 12));
            var relabelled = RandomMarket.MarketOf(
                [.. oldApplicant.Select(a => random.Lists[a].Select(p => newProgram[p]).ToArray())],
                [.. oldApplicant.Select(a => random.Class[a])],
                [.. TieBreaker.Inverse(newProgram).Select(p => random.Capacity[p])]);

            var matched = solve(random.Market, random.Place);

            Assert.Equal(
                oldApplicant.Select(a => matched[a] == Market.None ? Market.None : newProgram[matched[a]]),
                solve(relabelled, [.. oldApplicant.Select(a => random.Place[a])]));
        }
    }
}
