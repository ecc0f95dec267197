using Pathways.Placements.Tests.Placements;
using static Pathways.Placements.PlacementTrigger;

namespace Pathways.Placements.Tests.Reference;

/// <summary>
/// What a placement carries, as far as it decides whether an entry is good: who directs the work, outcomes and who signed which wording, incidents, forms.
/// Draws entries, good ones and bad ones, and knows of each which it is.
/// </summary>
internal sealed class RecordModel
{
    private readonly Dictionary<int, (int Wording, HashSet<Actor> Signers)> _outcomes = [];
    private readonly Dictionary<int, (LocalDate On, bool IsSettled)> _incidents = [];
    private readonly Dictionary<string, EvaluationFormState> _forms = new()
    {
        ["f-1"] = EvaluationFormState.Open, ["f-2"] = EvaluationFormState.Open, ["f-3"] = EvaluationFormState.Open,
    };

    private int _written;
    private LocalDate? _lastDay;

    public static PlacementRecord Start { get; } = PlacementRecord.Empty with
    {
        Evaluations =
        [
            Given.Form("f-1", EvaluationFormKind.StudentSelf, EvaluationFormState.Open),
            Given.Form("f-2", EvaluationFormKind.SupervisorBaseline, EvaluationFormState.Open),
            Given.Form("f-3", EvaluationFormKind.SupervisorMid, EvaluationFormState.Open),
        ],
    };

    public ActorId Supervisor { get; private set; } = Given.Supervisor;

    public bool HasPresentation { get; private set; }

    public bool HasDebrief { get; private set; }

    public bool HasNotice => _lastDay is not null;

