using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements;

/// <summary>Puts entries into what a placement carries, and finds what is wrong with them.</summary>
internal static partial class PlacementEntries
{
    /// <summary>Whether a trigger goes with an entry, or without one.</summary>
    /// <remarks>What changes the state may come without: its facts were gathered from elsewhere then. What merely records must say what.</remarks>
    public static bool Fits(PlacementTrigger trigger, PlacementEntry? entry) => (trigger, entry) switch
    {
        (ClearToStart or Start or Pause or Resume or LogHours or FinishWork or SkipPresentation or CloseEvaluations or Complete or CloseIncomplete or Cancel or Undo or WithdrawNotice, null) => true,
        (BaselineReview or MidReview or RecordPresentation or RecordDebrief or Terminate, null) => true,
        (RecordVisit, PlacementEntry.VisitMade) => true,
        (ReportIncident, PlacementEntry.IncidentReported) => true,
        (SettleIncident, PlacementEntry.IncidentSettled) => true,
        (AddReflection, PlacementEntry.ReflectionWritten) => true,
        (AgreeOutcome, PlacementEntry.OutcomeAgreed) => true,
        (SignOutcome, PlacementEntry.OutcomeSigned) => true,
        (ReviseOutcome, PlacementEntry.OutcomeRevised) => true,
        (MarkOutcome, PlacementEntry.OutcomeMarked) => true,
        (AgreePeriods, PlacementEntry.PeriodsAgreed) => true,
        (AgreePay, PlacementEntry.PayAgreed) => true,
        (RecordOrientation, PlacementEntry.OrientationHeld) => true,
        (PlanTransport, PlacementEntry.TransportSettled) => true,
        (CheckSupervisor, PlacementEntry.SupervisorChecked) => true,
        (ChangeSupervisor, PlacementEntry.SupervisorNamed) => true,
        (AssignCoordinator, PlacementEntry.CoordinatorNamed) => true,
        (PlanEvaluation, PlacementEntry.FormPlanned) => true,
        (Evaluate, PlacementEntry.FormMoved) => true,
        (BaselineReview or MidReview, PlacementEntry.FormMoved { Step.Trigger: EvaluationFormTrigger.Submit }) => true,
        (WaiveHours, PlacementEntry.HoursWaived) => true,
        (RecordPresentation, PlacementEntry.PresentationHeld) => true,
        (RecordDebrief, PlacementEntry.DebriefHeld) => true,
        (RecordThanks, PlacementEntry.ThanksSent) => true,
        (PostCredit, PlacementEntry.CreditGiven) => true,
        (RequestPartnerReview, PlacementEntry.ReviewRequested) => true,
        (Terminate or GiveNotice, PlacementEntry.BrokenOff) => true,
        _ => false,
    };

    /// <summary>What an entry itself shows; it counts before anything gathered elsewhere.</summary>
    public static PlacementFacts Shown(PlacementFacts facts, PlacementEntry? entry) => entry switch
    {
        PlacementEntry.OutcomeRevised revised => facts with { OutcomeChangeAgreed = SignedByAll(revised.Consents.IsDefault ? [] : revised.Consents) },
        PlacementEntry.SupervisorNamed named => facts with
        {
            SupervisorIndependent = facts.SupervisorCheckOptional || (named.Check is { } check && check.Supervisor == named.Supervisor),
        },
        PlacementEntry.PresentationHeld held => facts with { PresentationRecorded = IsRecorded(held.Presentation) },
        PlacementEntry.DebriefHeld held => facts with { DebriefAttendanceRecorded = IsAttendanceRecorded(held.Debrief), DebriefActionsRecorded = !held.Debrief.NextSteps.IsDefault },
        PlacementEntry.BrokenOff broken => facts with { TerminationPartyNamed = true, TerminationCauseNamed = true, TerminationNoticeSettled = true },
        _ => facts,
    };

    /// <summary>Whether student, supervisor and coordinator are all among the signers.</summary>
    public static bool SignedByAll(ImmutableArray<PartySignature> signatures) =>
        Parties.All(role => signatures.Any(signature => signature.By.Role == role));

