using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements.Tests.Placements;

/// <summary>A placement that carries something of everything, and an entry for each trigger that it accepts.</summary>
internal static class Given
{
    public static LocalDate Today { get; } = new(2026, 9, 14);

    public static Instant Now { get; } = Instant.FromUtc(2026, 9, 14, 12, 0);

    public static ActorId Me { get; } = ActorId.From("u1");

    public static ActorId Somebody { get; } = ActorId.From("u-7");

    public static ActorId Supervisor { get; } = ActorId.From("u-2");

    public static Note Words { get; } = Note.From("In words.");

    public static Rubric Rubric { get; } = new(
        RubricId.From("r@1"), "Rubric", [new(CriterionId.From("care"), "Care", ["low", "high"]), new(CriterionId.From("speed"), "Speed", ["low", "middle", "high"])]);

    public static ImmutableArray<Rating> Ratings { get; } = [new(CriterionId.From("care"), 2), new(CriterionId.From("speed"), null)];

    public static WeeklyHours Week { get; } = WeeklyHours.Parse("Mon-Fri 14:00-16:00");

    public static Placement Bare { get; } = new()
    {
        Id = PlacementId.From("p-1"), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("lab"), Application = StudentApplicationId.From("a-1"),
        Dates = new(Today, new(2026, 12, 18)), Version = 4, Supervisor = Supervisor,
    };

    public static Placement Carrying { get; } = Bare with
    {
        Record = PlacementRecord.Empty with
        {
            Outcomes = [new() { Id = OutcomeId.From("o-1"), Text = Words }],
            Incidents = [new() { Id = IncidentId.From("i-1"), On = Today.PlusDays(-1), Severity = IncidentSeverity.Low, ReportedBy = By(Role.Student) }],
            Evaluations = [Form("f-1", EvaluationFormKind.StudentSelf, EvaluationFormState.Open), Form("f-2", EvaluationFormKind.SupervisorBaseline, EvaluationFormState.Open)],
        },
    };

    public static Actor By(Role role) => new(Me, role);

    public static EvaluationForm Form(string id, EvaluationFormKind kind, EvaluationFormState state) => new()
    {
        Id = EvaluationFormId.From(id), Kind = kind, Rubric = Rubric.Id, Evaluator = Me, OpensOn = Today, DueOn = Today.PlusDays(7), LocksOn = Today.PlusDays(14), State = state,
    };

    public static ImmutableArray<PartySignature> Signed(Instant at, params Role[] roles) =>
        [.. roles.Select(role => new PartySignature(new(role == Role.Supervisor ? Supervisor : Me, role), at))];

    public static PlacementEntry.FormMoved Submitted(string form) => new(new(EvaluationFormId.From(form), EvaluationFormTrigger.Submit) { Rubric = Rubric, Ratings = Ratings });

    /// <summary>An entry that a placement of this kind accepts today from whoever may fire the trigger first; null where none goes with it.</summary>
    public static PlacementEntry? Entry(PlacementTrigger trigger) => trigger switch
    {
        RecordVisit => new PlacementEntry.VisitMade(new(VisitId.From("v-1"), Today, Me)),
        ReportIncident => new PlacementEntry.IncidentReported(new() { Id = IncidentId.From("i-2"), On = Today, Severity = IncidentSeverity.High, ReportedBy = By(Role.Student) }),
        SettleIncident => new PlacementEntry.IncidentSettled(IncidentId.From("i-1"), Today, Words),
        AddReflection => new PlacementEntry.ReflectionWritten(new(ArtifactId.From("x-1"), Today)),
        AgreeOutcome => new PlacementEntry.OutcomeAgreed(OutcomeId.From("o-2"), Words),
        SignOutcome => new PlacementEntry.OutcomeSigned(OutcomeId.From("o-1"), 1),
        ReviseOutcome => new PlacementEntry.OutcomeRevised(OutcomeId.From("o-1"), Words, Signed(Now, Role.Student, Role.Supervisor, Role.Coordinator)),
        MarkOutcome => new PlacementEntry.OutcomeMarked(OutcomeId.From("o-1"), true, Today),
        AgreePeriods => new PlacementEntry.PeriodsAgreed([new(Bare.Dates, Week)]),
        AgreePay => new PlacementEntry.PayAgreed(new(PayKind.Wage, 16.5m)),
        RecordOrientation => new PlacementEntry.OrientationHeld(new(Today, Me)),
        PlanTransport => new PlacementEntry.TransportSettled(new(ReasonCode.From("bus"))),
        CheckSupervisor => new PlacementEntry.SupervisorChecked(new(Supervisor, Me, Today)),
        ChangeSupervisor => new PlacementEntry.SupervisorNamed(ActorId.From("u-9"), new(ActorId.From("u-9"), Me, Today)),
        AssignCoordinator => new PlacementEntry.CoordinatorNamed(Me),
        PlanEvaluation => new PlacementEntry.FormPlanned(Form("f-9", EvaluationFormKind.SupervisorFinal, EvaluationFormState.Scheduled)),
        Evaluate => Submitted("f-1"),
        WaiveHours => new PlacementEntry.HoursWaived(new(ReasonCode.From("storm"), Me, Today)),
        RecordThanks => new PlacementEntry.ThanksSent(new(Today)),
        PostCredit => new PlacementEntry.CreditGiven(new(1, null, Today, Me)),
        RequestPartnerReview => new PlacementEntry.ReviewRequested(Today),
        RecordPresentation => new PlacementEntry.PresentationHeld(new(Today, [PresentationAudience.Class])),
        RecordDebrief => new PlacementEntry.DebriefHeld(new(Today, DebriefPresence.Present, DebriefPresence.Present, DebriefPresence.AbsentFor(ReasonCode.From("ill")), [])),
        Terminate => new PlacementEntry.BrokenOff(new(TerminationParty.Student, TerminationCause.Personal, Today, true)),
        GiveNotice => new PlacementEntry.BrokenOff(new(TerminationParty.Student, TerminationCause.Personal, Today.PlusDays(7), false)),
        BaselineReview => Submitted("f-2"),
        _ => null,
    };
}
