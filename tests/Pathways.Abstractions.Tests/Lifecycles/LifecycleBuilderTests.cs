using static Pathways.Tests.Lifecycles.DoorState;
using static Pathways.Tests.Lifecycles.DoorTrigger;

namespace Pathways.Tests.Lifecycles;

public class LifecycleBuilderTests
{
    [Fact]
    public void A_state_that_nothing_leads_to_is_a_fault()
    {
        var faults = Faults(Door.Begin()
            .From(Open).On(Paint, Push).By(Role.Student).To(Shut)
            .From(Shut).On(TearOut).By(Role.Student).To(TornOut)
            .From(LockedUp).On(TurnKey).By(Role.Student).To(Shut)
            .Ends(TornOut));

        Assert.Equal(
            [new("lifecycle.unreachable", "Nothing leads from Open to LockedUp. Maybe a row that leads there was forgotten.")], faults.ToArray());
    }

    [Fact]
    public void A_state_that_no_row_mentions_is_a_fault_once()
    {
        var faults = Faults(Door.Begin().From(Open).On(Paint, Push, TurnKey, TearOut).By(Role.Student).To(Shut).Ends(Shut));

        Assert.Equal(["lifecycle.unused-state", "lifecycle.unused-state"], faults.Select(fault => fault.Code));
        Assert.Contains("LockedUp", faults[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trigger_that_no_row_mentions_is_a_fault() =>
        Assert.Equal(
            ["lifecycle.unused-trigger"],
            Codes(Door.Begin()
                .From(Open).On(Push).By(Role.Student).To(Shut)
                .From(Shut).On(TurnKey).By(Role.Student).To(LockedUp)
                .From(LockedUp).On(TearOut).By(Role.Student).To(TornOut)
                .Ends(TornOut)));

    [Fact]
    public void A_dead_end_that_is_not_declared_an_end_is_a_fault() =>
        Assert.Equal(["lifecycle.dead-end"], Codes(Chain().Ends(LockedUp)));

    [Fact]
    public void A_state_that_only_loops_is_a_dead_end() =>
        Assert.Equal(
            ["lifecycle.dead-end"],
            Codes(Chain().From(TornOut).On(Paint).By(Role.Student).Stays().From(LockedUp).On(Push).By(Role.Student).To(Shut)
                .From(LockedUp).On(Paint).By(Role.Student).Stays()));

    [Fact]
    public void A_round_that_leads_to_no_end_is_a_fault()
    {
        var faults = Faults(Door.Begin()
            .From(Open).On(TearOut).By(Role.Student).To(TornOut)
            .From(Open).On(Push, Paint).By(Role.Student).To(Shut)
            .From(Shut).On(TurnKey).By(Role.Student).To(LockedUp)
            .From(LockedUp).On(TurnKey).By(Role.Student).To(Shut)
            .Ends(TornOut));

        Assert.Equal(
            ["lifecycle.endless", "lifecycle.endless"],
            faults.Select(fault => fault.Code));
        Assert.Equal("No end state can be reached from Shut.", faults[0].Sentence);
    }

    [Fact]
    public void A_way_out_of_an_end_is_a_fault() =>
        Assert.Equal(
            ["lifecycle.way-out-of-end"], Codes(Door.Complete().From(TornOut).On(Push).By(Role.Student).To(Open)));

    [Fact]
    public void Two_rows_for_one_trigger_in_one_state_are_a_fault()
    {
        var fault = Assert.Single(Faults(Door.Complete().From(Open).On(Push).By(Role.Student).To(LockedUp)));

        Assert.Equal("lifecycle.ambiguous", fault.Code);
        Assert.StartsWith("Push in Open has 2 rows, to Shut and LockedUp.", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_nobody_may_fire_is_a_fault() =>
        Assert.Equal(["lifecycle.no-role"], Codes(Door.Complete().From(Shut).On(Paint).By().Stays()));

    [Theory]
    [InlineData("", "A sentence.")]
    [InlineData("  ", "A sentence.")]
    [InlineData("door.code", "")]
    [InlineData("door.code", " ")]
    public void A_requirement_without_code_or_sentence_is_a_fault(string code, string sentence) =>
        Assert.Equal(["lifecycle.blank-requirement"], Codes(Door.Complete().Requires(new Requirement<DoorFacts>(code, sentence, _ => true))));

    [Fact]
    public void Two_different_requirements_with_one_code_are_a_fault() =>
        Assert.Equal(
            ["lifecycle.shared-code"],
            Codes(Door.Complete().Requires(new Requirement<DoorFacts>(Door.HasKey.Code, "Another sentence.", _ => true))));

    [Theory]
    [InlineData("door.role")]
    [InlineData("door.not-possible")]
    public void A_requirement_with_a_code_of_every_life_cycle_is_a_fault(string code) =>
        Assert.Equal(["lifecycle.reserved-code"], Codes(Door.Complete().Requires(new Requirement<DoorFacts>(code, "A sentence.", _ => true))));

    [Fact]
    public void A_group_that_nobody_declared_is_a_fault() =>
        Assert.Equal(["lifecycle.unknown-group"], Codes(Door.Complete().From("fallen").On(Paint).By(Role.Student).Stays()));

    [Fact]
    public void A_state_or_trigger_outside_the_enumeration_is_a_fault() =>
        Assert.Equal(
            ["lifecycle.undefined", "lifecycle.undefined"],
            Codes(Door.Complete().Ends((DoorState)9).From(Open).On((DoorTrigger)9).By(Role.Student).To((DoorState)9)));

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var builder = Door.Begin()
            .From(Open).On(Push).By().To(Shut).Requires(new Requirement<DoorFacts>("", "", _ => true))
            .From(Open).On(Push).By(Role.Student).To(LockedUp)
            .Ends(Open);

        var exception = Assert.Throws<LifecycleException>(builder.Build);

        Assert.Equal(
            [
                "lifecycle.unused-state", "lifecycle.unused-trigger", "lifecycle.unused-trigger", "lifecycle.unused-trigger",
                "lifecycle.dead-end", "lifecycle.dead-end", "lifecycle.way-out-of-end", "lifecycle.way-out-of-end",
                "lifecycle.ambiguous", "lifecycle.no-role", "lifecycle.blank-requirement",
            ],
            exception.Faults.Select(fault => fault.Code));
        Assert.All(exception.Faults, fault => Assert.Contains(fault.Sentence, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_requirement_said_twice_for_a_row_refuses_once()
    {
        var table = Door.Complete().Requires(Door.HasPermit, Door.HasPermit).Build();

        Assert.Equal([Door.HasPermit], table.Transitions.Single(row => row is { From: Open, Trigger: TearOut }).Requirements.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Door")]
    [InlineData("front door")]
    public void A_name_must_be_able_to_begin_a_code(string name) =>
        Assert.Throws<ArgumentException>(() => Lifecycle.Of<DoorState, DoorTrigger, DoorFacts>(name, Open));

    [Fact]
    public void What_cannot_be_written_down_at_all_is_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => Door.Begin().From());
        Assert.Throws<ArgumentException>(() => Door.Begin().From(Open).On());
        Assert.Throws<ArgumentException>(() => Door.Begin().Group("empty"));
        Assert.Throws<ArgumentException>(() => Door.Complete().Group("standing", Open));
        Assert.Throws<InvalidOperationException>(() => Door.Begin().Requires(Door.HasKey));
        Assert.Throws<ArgumentNullException>(() => Door.Complete().Requires([null!]));
    }

    private static LifecycleBuilder<DoorState, DoorTrigger, DoorFacts> Chain() => Door.Begin()
        .From(Open).On(Push).By(Role.Student).To(Shut)
        .From(Shut).On(TurnKey).By(Role.Student).To(LockedUp)
        .From(Shut).On(TearOut).By(Role.Student).To(TornOut)
        .From(Open).On(Paint).By(Role.Student).Stays();

    private static ImmutableArray<Refusal> Faults(LifecycleBuilder<DoorState, DoorTrigger, DoorFacts> builder) =>
        Assert.Throws<LifecycleException>(builder.Build).Faults;

    private static IEnumerable<string> Codes(LifecycleBuilder<DoorState, DoorTrigger, DoorFacts> builder) =>
        Faults(builder).Select(fault => fault.Code);
}
