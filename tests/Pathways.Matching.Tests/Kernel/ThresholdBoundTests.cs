using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class ThresholdBoundTests
{
    // Any prices give a bound: those it finds, and those anybody makes up.
    [Fact]
    public void No_prices_give_a_bound_below_the_truth()
    {
        var tight = 0;
        for (var draw = 0ul; draw < 3_000; draw++)
        {
            var market = TieInstance.Tiny(draw);
            var largest = TieInstance.StableMatchings(market).Max(TieInstance.Size);
            var (core, box) = Propagated(market);
            var chance = new Chance(draw);
            var prices = new ThresholdPrices(core);
            for (var a = 0; a < core.Applicants; a++)
            {
                prices.Price[a] = chance.Below(ThresholdBound.One);
            }

            for (var e = 0; e < core.Edges; e++)
            {
                prices.Regret[e] = chance.OneIn(2) ? chance.Below(ThresholdBound.One) : 0;
            }

            var one = new ThresholdChoice(core).Evaluate(box, prices);
            Assert.True(one >= (long)largest * ThresholdBound.One, $"Draw {draw}: {one} with made up prices, but {largest} can be matched.");
            var bound = new ThresholdBound(core, () => false, _ => { }).Lower(box, prices, goal: largest, rounds: 20 + chance.Below(60), pace: 0.5);
            Assert.True(bound >= (long)largest * ThresholdBound.One, $"Draw {draw}: {bound} with found prices, but {largest} can be matched.");
            tight += bound < (largest + 1L) * ThresholdBound.One ? 1 : 0;
        }

        Assert.InRange(tight, 2_500, 3_000);
    }

    [Fact]
    public void What_the_prices_cut_off_holds_no_matching_that_reaches_the_goal()
    {
        var cut = 0;
        for (var draw = 0ul; draw < 3_000; draw++)
        {
            var market = TieInstance.Tiny(draw);
            var stable = TieInstance.StableMatchings(market);
            var (core, box) = Propagated(market);
            var before = box.Hi.Zip(box.Lo).Sum(range => range.First - range.Second);
            var goal = stable.Max(TieInstance.Size);
            var prices = new ThresholdPrices(core);
            var bound = new ThresholdBound(core, () => false, _ => { });
            bound.Lower(box, prices, goal, rounds: 60, pace: 0.5);
            Assert.True(bound.Fix(box, prices, goal, new ThresholdPropagation(core), out var isChanged), $"Draw {draw}: nothing is left.");
            var after = box.Hi.Zip(box.Lo).Sum(range => range.First - range.Second);
            Assert.Equal(before != after, isChanged);
            cut += before - after;
            foreach (var matching in stable.Where(matching => TieInstance.Size(matching) == goal).Select(core.EdgesOf))
            {
                for (var p = 0; p < core.Programs; p++)
                {
                    var held = matching.Where(e => e != Market.None && core.Program[e] == p).Select(e => core.Level[e]).ToList();
                    if (core.Seats[p] > 0 && core.ProgramFirst[p] < core.ProgramFirst[p + 1])
                    {
                        Assert.InRange(held.Count < core.Seats[p] ? 0 : held.Min(), box.Lo[p], box.Hi[p]);
                    }
                }
            }
        }

        Assert.InRange(cut, 50, int.MaxValue);
    }

    [Fact]
    public void It_says_more_than_the_largest_matching_does()
    {
        var better = 0;
        for (var draw = 0ul; draw < 100; draw++)
        {
            var (core, box) = Propagated(TieInstance.Medium(draw, applicants: 12, seats: 1, longest: 3, classes: 3, tiesInSix: 0));
            var flow = new ThresholdFlow(core);
            var size = flow.Run(box);
            var prices = new ThresholdPrices(core);
            flow.Cover(box, prices.Price, ThresholdBound.One);
            var bound = new ThresholdBound(core, () => false, _ => { }).Lower(box, prices, goal: size, rounds: 200, pace: 0.5);
            Assert.InRange(bound, 0, (long)size * ThresholdBound.One);
            better += bound < (long)size * ThresholdBound.One ? 1 : 0;
        }

        Assert.InRange(better, 3, 100);
    }

    private static (TieCore Core, ThresholdBox Box) Propagated(Market market)
    {
        var core = TieCore.Of(market);
        var box = new ThresholdBox(core);
        Assert.True(new ThresholdPropagation(core).RunAll(box));
        return (core, box);
    }
}
