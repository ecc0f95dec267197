using static Pathways.Tests.Lifecycles.DoorState;
using static Pathways.Tests.Lifecycles.DoorTrigger;

namespace Pathways.Tests.Lifecycles;

public class LifecycleTests
{
    private static readonly Actor Coordinator = new(ActorId.From("c1"), Role.Coordinator);
    private static readonly Actor Student = new(ActorId.From("s1"), Role.Student);

    [Fact]
    public void A_permitted_trigger_leads_where_the_table_says()
    {
        var outcome = Door.Table.Advance(Shut, TurnKey, Door.AllMet, Coordinator);

        Assert.Equal(new LifecycleOutcome<DoorState>.Advanced(LockedUp), outcome);
        Assert.True(Door.Table.CanAdvance(Shut, TurnKey, Door.AllMet, Coordinator));
    }

    [Fact]
    public void A_refusal_lists_every_unmet_requirement_in_the_order_of_the_table()
    {
        var refused = Refused(Door.Table.Advance(Shut, TurnKey, Door.NoneMet, Coordinator));

        Assert.Equal(
            [new("door.has-key", "There must be a key."), new("door.hands-free", "Hands free: False.")], refused.ToArray());
    }

    [Fact]
    public void A_role_that_may_not_is_refused_together_with_the_unmet_requirements()
    {
        var refused = Refused(Door.Table.Advance(Shut, TurnKey, Door.NoneMet, Student));

        Assert.Equal(["door.role", "door.has-key", "door.hands-free"], refused.Select(refusal => refusal.Code));
        Assert.Equal("\"turn key\" is for coordinator, not for student.", refused[0].Sentence);
    }

    [Fact]
    public void A_refused_role_is_told_who_may()
    {
        var refusal = Assert.Single(Refused(Door.Table.Advance(Open, TearOut, Door.AllMet, Student)));

        Assert.Equal("\"tear out\" is for administrator or system, not for student.", refusal.Sentence);
    }

    [Fact]
    public void A_trigger_that_means_nothing_in_a_state_says_what_is_possible_there()
    {
        var refusal = Assert.Single(Refused(Door.Table.Advance(LockedUp, Push, Door.NoneMet, Student)));

        Assert.Equal("door.not-possible", refusal.Code);
        Assert.Equal(
            "The door is in state \"locked up\", where \"push\" is not possible. Possible there: turn key, tear out.", refusal.Sentence);
    }

    [Fact]
    public void In_an_end_state_nothing_is_possible()
    {
        var refusal = Assert.Single(Refused(Door.Table.Advance(TornOut, Push, Door.AllMet, Coordinator)));

        Assert.Equal(
            "The door is in state \"torn out\", where \"push\" is not possible. Nothing leads out of that state.", refusal.Sentence);
        Assert.Empty(Door.Table.Possible(TornOut, Door.AllMet, Coordinator));
    }

    [Fact]
    public void Recording_something_leaves_the_state_as_it_is()
    {
        var volunteer = new Actor(ActorId.From("v1"), Role.Volunteer);

        Assert.Equal(new LifecycleOutcome<DoorState>.Advanced(Open), Door.Table.Advance(Open, Paint, Door.NoneMet, volunteer));
    }

    [Fact]
    public void The_clock_is_an_actor_like_any_other() =>
        Assert.Equal(
            new LifecycleOutcome<DoorState>.Advanced(TornOut), Door.Table.Advance(Open, TearOut, Door.AllMet, Actor.Clock));

    [Fact]
    public void What_is_possible_names_the_permitted_and_the_reasons_against_the_rest()
    {
        var options = Door.Table.Possible(Shut, new(HasKey: false, HandsFree: true, HasPermit: false), Coordinator);

        Assert.Equal([Push, TurnKey, TearOut], options.Select(option => option.Trigger));
        Assert.Equal([Open, LockedUp, TornOut], options.Select(option => option.To));
        Assert.Equal([true, false, false], options.Select(option => option.IsPermitted));
        Assert.Equal(["door.has-key"], options[1].Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["door.role", "door.has-permit"], options[2].Refusals.Select(refusal => refusal.Code));
        Assert.Equal([Role.Administrator, Role.System], options[2].Roles.ToArray());
    }

    [Fact]
    public void Saying_yes_allocates_nothing()
    {
        AskOften(Door.Table); // so that everything is compiled
        var (least, permitted) = (long.MaxValue, 0);
        for (var run = 0; run < 5; run++) // a collection set off by another test counts the rest of this thread's buffer as used, so the least of five is taken
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            permitted += AskOften(Door.Table);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(20_000, permitted);
        Assert.Equal(0, least);
    }

    [Fact]
    public void The_diagram_shows_start_arrows_and_ends() =>
        Assert.Equal(
            """
            stateDiagram-v2
                [*] --> Open
                Open --> Open : Paint
                Open --> Shut : Push
                Open --> TornOut : TearOut
                Shut --> Open : Push
                Shut --> LockedUp : TurnKey
                Shut --> TornOut : TearOut
                LockedUp --> Shut : TurnKey
                LockedUp --> TornOut : TearOut
                TornOut --> [*]

            """.ReplaceLineEndings("\n"),
            Door.Table.ToMermaid());

