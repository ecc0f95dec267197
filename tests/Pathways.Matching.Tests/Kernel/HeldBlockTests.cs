using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed unsafe class HeldBlockTests
{
    // Up to 16 keys are scanned, more are a heap; shrinking goes from one to the other.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void The_worst_leaves_whenever_there_is_one_too_many(int most)
    {
        var block = stackalloc long[most];
        for (var draw = 0ul; draw < 40; draw++)
        {
            var chance = new Chance(draw);
            var keys = chance.Shuffled(Enumerable.Range(1, 100).Select(i => (long)i << 40));
            var (seats, count, held) = (most, 0, new SortedSet<long>());
            foreach (var key in keys)
            {
                long isOut;
                if (seats > 0 && chance.OneIn(8))
                {
                    seats--;
                    isOut = HeldBlock.Shrink(block, ref count, seats);
                }
                else
                {
                    held.Add(key);
                    isOut = HeldBlock.Take(block, ref count, seats, key);
                }

                var expected = held.Count > seats ? held.Min : HeldBlock.Nobody;
                held.Remove(expected);
                Assert.Equal(expected, isOut);
                Assert.Equal(held, new SortedSet<long>(new ReadOnlySpan<long>(block, count).ToArray()));
            }
        }
    }
}
