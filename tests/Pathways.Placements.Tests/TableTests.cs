namespace Pathways.Tests;

/// <summary>What holds for every life cycle, asked of each table by its own derived class.</summary>
public abstract class TableTests<TState, TTrigger, TFacts>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    protected abstract Lifecycle<TState, TTrigger, TFacts> Table { get; }

    // Facts under which every requirement holds at least once and fails at least once.
    protected abstract IEnumerable<TFacts> Samples { get; }

    // Nothing but what the type demands, such as the day.
    protected abstract TFacts NothingGathered { get; }

    [Fact]
    public void Facts_that_nobody_gathered_meet_no_requirement() =>
        Assert.All(
            Table.Transitions.SelectMany(row => row.Requirements).Distinct(),
            requirement =>
            {
                Assert.False(requirement.IsMet(NothingGathered), requirement.Code);
                Assert.EndsWith(".", requirement.Refuse(NothingGathered).Sentence, StringComparison.Ordinal);
            });

    [Fact]
    public void Every_state_trigger_and_role_is_decided_as_the_rows_say()
    {
        var cases =
            (from state in Enum.GetValues<TState>()
             from trigger in Enum.GetValues<TTrigger>()
             from role in Enum.GetValues<Role>()
             from facts in Samples
             select (state, trigger, role, facts)).ToList();

        foreach (var (state, trigger, role, facts) in cases)
        {
            var actor = new Actor(ActorId.From("a"), role);
            var row = Table.Transitions.SingleOrDefault(row => row.From.Equals(state) && row.Trigger.Equals(trigger));
            IEnumerable<string> expected = row is null
                ? [$"{Table.Name}.not-possible"]
                : [
                    .. row.Roles.Contains(role) ? Array.Empty<string>() : [$"{Table.Name}.role"],
                    .. row.Requirements.Where(requirement => !requirement.IsMet(facts)).Select(requirement => requirement.Code),
                ];

            switch (Table.Advance(state, trigger, facts, actor))
            {
                case LifecycleOutcome<TState>.Advanced advanced:
                    Assert.Empty(expected);
                    Assert.Equal(row!.To, advanced.To);
                    break;
                case LifecycleOutcome<TState>.Refused refused:
                    Assert.NotEmpty(refused.Refusals);
                    Assert.Equal(expected, refused.Refusals.Select(refusal => refusal.Code));
                    Assert.All(refused.Refusals, refusal => Assert.EndsWith(".", refusal.Sentence, StringComparison.Ordinal));
                    break;
                default:
                    Assert.Fail("There is no third answer.");
                    break;
            }
        }

        Assert.NotEmpty(cases);
    }

    [Fact]
    public void Every_row_can_be_taken_under_some_facts() =>
        Assert.All(Table.Transitions, row => Assert.Contains(Samples, facts => row.Requirements.All(requirement => requirement.IsMet(facts))));

    [Fact]
    public void Every_requirement_can_fail() =>
        Assert.All(
            Table.Transitions.SelectMany(row => row.Requirements).Distinct(),
            requirement => Assert.Contains(Samples, facts => !requirement.IsMet(facts)));

    [Fact]
    public void Nothing_leads_out_of_an_end_state()
    {
        Assert.NotEmpty(Table.EndStates);
        Assert.DoesNotContain(Table.Transitions, row => Table.EndStates.Contains(row.From));
    }

    [Fact]
    public void Every_code_begins_with_the_name_of_the_life_cycle() =>
        Assert.All(
            Table.Transitions.SelectMany(row => row.Requirements),
            requirement => Assert.StartsWith(Table.Name + ".", requirement.Code, StringComparison.Ordinal));
}
