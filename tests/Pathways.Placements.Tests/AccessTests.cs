using System.Reflection;

namespace Pathways.Placements.Tests;

/// <summary>The table of access and the tables of the life cycles name the same roles.</summary>
public class AccessTests
{
    private static readonly AccessFacts Everything = All();

    /// <summary>Every trigger of every life cycle, with its operation and every role that some row names.</summary>
    private static readonly (string Trigger, Operation Operation, Role[] Roles)[] Fired =
    [
        .. Of(ApplicationLifecycle.Table, TriggerOperations.Of),
        .. Of(PlacementLifecycle.Table, TriggerOperations.Of),
        .. Of(OpportunityLifecycle.Table, TriggerOperations.Of),
        .. Of(SlotLifecycle.Table, TriggerOperations.Of),
        .. Of(DocumentLifecycle.Table, TriggerOperations.Of),
        .. Of(HoursEntryLifecycle.Table, TriggerOperations.Of),
        .. Of(EvaluationFormLifecycle.Table, TriggerOperations.Of),
        .. Of(MatchRunLifecycle.Table, TriggerOperations.Of),
        ("application start, own", Operation.StartApplication, [Role.Student]),
        ("application start, on behalf", Operation.StartApplicationOnBehalf, [.. ApplicationLifecycle.Starters.Except([Role.Student])]),
    ];

    [Fact]
    public void Whom_a_row_lets_fire_a_trigger_access_lets_under_some_facts() => Assert.All(
        from fired in Fired from role in fired.Roles select (fired.Trigger, fired.Operation, Role: role),
        cell => Assert.Contains(
            Enum.GetValues<Purpose>(),
            purpose => AccessTable.Decide(By(cell.Role), cell.Operation, Everything, purpose) is AccessDecision.Allowed));

    [Fact]
    public void Whom_no_row_names_access_never_lets() => Assert.All(
        from fired in Fired from role in Enum.GetValues<Role>().Except(fired.Roles) select (fired.Trigger, fired.Operation, Role: role),
        cell =>
        {
            // No rule speaks of them, so no facts can help; facts only open, which the tests of the table itself prove.
            Assert.Null(AccessTable.FindRule(cell.Role, cell.Operation));
            Assert.DoesNotContain(Enum.GetValues<Purpose>(), purpose => AccessTable.Permits(By(cell.Role), cell.Operation, Everything, purpose));
        });

    [Fact]
    public void Every_trigger_has_an_operation_of_its_own()
    {
        Assert.Equal(Fired.Length, Fired.Select(fired => fired.Operation).Distinct().Count());
        Assert.Equal(
            Enum.GetValues<ApplicationTrigger>().Length + Enum.GetValues<PlacementTrigger>().Length + Enum.GetValues<OpportunityTrigger>().Length
            + Enum.GetValues<SlotTrigger>().Length + Enum.GetValues<DocumentTrigger>().Length + Enum.GetValues<HoursEntryTrigger>().Length
            + Enum.GetValues<EvaluationFormTrigger>().Length + Enum.GetValues<MatchRunTrigger>().Length + 2,
            Fired.Length);
    }

    // A new enumeration of triggers would be easy to forget.
    [Fact]
    public void Every_enumeration_of_triggers_has_its_mapping()
    {
        var mapped = typeof(TriggerOperations).GetMethods().Where(method => method.Name == "Of").Select(method => method.GetParameters()[0].ParameterType);
        var triggers = typeof(TriggerOperations).Assembly.GetExportedTypes().Where(type => type.IsEnum && type.Name.EndsWith("Trigger", StringComparison.Ordinal));
        Assert.Equal(triggers.OrderBy(type => type.Name), mapped.OrderBy(type => type.Name));
    }

    [Fact]
    public void A_trigger_that_does_not_exist_has_no_operation() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TriggerOperations.Of((ApplicationTrigger)99));

    [Theory]
    [InlineData(Role.Student, Operation.StartApplication)]
    [InlineData(Role.Coordinator, Operation.StartApplicationOnBehalf)]
    [InlineData(Role.Guardian, Operation.StartApplicationOnBehalf)]
    public void A_student_starts_for_themselves_and_everybody_else_on_behalf(Role role, Operation operation) =>
        Assert.Equal(operation, TriggerOperations.OfStart(role));

    private static IEnumerable<(string, Operation, Role[])> Of<TState, TTrigger, TFacts>(
        Lifecycle<TState, TTrigger, TFacts> table, Func<TTrigger, Operation> operation)
        where TState : struct, Enum
        where TTrigger : struct, Enum =>
        from trigger in Enum.GetValues<TTrigger>()
        select ($"{table.Name} {trigger}", operation(trigger), table.Transitions.Where(row => row.Trigger.Equals(trigger)).SelectMany(row => row.Roles).Distinct().ToArray());

    private static Actor By(Role role) => new(ActorId.From("a"), role);

    private static AccessFacts All()
    {
        object facts = default(AccessFacts);
        foreach (var fact in typeof(AccessFacts).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            fact.SetValue(facts, true);
        }

        return (AccessFacts)facts;
    }
}
