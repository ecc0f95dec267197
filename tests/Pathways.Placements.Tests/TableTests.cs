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
            var row = Table.Transitions.Concat(Table.Afterwards).SingleOrDefault(row => row.From.Equals(state) && row.Trigger.Equals(trigger));
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

    // What a host that builds a machine of its own has: the public description of the table, and nothing of how it decides.
    [Fact]
    public void Whoever_interprets_the_public_description_decides_every_assignment_of_the_facts_as_the_table_does()
    {
        var described = Table.Transitions.Concat(Table.Afterwards).ToDictionary(row => (row.From, row.Trigger));
        foreach (var row in described.Values)
        {
            foreach (var facts in Assignments(row))
            {
                foreach (var role in Enum.GetValues<Role>())
                {
                    var actor = new Actor(ActorId.From("a"), role);
                    var guard = described[(row.From, row.Trigger)];
                    var unmet = guard.Requirements.Where(requirement => !requirement.IsMet(facts)).Select(requirement => requirement.Refuse(facts)).ToList();
                    var permitted = guard.Roles.Contains(role) && unmet.Count == 0;

                    Assert.Equal(permitted, Table.CanAdvance(row.From, row.Trigger, facts, actor));
                    var refusals = Table.Refusals(row.From, row.Trigger, facts, actor);
                    Assert.Equal(unmet, refusals.Skip(guard.Roles.Contains(role) ? 0 : 1));
                    Assert.Equal(
                        permitted ? new LifecycleOutcome<TState>.Advanced(guard.To) : null,
                        Table.Advance(row.From, row.Trigger, facts, actor) as LifecycleOutcome<TState>.Advanced);
                    Assert.Equal(permitted && row.IsClockDriven && role == Role.System, Table.DueAt(row.From, facts).Contains(row.Trigger) && role == Role.System);
                }

                var option = Table.Possible(row.From, facts, new(ActorId.From("a"), row.Roles[0])).Single(option => option.Trigger.Equals(row.Trigger));
                Assert.Equal(row.Requirements.All(requirement => requirement.IsMet(facts)), option.IsPermitted);
            }
        }
    }

    [Fact]
    public void What_time_does_by_itself_the_platform_may_do() =>
        Assert.All(Table.Transitions.Where(row => row.IsClockDriven), row => Assert.Contains(Role.System, row.Roles));

    // Every combination of values of the facts that some requirement of the row reads; what none of them reads stays as it is.
    private IEnumerable<TFacts> Assignments(Transition<TState, TTrigger, TFacts> row)
    {
        var properties = typeof(TFacts).GetProperties().Where(property => property.CanWrite).ToList();
        var bases = Samples.Append(NothingGathered).ToList();
        var domains = properties.ToDictionary(
            property => property,
            property => property.PropertyType == typeof(bool) ? [false, true] : bases.Select(facts => property.GetValue(facts)).Distinct().ToArray());
        var read = properties.Where(property => row.Requirements.Any(requirement => bases.Any(facts =>
            domains[property].Select(value => requirement.IsMet(With(facts, property, value))).Distinct().Count() > 1))).ToList();
        Assert.True(read.Count > 0 || row.Requirements.IsEmpty, $"Nothing that {row.Trigger} in {row.From} reads was found.");
        return read.Aggregate(
            new[] { bases[0] }.AsEnumerable(), (all, property) => from facts in all from value in domains[property] select With(facts, property, value));
    }

    private static TFacts With(TFacts facts, System.Reflection.PropertyInfo property, object? value)
    {
        var copy = (TFacts)typeof(TFacts).GetMethod("<Clone>$")!.Invoke(facts, null)!;
        property.SetValue(copy, value);
        return copy;
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
    public void What_is_recorded_after_an_end_stays_there() =>
        Assert.All(Table.Afterwards, row => Assert.Equal((true, row.From, false), (Table.EndStates.Contains(row.From), row.To, row.IsClockDriven)));

    [Fact]
    public void Every_code_begins_with_the_name_of_the_life_cycle() =>
        Assert.All(
            Table.Transitions.Concat(Table.Afterwards).SelectMany(row => row.Requirements),
            requirement => Assert.StartsWith(Table.Name + ".", requirement.Code, StringComparison.Ordinal));
}
