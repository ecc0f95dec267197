namespace Pathways.Placements;

/// <summary>What is recorded together with a trigger: the fact itself, such as the visit, the incident or the signature.</summary>
/// <remarks>Which entry goes with which trigger is fixed; <see cref="PlacementDecisions.Advance"/> refuses any other as a fault of the caller.</remarks>
public abstract record PlacementEntry
{
    private PlacementEntry()
    {
    }

    /// <summary>Somebody from school visited; goes with <see cref="PlacementTrigger.RecordVisit"/>.</summary>
    /// <param name="Visit">The visit.</param>
    public sealed record VisitMade(Visit Visit) : PlacementEntry;

    /// <summary>Something went wrong; goes with <see cref="PlacementTrigger.ReportIncident"/>.</summary>
    /// <param name="Incident">The incident, which is open whatever it says of its settlement.</param>
    public sealed record IncidentReported(Incident Incident) : PlacementEntry;

    /// <summary>An incident is settled; goes with <see cref="PlacementTrigger.SettleIncident"/>.</summary>
    /// <param name="Incident">Which incident.</param>
    /// <param name="On">When it was settled.</param>
    /// <param name="Settlement">What was done about it.</param>
    public sealed record IncidentSettled(IncidentId Incident, LocalDate On, Note? Settlement = null) : PlacementEntry;

    /// <summary>The student wrote on the work; goes with <see cref="PlacementTrigger.AddReflection"/>.</summary>
    /// <param name="Reflection">The reflection.</param>
    public sealed record ReflectionWritten(PlacementReflection Reflection) : PlacementEntry;

    /// <summary>An outcome is put down before the work, or put down in other words, which nobody has signed yet; goes with <see cref="PlacementTrigger.AgreeOutcome"/>.</summary>
    /// <param name="Outcome">Which outcome; one that is there gets a new wording.</param>
    /// <param name="Text">What it is.</param>
    /// <param name="Competencies">What it stands for.</param>
    public sealed record OutcomeAgreed(OutcomeId Outcome, Note Text, ImmutableArray<CompetencyId> Competencies = default) : PlacementEntry;

    /// <summary>Whoever acts signs an outcome; goes with <see cref="PlacementTrigger.SignOutcome"/>.</summary>
    /// <param name="Outcome">Which outcome.</param>
    /// <param name="Wording">The wording that was read: an older one is not signed by mistake.</param>
    public sealed record OutcomeSigned(OutcomeId Outcome, int Wording) : PlacementEntry;

    /// <summary>An outcome is changed during the work; goes with <see cref="PlacementTrigger.ReviseOutcome"/>.</summary>
    /// <param name="Outcome">Which outcome. Its signatures and what came of it are void: they were about other words.</param>
    /// <param name="Text">What it is from now on.</param>
    /// <param name="Consents">The consents of student, supervisor and coordinator to these words, which are their signatures.</param>
    /// <param name="Competencies">What it stands for.</param>
    public sealed record OutcomeRevised(
        OutcomeId Outcome, Note Text, ImmutableArray<PartySignature> Consents, ImmutableArray<CompetencyId> Competencies = default) : PlacementEntry;

    /// <summary>It is said what came of an outcome; goes with <see cref="PlacementTrigger.MarkOutcome"/>.</summary>
    /// <param name="Outcome">Which outcome.</param>
    /// <param name="IsDelivered">Whether it was delivered.</param>
    /// <param name="On">When.</param>
    /// <param name="Note">Why not, or how well; needed for what was not delivered.</param>
    public sealed record OutcomeMarked(OutcomeId Outcome, bool IsDelivered, LocalDate On, Note? Note = null) : PlacementEntry;

    /// <summary>Where and when the work is; goes with <see cref="PlacementTrigger.AgreePeriods"/>.</summary>
    /// <param name="Periods">All periods, in place of those before.</param>
    public sealed record PeriodsAgreed(ImmutableArray<WorkPeriod> Periods) : PlacementEntry;

    /// <summary>The pay, or that there is none; goes with <see cref="PlacementTrigger.AgreePay"/>.</summary>
    /// <param name="Pay">The terms, in place of those before.</param>
    public sealed record PayAgreed(PayTerms Pay) : PlacementEntry;

