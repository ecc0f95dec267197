using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using Pathways.Matching.Verification;

namespace Pathways.Matching.Tests.Verification;

public sealed class CutoffCertificateTests
{
    [Fact]
    public void Every_result_of_deferred_acceptance_has_cutoffs_that_prove_it()
    {
        for (var draw = 0ul; draw < 300; draw++)
        {
            var random = new RandomMarket(draw, 40, 10, 6, 5, 1 + (int)(draw % 5));
            var market = random.Market;
            var keys = Keys(market, random.Place);
            foreach (var matching in (int[][])[Solving.ApplicantsPropose(market, random.Order(market)), Solving.ProgramsPropose(market, random.Order(market))])
            {
                Assert.True(IsProved(market, keys, matching), $"draw {draw}");
            }
        }
    }

    [Fact]
    public void Every_result_under_caps_has_cutoffs_that_prove_it()
    {
        for (var draw = 0ul; draw < 1000; draw++)
        {
            var capped = CappedMarket.Random(new(draw), 20, 8, 5, 3, 1 + (int)(draw % 6), deepest: 1 + (int)(draw % 2), oneClass: draw % 3 == 0);
            var market = capped.Market;
            var keys = Keys(market, capped.Place);
            Assert.True(IsProved(market, keys, capped.ApplicantsPropose()), $"draw {draw}");
            Assert.True(IsProved(market, keys, capped.PartnersPropose()), $"draw {draw}, partners propose");
        }
    }

    [Fact]
    public void A_matching_has_cutoffs_that_prove_it_exactly_when_nobody_blocks()
    {
        var (proved, refuted) = (0, 0);
        for (var draw = 0ul; draw < 500; draw++)
        {
            var capped = CappedMarket.Tiny(draw, deepest: (int)(draw % 3), oneClass: draw % 2 == 0);
            var market = capped.Market;
            var keys = Keys(market, capped.Place);
            foreach (var matching in capped.Matchings())
            {
                var expected = !Blocks(capped, matching);
                Assert.True(expected == IsProved(market, keys, matching), $"draw {draw}: {string.Join(" ", matching)}");
                (proved, refuted) = expected ? (proved + 1, refuted) : (proved, refuted + 1);
            }
        }

        Assert.True(proved > 400 && refuted > 3_000, $"{proved} proved, {refuted} refuted");
    }

    // No cutoffs at all prove a matching that somebody blocks: all those that matter are tried on the smallest markets.
    [Fact]
    public void A_matching_with_a_blocking_pair_has_no_cutoffs_that_prove_it()
    {
        var tried = 0;
        for (var draw = 0ul; draw < 400; draw++)
        {
            var capped = CappedMarket.Tiny(draw, deepest: (int)(draw % 3), oneClass: draw % 2 == 0);
            var market = capped.Market;
            var keys = Keys(market, capped.Place);
            long[] values = [CutoffCertificate.Open, .. keys.Distinct(), CutoffCertificate.Closed];
            if (capped.Applicants > 3 || Math.Pow(values.Length, capped.Parent.Length) > 500)
            {
                continue;
            }

            var all = Enumerable.Range(0, capped.Parent.Length).Aggregate(
                (IEnumerable<long[]>)[[]], (some, _) => some.SelectMany(start => values.Select(value => (long[])[.. start, value]))).ToList();
            foreach (var matching in capped.Matchings().Where(matching => Blocks(capped, matching)))
            {
                Assert.DoesNotContain(all, cutoffs => !CutoffCertificate.Flaws(market, keys, matching, cutoffs).Any());
                tried++;
            }
        }

        Assert.True(tried > 100, $"{tried} tried");
    }

    [Fact]
    public void Cutoffs_that_were_tampered_with_are_rejected()
    {
        var market = TinyMarket.Parse("a: p q, b: p, c: q | p: a b c, q 2: a b c").Compile();
        var keys = Keys(market, [2, 1, 0]);
        int[] matching = [0, Market.None, 1];
        var cutoffs = CutoffCertificate.Tightest(market, keys, matching);
        Assert.Equal([keys[market.EdgeTo(0, 0)], CutoffCertificate.Open], cutoffs);
        Assert.Empty(CutoffCertificate.Flaws(market, keys, matching, cutoffs));

        Assert.Equal([new(CertificateFlawKind.NotFirst, 1)], CutoffCertificate.Flaws(market, keys, matching, [CutoffCertificate.Open, cutoffs[1]]));
        Assert.Equal([new(CertificateFlawKind.NotFirst, 0)], CutoffCertificate.Flaws(market, keys, matching, [cutoffs[0] + 1, cutoffs[1]]));
        Assert.Equal([new(CertificateFlawKind.NotFull, 1)], CutoffCertificate.Flaws(market, keys, matching, [cutoffs[0], keys[market.EdgeTo(2, 1)]]));
        Assert.Equal(
            [new(CertificateFlawKind.TooMany, 0)],
            CutoffCertificate.Flaws(market, keys, [0, 0, 1], [CutoffCertificate.Open, CutoffCertificate.Open]));
        Assert.Contains(new(CertificateFlawKind.NotFirst, 2), CutoffCertificate.Flaws(market, keys, [0, Market.None, 0], cutoffs));
    }

    private static bool IsProved(Market market, long[] keys, int[] matching) =>
        !CutoffCertificate.Flaws(market, keys, matching, CutoffCertificate.Tightest(market, keys, matching)).Any();

    private static long[] Keys(Market market, int[] place) =>
    [
        .. Enumerable.Range(0, market.Applicants).SelectMany(a => market.Class[market.First[a]..market.First[a + 1]]
            .Select(priorityClass => ((long)priorityClass * 1000) + place[a])),
    ];

    // From the words: on the way in nothing is full, but by those who stand lower or by the applicant's own seat, where that is no better.
    private static bool Blocks(CappedMarket capped, int[] matching)
    {
        return Enumerable.Range(0, capped.Applicants).Any(a => capped.Lists[a].Any(p => capped.Rank(a, p) < capped.Rank(a, matching[a]) && IsLetIn(a, p)));

        bool IsLetIn(int a, int p)
        {
            for (var node = p; node != Market.None; node = capped.Parent[node])
            {
                var inside = Enumerable.Range(0, capped.Applicants).Where(other => IsUnder(matching[other], node)).ToList();
                var seats = node < capped.Programs ? capped.Capacity[node] : capped.Seats[node - capped.Programs];
                if (inside.Count >= seats && !inside.Any(other => Key(other, matching[other]).CompareTo(Key(a, p)) < 0 || (other == a && Key(a, matching[a]) == Key(a, p))))
                {
                    return false;
                }
            }

            return true;
        }

        bool IsUnder(int p, int node)
        {
            var at = p;
            while (at != Market.None && at != node)
            {
                at = capped.Parent[at];
            }

            return at == node && p != Market.None;
        }

        (int, int) Key(int a, int p) => (capped.Class[a][p], capped.Place[a]);
    }
}