    /// <summary>An entry for a trigger.</summary>
    /// <returns>The entry, whether it is good by itself, the facts with what it shows, and what accepting it changes here.</returns>
    public DrawnEntry Draw(PlacementTrigger trigger, Actor actor, PlacementFacts facts, bool isReasonGiven, bool isOver, Seed chance)
    {
        var (one, other) = (chance.Split(1).DrawBelow(3), chance.Split(2).DrawBelow(2) == 0);
        var isLate = chance.Split(3).DrawBelow(12) == 0;
        var day = facts.Today.PlusDays(isLate ? 1 : 0);
        DrawnEntry Dated(PlacementEntry entry, Action? then = null) => new(entry, !isLate, facts, then);
        switch (trigger)
        {
            case RecordVisit:
                return Dated(new PlacementEntry.VisitMade(new(VisitId.From($"v-{_written++}"), day, Given.Me)));
            case AddReflection:
                return Dated(new PlacementEntry.ReflectionWritten(new(ArtifactId.From($"x-{_written++}"), day)));
            case ReportIncident:
                var incident = new Incident { Id = IncidentId.From($"i-{one}"), On = day, Severity = IncidentSeverity.Low, ReportedBy = actor };
                return new(new PlacementEntry.IncidentReported(incident), !isLate && !_incidents.ContainsKey(one), facts, () => _incidents[one] = (day, false));
            case SettleIncident:
                var isOpen = _incidents.TryGetValue(one, out var known) && !known.IsSettled && day >= known.On;
                return new(new PlacementEntry.IncidentSettled(IncidentId.From($"i-{one}"), day), !isLate && isOpen, facts, () => _incidents[one] = (known.On, true));
            case AgreeOutcome:
                return new(new PlacementEntry.OutcomeAgreed(Outcome(one), Given.Words), true, facts, () => Reword(one));
            case SignOutcome:
                var wording = 1 + chance.Split(4).DrawBelow(2);
                var isUnsigned = _outcomes.TryGetValue(one, out var signed) && signed.Wording == wording && !signed.Signers.Contains(actor);
                var mayDirect = actor.Role != Role.Supervisor || actor.Id == Supervisor;
                return new(new PlacementEntry.OutcomeSigned(Outcome(one), wording), isUnsigned && mayDirect, facts, () => signed.Signers.Add(actor));
            case ReviseOutcome:
                var consents = Given.Signed(Given.Now, other ? [Role.Student, Role.Supervisor, Role.Coordinator] : [Role.Supervisor, Role.Coordinator]);
                return new(
                    new PlacementEntry.OutcomeRevised(Outcome(one), Given.Words, consents), _outcomes.ContainsKey(one) && Supervisor == Given.Supervisor,
                    facts with { OutcomeChangeAgreed = other }, () => Revise(one, consents));
            case MarkOutcome:
                return new(
                    new PlacementEntry.OutcomeMarked(Outcome(one), other, day, one == 0 ? null : Given.Words), !isLate && _outcomes.ContainsKey(one) && (other || one != 0), facts);
            case AgreePeriods:
                return new(new PlacementEntry.PeriodsAgreed(isLate ? [] : [new(Given.Bare.Dates, Given.Week)]), !isLate, facts);
            case AgreePay:
                return new(new PlacementEntry.PayAgreed(new(PayKind.Wage, isLate ? null : 16.5m)), !isLate, facts);
            case RecordOrientation:
                return Dated(new PlacementEntry.OrientationHeld(new(day, Given.Me)));
            case PlanTransport:
                return new(new PlacementEntry.TransportSettled(new(ReasonCode.From("bus"))), true, facts);
            case CheckSupervisor:
                var isOwn = chance.Split(4).DrawBelow(4) > 0;
                return new(
                    new PlacementEntry.SupervisorChecked(new(Director(one), isOwn ? Given.Me : Given.Somebody, day)),
                    !isLate && Director(one) == Supervisor && isOwn && actor.Role == Role.Coordinator, facts);
            case ChangeSupervisor:
                var isMine = chance.Split(4).DrawBelow(4) > 0;
                SupervisorCheck? check = other ? new(Director(one), isMine ? Given.Me : Given.Somebody, day) : null;
                return new(
                    new PlacementEntry.SupervisorNamed(Director(one), check), Director(one) != Supervisor && (!other || (!isLate && isMine && actor.Role == Role.Coordinator)),
                    facts with { SupervisorIndependent = other || facts.SupervisorCheckOptional }, () => Supervisor = Director(one));
            case AssignCoordinator:
                return new(new PlacementEntry.CoordinatorNamed(Given.Me), true, facts);
            case PlanEvaluation:
                var planned = $"f-{one + 3}";
                return new(
                    new PlacementEntry.FormPlanned(Given.Form(planned, EvaluationFormKind.SupervisorFinal, EvaluationFormState.Open)), !_forms.ContainsKey(planned), facts,
                    () => _forms[planned] = isOver && facts.Today >= Given.Today ? EvaluationFormState.Open : EvaluationFormState.Scheduled);
            case BaselineReview or MidReview when other:
                return new(null, true, facts);
            case BaselineReview or MidReview or Evaluate:
                return Step(trigger, actor, facts, isReasonGiven, chance);
            case WaiveHours:
                return Dated(new PlacementEntry.HoursWaived(new(ReasonCode.From("storm"), Given.Me, day)));
            case RecordPresentation when one > 0:
                return new(
                    new PlacementEntry.PresentationHeld(new(day, other ? [PresentationAudience.Class] : [])), !isLate, facts with { PresentationRecorded = other }, () => HasPresentation = true);
            case RecordDebrief when one > 0:
                var third = other ? DebriefPresence.Present : new DebriefPresence(false);
                return new(
                    new PlacementEntry.DebriefHeld(new(day, DebriefPresence.Present, DebriefPresence.AbsentFor(ReasonCode.From("ill")), third, one == 1 ? [] : default)), !isLate && !(isOver && HasDebrief),
                    facts with { DebriefAttendanceRecorded = other, DebriefActionsRecorded = one == 1 }, () => HasDebrief = true);
            case RecordThanks:
                return Dated(new PlacementEntry.ThanksSent(new(day)));
            case PostCredit:
                return new(new PlacementEntry.CreditGiven(new(one, null, day, Given.Me)), !isLate && one > 0, facts);
            case RequestPartnerReview:
                return Dated(new PlacementEntry.ReviewRequested(day));
            case PlacementTrigger.Terminate when one > 0:
                return new(
                    new PlacementEntry.BrokenOff(new(TerminationParty.Partner, TerminationCause.Safety, day, other)), other && !isLate && actor.Role != Role.System,
                    facts with { TerminationPartyNamed = true, TerminationCauseNamed = true, TerminationNoticeSettled = true });
            case GiveNotice:
                var (isNotice, last) = (chance.Split(4).DrawBelow(4) > 0, facts.Today.PlusDays(isLate ? -1 : one * 7));
                return new(
                    new PlacementEntry.BrokenOff(new(TerminationParty.Student, TerminationCause.Personal, last, !isNotice)), !isLate && isNotice,
                    facts with { TerminationPartyNamed = true, TerminationCauseNamed = true, TerminationNoticeSettled = true }, () => _lastDay = last);
            case WithdrawNotice:
                return new(null, _lastDay > facts.Today, facts, () => _lastDay = null);
            default:
                return new(null, true, facts);
        }
    }

