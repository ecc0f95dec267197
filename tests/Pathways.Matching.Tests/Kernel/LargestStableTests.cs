using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using Xunit.Abstractions;

namespace Pathways.Matching.Tests.Kernel;

public sealed class LargestStableTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Nearly_every_tiny_market_gets_a_largest_stable_matching(bool applicantsTie, bool caps)
    {
        var (missed, oneStart) = (0, 0);
        for (var draw = 0ul; draw < 3_000; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie, caps);
            var largest = tiny.StableMatchings().Max(TiedMarket.Size);

            var found = tiny.Read(LargestStable.Solve(tiny.Market, new(draw), 4));

            Assert.True(tiny.IsStable(found), tiny.Said(found));
            missed += TiedMarket.Size(found) < largest ? 1 : 0;
            oneStart += TiedMarket.Size(tiny.Read(LargestStable.Start(tiny.Market, new(draw), new()))) < largest ? 1 : 0;
        }

        output.WriteLine($"{missed} {oneStart}");
        Assert.Equal(-1, missed);
    }
}
