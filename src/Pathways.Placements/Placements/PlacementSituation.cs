using NodaTime.Text;

namespace Pathways.Placements;

/// <summary>A placement with everything around it that decisions look at. What was not gathered is left out, and opens no door.</summary>
public sealed record PlacementSituation
{
    /// <summary>The placement.</summary>
    public required Placement Placement { get; init; }

    /// <summary>The day of the decision, where the school is.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The program it runs under; <see langword="null"/> when not gathered.</summary>
    public PlacementProgram? Program { get; init; }

    /// <summary>Where the opportunity stands; <see langword="null"/> when not gathered.</summary>
    public OpportunityState? Opportunity { get; init; }

    /// <summary>Its documents: an empty list says that it needs none; <see langword="null"/> when not gathered.</summary>
    public ImmutableArray<PlacementDocument>? Documents { get; init; }

    /// <summary>Its entries of the hours log; entries of other placements are passed over; <see langword="null"/> when not gathered.</summary>
    public ImmutableArray<HoursEntry>? Hours { get; init; }

    /// <summary>What the rules for minors at work say of the work as it is, or as it is to be; <see langword="null"/> when nobody asked.</summary>
    public WorkVerdict? Verdict { get; init; }

    /// <summary>Whether the actor has the district's permission to take steps back.</summary>
    public bool UndoPermitted { get; init; }

    /// <summary>Grave incidents that nobody settled: the student must not work until they are.</summary>
    public ImmutableArray<Incident> OpenGraveIncidents =>
        [.. Placement.Record.Incidents.Where(incident => incident is { Severity: IncidentSeverity.High, SettledOn: null })];

    /// <summary>The last day of work: the agreed one, or an earlier one if notice was given or the placement was broken off.</summary>
    public LocalDate LastDay => Placement.Record.Termination is { } end && end.LastDay < Placement.Dates.End ? end.LastDay : Placement.Dates.End;

    /// <summary>The facts that <see cref="PlacementRequirements"/> look at, computed from all this; none of them is somebody's word.</summary>
    public PlacementFacts Facts()
    {
        var record = Placement.Record;
        var unmet = new Dictionary<string, string>(StringComparer.Ordinal);
        var documents = Unmet(unmet, "placement.documents-accepted", StartDocuments());
        var schedule = Unmet(unmet, "placement.schedule-lawful", Schedule());
        var hazards = Unmet(unmet, "placement.hazards-cleared", Broken(isHazard: true));
        var pay = Unmet(unmet, "placement.pay-settled", Pay());
        var completion = Unmet(unmet, "placement.completion-documents", NotGood(DocumentBlocks.Completion, Today));
        var isIndependent = Program is { NeedsSupervisorCheck: false }
            || (record.SupervisorCheck is { } check && check.Supervisor == Placement.Supervisor && check.On <= Today);
        var notice = Unmet(
            unmet, "placement.termination-notice",
            record.Termination is { } given && given.LastDay > Today ? [$"Notice is given, and the last day is {LocalDatePattern.Iso.Format(given.LastDay)}."] : []);
        var inForce = Unmet(unmet, "placement.opportunity-in-force", OutOfForce());
        var clearance = Unmet(unmet, "placement.clearance-valid", Clearance(isIndependent));
        return new()
        {
            Today = Today,
            FirstDay = Placement.Dates.Start,
            DocumentsAccepted = documents,
            OutcomesSigned = Program is { NeedsOutcomes: false } && record.Outcomes.IsEmpty || (!record.Outcomes.IsEmpty && record.Outcomes.All(IsSigned)),
            ScheduleLawful = schedule,
            HazardsCleared = hazards,
            SafetyOrientationHeld = Program is { NeedsOrientation: false } || record.Orientation?.On <= Today,
            TransportPlanned = Program is { NeedsTransport: false } || record.Transport is not null,
            SupervisorIndependent = isIndependent,
            SupervisorCheckOptional = Program is { NeedsSupervisorCheck: false },
            PaySettled = pay,
            OpportunityInForce = inForce,
            ClearanceValid = clearance,
            ApprovedMinutes = Hours is { } hours ? HoursSums.Of(hours.Where(entry => entry.Placement == Placement.Id)).Approved : null,
            RequiredMinutes = Program?.RequiredMinutes,
            HoursWaived = record.HoursWaiver is not null,
            OutcomesMarked = (Program is { NeedsOutcomes: false } || !record.Outcomes.IsEmpty) && record.Outcomes.All(outcome => outcome.Mark is { IsDelivered: true } or { Note: not null }),
            PresentationRecorded = PlacementEntries.IsRecorded(record.Presentation),
            PresentationOptional = Program is { PresentationOptional: true },
            SupervisorEvaluated = IsInIfAsked(EvaluationFormKind.SupervisorFinal),
            StudentEvaluatedSelf = IsInIfAsked(EvaluationFormKind.StudentSelf),
            StudentEvaluatedSite = IsInIfAsked(EvaluationFormKind.StudentOfSite),
            FinalFormsIn = Program is { } program && program.FinalForms.All(IsIn),
            DebriefAttendanceRecorded = PlacementEntries.IsAttendanceRecorded(record.Debrief),
            DebriefActionsRecorded = record.Debrief is { NextSteps.IsDefault: false },
            ThankYouSent = Program is { NeedsThankYou: false } || record.ThankYou is not null,
            CreditPosted = Program is { GivesCredit: false } || record.Credit is not null,
            PartnerReviewRequested = record.PartnerReviewRequested is not null,
            CompletionDocumentsAccepted = completion,
            Deadline = Program?.DaysToFinish is { } days ? LastDay.PlusDays(days) : null,
            TerminationPartyNamed = record.Termination is not null,
            TerminationCauseNamed = record.Termination is not null,
            TerminationNoticeSettled = record.Termination is not null && notice,
            UndoPermitted = UndoPermitted,
            Details = unmet.ToImmutableDictionary(StringComparer.Ordinal),
        };
    }

