using static Pathways.MatchRunState;
using static Pathways.Placements.MatchRunTrigger;

namespace Pathways.Placements.Tests.MatchRuns;

public class MatchRunDecisionsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 9, 1, 12, 0);
    private static readonly ReasonCode Why = ReasonCode.From("wrong-list");
    private static readonly Actor Cora = new(ActorId.From("cora"), Role.Coordinator);
    private static readonly Actor Adam = new(ActorId.From("adam"), Role.Coordinator);
    private static readonly MatchRun Run = new()
    {
        Id = MatchRunId.From("r-1"), Digest = "d1", Mechanism = "student-optimal", Ties = "lottery", Seed = new(7), Verdict = MatchRunVerdict.Stable,
        Seats = [new(StudentId.From("ana"), OpportunityId.From("lab"), 1), new(StudentId.From("ben"), OpportunityId.From("clinic"), 2)],
        Kept = [new(StudentId.From("ana"), OpportunityId.From("lab"), 1)],
    };

    private static readonly MatchRunFacts Ready = new() { CurrentDigest = "d1", SuccessorPublished = true };

    [Fact]
    public void From_the_proposal_to_the_next_run_each_step_says_what_is_saved_with_it()
    {
        var proposed = Changed(MatchRunDecisions.Propose(Run, Cora, Noon));
        Assert.Equal(new("match-run/r-1", 1, "Propose", "", "Proposed", Cora, Noon), proposed.Audit);
        Assert.Equal(Cora.Id, proposed.Value.ProposedBy);
        var (run, events) = (proposed.Value, proposed.Events.Select(happened => happened.Name).ToList());
        foreach (var (trigger, to) in new[] { (Review, Reviewed), (Publish, Published), (Supersede, Superseded) })
        {
            var changed = Changed(MatchRunDecisions.Advance(run, trigger, Ready, Adam, Noon));
            Assert.Equal((to, run.Version + 1), (changed.Value.State, changed.Value.Version));
            Assert.Equal(new("match-run/r-1", changed.Value.Version, trigger.ToString(), run.State.ToString(), to.ToString(), Adam, Noon), changed.Audit);
            Assert.Null(changed.Seat);
            Assert.All(changed.Events, happened => Assert.Equal(("match-run/r-1", changed.Value.Version, null, null), (happened.Subject, happened.Version, happened.Student, happened.Opportunity)));
            events.AddRange(changed.Events.Select(happened => happened.Name));
            run = changed.Value;
        }

        Assert.Equal(["MatchRunProposed", "MatchRunReviewed", "MatchRunPublished", "MatchRunSuperseded"], events);
        Assert.Equal("r-1", run.ToString());
    }

    [Fact]
    public void Whoever_proposed_reviews_only_where_the_district_lets_them()
    {
        var run = Changed(MatchRunDecisions.Propose(Run, Cora, Noon)).Value;
        var pretending = Ready with { ActorIsAnother = true };
        Assert.Equal(["match-run.second-person"], Refused(MatchRunDecisions.Advance(run, Review, pretending, Cora, Noon)));
        Changed(MatchRunDecisions.Advance(run, Review, Ready with { OnePersonPermitted = true }, Cora, Noon));
        Changed(MatchRunDecisions.Advance(run, Review, Ready, Adam, Noon));
    }

    /// <summary>Facts say what is so now; what the run itself says cannot be said otherwise.</summary>
    [Fact]
    public void Verdict_and_digest_are_those_of_the_run()
    {
        var failed = Changed(MatchRunDecisions.Propose(Run with { Verdict = MatchRunVerdict.Failed, Digest = "d0" }, Cora, Noon)).Value;
        var pretending = Ready with { Verdict = MatchRunVerdict.Stable, Digest = "d1" };
        Assert.Equal(["match-run.verified", "match-run.inputs-unchanged"], Refused(MatchRunDecisions.Advance(failed, Review, pretending, Adam, Noon)));
    }

    [Fact]
    public void A_run_is_discarded_with_a_reason()
    {
        var run = Changed(MatchRunDecisions.Propose(Run, Cora, Noon)).Value;
        Assert.Equal(["match-run.reason"], Refused(MatchRunDecisions.Advance(run, Discard, Ready with { ReasonGiven = true }, Cora, Noon)));
        var discarded = Changed(MatchRunDecisions.Advance(run, Discard, new(), Cora, Noon, Why));
        Assert.Equal((Discarded, (ReasonCode?)Why), (discarded.Value.State, discarded.Audit.Reason));
        Assert.Equal(["match-run.not-possible"], Refused(MatchRunDecisions.Advance(discarded.Value, Review, Ready, Adam, Noon)));
    }

    [Fact]
    public void Only_coordinators_propose_and_only_once()
    {
        Assert.Equal(["match-run.role"], Refused(MatchRunDecisions.Propose(Run, new(ActorId.From("t"), Role.Teacher), Noon)));
        Assert.Equal(["match-run.role"], Refused(MatchRunDecisions.Propose(Run, new(ActorId.From("t"), Role.Administrator), Noon)));
        var proposed = Changed(MatchRunDecisions.Propose(Run, Adam, Noon)).Value;
        Assert.Throws<ArgumentException>(() => MatchRunDecisions.Propose(proposed, Adam, Noon));
    }

    [Fact]
    public void What_is_offered_is_what_was_not_kept() =>
        Assert.Equal([StudentId.From("ben")], Run.New.Select(seat => seat.Student));

    private static Decision<MatchRun>.Changed Changed(Decision<MatchRun> decision) => Assert.IsType<Decision<MatchRun>.Changed>(decision);

    private static IEnumerable<string> Refused(Decision<MatchRun> decision) =>
        Assert.IsType<Decision<MatchRun>.Refused>(decision).Reasons.Select(reason => reason.Code);
}
