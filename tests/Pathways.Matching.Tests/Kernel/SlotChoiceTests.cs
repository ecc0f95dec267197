using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using static Pathways.Matching.Kernel.SeatAccess;

namespace Pathways.Matching.Tests.Kernel;

/// <summary>Small cases by hand; <see cref="SeatChoiceTests"/> has the random ones.</summary>
public sealed class SlotChoiceTests
{
    // The example of docs/algorithms/slot-choice.md: ana, ben, cy, dee, best first; cy and dee are in the group.
    [Fact]
    public void The_worked_example_comes_out_as_the_page_says()
    {
        SmallKind reserved = new(1, MembersOnly, 0, PassesOn: true);
        Assert.Equal("ana cy", Chosen([reserved, new(1)], "ana", "ben", "cy", "dee"));
        Assert.Equal("ana ben", Chosen([reserved, new(1)], "ana", "ben"));
        Assert.Equal("ana", Chosen([reserved with { PassesOn = false }, new(1)], "ana", "ben"));
    }

    // Three kinds, and everybody moves on by one when the best comes last.
    [Fact]
    public void One_who_comes_can_start_a_chain()
    {
        SmallKind[] kinds = [new(1), new(1, MembersFirst, 0), new(1, MembersOnly, 0)];
        var one = Written(kinds, 0, 0, 1, 1);
        var choice = Choice(one);

        Assert.Equal(Market.None, choice.Offer(0, 2, 2)); // cy sits on the open seat,
        Assert.Equal(Market.None, choice.Offer(0, 3, 3)); // and dee on the next.
        Assert.Equal(Market.None, choice.Offer(0, 1, 1)); // Ben takes the seat of cy, who takes that of dee, who has a third one to go to.
        Assert.Equal(1, choice.Offer(0, 0, 0)); // Ana takes that of ben, who is no member.
    }

    [Fact]
    public void A_member_takes_back_a_seat_that_was_passed_on()
    {
        var choice = Choice(Written([new(1, MembersOnly, 0, PassesOn: true), new(1)], 0, 0, 0, 1));

        Assert.Equal(Market.None, choice.Offer(0, 1, 1));
        Assert.Equal(Market.None, choice.Offer(0, 2, 2));
        Assert.Equal(2, choice.Offer(0, 0, 0));
        Assert.Equal(1, choice.Offer(0, 3, 3));
    }

    private static string Chosen(SmallKind[] kinds, params string[] names)
    {
        string[] all = ["ana", "ben", "cy", "dee"];
        var choice = Choice(Written(kinds, 0, 0, 1, 1));
        var held = new SortedSet<int>();
        foreach (var name in names)
        {
            var a = Array.IndexOf(all, name);
            held.Add(a);
            held.Remove(choice.Offer(0, a, a));
        }

        return string.Join(" ", held.Select(a => all[a]));
    }

    // Whoever has the lower number is better.
    private static Market Written(SmallKind[] kinds, params int[] groups) => new SeatMarket(
        [new(SeatRule.Slots, kinds)], [.. groups.Select(_ => new[] { 0 })], [.. groups.Select((_, a) => new[] { groups.Length - a })], groups).Market;

    private static SlotChoice<SinglePlaceOrder> Choice(Market market) => new(market.Plan!, Solving.LowerFirst(market), new SeatBlocks().Fit(market));
}