    // All three signed the wording there is now; the signature of a supervisor who left does not count.
    private bool IsSigned(AgreedOutcome outcome) => PlacementEntries.SignedByAll(
        [.. outcome.Signatures.Where(signature => signature.By.Role != Role.Supervisor || signature.By.Id == Placement.Supervisor)]);

    private bool IsIn(EvaluationFormKind kind) => Placement.Record.Evaluations.Any(form => form.Kind == kind && form.IsIn);

    private bool IsInIfAsked(EvaluationFormKind kind) => Program is { } program && (!program.FinalForms.Contains(kind) || IsIn(kind));

    private IEnumerable<string> StartDocuments() =>
    [
        .. NotGood(DocumentBlocks.Start, NoEarlier(Placement.Dates.End), requirement => requirement.ValidUntil is null),

        // What ends on the same day every year is renewed while the student works: it must be good at the start, and the work stops if it is not renewed.
        .. Documents is null ? [] : NotGood(DocumentBlocks.Start, NoEarlier(Placement.Dates.Start), requirement => requirement.ValidUntil is not null),
        .. Blocking(WorkCureKind.GetDocument),
    ];

    private LocalDate NoEarlier(LocalDate day) => day < Today ? Today : day;

    private IEnumerable<string> NotGood(DocumentBlocks blocks, LocalDate day, Func<DocumentRequirement, bool>? which = null) => Documents is { } documents
        ? documents.Where(document => document.Requirement.Blocks == blocks && which?.Invoke(document.Requirement) != false && !document.IsGoodOn(day))
            .Select(document => $"\"{document.Requirement.Title}\"").ToList() switch
            {
                [] => [],
                [var one] => [$"{one} must be accepted and good until {LocalDatePattern.Iso.Format(day)}."],
                var several => [$"These must be accepted and good until {LocalDatePattern.Iso.Format(day)}: {string.Join(", ", several)}."],
            }
        : ["The list of documents must be made first."];

    // Rules can be kept only by hours that somebody agreed to; who observes has no hours of work.
    private IEnumerable<string> Schedule() =>
    [
        .. Placement.Record.Periods.IsEmpty && Program is not { IsObservation: true } ? ["It is not agreed yet where and when the work is."] : Enumerable.Empty<string>(),
        .. Broken(isHazard: false),
    ];

    // Every finding that blocks stands in the way of at least one fact. What is unknown, and what is a matter of age, stands in the way of both.
    private IEnumerable<string> Broken(bool isHazard) => Verdict is null
        ? ["The rules for minors at work must be asked first."]
        : Blocking(isHazard
            ? [WorkCureKind.RemoveHazard, WorkCureKind.ChangeWork, WorkCureKind.CompleteAgreement, WorkCureKind.Wait, WorkCureKind.GiveFacts]
            : [WorkCureKind.ShortenDay, WorkCureKind.ShortenWeek, WorkCureKind.DropDays, WorkCureKind.MoveTime, WorkCureKind.Supervise, WorkCureKind.Wait, WorkCureKind.GiveFacts]);

    private IEnumerable<string> Blocking(params WorkCureKind[] cures) => Verdict is null
        ? []
        : new WorkVerdict([.. Verdict.Findings.Where(finding => cures.Contains(finding.Cure.Kind))]).Refusals.Select(refusal => refusal.Sentence);

    private IEnumerable<string> OutOfForce() => Opportunity switch
    {
        OpportunityState.Published or OpportunityState.Full or OpportunityState.Closed => [],
        { } state => [$"The opportunity is {Pathways.Json.EnumWords<OpportunityState>.Word(state)}; it must be published, full or closed."],
        null => ["It is not known where the opportunity stands."],
    };

    private IEnumerable<string> Pay() => (Placement.Record.Pay, Program) switch
    {
        (null, { IsObservation: true }) => [],
        (null, _) => ["Nothing is agreed about pay."],
        ({ Kind: not PayKind.Unpaid } paid, _) => paid.Amount > 0 ? [] : ["It is not said how much is paid."],
        (_, { IsObservation: true }) => [],
        ({ Unpaid: null }, _) => ["Unpaid work needs the assessment of the seven factors."],
        ({ Unpaid: { } found }, _) =>
        [
            .. found.Missing.IsEmpty ? Enumerable.Empty<string>() : [$"Nobody looked at {string.Join(", ", found.Missing.Select(Pathways.Json.EnumWords<UnpaidFactor>.Word))}."],
            .. found.PrimaryBeneficiaryIsStudent ? Enumerable.Empty<string>() : ["The assessment found that the partner gains most, so the work must be paid."],
        ],
    };

    private IEnumerable<string> Clearance(bool isIndependent) =>
    [
        .. NotGood(DocumentBlocks.Start, Today),
        .. Schedule().Concat(Broken(isHazard: true)).Concat(Blocking(WorkCureKind.GetDocument)).Distinct(),
        .. isIndependent ? Enumerable.Empty<string>() : ["Nobody made sure that the supervisor is independent."],
        .. OpenGraveIncidents.Select(incident => $"Incident {incident.Id} is grave and not settled."),
    ];

    private static bool Unmet(Dictionary<string, string> unmet, string code, IEnumerable<string> sentences)
    {
        var text = string.Join(' ', sentences);
        if (text.Length > 0)
        {
            unmet[code] = text;
        }

        return text.Length == 0;
    }
}