    /// <summary>The safety orientation was held; goes with <see cref="PlacementTrigger.RecordOrientation"/>.</summary>
    /// <param name="Orientation">When and by whom.</param>
    public sealed record OrientationHeld(SafetyOrientation Orientation) : PlacementEntry;

    /// <summary>It is settled how the student gets there; goes with <see cref="PlacementTrigger.PlanTransport"/>.</summary>
    /// <param name="Plan">The plan.</param>
    public sealed record TransportSettled(TransportPlan Plan) : PlacementEntry;

    /// <summary>Somebody made sure that the supervisor is independent; goes with <see cref="PlacementTrigger.CheckSupervisor"/>.</summary>
    /// <param name="Check">The check; it must name the supervisor of today, and be made by the coordinator who acts.</param>
    public sealed record SupervisorChecked(SupervisorCheck Check) : PlacementEntry;

    /// <summary>Somebody directs the work from now on; goes with <see cref="PlacementTrigger.ChangeSupervisor"/>.</summary>
    /// <param name="Supervisor">Who.</param>
    /// <param name="Check">
    /// That they are independent, made by the coordinator who acts; needed during the work unless the program does without, since the check of the one before
    /// is void. A partner names somebody before the work only, and without a check.
    /// </param>
    public sealed record SupervisorNamed(ActorId Supervisor, SupervisorCheck? Check = null) : PlacementEntry;

    /// <summary>Somebody at school looks after the placement from now on; goes with <see cref="PlacementTrigger.AssignCoordinator"/>.</summary>
    /// <param name="Coordinator">Who.</param>
    public sealed record CoordinatorNamed(ActorId Coordinator) : PlacementEntry;

    /// <summary>A form is planned; goes with <see cref="PlacementTrigger.PlanEvaluation"/>.</summary>
    /// <param name="Form">The form as it is to be filled in. One that replaces another amends it.</param>
    public sealed record FormPlanned(EvaluationForm Form) : PlacementEntry;

    /// <summary>Something happens to a form; goes with <see cref="PlacementTrigger.Evaluate"/>, and with the reviews at the beginning and half-way.</summary>
    /// <param name="Step">What happens.</param>
    public sealed record FormMoved(FormStep Step) : PlacementEntry;

    /// <summary>The school does without missing hours; goes with <see cref="PlacementTrigger.WaiveHours"/>.</summary>
    /// <param name="Waiver">Why.</param>
    public sealed record HoursWaived(HoursWaiver Waiver) : PlacementEntry;

    /// <summary>The student presented; goes with <see cref="PlacementTrigger.RecordPresentation"/>.</summary>
    /// <param name="Presentation">When, and before whom.</param>
    public sealed record PresentationHeld(ResultsPresentation Presentation) : PlacementEntry;

    /// <summary>The debrief was held; goes with <see cref="PlacementTrigger.RecordDebrief"/>.</summary>
    /// <param name="Debrief">Who was there, and what follows.</param>
    public sealed record DebriefHeld(Debrief Debrief) : PlacementEntry;

    /// <summary>The student thanked the partner; goes with <see cref="PlacementTrigger.RecordThanks"/>.</summary>
    /// <param name="Thanks">When and how.</param>
    public sealed record ThanksSent(ThankYou Thanks) : PlacementEntry;

    /// <summary>Credit or a credential is posted; goes with <see cref="PlacementTrigger.PostCredit"/>.</summary>
    /// <param name="Posting">What.</param>
    public sealed record CreditGiven(CreditPosting Posting) : PlacementEntry;

    /// <summary>The partner was asked to review the program; goes with <see cref="PlacementTrigger.RequestPartnerReview"/>.</summary>
    /// <param name="On">When.</param>
    public sealed record ReviewRequested(LocalDate On) : PlacementEntry;

    /// <summary>The placement is broken off; goes with <see cref="PlacementTrigger.Terminate"/> at once, and with <see cref="PlacementTrigger.GiveNotice"/> for a later day.</summary>
    /// <param name="Termination">By whom, why and when.</param>
    public sealed record BrokenOff(Termination Termination) : PlacementEntry;
}
