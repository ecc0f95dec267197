using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Papers;

/// <summary>A. Abdulkadiroglu and T. Sonmez, "School Choice: A Mechanism Design Approach", American Economic Review 93 (2003) 729-747.</summary>
public sealed class AbdulkadirogluSonmez2003Tests
{
    // Students 1 to 8 are a to h, schools 1 to 4 are p to s.
    private static readonly TinyMarket Eight = TinyMarket.Parse(
        "a: q p r s, b: p q r s, c: r q p s, d: r s p q, e: p r s q, f: s p q r, g: p q r s, h: p q s r"
        + " | p 2: a b c d e f g h, q 2: c e d h g b a f, r 3: e c a g b h f d, s 3: f h g d b c e a");

    // In the first example the only stable matching gives 1 to 1, 2 to 2 and 3 to 3; students 1 and 2 would both rather swap.
    private static readonly TinyMarket Three = TinyMarket.Parse("a: q p r, b: p q r, c: p q r | p: a c b, q: b a c, r: b a c");

    [Fact]
    public void The_top_trading_cycles_of_eight_students_and_four_schools()
    {
        var ranked = Eight.Ranked();

        var (matched, step, lastStep) = Solving.ByTrade(Eight.Compile(), Solving.LowerFirst(ranked), ranked);

        Assert.Equal("qprrpsqs", TinyMarket.Write(matched));
        Assert.Equal([1, 2, 1, 3, 1, 1, 3, 4], step);
        Assert.Equal([2, 3, 0, 0], lastStep);
    }

    [Fact]
    public void The_student_optimal_stable_matching_need_not_be_efficient()
    {
        var stable = Assert.Single(Three.Matchings(), matching => !Three.Blocking(matching).Any());
        var (market, ranked) = (Three.Compile(), Three.Ranked());

        Assert.Equal("pqr", TinyMarket.Write(stable));
        Assert.Equal(stable, Solving.ApplicantsPropose(market, Solving.LowerFirst(market)));
        Assert.Equal("qpr", TinyMarket.Write(Solving.ByTrade(market, Solving.LowerFirst(ranked), ranked).Matched));
    }
}
