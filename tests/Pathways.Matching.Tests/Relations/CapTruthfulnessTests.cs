using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Relations;

public sealed class CapTruthfulnessTests
{
    // Every list an applicant could write, for every applicant.
    [Fact]
    public void No_applicant_gains_by_any_other_list_when_applicants_propose_under_caps()
    {
        var tried = 0;
        for (var draw = 0ul; draw < 1000; draw++)
        {
            var market = CappedMarket.Tiny(draw, deepest: 1 + (int)(draw % 3), oneClass: draw % 2 == 0);
            var truthful = market.ApplicantsPropose();
            for (var a = 0; a < market.Applicants; a++)
            {
                foreach (var list in Lists([.. Enumerable.Range(0, market.Programs)]))
                {
                    int[][] lists = [.. market.Lists];
                    lists[a] = list;
                    var got = (market with { Lists = lists }).ApplicantsPropose()[a];

                    if (market.Rank(a, got) < market.Rank(a, truthful[a]))
                    {
                        Assert.Fail($"Applicant {a} gains by writing {string.Join(' ', list)}, seed {draw}: {market}");
                    }

                    tried++;
                }
            }
        }

        Assert.True(tried > 30_000, $"Only {tried} lists were tried.");
    }

    [Fact]
    public void An_applicant_can_gain_by_a_shorter_list_when_partners_propose()
    {
        // One partner for each program: each applicant is the last choice of its first choice.
        var market = new CappedMarket([[0, 1], [1, 0]], [[0, 1], [1, 0]], [2, 2], [2, 3, -1, -1], [1, 1], [0, 1]);

        Assert.Equal([1, 0], market.PartnersPropose());
        Assert.Equal([0, 1], (market with { Lists = [[0], [1, 0]] }).PartnersPropose());
    }

    private static IEnumerable<int[]> Lists(int[] programs) =>
        programs.SelectMany(p => Lists([.. programs.Where(other => other != p)]).Select(rest => (int[])[p, .. rest])).Prepend([]);
}
