using static Pathways.Placements.OpportunityTrigger;

namespace Pathways.Placements;

/// <summary>Decides about opportunities: pure, without store and clock. What comes out is saved whole or not at all.</summary>
public static class OpportunityDecisions
{
    /// <summary>Puts a new opportunity down, for the partner to go on writing.</summary>
    /// <param name="listing">The opportunity, as it is to begin.</param>
    /// <param name="actor">Who writes: the partner, or a coordinator on their behalf.</param>
    /// <param name="at">When.</param>
    /// <returns><c>opportunity.role</c> when it is somebody else.</returns>
    public static Decision<OpportunityListing> Write(OpportunityListing listing, Actor actor, Instant at)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return actor.Role is Role.PartnerContact or Role.Coordinator
            ? Changed(listing with { State = OpportunityLifecycle.Table.Start, Version = 1 }, nameof(Write), "", "OpportunityWritten", actor, at, null)
            : new Decision<OpportunityListing>.Refused(
                [new("opportunity.role", $"Writing an opportunity is for partner contact or coordinator, not for {InWords.Of(actor.Role)}.")]);
    }

    /// <summary>Moves an opportunity, or says everything that stands in the way.</summary>
    /// <param name="listing">The opportunity.</param>
    /// <param name="trigger">What is to happen.</param>
    /// <param name="facts">What is known. Whether a reason is given is taken from <paramref name="reason"/>, seats and supervisor from <paramref name="listing"/>.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, where a row asks for a reason.</param>
    public static Decision<OpportunityListing> Advance(
        OpportunityListing listing, OpportunityTrigger trigger, OpportunityFacts facts, Actor actor, Instant at, ReasonCode? reason = null)
    {
        ArgumentNullException.ThrowIfNull(listing);
        ArgumentNullException.ThrowIfNull(facts);
        facts = facts with { ReasonGiven = reason.HasValue, Seats = listing.Offer.Seats, SupervisorNamed = listing.Supervisor.HasValue };
        return OpportunityLifecycle.Table.Advance(listing.State, trigger, facts, actor) switch
        {
            LifecycleOutcome<OpportunityState>.Refused refused => new Decision<OpportunityListing>.Refused(refused.Refusals),
            LifecycleOutcome<OpportunityState>.Advanced advanced => Changed(
                listing with { State = advanced.To, Version = listing.Version + 1 }, trigger.ToString(), listing.State.ToString(), EventOf(trigger), actor, at, reason),
            _ => throw new InvalidOperationException(),
        };
    }

    private static string EventOf(OpportunityTrigger trigger) => trigger switch
    {
        Submit => "OpportunitySubmitted",
        Return => "OpportunityReturned",
        Approve => "OpportunityApproved",
        Reject => "OpportunityRejected",
        Publish => "OpportunityPublished",
        Fill => "OpportunityFilled",
        ReleaseSeat => "OpportunityReopened",
        Suspend => "OpportunitySuspended",
        Reinstate => "OpportunityReinstated",
        Close => "OpportunityClosed",
        Archive => "OpportunityArchived",
        Cancel => "OpportunityCancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "There is no such trigger."),
    };

    private static Decision<OpportunityListing>.Changed Changed(
        OpportunityListing listing, string trigger, string from, string happened, Actor actor, Instant at, ReasonCode? reason)
    {
        var audit = new AuditLine(listing.Subject, listing.Version, trigger, from, listing.State.ToString(), actor, at, reason);
        return new(listing, audit, [new(happened, listing.Subject, listing.Version, null, listing.Id, at)], null);
    }
}
