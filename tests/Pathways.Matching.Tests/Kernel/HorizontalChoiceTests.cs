using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using static Pathways.Matching.Kernel.SeatAccess;

namespace Pathways.Matching.Tests.Kernel;

/// <summary>Small cases by hand; <see cref="SeatChoiceTests"/> has the random ones.</summary>
public sealed class HorizontalChoiceTests
{
    // The example of docs/algorithms/horizontal-choice.md: ana is in no group, ben in both, cy in the first, dee in the second; best first.
    [Fact]
    public void The_worked_example_comes_out_as_the_page_says()
    {
        Assert.Equal([1, 2], Chosen(SeatRule.SoftOverlap, [0, 3, 1], 1, 1, 0));
        Assert.Equal([0, 1], Chosen(SeatRule.Slots, [0, 3, 1], 1, 1, 0)); // kind after kind fills one reserved seat only
        Assert.Equal([0, 1, 2], Chosen(SeatRule.SoftOverlap, [0, 3, 1], 1, 1, 1));
    }

    // Ben gives the seat of the first group to cy and moves to that of the second; dee, who is worse than both, gets neither.
    [Fact]
    public void Members_move_for_each_other()
    {
        Assert.Equal([1, 2], Chosen(SeatRule.HardOverlap, [0, 3, 1, 2], 1, 1, 0));
        Assert.Equal([0, 1, 2], Chosen(SeatRule.HardOverlap, [0, 3, 1, 2], 1, 1, 1));
        Assert.Equal([0, 1], Chosen(SeatRule.HardOverlap, [0, 3], 1, 1, 1));
        Assert.Equal([1], Chosen(SeatRule.HardOverlap, [0, 3], 1, 1, 0));
    }

    // The chain runs through all 63 kinds.
    [Fact]
    public void A_chain_can_be_as_long_as_there_are_kinds()
    {
        const int Most = 62;
        SmallKind[] kinds = [.. Enumerable.Range(0, Most).Select(g => new SmallKind(1, MembersOnly, g % 30, PassesOn: true)), new(0)];
        var member = Enumerable.Range(0, Most).Select(a => a == Most - 1 ? 1ul : 3ul << a).ToArray();
        var written = new SeatMarket([new(SeatRule.SoftOverlap, kinds)],
            [.. member.Select(_ => new[] { 0 })], [.. member.Select((_, a) => new[] { a })], new int[Most]).Market;
        var market = written.WithPlan(written.Plan!.With(member));
        var choice = new HorizontalChoice<SinglePlaceOrder>(market.Plan!, Solving.LowerFirst(market), new SeatBlocks().Fit(market));

        Assert.All(Enumerable.Range(0, Most), a => Assert.Equal(Market.None, choice.Offer(0, a, a)));
    }

    private static int[] Chosen(SeatRule rule, int[] groups, int first, int second, int open)
    {
        SmallKind Of(int seats, int group) => new(seats, MembersOnly, group, PassesOn: rule != SeatRule.HardOverlap);
        var market = new SeatMarket([new(rule, Of(first, 0), Of(second, 1), new(open))],
            [.. groups.Select(_ => new[] { 0 })], [.. groups.Select((_, a) => new[] { groups.Length - a })], groups).Market;
        var held = Solving.ApplicantsProposeForSeats(market);
        return [.. Enumerable.Range(0, groups.Length).Where(a => held[a] == 0)];
    }
}
