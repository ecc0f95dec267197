using static Pathways.Placements.PlacementRequirements;
using static Pathways.PlacementState;
using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements;

/// <summary>The life of a placement: from the accepted offer over the work to the debrief, or to an earlier end.</summary>
/// <remarks>
/// An accepted offer opens the placement and is therefore no row. What is merely recorded while the student works leaves the state
/// as it is; a visit can be recorded during a pause too, and an incident at any time before the end. A step recorded by mistake is taken back by
/// <see cref="PlacementTrigger.Undo"/>, which is a transition like any other, with its own audit line and a reason; nothing is
/// edited silently. Ends are final: a placement ended by mistake is opened anew. What was broken off is still evaluated and talked over, and incidents are settled after any end, which opens nothing again.
/// </remarks>
public static class PlacementLifecycle
{
    /// <summary>Every transition there is.</summary>
    public static Lifecycle<PlacementState, PlacementTrigger, PlacementFacts> Table { get; } =
        Lifecycle.Of<PlacementState, PlacementTrigger, PlacementFacts>("placement", start: Onboarding)
            .Group("live", Onboarding, ReadyToStart, Active, Paused, WorkComplete, Presented, Evaluated, Debriefed)
            .Group("begun", Active, Paused, WorkComplete, Presented, Evaluated, Debriefed)
            .Group("after", WorkComplete, Presented, Evaluated, Debriefed)

            // Before the work.
            .From(Onboarding).On(ClearToStart).By(Role.Coordinator).To(ReadyToStart)
                .Requires(DocumentsAccepted, OutcomesSigned, ScheduleLawful, HazardsCleared)
                .Requires(SafetyOrientationHeld, TransportPlanned, SupervisorIndependent, PaySettled, OpportunityInForce)
            .From(Onboarding).On(AgreeOutcome).By(Role.Coordinator, Role.Supervisor).Stays()
            .From(Onboarding).On(SignOutcome).By(Role.Student, Role.Supervisor, Role.Coordinator).Stays()
            .From(Onboarding).On(AgreePay).By(Role.Coordinator).Stays()
            .From(Onboarding).On(AgreePeriods).By(Role.Coordinator).Stays()
            .From(Onboarding).On(RecordOrientation).By(Role.Coordinator, Role.CareerSpecialist, Role.Teacher, Role.Supervisor).Stays()
            .From(Onboarding).On(PlanTransport).By(Role.Coordinator).Stays()
            .From(Onboarding).On(CheckSupervisor).By(Role.Coordinator).Stays()
            .From(Onboarding).On(ChangeSupervisor).By(Role.Coordinator, Role.PartnerContact).Stays()
            .From(ReadyToStart).On(Start).By(Role.Supervisor, Role.Coordinator).To(Active)
                .Requires(FirstDayReached, ClearanceValid, OpportunityInForce)
            .From(Onboarding, ReadyToStart).On(Cancel).By(Role.Coordinator).To(CancelledBeforeStart)
                .Requires(ReasonGiven)

            // The work. A schedule that changes is judged anew. The platform pauses by itself when a blocking document expires or a grave incident is reported.
            .From(Active).On(Pause).By(Role.Coordinator, Role.System).To(Paused)
                .Requires(ReasonGiven)
            .From(Paused).On(Resume).By(Role.Coordinator).To(Active)
                .Requires(ReasonGiven, ClearanceValid, OpportunityInForce)
            .From(Active).On(LogHours).By(Role.Student, Role.Supervisor, Role.Coordinator).Stays()
            .From(Active, Paused).On(RecordVisit).By(Role.Coordinator, Role.CareerSpecialist, Role.Teacher).Stays()
            .From(Active).On(AddReflection).By(Role.Student).Stays()
            .From(Active).On(ReviseOutcome).By(Role.Coordinator).Stays()
                .Requires(OutcomeChangeAgreed)
            .From(Active).On(ChangeSupervisor).By(Role.Coordinator).Stays()
                .Requires(SupervisorIndependent)
            .From(Active).On(BaselineReview, MidReview).By(Role.Supervisor).Stays()
            .From(Active).On(MarkOutcome).By(Role.Supervisor, Role.Coordinator).Stays()
            .From(Active, Paused).On(AgreePeriods).By(Role.Coordinator).Stays()
                .Requires(ScheduleLawful, HazardsCleared)
            .From(Active, Paused).On(PlanTransport, CheckSupervisor).By(Role.Coordinator).Stays()
            .From(Active).On(WaiveHours).By(Role.Coordinator).Stays()

