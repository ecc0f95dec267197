using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class RenumberedTests
{
    [Fact]
    public void There_and_back_is_the_same_market_with_the_same_matchings()
    {
        for (var draw = 0ul; draw < 500; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie: true, caps: draw % 2 == 0);
            var (market, chance) = (tiny.Market, new Chance(draw));
            var (applicants, programs) = (Shuffled(chance, tiny.Applicants), Shuffled(chance, tiny.Programs));

            var other = Renumbered.Of(market, applicants, programs);
            var found = PromotedProjectProposals.Solve(other.Market, new LotteryOrder(other.Market.Class, tiny.Applicants, new(draw)));

            Assert.True(tiny.IsStable(tiny.Read(other.Back(found))), tiny.Said(tiny.Read(other.Back(found))));
            Assert.Equal(found, other.Forth(other.Back(found)));
            for (var a = 0; a < tiny.Applicants; a++)
            {
                Assert.Equal(applicants[other.Applicants[a]], a);
                for (var edge = other.Market.First[a]; edge < other.Market.First[a + 1]; edge++)
                {
                    Assert.Equal(programs[market.Program[other.EdgeOf[edge]]], other.Market.Program[edge]);
                    Assert.Equal(market.Class[other.EdgeOf[edge]], other.Market.Class[edge]);
                }
            }
        }
    }

    // Two ways to write the same market, each put in the same order, are one market.
    [Fact]
    public void The_order_of_the_input_is_forgotten()
    {
        for (var draw = 0ul; draw < 200; draw++)
        {
            var (market, chance) = (new TiedMarket(draw, applicantsTie: true).Market, new Chance(draw));
            var (applicants, programs) = (Shuffled(chance, market.Applicants), Shuffled(chance, market.Programs));
            var written = Renumbered.Of(market, applicants, programs);

            var one = Renumbered.Of(market, applicants, programs).Market;
            var other = Renumbered.Of(written.Market, [.. Enumerable.Range(0, market.Applicants)], [.. Enumerable.Range(0, market.Programs)]).Market;

            Assert.Equal(one.First, other.First);
            Assert.Equal(one.Program, other.Program);
            Assert.Equal(one.Class, other.Class);
            Assert.Equal(one.Capacity, other.Capacity);
            Assert.All(Enumerable.Range(0, one.Edges), edge => Assert.Equal(one.Tied![edge], other.Tied![edge]));
        }
    }

    private static int[] Shuffled(Chance chance, int count) => chance.Shuffled(Enumerable.Range(0, count));
}
