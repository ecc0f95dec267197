using Pathways.Matching.Problems;

namespace Pathways.Matching.Tests.Problems;

public sealed class TieFlagsTests
{
    [Fact]
    public void Flags_are_those_that_were_set_and_no_others()
    {
        for (var number = 0; number < 50; number++)
        {
            var (flags, naive) = (new TieFlags(), new HashSet<int>());
            for (var i = 0ul; i < 40; i++)
            {
                var entry = Seed.From(number).Split(i).DrawBelow(number + 1 + (number > 40 ? 5000 : 200));
                flags.Set(entry);
                naive.Add(entry);
            }

            Assert.All(Enumerable.Range(0, 6000), entry => Assert.Equal(naive.Contains(entry), flags[entry]));
        }
    }

    [Fact]
    public void There_is_none_at_first()
    {
        var flags = new TieFlags();
        Assert.False(flags.Any);
        Assert.False(flags[0]);
        Assert.False(flags[int.MaxValue]);
        flags.Set(63);
        Assert.True(flags.Any);
        Assert.False(flags[64]);
    }
}
