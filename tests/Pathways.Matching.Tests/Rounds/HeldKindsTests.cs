using Pathways.Matching.Kernel;
using Pathways.Matching.Rounds;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Rounds;

/// <summary>Which reserved seats the kept hold, against every way to seat them.</summary>
public sealed class HeldKindsTests
{
    /// <summary>
    /// What is left is what the definition leaves: others can be seated as members beside the kept, who hold as many reserved seats as they can, exactly when they
    /// fit into the seats that are left. And where that is said to be uncertain, there are two ways that leave different seats.
    /// </summary>
    [Fact]
    public void What_is_left_is_what_every_way_to_seat_the_kept_leaves()
    {
        var (certain, uncertain) = (0, 0);
        for (var draw = 0ul; draw < 4_000; draw++)
        {
            var chance = new Chance(draw);
            var kinds = 1 + chance.Below(3);
            int[] seats = [.. Enumerable.Range(0, kinds).Select(_ => 1 + chance.Below(2))];
            var open = chance.Below(3);
            ulong[] kept = [.. Enumerable.Range(0, chance.Below(4)).Select(_ => (ulong)chance.Below(1 << kinds))];
            var plan = Plan(seats, open);
            var held = HeldKinds.Of(plan, 0, areSlots: false, kept);
            var ways = Ways(seats, kept);
            var most = ways.Max(way => way.Sum());
            var best = ways.Where(way => way.Sum() == most).DistinctBy(way => string.Join(' ', way)).ToList();
            Assert.Equal(best.Count == 1, held.IsCertain);
            Assert.Equal(kept.Length - Math.Max(0, kept.Length - most - open), held.Seated);
            if (!held.IsCertain)
            {
                uncertain++;
                continue;
            }

            certain++;
            Assert.Equal(seats.Zip(best[0], (all, used) => all - used).Append(Math.Max(0, open - (kept.Length - most))), held.Left);
            for (var other = 0; other < 5; other++)
            {
                ulong[] more = [.. Enumerable.Range(0, 1 + chance.Below(3)).Select(_ => (ulong)chance.Below(1 << kinds))];
                var fitBeside = Ways(seats, [.. kept, .. more]).Max(way => way.Sum()) == most + more.Length;
                Assert.Equal(fitBeside, Ways(held.Left[..kinds], more).Max(way => way.Sum()) == more.Length);
            }
        }

        Assert.True(certain > 500 && uncertain > 500, $"{certain} certain, {uncertain} not");
    }

    // Hard reserves, so that what is not certain is not blurred by what is passed on.
    private static SeatPlan Plan(int[] seats, int open) => new()
    {
        First = [0, seats.Length + 1],
        Seats = [.. seats, open],
        Access = [.. seats.Select(_ => SeatAccess.MembersOnly), SeatAccess.Anyone],
        PassesOn = new bool[seats.Length + 1],
        Group = [.. Enumerable.Range(0, seats.Length), Market.None],
        FillsTogether = [true],
        Member = [],
    };

    /// <summary>By kind, how many seats are used, for every way to seat some of them.</summary>
    private static List<int[]> Ways(int[] seats, ulong[] members)
    {
        var ways = new List<int[]> { new int[seats.Length] };
        foreach (var member in members)
        {
            foreach (var way in ways.ToArray())
            {
                for (var kind = 0; kind < seats.Length; kind++)
                {
                    if ((member >> kind & 1) == 1 && way[kind] < seats[kind])
                    {
                        var more = (int[])way.Clone();
                        more[kind]++;
                        ways.Add(more);
                    }
                }
            }

            ways = [.. ways.DistinctBy(way => string.Join(' ', way))];
        }

        return ways;
    }
}
