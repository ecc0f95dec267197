using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class ThresholdPropagationTests
{
    // Everything concluded at the root holds in every weakly stable matching.
    [Fact]
    public void Whatever_is_ruled_out_is_in_no_weakly_stable_matching()
    {
        var (deleted, never) = (0, 0);
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var market = TieInstance.Tiny(draw);
            var stable = TieInstance.StableMatchings(market);
            var core = TieCore.Of(market);
            var box = new ThresholdBox(core);
            Assert.True(new ThresholdPropagation(core).RunAll(box), $"Draw {draw}: a market has a stable matching.");
            foreach (var matching in stable)
            {
                AssertInside(core, box, core.EdgesOf(matching), $"Draw {draw}");
            }

            deleted += box.Alive.Count(isAlive => !isAlive);
            never += core.MarketEdge.Count(e => !stable.Any(matching => matching.Contains(e)));
        }

        // The rules do not find all never-stable pairs, but they find a good part.
        Assert.InRange(deleted, never / 2, never);
        Assert.InRange(deleted, 5_000, int.MaxValue);
    }

    // Below the root: with one range narrowed, nothing that lies in the narrower box is lost, and a box called empty is empty.
    [Fact]
    public void A_narrower_range_loses_nothing_that_lies_in_it()
    {
        var empty = 0;
        for (var draw = 0ul; draw < 1_200; draw++)
        {
            var market = TieInstance.Tiny(draw);
            var stable = TieInstance.StableMatchings(market);
            var core = TieCore.Of(market);
            var propagation = new ThresholdPropagation(core);
            for (var p = 0; p < core.Programs; p++)
            {
                for (var split = 0; split < 4; split++)
                {
                    foreach (var isUp in new[] { false, true })
                    {
                        var box = new ThresholdBox(core);
                        Assert.True(propagation.RunAll(box));
                        var (lo, hi) = isUp ? (split + 1, int.MaxValue) : (0, split);
                        propagation.Narrow(box, p, lo, hi);
                        var isOpen = propagation.Run(box);
                        empty += isOpen ? 0 : 1;
                        foreach (var matching in stable.Select(core.EdgesOf).Where(matching => Threshold(core, matching, p) is var t && t >= lo && t <= hi))
                        {
                            Assert.True(isOpen, $"Draw {draw}: program {p} can have {lo} to {hi}.");
                            AssertInside(core, box, matching, $"Draw {draw}, program {p} from {lo} to {hi}");
                        }
                    }
                }
            }
        }

        Assert.InRange(empty, 400, int.MaxValue);
    }

    [Fact]
    public void Programs_that_cannot_be_filled_give_everybody_a_floor()
    {
        // Program 1 has two seats and one who wants it: whoever wants it can be sure of it, and needs nothing worse.
        var core = TieCore.Of(RandomMarket.MarketOf([[0, 1, 2], [0], [2, 0]], [[0, 0, 0], [0], [0, 0]], [1, 2, 1]));
        var box = new ThresholdBox(core);
        Assert.True(new ThresholdPropagation(core).RunAll(box));
        Assert.Equal([true, true, false, true, true, false], box.Alive);
        Assert.Equal([true, false, true], box.Must);
        Assert.Equal(0, box.Hi[1]);
    }

    [Fact]
    public void First_choices_of_the_highest_class_push_out_everybody_below()
    {
        // Two seats, two applicants of class 2 who want nothing more: class 1 has no chance, and is not needed either.
        var core = TieCore.Of(RandomMarket.MarketOf([[0], [0, 1], [0, 1]], [[2], [2, 0], [1, 0]], [2, 1]));
        var box = new ThresholdBox(core);
        Assert.True(new ThresholdPropagation(core).RunAll(box));
        Assert.Equal([true, true, false, false, true], box.Alive);
        Assert.Equal((2, 2), (box.Lo[0], box.Hi[0]));
    }

    private static void AssertInside(TieCore core, ThresholdBox box, int[] matching, string where)
    {
        for (var a = 0; a < core.Applicants; a++)
        {
            Assert.True(matching[a] != Market.None || !box.Must[a], $"{where}: {a} need not be matched.");
            Assert.True(matching[a] == Market.None || box.Alive[matching[a]], $"{where}: {a} can be matched along {matching[a]}.");
        }

        for (var p = 0; p < core.Programs; p++)
        {
            Assert.InRange(Threshold(core, matching, p), box.Lo[p], core.ProgramFirst[p] == core.ProgramFirst[p + 1] ? int.MaxValue : box.Hi[p]);
        }
    }

    private static int Threshold(TieCore core, int[] matching, int p)
    {
        var held = matching.Where(e => e != Market.None && core.Program[e] == p).Select(e => core.Level[e]).ToList();
        return held.Count == 0 || held.Count < core.Seats[p] ? 0 : held.Min();
    }
}
