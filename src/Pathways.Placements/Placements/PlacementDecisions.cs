using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements;

/// <summary>Decides about placements: pure, without store and clock. What comes out is saved whole or not at all.</summary>
public static partial class PlacementDecisions
{
    /// <summary>Opens the placement that an accepted offer leads to. The seat was filled with the offer.</summary>
    /// <param name="id">What the host calls it.</param>
    /// <param name="accepted">The application.</param>
    /// <param name="dates">The first and the last day of work.</param>
    /// <param name="supervisor">Who directs the work, where somebody is named.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="at">When.</param>
    /// <param name="program">The program it runs under; <see langword="null"/> when nobody said.</param>
    /// <returns>
    /// <c>placement.offer-accepted</c> when the offer of the application was not accepted, <c>placement.maximum-days</c> when the program does
    /// not let it last so long.
    /// </returns>
    public static Decision<Placement> Open(
        PlacementId id, Application accepted, DateInterval dates, ActorId? supervisor, Actor actor, Instant at, PlacementProgram? program = null)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(dates);
        ImmutableArray<Refusal> reasons =
        [
            .. accepted.State == ApplicationState.Accepted
                ? ImmutableArray<Refusal>.Empty
                : [new("placement.offer-accepted", $"Only an accepted offer opens a placement, and the application is {InWords.Of(accepted.State)}.")],
            .. TooLong(dates, program),
        ];
        return reasons.IsEmpty
            ? Opened(Under(program, new() { Id = id, Student = accepted.Student, Opportunity = accepted.Opportunity, Application = accepted.Id, Dates = dates, Supervisor = supervisor }), actor, at, null)
            : new Decision<Placement>.Refused(reasons);
    }

    /// <summary>Opens a placement without an application: staff placed the student, or the student found the place. It takes a seat at once.</summary>
    /// <param name="id">What the host calls it.</param>
    /// <param name="student">Who works there.</param>
    /// <param name="opportunity">Where.</param>
    /// <param name="dates">The first and the last day of work.</param>
    /// <param name="supervisor">Who directs the work, where somebody is named.</param>
    /// <param name="actor">Who opens it: a coordinator.</param>
    /// <param name="at">When.</param>
    /// <param name="program">The program it runs under; <see langword="null"/> when nobody said.</param>
    /// <param name="origin">Whether staff matched the student, or the student found the place.</param>
    /// <param name="group">The students who do it together; <see langword="null"/> for one student's own.</param>
    /// <returns><c>placement.role</c> when it is no coordinator, <c>placement.maximum-days</c> when the program does not let it last so long.</returns>
    /// <exception cref="ArgumentException">The origin is an offer, which has an application.</exception>
    public static Decision<Placement> Arrange(
        PlacementId id, StudentId student, OpportunityId opportunity, DateInterval dates, ActorId? supervisor, Actor actor, Instant at,
        PlacementProgram? program = null, PlacementOrigin origin = PlacementOrigin.StaffMatched, ExperienceGroupId? group = null)
    {
        ArgumentNullException.ThrowIfNull(dates);
        if (origin == PlacementOrigin.Offer)
        {
            throw new ArgumentException("A placement that comes from an offer is opened with its application.", nameof(origin));
        }

        ImmutableArray<Refusal> reasons =
        [
            .. actor.Role == Role.Coordinator
                ? ImmutableArray<Refusal>.Empty
                : [new("placement.role", $"Placing a student without an application is for coordinator, not for {InWords.Of(actor.Role)}.")],
            .. TooLong(dates, program),
        ];
        var placement = Under(program, new() { Id = id, Student = student, Opportunity = opportunity, Dates = dates, Supervisor = supervisor, Origin = origin, Group = group });
        return reasons.IsEmpty ? Opened(placement, actor, at, new(opportunity, SeatMove.Take, placement.SeatHolder)) : new Decision<Placement>.Refused(reasons);
    }

    /// <summary>Moves a placement, or records something, or says everything that stands in the way.</summary>
    /// <param name="placement">The placement.</param>
    /// <param name="trigger">What is to happen.</param>
    /// <param name="facts">What is known. Whether a reason is given is taken from <paramref name="reason"/>.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="at">When, for the audit log.</param>
    /// <param name="reason">Why, for the audit log; needed where a row asks for a reason.</param>
    /// <param name="entry">
    /// What is recorded. It counts before the facts: a presentation that is recorded now is recorded. What merely records, such as a visit, needs
    /// one; what changes the state may do without, when the host keeps the details itself.
    /// </param>
    /// <returns>The placement with the entry in its record; or every unmet requirement of the row and everything that is wrong with the entry.</returns>
    /// <exception cref="ArgumentException">The entry does not go with the trigger, or is missing.</exception>
    public static Decision<Placement> Advance(
        Placement placement, PlacementTrigger trigger, PlacementFacts facts, Actor actor, Instant at, ReasonCode? reason = null, PlacementEntry? entry = null)
    {
        ArgumentNullException.ThrowIfNull(placement);
        ArgumentNullException.ThrowIfNull(facts);
        if (!PlacementEntries.Fits(trigger, entry))
        {
            throw new ArgumentException(
                entry is null ? $"{trigger} needs an entry that says what is recorded." : $"An entry {entry.GetType().Name} does not go with {trigger}.", nameof(entry));
        }

        if (facts.ReasonGiven != reason.HasValue || facts.FirstDay != placement.Dates.Start)
        {
            facts = facts with { ReasonGiven = reason.HasValue, FirstDay = placement.Dates.Start };
        }

        facts = PlacementEntries.Shown(facts, entry);
        switch (PlacementLifecycle.Table.Advance(placement.State, trigger, facts, actor))
        {
            case LifecycleOutcome<PlacementState>.Refused refused:
                return new Decision<Placement>.Refused(
                    refused.Refusals is [{ Code: "placement.not-possible" }] ? refused.Refusals : [.. refused.Refusals, .. Written(placement, trigger, facts, actor, at, reason, entry).Faults]);
            case LifecycleOutcome<PlacementState>.Advanced advanced:
                var (written, faults) = Written(placement, trigger, facts, actor, at, reason, entry);
                if (!faults.IsEmpty)
                {
                    return new Decision<Placement>.Refused(faults);
                }

                var changed = PlacementEntries.WithConsequences(written, trigger, advanced.To, facts.Today) with { State = advanced.To, Version = placement.Version + 1 };
                return Changed(
                    changed, Enum.GetName(trigger)!, placement.State.ToString(), EventOf(trigger), actor, at, reason,
                    trigger is Cancel or Terminate ? new(placement.Opportunity, SeatMove.Vacate, placement.SeatHolder) : null,
                    PlacementEntries.About(placement, changed, entry));
            default:
                throw new InvalidOperationException();
        }
    }

    private static (Placement Placement, ImmutableArray<Refusal> Faults) Written(
        Placement placement, PlacementTrigger trigger, PlacementFacts facts, Actor actor, Instant at, ReasonCode? reason, PlacementEntry? entry)
    {
        var writing = new EntryWriting(facts.Today, actor, at, reason);
        if (entry is null)
        {
            return (trigger == WithdrawNotice ? PlacementEntries.WithoutNotice(placement, writing) : placement, writing.Faults);
        }

        return (PlacementEntries.With(placement, trigger, entry, writing), writing.Faults);
    }

    private static ImmutableArray<Refusal> TooLong(DateInterval dates, PlacementProgram? program) => program?.MaximumDays is { } most && dates.Length > most
        ? [new("placement.maximum-days", $"Program {program.Id} lets a placement last at most {most} days, and this one would last {dates.Length}.")]
        : [];

    private static Placement Under(PlacementProgram? program, Placement placement) =>
        program is null ? placement : placement with { Program = program.Id, IsExclusive = program.IsExclusive };

    private static Decision<Placement>.Changed Opened(Placement placement, Actor actor, Instant at, SeatClaim? claim) =>
        Changed(placement with { State = PlacementLifecycle.Table.Start }, "Open", "", "PlacementOpened", actor, at, null, claim);

    private static Decision<Placement>.Changed Changed(
        Placement placement, string trigger, string from, string happened, Actor actor, Instant at, ReasonCode? reason, SeatClaim? claim, string? about = null) => Changes.Of(
            placement,
            new($"placement/{placement.Id}", placement.Version, trigger, from, placement.State.ToString(), actor, at, reason, About: about),
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
        SettleIncident => "IncidentSettled",
        AgreeOutcome => "OutcomeAgreed",
        SignOutcome => "OutcomeSigned",
        MarkOutcome => "OutcomeMarked",
        AgreePeriods => "PeriodsAgreed",
        AgreePay => "PayAgreed",
        RecordOrientation => "OrientationHeld",
        PlanTransport => "TransportPlanned",
        CheckSupervisor => "SupervisorChecked",
        AssignCoordinator => "CoordinatorAssigned",
        PlanEvaluation => "EvaluationPlanned",
        Evaluate => "EvaluationMoved",
        WaiveHours => "HoursWaived",
        RecordThanks => "PartnerThanked",
        PostCredit => "CreditPosted",
        RequestPartnerReview => "PartnerReviewRequested",
        GiveNotice => "NoticeGiven",
        WithdrawNotice => "NoticeWithdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "There is no such trigger."),
    };
}
