using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class PromotedProposalsTests
{
    [Fact]
    public void Every_tiny_market_gets_a_stable_matching_of_two_thirds_of_the_largest()
    {
        var workspace = new Workspace();
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie: false);

            PromotedProposals.Solve(tiny.Market, new LotteryOrder(tiny.Market.Class, tiny.Applicants, new(draw)), workspace);

            var found = tiny.Read(workspace.Next);
            Assert.True(tiny.IsStable(found), tiny.Said(found));
            Assert.True(3 * TiedMarket.Size(found) >= 2 * tiny.StableMatchings().Max(TiedMarket.Size), tiny.Said(found));
        }
    }
}
