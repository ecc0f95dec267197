using static Pathways.Placements.MatchRunTrigger;

namespace Pathways.Placements;

/// <summary>Decides about match runs: pure, without store and clock. What comes out is saved whole or not at all.</summary>
public static class MatchRunDecisions
{
    /// <summary>Proposes a run that was computed.</summary>
    /// <param name="run">The run, as <c>MatchRuns.Propose</c> makes it: in its first state and version.</param>
    /// <param name="actor">Who proposes it: a coordinator.</param>
    /// <param name="at">When.</param>
    /// <returns><c>match-run.role</c> when it is somebody else.</returns>
    /// <exception cref="ArgumentException">The run was proposed before.</exception>
    public static Decision<MatchRun> Propose(MatchRun run, Actor actor, Instant at)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.State != MatchRunLifecycle.Table.Start || run.Version != 1 || run.ProposedBy is not null)
        {
            throw new ArgumentException($"Run {run} is {run.State} in version {run.Version}: it was proposed before.", nameof(run));
        }

        return actor.Role == Role.Coordinator
            ? Changed(run with { ProposedBy = actor.Id }, nameof(Propose), "", "MatchRunProposed", actor, at, null)
            : new Decision<MatchRun>.Refused([new("match-run.role", $"Proposing a match run is for coordinator, not for {InWords.Of(actor.Role)}.")]);
    }

    /// <summary>Moves a run, or says everything that stands in the way.</summary>
    /// <param name="run">The run.</param>
    /// <param name="trigger">What is to happen.</param>
    /// <param name="facts">
    /// What is known. Verdict, digest, and whether the actor is another person than who proposed the run are taken from <paramref name="run"/>, and whether a
    /// reason is given from <paramref name="reason"/>.
    /// </param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="at">When, for the audit log.</param>
    /// <param name="reason">Why, for the audit log; needed where a row asks for a reason.</param>
    public static Decision<MatchRun> Advance(
        MatchRun run, MatchRunTrigger trigger, MatchRunFacts facts, Actor actor, Instant at, ReasonCode? reason = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(facts);
        var isAnother = run.ProposedBy is { } proposer && proposer != actor.Id;
        if (facts.Verdict != run.Verdict || facts.Digest != run.Digest || facts.ActorIsAnother != isAnother || facts.ReasonGiven != reason.HasValue)
        {
            facts = facts with { Verdict = run.Verdict, Digest = run.Digest, ActorIsAnother = isAnother, ReasonGiven = reason.HasValue };
        }

        return MatchRunLifecycle.Table.Advance(run.State, trigger, facts, actor) switch
        {
            LifecycleOutcome<MatchRunState>.Refused refused => new Decision<MatchRun>.Refused(refused.Refusals),
            LifecycleOutcome<MatchRunState>.Advanced advanced => Changed(
                run with { State = advanced.To, Version = run.Version + 1 }, Enum.GetName(trigger)!, run.State.ToString(), EventOf(trigger), actor, at, reason),
            _ => throw new InvalidOperationException(),
        };
    }

    private static string EventOf(MatchRunTrigger trigger) => trigger switch
    {
        Review => "MatchRunReviewed",
        Publish => "MatchRunPublished",
        Supersede => "MatchRunSuperseded",
        Discard => "MatchRunDiscarded",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "There is no such trigger."),
    };

    private static Decision<MatchRun>.Changed Changed(
        MatchRun run, string trigger, string from, string happened, Actor actor, Instant at, ReasonCode? reason) =>
        Changes.Of(run, new($"match-run/{run.Id}", run.Version, trigger, from, run.State.ToString(), actor, at, reason), happened);
}
