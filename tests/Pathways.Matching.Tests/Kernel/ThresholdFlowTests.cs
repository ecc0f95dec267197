using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class ThresholdFlowTests
{
    // Usable edges, who must be matched and which programs must be full are drawn; all matchings are tried.
    [Fact]
    public void It_is_as_large_as_any_matching_that_keeps_to_the_box()
    {
        var (none, some) = (0, 0);
        for (var draw = 0ul; draw < 6_000; draw++)
        {
            var core = TieCore.Of(TieInstance.Tiny(draw));
            var chance = new Chance(draw);
            var box = new ThresholdBox(core);
            for (var e = 0; e < core.Edges; e++)
            {
                box.Alive[e] = !chance.OneIn(4);
            }

            for (var a = 0; a < core.Applicants; a++)
            {
                box.Must[a] = chance.OneIn(4);
            }

            for (var p = 0; p < core.Programs; p++)
            {
                box.Lo[p] = core.Seats[p] > 0 && chance.OneIn(4) ? 1 : 0;
            }

            // Whatever it starts from is repaired.
            var flow = new ThresholdFlow(core);
            if (chance.OneIn(2))
            {
                var other = new ThresholdBox(core);
                flow.Run(other);
                other.Matched.CopyTo(box.Matched, 0);
            }

            var size = flow.Run(box);
            var largest = Largest(core, box);
            Assert.True(size == largest, $"Draw {draw}: {size} instead of {largest}.");
            none += largest < 0 ? 1 : 0;
            some += largest > 0 ? 1 : 0;
            if (largest >= 0)
            {
                Assert.True(Keeps(core, box, box.Matched), $"Draw {draw}: what it found leaves the box.");
                Assert.Equal(largest, TieInstance.Size(box.Matched));
                AssertCover(core, box, flow, largest, $"Draw {draw}");
            }
        }

        Assert.InRange(none, 500, int.MaxValue);
        Assert.InRange(some, 500, int.MaxValue);
    }

    // Every usable edge has an applicant who pays or a program that is full: together they are as many as the matching.
    private static void AssertCover(TieCore core, ThresholdBox box, ThresholdFlow flow, int size, string where)
    {
        var price = new int[core.Applicants];
        flow.Cover(box, price, 1);
        var programs = Enumerable.Range(0, core.Edges).Where(e => box.Alive[e] && price[core.Owner[e]] == 0).Select(e => core.Program[e]).Distinct();
        Assert.True(price.Sum() + programs.Sum(p => core.Seats[p]) == size, $"{where}: the cover is not as small as the matching is large.");
    }

    private static int Largest(TieCore core, ThresholdBox box)
    {
        var matching = new int[core.Applicants];
        var best = Market.None;
        From(0);
        return best;

        void From(int a)
        {
            if (a == core.Applicants)
            {
                best = Keeps(core, box, matching) ? Math.Max(best, TieInstance.Size(matching)) : best;
                return;
            }

            matching[a] = Market.None;
            From(a + 1);
            for (var e = core.First[a]; e < core.First[a + 1]; e++)
            {
                if (box.Alive[e])
                {
                    matching[a] = e;
                    From(a + 1);
                }
            }
        }
    }

    private static bool Keeps(TieCore core, ThresholdBox box, int[] matching)
    {
        for (var a = 0; a < matching.Length; a++)
        {
            if (matching[a] == Market.None ? box.Must[a] : !box.Alive[matching[a]] || core.Owner[matching[a]] != a)
            {
                return false;
            }
        }

        var taken = new int[core.Programs];
        foreach (var e in matching.Where(e => e != Market.None))
        {
            taken[core.Program[e]]++;
        }

        return Enumerable.Range(0, core.Programs).All(p => taken[p] <= core.Seats[p] && (box.Lo[p] == 0 || taken[p] == core.Seats[p]));
    }
}
