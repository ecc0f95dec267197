using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using Pathways.Matching.Verification;

namespace Pathways.Matching.Tests.Verification;

public sealed class SlotOrdersTests
{
    // Enough people that different ways lead to the same people left; one instance answers everything, so that it must not mix up questions.
    [Fact]
    public void Ways_tried_by_lots_and_remembered_come_to_the_same_as_all_ways_tried_by_persons()
    {
        var (can, cannot) = (0, 0);
        for (var draw = 0ul; draw < 400; draw++)
        {
            var chance = new Chance(draw);
            var kinds = Enumerable.Range(0, 4).SelectMany(_ => SeatMarket.DrawProgram(chance, SeatRule.Slots).Kinds).Take(4).ToArray();
            var classes = 1 + chance.Below(2);
            Person[] held = [.. Enumerable.Range(0, 7).Select(_ => Draw(chance, classes, kinds))];
            List<Lot> lots = [.. held.GroupBy(one => one).Select(same => new Lot(same.Key.Class, same.Key.Groups, same.Count()))];
            var orders = new SlotOrders(Plan(kinds), 0);
            Assert.True(MostSeated(kinds, held, 0, 0) == orders.MostSeated(lots).Seated, $"Draw {draw}: seated");
            foreach (var asks in Enumerable.Range(0, 4).Select(_ => Draw(chance, classes, kinds)))
            {
                var expected = CanLeaveOut(kinds, held, 0, 0, asks);
                Assert.True(expected == orders.CanLeaveOut(lots, asks.Class, asks.Groups), $"Draw {draw}: {asks}, expected {expected}");
                (can, cannot) = expected ? (can + 1, cannot) : (can, cannot + 1);
            }

            Assert.True(MostSeated(kinds, held[1..], 0, 0) == orders.MostSeated(Less(lots, held[0])).Seated, $"Draw {draw}: seated without one");
        }

        Assert.True(can > 200 && cannot > 200, $"{can} can be left out and {cannot} cannot.");
    }

    // All the best go to the first kind, whoever of them: so too few are left for the second, but no bound sees it, and all 4,368 ways are tried.
    [Fact]
    public void Ways_that_leave_too_many_are_not_looked_into()
    {
        SmallKind[] kinds = [new(355), new(8, SeatAccess.MembersOnly, 0), .. Enumerable.Range(1, 3).Select(group => new SmallKind(1, SeatAccess.MembersOnly, group))];
        List<Lot> held = [.. Enumerable.Range(1, 12).Select(groups => new Lot(1, (ulong)groups << 1, 30)), new(0, 0, 10)];

        Assert.Equal(false, new SlotOrders(Plan(kinds), 0).CanLeaveOut(held, 0, 0b10));
    }

    // The bound has one more bit than there are kinds, for the seats that are passed on.
    [Fact]
    public void Sixty_three_kinds_are_as_good_as_few()
    {
        SmallKind[] kinds = [.. Enumerable.Range(0, 63).Select(kind => new SmallKind(1, SeatAccess.MembersOnly, kind, PassesOn: kind == 62))];
        List<Lot> others = [new(0, 0, 5)];
        List<Lot> members = [.. Enumerable.Range(0, 63).Select(kind => new Lot(0, 1ul << kind, 1))];

        Assert.Equal((1, true), new SlotOrders(Plan(kinds), 0).MostSeated(others));
        Assert.Equal((63, true), new SlotOrders(Plan(kinds), 0).MostSeated(members));
        Assert.Equal((62, true), new SlotOrders(Plan(kinds), 0).MostSeated([.. members[..61], .. others]));
        Assert.Equal(true, new SlotOrders(Plan(kinds), 0).CanLeaveOut(members, 0, 1ul << 62));
        Assert.Equal(false, new SlotOrders(Plan(kinds), 0).CanLeaveOut(members[..62], 0, 1ul << 62));
    }

    private static bool CanLeaveOut(SmallKind[] kinds, Person[] left, int kind, int passedOn, Person asks)
    {
        if (kind == kinds.Length)
        {
            return left.Count(one => one.Class >= asks.Class) >= passedOn;
        }

        // Whoever asks comes last of the equal.
        var level = Level(kinds, kind, asks);
        return (level is null || left.Count(one => Level(kinds, kind, one) >= level) >= kinds[kind].Seats)
            && Ways(kinds, kind, left).Any(rest => CanLeaveOut(kinds, rest, kind + 1, passedOn + Unused(kinds[kind], left, rest), asks));
    }

    private static int MostSeated(SmallKind[] kinds, Person[] left, int kind, int passedOn) => kind == kinds.Length
        ? Math.Min(left.Length, passedOn)
        : Ways(kinds, kind, left).Max(rest => left.Length - rest.Length + MostSeated(kinds, rest, kind + 1, passedOn + Unused(kinds[kind], left, rest)));

    private static int Unused(SmallKind kind, Person[] left, Person[] rest) => kind.PassesOn ? kind.Seats - (left.Length - rest.Length) : 0;

    /// <summary>Who is left after a kind has taken its best, for every way to choose among the equal.</summary>
    private static IEnumerable<Person[]> Ways(SmallKind[] kinds, int kind, Person[] left)
    {
        var taken = Math.Min(kinds[kind].Seats, left.Count(one => Level(kinds, kind, one) is not null));
        return from set in Enumerable.Range(0, 1 << left.Length)
               where int.PopCount(set) == taken
               let @in = left.Where((_, i) => ((set >> i) & 1) != 0).Select(one => Level(kinds, kind, one)).ToList()
               let rest = left.Where((_, i) => ((set >> i) & 1) == 0).ToArray()
               where @in.TrueForAll(level => level is not null && !rest.Any(one => Level(kinds, kind, one) > level))
               select rest;
    }

    /// <summary>Members of a kind for members come before others, then the better class; null for who may not have it.</summary>
    private static int? Level(SmallKind[] kinds, int kind, Person one)
    {
        var isMember = ((one.Groups >> kind) & 1) != 0;
        return kinds[kind].Access switch
        {
            SeatAccess.MembersOnly => isMember ? one.Class : null,
            SeatAccess.MembersFirst => one.Class + (isMember ? 100 : 0),
            _ => one.Class,
        };
    }

    private static Person Draw(Chance chance, int classes, SmallKind[] kinds)
    {
        var groups = chance.Below(1 << SeatMarket.AllGroups);
        return new(chance.Below(classes), kinds.Select((kind, i) => kind.Group >= 0 && ((groups >> kind.Group) & 1) != 0 ? 1ul << i : 0).Aggregate(0ul, (all, bit) => all | bit));
    }

    private static List<Lot> Less(List<Lot> lots, Person one) =>
        [.. lots.Select(lot => (lot.Class, lot.Groups) == (one.Class, one.Groups) ? lot with { Count = lot.Count - 1 } : lot).Where(lot => lot.Count > 0)];

    private static SeatPlan Plan(SmallKind[] kinds) => new()
    {
        First = [0, kinds.Length],
        Seats = [.. kinds.Select(kind => kind.Seats)],
        Access = [.. kinds.Select(kind => kind.Access)],
        PassesOn = [.. kinds.Select(kind => kind.PassesOn)],
        Group = [.. kinds.Select(kind => kind.Group)],
        FillsTogether = [false],
        Member = [],
    };

    private readonly record struct Person(int Class, ulong Groups);
}
