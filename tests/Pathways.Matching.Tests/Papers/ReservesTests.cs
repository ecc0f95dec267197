using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using static Pathways.Matching.Kernel.SeatAccess;

namespace Pathways.Matching.Tests.Papers;

/// <summary>What papers about reserved seats are known for, on the smallest instances that show it, solved by hand.</summary>
public sealed class ReservesTests
{
    // F. Kojima, "School Choice: Impossibilities for Affirmative Action", Games and Economic Behavior 75 (2012) 685-693, and I. E. Hafalir, M. B.
    // Yenmez and M. A. Yildirim, "Effective Affirmative Action in School Choice", Theoretical Economics 8 (2013) 325-363: a quota on the
    // majority can make the minority itself worse off, since a seat stays empty for want of members and whoever it would have taken asks
    // elsewhere. Reserves that are passed on do not. Applicants: two of the majority, then one of the minority.
    [Fact]
    public void A_hard_quota_can_hurt_those_it_is_for_and_a_reserve_does_not()
    {
        int[][] lists = [[0], [0, 1], [1, 0]];
        int[][] classes = [[3], [2, 3], [2, 1]];
        SeatMarket With(params SmallKind[] kinds) => new([new(SeatRule.Slots, kinds), new(SeatRule.Merit, new SmallKind(1))], lists, classes, [0, 0, 1]);

        Assert.Equal([0, 0, 1], Solving.ApplicantsProposeForSeats(With(new SmallKind(2)).Market));
        Assert.Equal([0, 1, 0], Solving.ApplicantsProposeForSeats(With(new SmallKind(1, MembersOnly, 0), new SmallKind(1)).Market));
        Assert.Equal([0, 0, 1], Solving.ApplicantsProposeForSeats(With(new SmallKind(1, MembersOnly, 0, PassesOn: true), new SmallKind(1)).Market));
    }

    // U. Dur, S. D. Kominers, P. A. Pathak and T. Sonmez, "Reserve Design: Unintended Consequences and the Demise of Boston's Walk Zones", Journal
    // of Political Economy 126 (2018) 2457-2479: half of the seats put those within walking distance first, and it is the order of the
    // halves that decides what this is worth. Lottery numbers, best first: near, far, near, far.
    [Fact]
    public void Which_half_is_filled_first_decides_who_gets_in()
    {
        int[][] classes = [[4], [3], [2], [1]];
        SeatMarket With(params SmallKind[] kinds) => new([new(SeatRule.Slots, kinds)], [[0], [0], [0], [0]], classes, [1, 0, 1, 0]);
        SmallKind walkZone = new(1, MembersFirst, 0);

        // First: the walk zone's best would have got in anyhow, so that the half for it does nothing.
        Assert.Equal([0, 0, Market.None, Market.None], Solving.ApplicantsProposeForSeats(With(new SmallKind(2)).Market));
        Assert.Equal([0, 0, Market.None, Market.None], Solving.ApplicantsProposeForSeats(With(walkZone, new SmallKind(1)).Market));
        // Last: it brings in one more.
        Assert.Equal([0, Market.None, 0, Market.None], Solving.ApplicantsProposeForSeats(With(new SmallKind(1), walkZone).Market));
    }

    // T. Sonmez and M. B. Yenmez, "Affirmative Action in India via Vertical, Horizontal, and Overlapping Reservations", Econometrica 90 (2022)
    // 1143-1176: filled one after the other, reserves of overlapping groups waste seats on those who could have had another.
    // Applicants, best first: in no group, in both, in the first.
    [Fact]
    public void Overlapping_reserves_are_filled_together()
    {
        SmallKind Reserve(int group) => new(1, MembersOnly, group, PassesOn: true);
        SeatMarket With(SeatRule rule) => new([new(rule, Reserve(0), Reserve(1), new SmallKind(0))], [[0], [0], [0]], [[3], [2], [1]], [0, 3, 1]);

        Assert.Equal([0, 0, Market.None], Solving.ApplicantsProposeForSeats(With(SeatRule.Slots).Market));
        Assert.Equal([Market.None, 0, 0], Solving.ApplicantsProposeForSeats(With(SeatRule.SoftOverlap).Market));
    }
}