    public static bool IsRecorded(ResultsPresentation? presentation) => presentation is { Audience.IsDefaultOrEmpty: false };

    public static bool IsAttendanceRecorded(Debrief? debrief) =>
        debrief is not null && new[] { debrief.Student, debrief.Company, debrief.Specialist }.All(side => side.WasThere || side.Absence is not null);

    /// <summary>The placement with the entry in it. It counts only when no fault was added.</summary>
    public static Placement With(Placement placement, PlacementTrigger trigger, PlacementEntry? entry, EntryWriting writing) => entry switch
    {
        null => placement,
        PlacementEntry.VisitMade made => WithVisit(placement, made.Visit, writing),
        PlacementEntry.IncidentReported reported => WithIncident(placement, reported.Incident, writing),
        PlacementEntry.IncidentSettled settled => WithSettlement(placement, settled, writing),
        PlacementEntry.ReflectionWritten written => WithReflection(placement, written.Reflection, writing),
        PlacementEntry.OutcomeAgreed agreed => WithOutcome(placement, agreed),
        PlacementEntry.OutcomeSigned signed => WithSignature(placement, signed, writing),
        PlacementEntry.OutcomeRevised revised => WithRevision(placement, revised, writing),
        PlacementEntry.OutcomeMarked marked => WithMark(placement, marked, writing),
        PlacementEntry.PeriodsAgreed agreed => WithPeriods(placement, agreed.Periods, writing),
        PlacementEntry.PayAgreed agreed => WithPay(placement, agreed.Pay, writing),
        PlacementEntry.OrientationHeld held => Recorded(placement, record => record with { Orientation = held.Orientation }, Past(writing, "orientation", held.Orientation.On)),
        PlacementEntry.TransportSettled settled => Recorded(placement, record => record with { Transport = settled.Plan }, true),
        PlacementEntry.SupervisorChecked @checked => WithCheck(placement, @checked.Check, writing),
        PlacementEntry.SupervisorNamed named => WithSupervisor(placement, named, writing),
        PlacementEntry.CoordinatorNamed named => placement with { Coordinator = named.Coordinator },
        PlacementEntry.FormPlanned planned => WithForm(placement, planned.Form, writing),
        PlacementEntry.FormMoved moved => WithStep(placement, trigger, moved.Step, writing),
        PlacementEntry.HoursWaived waived => Recorded(placement, record => record with { HoursWaiver = waived.Waiver }, Past(writing, "waiver", waived.Waiver.On)),
        PlacementEntry.PresentationHeld held => Recorded(placement, record => record with { Presentation = held.Presentation }, Past(writing, "presentation", held.Presentation.On)),
        PlacementEntry.DebriefHeld held => WithDebrief(placement, held.Debrief, writing),
        PlacementEntry.ThanksSent sent => Recorded(placement, record => record with { ThankYou = sent.Thanks }, Past(writing, "thank-you", sent.Thanks.On)),
        PlacementEntry.CreditGiven given => WithCredit(placement, given.Posting, writing),
        PlacementEntry.ReviewRequested requested => Recorded(placement, record => record with { PartnerReviewRequested = requested.On }, Past(writing, "request", requested.On)),
        PlacementEntry.BrokenOff broken => WithTermination(placement, trigger, broken.Termination, writing),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.GetType().Name, "There is no such entry."),
    };

    /// <summary>The kinds of forms that are asked for at the end, however it came.</summary>
    public static ImmutableArray<EvaluationFormKind> FinalKinds { get; } =
        [EvaluationFormKind.SupervisorFinal, EvaluationFormKind.StudentSelf, EvaluationFormKind.StudentOfSite, EvaluationFormKind.PartnerOfProgram];

    /// <summary>What follows from a step of the placement for its record: what was recorded by a step that is taken back, a notice, and forms.</summary>
    public static Placement WithConsequences(Placement placement, PlacementTrigger trigger, PlacementState to, LocalDate today) => trigger switch
    {
        Undo => WithoutStep(placement, to),
        Terminate => Recorded(placement, record => record with { Evaluations = [.. record.Evaluations.Select(form => OpenedNow(form, today))] }, true),
        _ => placement,
    };

    /// <summary>The parts of a placement that a change is about, for the audit log; <see langword="null"/> for the whole.</summary>
    public static string? About(Placement before, Placement after, PlacementEntry? entry) => entry switch
    {
        PlacementEntry.FormMoved moved => FormName(moved.Step.Form),
        PlacementEntry.FormPlanned planned => FormName(planned.Form.Id),
        _ when before.Record.Evaluations == after.Record.Evaluations => null,
        _ => string.Join(' ', after.Record.Evaluations.Except(before.Record.Evaluations).Select(form => FormName(form.Id))) is { Length: > 0 } forms ? forms : null,
    };

    private static string FormName(EvaluationFormId form) => $"evaluation/{form}";

    // What a step that is taken back had recorded goes with it; the audit log keeps that it was there. Forms that a start opened are void with the start.
    private static Placement WithoutStep(Placement placement, PlacementState to) => to switch
    {
        PlacementState.ReadyToStart => Recorded(placement, record => record with { Evaluations = [.. record.Evaluations.Select(Voided)] }, true),
        PlacementState.WorkComplete => Recorded(placement, record => record with { Presentation = null }, true),
        PlacementState.Evaluated => Recorded(placement, record => record with { Debrief = null }, true),
        _ => placement,
    };

    private static EvaluationForm Voided(EvaluationForm form) =>
        form.State == EvaluationFormState.Open ? form with { State = EvaluationFormState.Cancelled } : form;

    // The end came before the day on which the form was to open.
    private static EvaluationForm OpenedNow(EvaluationForm form, LocalDate today) => form.State == EvaluationFormState.Scheduled && FinalKinds.Contains(form.Kind)
        ? Opened(form with { OpensOn = form.OpensOn < today ? form.OpensOn : today }, today)
        : form;

    private static EvaluationForm Opened(EvaluationForm form, LocalDate today) =>
        EvaluationDecisions.Advance(form, new(form.Id, EvaluationFormTrigger.Open), today, Actor.Clock) is FormOutcome.Changed opened ? opened.Form : form;

    private static ImmutableArray<Role> Parties { get; } = [Role.Student, Role.Supervisor, Role.Coordinator];

    private static Placement Recorded(Placement placement, Func<PlacementRecord, PlacementRecord> change, bool isFine) =>
        isFine ? placement with { Record = change(placement.Record) } : placement;

    // What is recorded has happened.
    private static bool Past(EntryWriting writing, string what, LocalDate day) => writing.Holds(
        day <= writing.Today, "placement.entry-day", $"The {what} would be on {Day(day)}; today is {Day(writing.Today)}. Record it once it happened.");

    private static bool IsNew(EntryWriting writing, bool isNew, string what, object id) => writing.Holds(
        isNew, "placement.entry-twice", $"There is a {what} {id} already. Maybe it was recorded before.");

    private static string Day(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}

/// <summary>Under which circumstances an entry is written, and what was found wrong with it.</summary>
internal sealed class EntryWriting(LocalDate today, Actor actor, Instant at, ReasonCode? reason)
{
    private readonly ImmutableArray<Refusal>.Builder _faults = ImmutableArray.CreateBuilder<Refusal>();

    public LocalDate Today { get; } = today;

    public Actor Actor { get; } = actor;

    public Instant At { get; } = at;

    public ReasonCode? Reason { get; } = reason;

    public ImmutableArray<Refusal> Faults => _faults.ToImmutable();

    public bool Holds(bool condition, string code, string sentence)
    {
        if (!condition)
        {
            _faults.Add(new(code, sentence));
        }

        return condition;
    }

    public void Refuse(IEnumerable<Refusal> reasons) => _faults.AddRange(reasons);
}
