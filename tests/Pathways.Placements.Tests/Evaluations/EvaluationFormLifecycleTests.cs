using Pathways.Tests;
using static Pathways.EvaluationFormState;
using static Pathways.Placements.EvaluationFormTrigger;

namespace Pathways.Placements.Tests.Evaluations;

public class EvaluationFormLifecycleTests : TableTests<EvaluationFormState, EvaluationFormTrigger, EvaluationFormFacts>
{
    private static readonly LocalDate Today = new(2026, 12, 1);
    private static readonly EvaluationFormFacts AllMet = new()
    {
        Today = Today, OpensOn = Today, DueOn = Today, LocksOn = Today, EveryCriterionRated = true, ActorIsEvaluator = true, NewVersionBegun = true, ReasonGiven = true,
    };

    private static readonly EvaluationFormFacts NoneMet = new() { Today = Today };

    protected override Lifecycle<EvaluationFormState, EvaluationFormTrigger, EvaluationFormFacts> Table => EvaluationFormLifecycle.Table;

    protected override IEnumerable<EvaluationFormFacts> Samples => [AllMet, NoneMet, AllMet with { OpensOn = Today.PlusDays(1), LocksOn = Today.PlusDays(1) }];

    protected override EvaluationFormFacts NothingGathered => NoneMet;

    [Fact]
    public void It_has_seven_states_and_two_ends()
    {
        Assert.Equal(7, Table.States.Length);
        Assert.Equal([Superseded, Cancelled], Table.EndStates.ToArray());
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void A_form_opens_and_locks_on_its_days(int days, bool due)
    {
        var facts = AllMet with { Today = Today.PlusDays(days) };
        Assert.Equal(due ? [EvaluationFormTrigger.Open] : [], Table.DueAt(Scheduled, facts).AsEnumerable());
        Assert.Equal(due ? [EvaluationFormTrigger.Lock] : [], Table.DueAt(Submitted, facts).AsEnumerable());
    }

    [Theory]
    [InlineData(Scheduled, 1, true)]
    [InlineData(EvaluationFormState.Open, 1, true)]
    [InlineData(EvaluationFormState.Open, 0, false)]
    [InlineData(Submitted, 1, false)]
    public void A_form_is_overdue_from_the_day_after_it_was_due(EvaluationFormState state, int days, bool overdue)
    {
        Assert.Equal(overdue, EvaluationFormLifecycle.IsOverdue(state, AllMet with { Today = Today.PlusDays(days) }));
        Assert.False(EvaluationFormLifecycle.IsOverdue(state, NoneMet));
    }

    [Fact]
    public void What_is_locked_is_amended_by_a_newer_version_only() =>
        Assert.Equal([Supersede], Table.Transitions.Where(row => row.From == Locked).Select(row => row.Trigger));
}
