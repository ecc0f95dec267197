using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements;

/// <summary>Decides about placements: pure, without store and clock. What comes out is saved whole or not at all.</summary>
public static class PlacementDecisions
{
    /// <summary>Opens the placement that an accepted offer leads to. The seat was filled with the offer.</summary>
    /// <param name="id">What the host calls it.</param>
    /// <param name="accepted">The application.</param>
    /// <param name="dates">The first and the last day of work.</param>
    /// <param name="supervisor">Who directs the work, where somebody is named.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="at">When.</param>
    /// <returns><c>placement.offer-accepted</c> when the offer of the application was not accepted.</returns>
    public static Decision<Placement> Open(PlacementId id, Application accepted, DateInterval dates, ActorId? supervisor, Actor actor, Instant at)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(dates);
        return accepted.State == ApplicationState.Accepted
            ? Opened(new() { Id = id, Student = accepted.Student, Opportunity = accepted.Opportunity, Application = accepted.Id, Dates = dates, Supervisor = supervisor }, actor, at, null)
            : new Decision<Placement>.Refused(
                [new("placement.offer-accepted", $"Only an accepted offer opens a placement, and the application is {Words(accepted.State)}.")]);
    }

    /// <summary>Opens a placement without an application: staff placed the student, or the student found the place. It takes a seat at once.</summary>
    /// <param name="id">What the host calls it.</param>
    /// <param name="student">Who works there.</param>
    /// <param name="opportunity">Where.</param>
    /// <param name="dates">The first and the last day of work.</param>
    /// <param name="supervisor">Who directs the work, where somebody is named.</param>
    /// <param name="actor">Who opens it: a coordinator.</param>
    /// <param name="at">When.</param>
    /// <returns><c>placement.role</c> when it is no coordinator.</returns>
    public static Decision<Placement> Arrange(
        PlacementId id, StudentId student, OpportunityId opportunity, DateInterval dates, ActorId? supervisor, Actor actor, Instant at)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return actor.Role == Role.Coordinator
            ? Opened(new() { Id = id, Student = student, Opportunity = opportunity, Dates = dates, Supervisor = supervisor }, actor, at, new(opportunity, SeatMove.Take, $"placement/{id}"))
            : new Decision<Placement>.Refused([new("placement.role", $"Placing a student without an application is for coordinator, not for {Words(actor.Role)}.")]);
    }

    /// <summary>Moves a placement, or records something, or says everything that stands in the way.</summary>
    /// <param name="placement">The placement.</param>
    /// <param name="trigger">What is to happen.</param>
    /// <param name="facts">What is known. Whether a reason is given is taken from <paramref name="reason"/>.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="at">When, for the audit log.</param>
    /// <param name="reason">Why, for the audit log; needed where a row asks for a reason.</param>
    /// <param name="supervisor">The new supervisor, for <see cref="ChangeSupervisor"/> only.</param>
    /// <exception cref="ArgumentException">A supervisor is named for another trigger, or none for <see cref="ChangeSupervisor"/>.</exception>
    public static Decision<Placement> Advance(
        Placement placement, PlacementTrigger trigger, PlacementFacts facts, Actor actor, Instant at, ReasonCode? reason = null, ActorId? supervisor = null)
    {
        ArgumentNullException.ThrowIfNull(placement);
        ArgumentNullException.ThrowIfNull(facts);
        if ((trigger == ChangeSupervisor) != supervisor.HasValue)
        {
            throw new ArgumentException($"A new supervisor goes with {ChangeSupervisor} and with nothing else; this is {trigger}.", nameof(supervisor));
        }

        if (facts.ReasonGiven != reason.HasValue || facts.FirstDay != placement.Dates.Start)
        {
            facts = facts with { ReasonGiven = reason.HasValue, FirstDay = placement.Dates.Start };
        }

        switch (PlacementLifecycle.Table.Advance(placement.State, trigger, facts, actor))
        {
            case LifecycleOutcome<PlacementState>.Refused refused:
                return new Decision<Placement>.Refused(refused.Refusals);
            case LifecycleOutcome<PlacementState>.Advanced advanced:
                var changed = placement with { State = advanced.To, Version = placement.Version + 1, Supervisor = supervisor ?? placement.Supervisor };
                return Changed(
                    changed, Enum.GetName(trigger)!, placement.State.ToString(), EventOf(trigger), actor, at, reason,
                    trigger is Cancel or Terminate ? new(placement.Opportunity, SeatMove.Vacate, placement.SeatHolder) : null);
            default:
                throw new InvalidOperationException();
        }
    }

    private static Decision<Placement>.Changed Opened(Placement placement, Actor actor, Instant at, SeatClaim? claim) =>
        Changed(placement with { State = PlacementLifecycle.Table.Start }, "Open", "", "PlacementOpened", actor, at, null, claim);

    private static Decision<Placement>.Changed Changed(
        Placement placement, string trigger, string from, string happened, Actor actor, Instant at, ReasonCode? reason, SeatClaim? claim) => Changes.Of(
            placement,
            new($"placement/{placement.Id}", placement.Version, trigger, from, placement.State.ToString(), actor, at, reason),
            happened, placement.Student, placement.Opportunity, claim);

    private static string EventOf(PlacementTrigger trigger) => trigger switch
    {
        ClearToStart => "ClearedToStart",
        Start => "PlacementStarted",
        Pause => "PlacementPaused",
        Resume => "PlacementResumed",
        LogHours => "HoursLogged",
        RecordVisit => "VisitRecorded",
        AddReflection => "ReflectionAdded",
        ReviseOutcome => "OutcomeRevised",
        ChangeSupervisor => "SupervisorChanged",
        ReportIncident => "IncidentReported",
        BaselineReview => "BaselineReviewed",
        MidReview => "MidReviewed",
        FinishWork => "WorkFinished",
        RecordPresentation => "ResultsPresented",
        SkipPresentation => "PresentationSkipped",
        CloseEvaluations => "EvaluationsClosed",
        RecordDebrief => "DebriefHeld",
        Complete => "PlacementCompleted",
        CloseIncomplete => "PlacementClosedIncomplete",
        Cancel => "PlacementCancelled",
        Terminate => "PlacementTerminated",
        Undo => "StepTakenBack",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "There is no such trigger."),
    };

    private static string Words<TEnum>(TEnum value)
        where TEnum : struct, Enum => Pathways.Json.EnumWords<TEnum>.Word(value).Replace('-', ' ');
}