            // Who gives notice works until the last day; the platform ends the placement by itself when that day is over.
            .From(Active, Paused).On(GiveNotice).By(Role.Coordinator).Stays()
            .From(Active, Paused).On(WithdrawNotice).By(Role.Coordinator).Stays()
                .Requires(ReasonGiven)
            .From(Active, Paused).On(Terminate).By(Role.Coordinator, Role.System).To(Terminated)
                .Requires(TerminationPartyNamed, TerminationCauseNamed, TerminationNoticeSettled)
            .From(Active).On(FinishWork).By(Role.Coordinator).To(WorkComplete)
                .Requires(HoursServed, OutcomesMarked)

            // After the work.
            .From(WorkComplete).On(RecordPresentation).By(Role.CareerSpecialist, Role.Teacher).To(Presented)
                .Requires(PresentationRecorded)
            .From(WorkComplete).On(SkipPresentation).By(Role.CareerSpecialist, Role.Teacher).To(Presented)
                .Requires(PresentationOptional)
            .From(Presented).On(CloseEvaluations).By(Role.System).To(Evaluated)
                .Requires(SupervisorEvaluated, StudentEvaluatedSelf, StudentEvaluatedSite, FinalFormsIn)
            .From(Evaluated).On(RecordDebrief).By(Role.CareerSpecialist).To(Debriefed)
                .Requires(DebriefAttendanceRecorded, DebriefActionsRecorded)
            .From(Debriefed).On(Complete).By(Role.Coordinator).To(Completed)
                .Requires(ThankYouSent, CreditPosted, PartnerReviewRequested, CompletionDocumentsAccepted)
            .From(WorkComplete, Presented, Evaluated, Debriefed).On(CloseIncomplete).By(Role.Coordinator).To(Incomplete)
                .Requires(ReasonGiven, DeadlinePassed)

            .From("after").On(RecordThanks).By(Role.Student, Role.Coordinator, Role.CareerSpecialist).Stays()
            .From("after").On(PostCredit).By(Role.Coordinator, Role.Counselor).Stays()
            .From("after").On(RequestPartnerReview).By(Role.Coordinator, Role.System).Stays()

            // All along. Something can go wrong in the orientation, and come to light after the work.
            .From("live").On(ReportIncident)
                .By(Role.Student, Role.Guardian, Role.Supervisor, Role.PartnerContact, Role.Coordinator, Role.Teacher).Stays()
            .From("live").On(SettleIncident).By(Role.Coordinator).Stays()
            .From("live").On(AssignCoordinator).By(Role.Coordinator, Role.Administrator).Stays()
            .From("live").On(PlanEvaluation).By(Role.Coordinator, Role.CareerSpecialist, Role.System).Stays()
            .From("begun").On(Evaluate)
                .By(Role.Student, Role.Supervisor, Role.PartnerContact, Role.Coordinator, Role.CareerSpecialist, Role.Teacher, Role.BoardMember, Role.System).Stays()

            // What happened is settled also when it is all over.
            .After(Completed, Incomplete, CancelledBeforeStart, Terminated).On(SettleIncident).By(Role.Coordinator).Stays()

            // What was broken off is talked over and judged where possible, and stays over.
            .After(Terminated).On(PlanEvaluation).By(Role.Coordinator, Role.CareerSpecialist, Role.System).Stays()
            .After(Terminated).On(Evaluate)
                .By(Role.Student, Role.Supervisor, Role.PartnerContact, Role.Coordinator, Role.CareerSpecialist, Role.Teacher, Role.BoardMember, Role.System).Stays()
            .After(Terminated).On(RecordDebrief).By(Role.CareerSpecialist).Stays()
                .Requires(DebriefAttendanceRecorded, DebriefActionsRecorded)
            .After(Terminated).On(RequestPartnerReview).By(Role.Coordinator, Role.System).Stays()

            // One step back. A pause is taken back by resuming.
            .From(ReadyToStart).On(Undo).By(Role.Coordinator).To(Onboarding)
                .Requires(UndoPermitted, ReasonGiven)
            .From(Active).On(Undo).By(Role.Coordinator).To(ReadyToStart)
                .Requires(UndoPermitted, ReasonGiven, NoHoursApproved)
            .From(WorkComplete).On(Undo).By(Role.Coordinator).To(Active)
                .Requires(UndoPermitted, ReasonGiven)
            .From(Presented).On(Undo).By(Role.Coordinator).To(WorkComplete)
                .Requires(UndoPermitted, ReasonGiven)
            .From(Evaluated).On(Undo).By(Role.Coordinator).To(Presented)
                .Requires(UndoPermitted, ReasonGiven)
            .From(Debriefed).On(Undo).By(Role.Coordinator).To(Evaluated)
                .Requires(UndoPermitted, ReasonGiven)

            .Ends(Completed, Incomplete, CancelledBeforeStart, Terminated)
            .Build();
}
