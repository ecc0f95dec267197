using static Pathways.Placements.PlacementTrigger;
using static Pathways.PlacementState;

namespace Pathways.Placements.Tests.Reference;

/// <summary>The life of a placement once more, said as rules in words and not as a table: written from the description, and sharing nothing with the decisions.</summary>
internal sealed class PlacementModel(PlacementState start)
{
    public PlacementState State { get; private set; } = start;

    public int Version { get; private set; } = 1;

    public bool IsOver => IsEnd(State);

    public static bool IsEnd(PlacementState state) => state is Completed or Incomplete or CancelledBeforeStart or Terminated;

    /// <summary>Where a trigger would lead from here, the same place for what is only recorded; null where it means nothing.</summary>
    public PlacementState? Leads(PlacementTrigger trigger)
    {
        var isBefore = State is Onboarding or ReadyToStart;
        var isAtWork = State is Active or Paused;
        var isAfter = State is WorkComplete or Presented or Evaluated or Debriefed;
        return trigger switch
        {
            PlanEvaluation or Evaluate or RecordDebrief or RequestPartnerReview when State is Terminated => State,
            SettleIncident when IsOver => State,
            ClearToStart when State is Onboarding => ReadyToStart,
            Start when State is ReadyToStart => Active,
            Pause when State is Active => Paused,
            Resume when State is Paused => Active,
            FinishWork when State is Active => WorkComplete,
            RecordPresentation or SkipPresentation when State is WorkComplete => Presented,
            CloseEvaluations when State is Presented => Evaluated,
            RecordDebrief when State is Evaluated => Debriefed,
            Complete when State is Debriefed => Completed,
            CloseIncomplete when isAfter => Incomplete,
            Cancel when isBefore => CancelledBeforeStart,
            Terminate when isAtWork => Terminated,
            Undo when State is not (Onboarding or Paused) && (isBefore || isAtWork || isAfter) => Before(State),
            AgreeOutcome or SignOutcome or AgreePay or RecordOrientation when State is Onboarding => State,
            ChangeSupervisor when State is Onboarding or Active => State,
            AgreePeriods or PlanTransport or CheckSupervisor when State is Onboarding || isAtWork => State,
            LogHours or AddReflection or ReviseOutcome or MarkOutcome or WaiveHours or BaselineReview or MidReview when State is Active => State,
            RecordVisit or GiveNotice or WithdrawNotice when isAtWork => State,
            Evaluate when isAtWork || isAfter => State,
            RecordThanks or PostCredit or RequestPartnerReview when isAfter => State,
            AssignCoordinator or PlanEvaluation or ReportIncident or SettleIncident when isBefore || isAtWork || isAfter => State,
            _ => null,
        };
    }

    public Role[] Who(PlacementTrigger trigger) => trigger switch
    {
        Start or AgreeOutcome or MarkOutcome => [Role.Supervisor, Role.Coordinator],
        Pause or RequestPartnerReview or Terminate => [Role.Coordinator, Role.System],
        LogHours or SignOutcome => [Role.Student, Role.Supervisor, Role.Coordinator],
        RecordVisit => [Role.Coordinator, Role.CareerSpecialist, Role.Teacher],
        RecordOrientation => [Role.Coordinator, Role.CareerSpecialist, Role.Teacher, Role.Supervisor],
        AddReflection => [Role.Student],
        ChangeSupervisor when State is Onboarding => [Role.Coordinator, Role.PartnerContact],
        ReportIncident => [Role.Student, Role.Guardian, Role.Supervisor, Role.PartnerContact, Role.Coordinator, Role.Teacher],
        BaselineReview or MidReview => [Role.Supervisor],
        RecordPresentation or SkipPresentation => [Role.CareerSpecialist, Role.Teacher],
        CloseEvaluations => [Role.System],
        RecordDebrief => [Role.CareerSpecialist],
        AssignCoordinator => [Role.Coordinator, Role.Administrator],
        PlanEvaluation => [Role.Coordinator, Role.CareerSpecialist, Role.System],
        Evaluate =>
        [
            Role.Student, Role.Supervisor, Role.PartnerContact, Role.Coordinator, Role.CareerSpecialist, Role.Teacher, Role.BoardMember, Role.System,
        ],
        RecordThanks => [Role.Student, Role.Coordinator, Role.CareerSpecialist],
        PostCredit => [Role.Coordinator, Role.Counselor],
        _ => [Role.Coordinator],
    };

