using Pathways.Tests;
using static Pathways.HoursEntryState;
using static Pathways.Placements.HoursEntryTrigger;

namespace Pathways.Placements.Tests.Hours;

public class HoursEntryLifecycleTests : TableTests<HoursEntryState, HoursEntryTrigger, HoursEntryFacts>
{
    private static readonly LocalDate Today = new(2026, 10, 1);
    private static readonly HoursEntryFacts AllMet = new()
    {
        Today = Today, Day = Today, Minutes = 180, WithinPlacement = true, OverlapRuledOut = true, ViolationsAnswered = true, ReasonGiven = true,
        ReplacementWritten = true, CorrectionPermitted = true,
    };

    private static readonly HoursEntryFacts NoneMet = new() { Today = Today };

    protected override Lifecycle<HoursEntryState, HoursEntryTrigger, HoursEntryFacts> Table => HoursEntryLifecycle.Table;

    protected override IEnumerable<HoursEntryFacts> Samples => [AllMet, NoneMet, AllMet with { Day = Today.PlusDays(1), Minutes = 1441 }];

    protected override HoursEntryFacts NothingGathered => NoneMet;

    [Fact]
    public void It_has_six_states_and_one_end()
    {
        Assert.Equal(6, Table.States.Length);
        Assert.Equal([Voided], Table.EndStates.ToArray());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1440, true)]
    [InlineData(1441, false)]
    public void An_entry_is_of_one_day(int minutes, bool permitted) => Assert.Equal(
        permitted, Table.CanAdvance(Draft, Submit, AllMet with { Minutes = minutes }, new(ActorId.From("s"), Role.Student)));

    /// <summary>Three people: who worked, who saw it, who counts it.</summary>
    [Fact]
    public void Nobody_both_submits_and_confirms_or_confirms_and_approves()
    {
        Role[][] roles = [.. new[] { Submit, Confirm, Approve }.Select(trigger => Table.Transitions.Where(row => row.Trigger == trigger).SelectMany(row => row.Roles).ToArray())];
        Assert.Empty(roles[0].Intersect(roles[1]));
        Assert.Empty(roles[1].Intersect(roles[2]));
        Assert.Empty(roles[0].Intersect(roles[2]));
    }

    /// <summary>What was true when the entry was handed in may not be any more: a pause is recorded later, another entry takes the time.</summary>
    [Fact]
    public void Hours_are_approved_only_within_the_placement_and_once() => Assert.Equal(
        ["hours-entry.within-placement", "hours-entry.no-overlap"],
        Table.Refusals(Confirmed, Approve, AllMet with { WithinPlacement = false, OverlapRuledOut = false }, new(ActorId.From("c"), Role.Coordinator)).Select(refusal => refusal.Code));

    [Fact]
    public void What_was_approved_is_only_ever_replaced() =>
        Assert.Equal([Correct], Table.Transitions.Where(row => row.From == Approved).Select(row => row.Trigger));
}
