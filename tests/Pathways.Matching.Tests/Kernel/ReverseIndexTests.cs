using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class ReverseIndexTests
{
    [Fact]
    public void Each_program_has_its_own_edges_with_applicants_ascending()
    {
        for (var draw = 0ul; draw < 50; draw++)
        {
            var random = new RandomMarket(draw, 40, 7, 7, 3, 3);
            var reverse = ReverseIndex.Of(random.Market);
            for (var p = 0; p < 7; p++)
            {
                var range = reverse.First[p]..reverse.First[p + 1];
                var who = Enumerable.Range(0, 40).Where(a => random.Lists[a].Contains(p)).ToArray();

                Assert.Equal(who, reverse.Applicant[range]);
                Assert.Equal(who.Select(a => random.Market.EdgeTo(a, p)), reverse.Edge[range]);
            }
        }
    }

    [Fact]
    public void Programs_that_nobody_lists_have_an_empty_range()
    {
        var reverse = RandomMarket.MarketOf([[1], []], [[0], []], [1, 1, 1]).Reverse;

        Assert.Equal([0, 0, 1, 1], reverse.First);
        Assert.Equal([0], reverse.Edge);
        Assert.Equal([0], reverse.Applicant);
    }
}
