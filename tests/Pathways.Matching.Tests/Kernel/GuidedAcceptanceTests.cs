using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class GuidedAcceptanceTests
{
    [Fact]
    public void Whatever_the_hints_the_result_is_weakly_stable()
    {
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var market = TieInstance.Tiny(draw);
            var core = TieCore.Of(market);
            var chance = new Chance(draw);
            var guided = new GuidedAcceptance(core);
            for (var time = 0; time < 2; time++)
            {
                var size = guided.Run([.. Enumerable.Range(0, core.Edges).Select(_ => chance.Below(4) / 4.0)]);
                var edgeOf = guided.EdgeOf.Select(e => e == Market.None ? Market.None : core.MarketEdge[e]).ToArray();
                Assert.True(TieInstance.IsStable(market, edgeOf), $"Draw {draw}: not stable.");
                Assert.Equal(TieInstance.Size(edgeOf), size);
                Assert.True(core.IsStable(guided.EdgeOf), $"Draw {draw}: the core does not call it stable.");
            }
        }
    }

    [Fact]
    public void A_hint_decides_between_equals_on_both_sides()
    {
        var core = TieCore.Of(RandomMarket.MarketOf([[0], [0]], [[0], [0]], [1]));
        var guided = new GuidedAcceptance(core);
        guided.Run([0.2, 0.7]);
        Assert.Equal([Market.None, 1], guided.EdgeOf);
        guided.Run([0.7, 0.2]);
        Assert.Equal([0, Market.None], guided.EdgeOf);

        var tied = new TieMarks(2) { [1] = true };
        var both = new GuidedAcceptance(TieCore.Of(new([0, 2], [0, 1], [0, 0], [1, 1], tied)));
        both.Run([0.2, 0.7]);
        Assert.Equal([1], both.EdgeOf);
    }

    [Fact]
    public void Who_is_left_out_goes_before_equals_the_second_time()
    {
        // The hint favours the second at the only program the first has asked for; the second has another.
        var guided = new GuidedAcceptance(TieCore.Of(RandomMarket.MarketOf([[0], [0, 1]], [[0], [0, 0]], [1, 1])));
        Assert.Equal(2, guided.Run([0.0, 1.0, 0.0]));
    }
}