    /// <summary>A step that is taken back takes along what it recorded.</summary>
    public void Undo(PlacementState from)
    {
        (HasPresentation, HasDebrief) = (HasPresentation && from != PlacementState.Presented, HasDebrief && from != PlacementState.Debriefed);
        if (from == PlacementState.Active)
        {
            Move(EvaluationFormState.Open, EvaluationFormState.Cancelled);
        }
    }

    /// <summary>An end opens the forms of the end that wait for their day; every form that is planned here is one.</summary>
    public void Terminate() => Move(EvaluationFormState.Scheduled, EvaluationFormState.Open);

    /// <summary>How every form stands.</summary>
    public string Forms => string.Join(' ', _forms.OrderBy(form => form.Key, StringComparer.Ordinal).Select(form => $"{form.Key}:{form.Value}"));

    private void Move(EvaluationFormState from, EvaluationFormState to)
    {
        foreach (var form in _forms.Where(form => form.Value == from).Select(form => form.Key).ToList())
        {
            _forms[form] = to;
        }
    }

    private DrawnEntry Step(PlacementTrigger trigger, Actor actor, PlacementFacts facts, bool isReasonGiven, Seed chance)
    {
        var form = $"f-{1 + chance.Split(5).DrawBelow(4)}";
        var move = trigger != Evaluate ? EvaluationFormTrigger.Submit : chance.Split(6).DrawBelow(4) switch
        {
            0 => EvaluationFormTrigger.Acknowledge,
            1 => EvaluationFormTrigger.Reopen,
            2 => EvaluationFormTrigger.Cancel,
            _ => EvaluationFormTrigger.Submit,
        };
        var state = _forms.TryGetValue(form, out var stands) ? stands : EvaluationFormState.Cancelled; // what is not there cannot move either
        var (isGood, after) = move switch
        {
            EvaluationFormTrigger.Submit => (state == EvaluationFormState.Open && actor.Id == Given.Me && IsAsked(actor.Role), EvaluationFormState.Submitted),
            EvaluationFormTrigger.Acknowledge => (state == EvaluationFormState.Submitted && MayRead(actor.Role), EvaluationFormState.Acknowledged),
            EvaluationFormTrigger.Reopen =>
                (state is EvaluationFormState.Submitted or EvaluationFormState.Acknowledged && actor.Role == Role.Coordinator && isReasonGiven, EvaluationFormState.Open),
            _ => (
                state is EvaluationFormState.Scheduled or EvaluationFormState.Open && actor.Role is Role.Coordinator or Role.System && isReasonGiven,
                EvaluationFormState.Cancelled),
        };
        var isOfThatTime = trigger switch { BaselineReview => form == "f-2", MidReview => form == "f-3", _ => true };
        var step = move == EvaluationFormTrigger.Submit ? Given.Submitted(form) : new PlacementEntry.FormMoved(new(EvaluationFormId.From(form), move));
        return new(step, isGood && isOfThatTime, facts, () => _forms[form] = after);
    }

    private static bool IsAsked(Role role) =>
        role is Role.Student or Role.Supervisor or Role.PartnerContact or Role.Coordinator or Role.CareerSpecialist or Role.Teacher or Role.BoardMember;

    private static bool MayRead(Role role) => role is Role.Student or Role.PartnerContact or Role.Coordinator or Role.CareerSpecialist;

    private static OutcomeId Outcome(int number) => OutcomeId.From($"o-{number}");

    private static ActorId Director(int number) => number == 0 ? Given.Supervisor : ActorId.From($"u-{number + 2}");

    private void Reword(int number) => _outcomes[number] = (_outcomes.TryGetValue(number, out var before) ? before.Wording + 1 : 1, []);

    private void Revise(int number, IEnumerable<PartySignature> consents) =>
        _outcomes[number] = (_outcomes[number].Wording + 1, [.. consents.Select(consent => consent.By)]);
}

/// <summary>An entry as it was drawn.</summary>
/// <param name="Entry">The entry; null where none goes with the trigger.</param>
/// <param name="IsGood">Whether nothing is wrong with it.</param>
/// <param name="Facts">The facts with what it shows.</param>
/// <param name="Then">What accepting it changes.</param>
internal sealed record DrawnEntry(PlacementEntry? Entry, bool IsGood, PlacementFacts Facts, Action? Then = null);
