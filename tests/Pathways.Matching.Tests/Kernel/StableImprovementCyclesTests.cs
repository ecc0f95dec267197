using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class StableImprovementCyclesTests
{
    [Fact]
    public void No_stable_matching_is_better_for_somebody_and_worse_for_nobody()
    {
        var improved = 0;
        var workspace = new Workspace();
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie: false);
            DeferredAcceptance.Solve(tiny.Market, new LotteryOrder(tiny.Market.Class, tiny.Applicants, new(draw)), workspace);
            var before = tiny.Read(workspace.Next);
            var edgeOf = Enumerable.Range(0, tiny.Applicants)
                .Select(a => workspace.Next[a] < tiny.Market.First[a + 1] ? workspace.Next[a] : Market.None).ToArray();

            var cycles = StableImprovementCycles.Improve(tiny.Market, edgeOf);

            var after = tiny.Read(edgeOf);
            improved += cycles > 0 ? 1 : 0;
            Assert.True(tiny.IsStable(after), tiny.Said(after));
            Assert.Equal(cycles > 0, tiny.Dominates(after, before));
            Assert.Equal(cycles > 0, !after.SequenceEqual(before));
            Assert.All(tiny.StableMatchings(), stable => Assert.False(tiny.Dominates(stable, after), tiny.Said(after)));
        }

        Assert.Equal(-1, improved);
    }
}
