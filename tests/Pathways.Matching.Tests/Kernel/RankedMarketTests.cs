using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class RankedMarketTests
{
    [Fact]
    public void Every_priority_is_an_edge_whether_or_not_it_is_listed()
    {
        var more = 0;
        for (var draw = 0ul; draw < 2000; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            var compiled = problem.Compile();
            var (ranked, all) = RankedMarket.Of(compiled.Problem.Columns);

            for (var o = 0; o < problem.Opportunities.Length; o++)
            {
                var opportunity = problem.Opportunities[o];
                var isOpen = opportunity is { Places: null, Scores: null, Partner: null };
                Assert.Equal(isOpen, all?[o] ?? false);
                var expected = isOpen ? [] : TieBroken.Places(problem, opportunity).Select(place => place.Order().ToArray());
                Assert.Equal(expected, Places(problem, ranked, o));
            }

            more += ranked.Edges > compiled.Market.Edges ? 1 : 0;
        }

        Assert.True(more > 500, $"Only {more} problems rank somebody who does not list them.");
    }

    [Fact]
    public void Classes_are_those_of_the_compiled_market()
    {
        for (var draw = 0ul; draw < 2000; draw++)
        {
            var compiled = SmallProblems.Draw(draw).Compile();
            var (ranked, all) = RankedMarket.Of(compiled.Problem.Columns);
            for (var a = 0; a < ranked.Applicants; a++)
            {
                for (var e = compiled.Market.First[a]; e < compiled.Market.First[a + 1]; e++)
                {
                    var p = compiled.Market.Program[e];
                    Assert.Equal(all?[p] == true ? 0 : ranked.Class[ranked.EdgeTo(a, p)], compiled.Market.Class[e]);
                }
            }
        }
    }

    private static IEnumerable<string[]> Places(SmallProblem problem, Market ranked, int o) => Enumerable.Range(0, ranked.Applicants)
        .Select(a => (problem.Students[a].Id, Edge: ranked.EdgeTo(a, o)))
        .Where(entry => entry.Edge != Market.None)
        .GroupBy(entry => ranked.Class[entry.Edge], entry => entry.Id)
        .OrderByDescending(group => group.Key)
        .Select(group => group.Order().ToArray());
}
