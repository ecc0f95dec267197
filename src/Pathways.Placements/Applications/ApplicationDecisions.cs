using static Pathways.Placements.ApplicationTrigger;

namespace Pathways.Placements;

/// <summary>Decides about applications: pure, without store and clock. What comes out is saved whole or not at all.</summary>
public static class ApplicationDecisions
{
    /// <summary>Starts an application.</summary>
    /// <param name="id">What the host calls it.</param>
    /// <param name="student">Who applies.</param>
    /// <param name="opportunity">For what.</param>
    /// <param name="facts">What is known, the time among it.</param>
    /// <param name="actor">Who starts it.</param>
    public static Decision<Application> Start(StudentApplicationId id, StudentId student, OpportunityId opportunity, ApplicationFacts facts, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (ApplicationLifecycle.Start(facts, actor) is LifecycleOutcome<ApplicationState>.Refused refused)
        {
            return new Decision<Application>.Refused(refused.Refusals);
        }

        var application = new Application { Id = id, Student = student, Opportunity = opportunity, State = ApplicationLifecycle.Table.Start };
        return Changed(application, nameof(Start), "", "ApplicationStarted", facts.Now, actor, null, null);
    }

    /// <summary>Moves an application, or says everything that stands in the way.</summary>
    /// <param name="application">The application.</param>
    /// <param name="trigger">What is to happen.</param>
    /// <param name="facts">What is known, the time among it. Whether a reason is given is taken from <paramref name="reason"/>.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="reason">Why, for the audit log; needed where a row asks for a reason.</param>
    public static Decision<Application> Advance(
        Application application, ApplicationTrigger trigger, ApplicationFacts facts, Actor actor, ReasonCode? reason = null)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.ReasonGiven != reason.HasValue)
        {
            facts = facts with { ReasonGiven = reason.HasValue };
        }

        // An offer that was made says itself until when it can be answered.
        if (trigger != MakeOffer && facts.OfferExpires != application.OfferExpires)
        {
            facts = facts with { OfferExpires = application.OfferExpires };
        }

        switch (ApplicationLifecycle.Table.Advance(application.State, trigger, facts, actor))
        {
            case LifecycleOutcome<ApplicationState>.Refused refused:
                return new Decision<Application>.Refused(refused.Refusals);
            case LifecycleOutcome<ApplicationState>.Advanced advanced:
                var changed = application with
                {
                    State = advanced.To,
                    Version = application.Version + 1,
                    OfferExpires = trigger == MakeOffer ? facts.OfferExpires : application.OfferExpires,
                };
                return Changed(changed, Name(trigger), application.State.ToString(), EventOf(trigger), facts.Now, actor, reason, ClaimOf(application, trigger, facts));
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>What time alone has brought about for an application; see <see cref="Lifecycle{TState, TTrigger, TFacts}.DueAt"/>.</summary>
    /// <param name="application">The application.</param>
    /// <param name="facts">What is known, the time among it.</param>
    public static ImmutableArray<ApplicationTrigger> DueAt(Application application, ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(facts);
        return ApplicationLifecycle.Table.DueAt(
            application.State, facts.OfferExpires == application.OfferExpires ? facts : facts with { OfferExpires = application.OfferExpires });
    }

    private static SeatClaim? ClaimOf(Application before, ApplicationTrigger trigger, ApplicationFacts facts) => trigger switch
    {
        MakeOffer => new(before.Opportunity, SeatMove.Hold, before.Subject, facts.OfferExpires),
        AcceptOffer => new(before.Opportunity, SeatMove.Fill, before.Subject),
        _ when before.State == ApplicationState.Offered => new(before.Opportunity, SeatMove.Release, before.Subject), // every other way out of an offer
        _ => null,
    };

    private static string EventOf(ApplicationTrigger trigger) => trigger switch
    {
        Submit => "ApplicationSubmitted",
        Return => "ApplicationReturned",
        Endorse => "ApplicationEndorsed",
        Decline => "ApplicationDeclined",
        Shortlist => "ApplicationShortlisted",
        ScheduleInterview => "InterviewScheduled",
        RecordInterview => "InterviewRecorded",
        MakeOffer => "OfferMade",
        Waitlist => "ApplicationWaitlisted",
        Reject => "ApplicationNotSelected",
        AcceptOffer => "OfferAccepted",
        DeclineOffer => "OfferDeclined",
        ExpireOffer => "OfferExpired",
        RescindOffer => "OfferRescinded",
        Withdraw => "ApplicationWithdrawn",
        Lapse => "ApplicationLapsed",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "There is no such trigger."),
    };

    private static string Name(ApplicationTrigger trigger) => Enum.GetName(trigger)!;

    private static Decision<Application>.Changed Changed(
        Application application, string trigger, string from, string happened, Instant at, Actor actor, ReasonCode? reason, SeatClaim? claim) => Changes.Of(
            application,
            new($"application/{application.Id}", application.Version, trigger, from, application.State.ToString(), actor, at, reason),
            happened, application.Student, application.Opportunity, claim);
}
