using Pathways.Tests;
using static Pathways.MatchRunState;
using static Pathways.Placements.MatchRunTrigger;

namespace Pathways.Placements.Tests.MatchRuns;

public class MatchRunLifecycleTests : TableTests<MatchRunState, MatchRunTrigger, MatchRunFacts>
{
    private static readonly MatchRunFacts AllMet = new()
    {
        Verdict = MatchRunVerdict.Stable, Digest = "d1", CurrentDigest = "d1", ActorIsAnother = true, OnePersonPermitted = true, SuccessorPublished = true,
        ReasonGiven = true,
    };

    protected override Lifecycle<MatchRunState, MatchRunTrigger, MatchRunFacts> Table => MatchRunLifecycle.Table;

    protected override IEnumerable<MatchRunFacts> Samples =>
    [
        AllMet, new(), AllMet with { Verdict = MatchRunVerdict.Failed, CurrentDigest = "d2", OnePersonPermitted = false },
        AllMet with { Verdict = MatchRunVerdict.Feasible, ActorIsAnother = false }, AllMet with { Verdict = MatchRunVerdict.NotChecked, CurrentDigest = null },
    ];

    protected override MatchRunFacts NothingGathered => new();

    [Fact]
    public void It_has_five_states_and_two_ends()
    {
        Assert.Equal(5, Table.States.Length);
        Assert.Equal([Superseded, Discarded], Table.EndStates.ToArray());
    }

    [Fact]
    public void What_was_published_is_only_ever_replaced() =>
        Assert.Equal([Supersede], Table.Transitions.Where(row => row.From == Published).Select(row => row.Trigger));

    [Fact]
    public void Nothing_is_published_that_nobody_reviewed() =>
        Assert.Equal([Reviewed], Table.Transitions.Where(row => row.To == Published).Select(row => row.From));

    [Theory]
    [InlineData(MatchRunVerdict.NotChecked, false)]
    [InlineData(MatchRunVerdict.Failed, false)]
    [InlineData(MatchRunVerdict.Feasible, true)]
    [InlineData(MatchRunVerdict.Stable, true)]
    public void Only_what_was_checked_and_holds_is_reviewed(MatchRunVerdict verdict, bool permitted) => Assert.Equal(
        permitted, Table.CanAdvance(Proposed, Review, AllMet with { Verdict = verdict }, new(ActorId.From("c"), Role.Coordinator)));

    /// <summary>A student's answer or a changed list between the run and its publication makes the run one of another world.</summary>
    [Fact]
    public void Nothing_is_published_after_its_inputs_changed()
    {
        var actor = new Actor(ActorId.From("c"), Role.Coordinator);
        Assert.True(Table.CanAdvance(Reviewed, Publish, AllMet, actor));
        Assert.Equal(
            ["match-run.inputs-unchanged"],
            Table.Refusals(Reviewed, Publish, AllMet with { CurrentDigest = "d2" }, actor).Select(refusal => refusal.Code));
    }
}