    [Fact]
    public void The_order_of_writing_does_not_matter()
    {
        Assert.Equal(Door.Table.ToMermaid(), Door.TableWrittenBackwards.ToMermaid());
        Assert.Equal(Door.Table.Transitions.Select(Described), Door.TableWrittenBackwards.Transitions.Select(Described));
    }

    [Fact]
    public void Triggers_between_the_same_states_share_an_arrow()
    {
        var table = Lifecycle.Of<Lamp, Switch, object>("lamp", start: Lamp.Dark)
            .From(Lamp.Dark).On(Switch.Pull, Switch.Press).By(Role.Student).To(Lamp.Lit)
            .Ends(Lamp.Lit)
            .Build();

        Assert.Contains("    Dark --> Lit : Pull, Press\n", table.ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_life_cycle_without_end_is_possible()
    {
        var table = Lifecycle.Of<Lamp, Switch, object>("lamp", start: Lamp.Dark)
            .From(Lamp.Dark).On(Switch.Pull).By(Role.Student).To(Lamp.Lit)
            .From(Lamp.Lit).On(Switch.Press).By(Role.Student).To(Lamp.Dark)
            .Build();

        Assert.Empty(table.EndStates);
    }

    // Reads nothing but the public description, and decides by itself.
    [Fact]
    public void The_public_description_alone_gives_the_same_answers()
    {
        bool[] either = [false, true];
        var table = Door.Table;
        var cases =
            (from state in table.States
             from trigger in Enum.GetValues<DoorTrigger>()
             from role in Enum.GetValues<Role>()
             from key in either
             from hands in either
             from permit in either
             select (state, trigger, role, new DoorFacts(key, hands, permit))).ToList();

        Assert.Equal(4 * 4 * 14 * 8, cases.Count);
        Assert.All(cases, given =>
        {
            var (state, trigger, role, facts) = given;
            var actor = new Actor(ActorId.From("a"), role);
            var (to, codes) = Interpreted(table, state, trigger, facts, role);

            var outcome = table.Advance(state, trigger, facts, actor);
            Assert.Equal(to, (outcome as LifecycleOutcome<DoorState>.Advanced)?.To);
            Assert.Equal(codes, outcome is LifecycleOutcome<DoorState>.Refused ? Refused(outcome).Select(refusal => refusal.Code) : []);
            Assert.Equal(codes, table.Refusals(state, trigger, facts, actor).Select(refusal => refusal.Code));
            Assert.Equal(to is not null, table.CanAdvance(state, trigger, facts, actor));

            var option = table.Possible(state, facts, actor).SingleOrDefault(option => option.Trigger == trigger);
            Assert.Equal(codes is ["door.not-possible"], option is null);
            Assert.Equal(to is not null, option?.IsPermitted ?? false);
        });
    }

    private static (DoorState? To, string[] Codes) Interpreted(
        Lifecycle<DoorState, DoorTrigger, DoorFacts> table, DoorState state, DoorTrigger trigger, DoorFacts facts, Role role)
    {
        var row = table.Transitions.SingleOrDefault(row => row.From == state && row.Trigger == trigger);
        if (row is null)
        {
            return (null, [$"{table.Name}.not-possible"]);
        }

        List<string> codes = row.Roles.Contains(role) ? [] : [$"{table.Name}.role"];
        codes.AddRange(row.Requirements.Where(requirement => !requirement.IsMet(facts)).Select(requirement => requirement.Code));
        return codes.Count == 0 ? (row.To, []) : (null, [.. codes]);
    }

    private static int AskOften(Lifecycle<DoorState, DoorTrigger, DoorFacts> table)
    {
        var permitted = 0;
        for (var i = 0; i < 1000; i++)
        {
            permitted += table.CanAdvance(Shut, TurnKey, Door.AllMet, Coordinator) ? 1 : 0;
            permitted += table.Refusals(Shut, TurnKey, Door.AllMet, Coordinator).IsEmpty ? 1 : 0;
            permitted += table.Advance(Shut, TurnKey, Door.AllMet, Coordinator) is LifecycleOutcome<DoorState>.Advanced ? 1 : 0;
            permitted += table.CanAdvance(Shut, TurnKey, Door.NoneMet, Student) ? 0 : 1;
        }

        return permitted;
    }

    private static ImmutableArray<Refusal> Refused(LifecycleOutcome<DoorState> outcome) =>
        Assert.IsType<LifecycleOutcome<DoorState>.Refused>(outcome).Refusals;

    private static string Described(Transition<DoorState, DoorTrigger, DoorFacts> row) =>
        $"{row.From} {row.Trigger} {row.To} {string.Join(',', row.Roles)} {string.Join(',', row.Requirements.Select(r => r.Code))}";

    private enum Lamp
    {
        Dark,
        Lit,
    }

    private enum Switch
    {
        Pull,
        Press,
    }
}
