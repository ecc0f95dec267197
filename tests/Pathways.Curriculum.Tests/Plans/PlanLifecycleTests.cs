using Pathways.Tests;
using static Pathways.Curriculum.PlanState;
using static Pathways.Curriculum.PlanTrigger;

namespace Pathways.Curriculum.Tests.Plans;

public class PlanLifecycleTests : TableTests<PlanState, PlanTrigger, PlanFacts>
{
    private static readonly LocalDate Today = new(2026, 9, 14);

    private static readonly PlanFacts AllMet = new()
    {
        Today = Today, TemplateInForce = true, StudentSigned = true, AdvisorNamed = true, DiscussedWithStudent = true, FamilyUnderstands = true,
        AcknowledgementSigned = true, MayConsent = true, AttemptsToReach = 3, NextReview = Today.PlusYears(1), ReviewHeld = true,
        NewerVersionReady = true, CommentGiven = true, ReasonGiven = true,
    };

    private static readonly PlanFacts NoneMet = new() { Today = Today, AttemptsToReach = 1 };

    protected override Lifecycle<PlanState, PlanTrigger, PlanFacts> Table => PlanLifecycle.Table;

    protected override IEnumerable<PlanFacts> Samples => [AllMet, NoneMet, AllMet with { NextReview = Today }, AllMet with { AttemptsToReach = null }];

    protected override PlanFacts NothingGathered => new() { Today = Today };

    [Fact]
    public void It_has_nine_states_and_two_ends()
    {
        Assert.Equal(9, Table.States.Length);
        Assert.Equal([Superseded, Closed], Table.EndStates.ToArray());
    }

    /// <summary>S141, S149: a plan is made by the student, reviewed by the school, acknowledged by the family, and reviewed again.</summary>
    [Fact]
    public void A_plan_gets_from_the_first_draft_to_the_version_that_takes_its_place()
    {
        (PlanTrigger Trigger, Role Role, PlanFacts Facts)[] steps =
        [
            (Begin, Role.Student, AllMet), (Submit, Role.Student, AllMet), (Return, Role.Counselor, AllMet), (Submit, Role.Student, AllMet),
            (Review, Role.Teacher, AllMet), (RaiseObjection, Role.Guardian, AllMet), (Submit, Role.Student, AllMet),
            (Review, Role.Counselor, AllMet), (Acknowledge, Role.Guardian, AllMet), (Adopt, Role.System, AllMet),
            (FallDue, Role.System, AllMet with { NextReview = Today }), (Confirm, Role.Counselor, AllMet),
            (CallForReview, Role.Guardian, AllMet), (Supersede, Role.System, AllMet),
        ];
        Assert.Equal(Superseded, steps.Aggregate(Table.Start, (state, step) =>
            Assert.IsType<LifecycleOutcome<PlanState>.Advanced>(
                Table.Advance(state, step.Trigger, step.Facts, new(ActorId.From("a"), step.Role))).To));
    }

    [Fact]
    public void Nobody_but_the_student_begins_or_submits_a_plan() => Assert.All(
        Table.Transitions.Where(row => row.Trigger is Begin or Submit),
        row => Assert.Equal([Role.Student], row.Roles.ToArray()));

    [Theory]
    [InlineData(null, "It is not known how often the school tried to reach the family.")]
    [InlineData(1, "The school tried to reach the family once, and must try 3 times.")]
    [InlineData(2, "The school tried to reach the family 2 times, and must try 3 times.")]
    public void The_school_goes_on_without_the_family_only_after_trying(int? attempts, string sentence) => Assert.Equal(
        sentence,
        Assert.Single(Table.Refusals(Reviewed, ForgoAcknowledgement, AllMet with { AttemptsToReach = attempts }, Entries.Counselor)).Sentence);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_review_falls_due_on_its_day(int days, bool isDue)
    {
        var facts = AllMet with { NextReview = Today.PlusDays(days) };
        Assert.Equal(isDue, Table.CanAdvance(Current, FallDue, facts, Actor.Clock));
        Assert.Equal(!isDue, Table.CanAdvance(ReviewDue, Confirm, facts, Entries.Counselor));
    }

    [Fact]
    public void A_review_that_is_not_due_says_when_it_is() => Assert.Equal(
        "The next review is on 2027-09-14; today is 2026-09-14.",
        Assert.Single(Table.Refusals(Current, FallDue, AllMet, Actor.Clock)).Sentence);
}