    /// <summary>The codes of everything that stands in the way, apart from what is wrong with the entry.</summary>
    public List<string> Against(PlacementTrigger trigger, Role role, PlacementFacts facts, LocalDate firstDay, bool isReasonGiven)
    {
        if (Leads(trigger) is null)
        {
            return ["placement.not-possible"];
        }

        var against = new List<string>();
        void Needs(bool holds, string code)
        {
            if (!holds)
            {
                against.Add("placement." + code);
            }
        }

        Needs(Array.IndexOf(Who(trigger), role) >= 0, "role");
        switch (trigger)
        {
            case ClearToStart:
                Needs(facts.DocumentsAccepted, "documents-accepted");
                Needs(facts.OutcomesSigned, "outcomes-signed");
                Needs(facts.ScheduleLawful, "schedule-lawful");
                Needs(facts.HazardsCleared, "hazards-cleared");
                Needs(facts.SafetyOrientationHeld, "safety-orientation");
                Needs(facts.TransportPlanned, "transport-plan");
                Needs(facts.SupervisorIndependent, "supervisor-independent");
                Needs(facts.PaySettled, "pay-settled");
                Needs(facts.OpportunityInForce, "opportunity-in-force");
                break;
            case Start:
                Needs(facts.Today >= firstDay, "first-day-reached");
                Needs(facts.ClearanceValid, "clearance-valid");
                Needs(facts.OpportunityInForce, "opportunity-in-force");
                break;
            case Resume:
                Needs(isReasonGiven, "reason");
                Needs(facts.ClearanceValid, "clearance-valid");
                Needs(facts.OpportunityInForce, "opportunity-in-force");
                break;
            case Pause or Cancel:
                Needs(isReasonGiven, "reason");
                break;
            case ReviseOutcome:
                Needs(facts.OutcomeChangeAgreed, "outcome-change-agreed");
                break;
            case ChangeSupervisor when State is Active:
                Needs(facts.SupervisorIndependent, "supervisor-independent");
                break;
            case AgreePeriods when State is not Onboarding:
                Needs(facts.ScheduleLawful, "schedule-lawful");
                Needs(facts.HazardsCleared, "hazards-cleared");
                break;
            case WithdrawNotice:
                Needs(isReasonGiven, "reason");
                break;
            case Terminate:
                Needs(facts.TerminationPartyNamed, "termination-party");
                Needs(facts.TerminationCauseNamed, "termination-cause");
                Needs(facts.TerminationNoticeSettled, "termination-notice");
                break;
            case FinishWork:
                Needs(facts.HoursWaived || (facts.ApprovedMinutes is { } done && facts.RequiredMinutes is { } due && done >= due), "hours-served");
                Needs(facts.OutcomesMarked, "outcomes-marked");
                break;
            case RecordPresentation:
                Needs(facts.PresentationRecorded, "presentation-recorded");
                break;
            case SkipPresentation:
                Needs(facts.PresentationOptional, "presentation-optional");
                break;
            case CloseEvaluations:
                Needs(facts.SupervisorEvaluated, "supervisor-evaluation");
                Needs(facts.StudentEvaluatedSelf, "self-evaluation");
                Needs(facts.StudentEvaluatedSite, "site-evaluation");
                Needs(facts.FinalFormsIn, "final-forms");
                break;
            case RecordDebrief:
                Needs(facts.DebriefAttendanceRecorded, "debrief-attendance");
                Needs(facts.DebriefActionsRecorded, "debrief-actions");
                break;
            case Complete:
                Needs(facts.ThankYouSent, "thank-you");
                Needs(facts.CreditPosted, "credit-posted");
                Needs(facts.PartnerReviewRequested, "partner-review");
                Needs(facts.CompletionDocumentsAccepted, "completion-documents");
                break;
            case CloseIncomplete:
                Needs(isReasonGiven, "reason");
                Needs(facts.Deadline is { } deadline && deadline < facts.Today, "deadline-passed");
                break;
            case Undo:
                Needs(facts.UndoPermitted, "undo-permitted");
                Needs(isReasonGiven, "reason");
                Needs(State is not Active || facts.ApprovedMinutes is 0, "no-hours-approved");
                break;
        }

        return against;
    }

    /// <summary>Goes there, and says whether the seat comes free.</summary>
    public bool Go(PlacementTrigger trigger)
    {
        var wasOver = IsOver;
        State = Leads(trigger)!.Value;
        Version++;
        return !wasOver && (State is CancelledBeforeStart or Terminated);
    }

    private static PlacementState Before(PlacementState state) => state switch
    {
        ReadyToStart => Onboarding,
        Active => ReadyToStart,
        WorkComplete => Active,
        Presented => WorkComplete,
        Evaluated => Presented,
        _ => Evaluated,
    };
}
