using Pathways.Matching.Tests.Support;
using Pathways.Matching.Verification;

namespace Pathways.Matching.Tests.Verification;

public sealed class SeatingTests
{
    [Fact]
    public void As_many_sit_as_can()
    {
        for (var draw = 0ul; draw < 2000; draw++)
        {
            var chance = new Chance(draw);
            var seats = Enumerable.Range(0, 1 + chance.Below(4)).Select(_ => (long)chance.Below(4)).ToArray();
            var lots = Enumerable.Range(0, chance.Below(5)).Select(_ => new Lot(0, (ulong)chance.Below(1 << seats.Length), 1 + chance.Below(3))).ToList();

            // Hall's condition in its deficiency form: the kinds that are not enough for those who can sit nowhere else.
            var least = Enumerable.Range(0, 1 << seats.Length).Min(kinds =>
                seats.Where((_, k) => ((kinds >> k) & 1) != 0).Sum() + lots.Where(lot => (lot.Groups & ~(ulong)kinds) != 0).Sum(lot => lot.Count));

            Assert.True(least == Seating.Most(seats, lots), $"Draw {draw}.");
        }
    }
}
