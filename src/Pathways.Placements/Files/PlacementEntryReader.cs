using System.Collections.Frozen;
using NodaTime.Text;
using Pathways.Json;

namespace Pathways.Placements;

/// <summary>Reads one entry of any kind and notes everything that is wrong.</summary>
internal static class PlacementEntryReader
{
    private static readonly FrozenDictionary<string, Func<JsonRecord, PlacementEntry>> Kinds = new Dictionary<string, Func<JsonRecord, PlacementEntry>>(StringComparer.Ordinal)
    {
        ["visit-made"] = json => new PlacementEntry.VisitMade(new(json.Id<VisitId>("visit"), json.Date("on"), json.Id<ActorId>("by"), json.Flag("remote"), NoteOrNull(json, "observation"))),
        ["incident-reported"] = json => new PlacementEntry.IncidentReported(new()
        {
            // Whoever sends the entry has reported it, whatever stands here.
            Id = json.Id<IncidentId>("incident"), On = json.Date("on"), Severity = json.Choice<IncidentSeverity>("severity"), ReportedBy = Actor.Clock, Account = NoteOrNull(json, "account"),
        }),
        ["incident-settled"] = json => new PlacementEntry.IncidentSettled(json.Id<IncidentId>("incident"), json.Date("on"), NoteOrNull(json, "settlement")),
        ["reflection-written"] = json => new PlacementEntry.ReflectionWritten(new(json.Id<ArtifactId>("artifact"), json.Date("on"))),
        ["outcome-agreed"] = json => new PlacementEntry.OutcomeAgreed(json.Id<OutcomeId>("outcome"), Note(json, "text"), json.Ids<CompetencyId>("competencies")),
        ["outcome-signed"] = json => new PlacementEntry.OutcomeSigned(json.Id<OutcomeId>("outcome"), json.WholeNumber("wording", 1)),
        ["outcome-revised"] = json => new PlacementEntry.OutcomeRevised(json.Id<OutcomeId>("outcome"), Note(json, "text"), Signatures(json), json.Ids<CompetencyId>("competencies")),
        ["outcome-marked"] = json => new PlacementEntry.OutcomeMarked(json.Id<OutcomeId>("outcome"), json.Required("delivered") && json.Flag("delivered"), json.Date("on"), NoteOrNull(json, "note")),
        ["periods-agreed"] = json => new PlacementEntry.PeriodsAgreed(json.List("periods", Period)),
        ["pay-agreed"] = Pay,
        ["orientation-held"] = json => new PlacementEntry.OrientationHeld(new(json.Date("on"), json.Id<ActorId>("by"))),
        ["transport-settled"] = json => new PlacementEntry.TransportSettled(new(json.Id<ReasonCode>("mode"), NoteOrNull(json, "note"))),
        ["supervisor-checked"] = json => new PlacementEntry.SupervisorChecked(new(json.Id<ActorId>("supervisor"), json.Id<ActorId>("by"), json.Date("on"))),
        ["supervisor-named"] = SupervisorNamed,
        ["coordinator-named"] = json => new PlacementEntry.CoordinatorNamed(json.Id<ActorId>("coordinator")),
        ["form-planned"] = FormPlanned,
        ["form-moved"] = FormMoved,
        ["hours-waived"] = json => new PlacementEntry.HoursWaived(new(json.Id<ReasonCode>("reason"), json.Id<ActorId>("by"), json.Date("on"))),
        ["presentation-held"] = json => new PlacementEntry.PresentationHeld(new(json.Date("on"), json.Choices<PresentationAudience>("audience"), json.IdOrNull<ArtifactId>("artifact"))),
        ["debrief-held"] = Debrief,
        ["thanks-sent"] = json => new PlacementEntry.ThanksSent(new(json.Date("on"), json.IdOrNull<ArtifactId>("artifact"))),
        ["credit-given"] = json => new PlacementEntry.CreditGiven(new(json.NumberOrNull("credits") ?? 0, json.IdOrNull<QualificationId>("credential"), json.Date("on"), json.Id<ActorId>("by"))),
        ["review-requested"] = json => new PlacementEntry.ReviewRequested(json.Date("on")),
        ["broken-off"] = json => new PlacementEntry.BrokenOff(
            new(json.Choice<TerminationParty>("party"), json.Choice<TerminationCause>("cause"), json.Date("lastDay"), json.Flag("immediate"))),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> OfSubmit = ["rubric", "ownRubric", "ratings", "comment"];

    private static IEnumerable<string> Words => Kinds.Keys.Order(StringComparer.Ordinal);

    public static PlacementEntry? Entry(JsonRecord json)
    {
        if (!json.Required("entry") || json.TextOrNull("entry") is not { } word)
        {
            return null;
        }

        if (Kinds.TryGetValue(word, out var read))
        {
            return read(json);
        }

        json.Fault("entry", "unknown", $"This is no kind of entry. There are: {string.Join(", ", Words)}.");
        return null;
    }

    private static WorkPeriod? Period(JsonRecord json)
    {
        var days = Days(json);
        if (!json.Required("hours") || json.TextOrNull("hours") is not { } text)
        {
            return null;
        }

        if (WeeklyHours.TryParse(text, null, out var week))
        {
            return days is null ? null : new(days, week, json.IdOrNull<WorksiteId>("worksite"), json.IdOrNull<SeasonId>("season"));
        }

        json.Fault("hours", "malformed", "These are no times of the week. Expected something like \"Mon-Thu 14:00-17:30; Sat 09:00-12:00\".");
        return null;
    }

    private static PlacementEntry.PayAgreed Pay(JsonRecord json) => new(new(json.Choice<PayKind>("pay"), json.NumberOrNull("amount"), json.TextOrNull("currency") ?? "USD")
    {
        Unpaid = json.ObjectOrNull("assessment", assessment =>
        {
            var findings = ImmutableDictionary.CreateBuilder<UnpaidFactor, FactorFinding>();
            foreach (var (field, finding) in new[] { ("forStudent", FactorFinding.ForStudent), ("forPartner", FactorFinding.ForPartner) })
            {
                foreach (var factor in assessment.Choices<UnpaidFactor>(field).Where(factor => !findings.TryAdd(factor, finding)))
                {
                    assessment.Fault(field, "duplicate", $"\"{EnumWords<UnpaidFactor>.Word(factor)}\" speaks for both sides. Decide for one.");
                }
            }

            return new UnpaidAssessment(
                findings.ToImmutable(), assessment.Required("studentGainsMost") && assessment.Flag("studentGainsMost"), assessment.Id<ActorId>("by"), assessment.Date("on"));
        }),
    });

    private static PlacementEntry.SupervisorNamed SupervisorNamed(JsonRecord json)
    {
        var supervisor = json.Id<ActorId>("supervisor");
        return new(supervisor, json.ObjectOrNull("check", check => new SupervisorCheck(supervisor, check.Id<ActorId>("by"), check.Date("on"))));
    }

    private static PlacementEntry.FormPlanned FormPlanned(JsonRecord json) => new(new()
    {
        Id = json.Id<EvaluationFormId>("form"), Kind = json.Choice<EvaluationFormKind>("about"), Rubric = json.Id<RubricId>("rubric"), Evaluator = json.Id<ActorId>("evaluator"),
        OpensOn = json.Date("opens"), DueOn = json.DateOrNull("due"), LocksOn = json.DateOrNull("locks"), Replaces = json.IdOrNull<EvaluationFormId>("replaces"),
    });

    private static PlacementEntry.FormMoved FormMoved(JsonRecord json)
    {
        var (form, trigger) = (json.Id<EvaluationFormId>("form"), json.Choice<EvaluationFormTrigger>("step"));
        var isSubmit = trigger == EvaluationFormTrigger.Submit;
        foreach (var field in OfSubmit.Where(field => !isSubmit && json.Has(field)))
        {
            json.Fault(field, "unsuitable", $"\"{field}\" goes with the step \"submit\" alone. Leave it out.");
        }

        return new(new(form, trigger)
        {
            Rubric = isSubmit ? Rubric(json) : null,
            Ratings = isSubmit ? json.List("ratings", rating => new Rating(rating.Id<CriterionId>("criterion"), rating.WholeNumberOrNull("level", 1, 99), NoteOrNull(rating, "note"))) : [],
            Comment = isSubmit ? NoteOrNull(json, "comment") : null,
        });
    }

    // The rubric that comes with the library by its name; any other is written out.
    private static Rubric? Rubric(JsonRecord json)
    {
        if (json.Has("ownRubric"))
        {
            return json.ObjectOrNull("ownRubric", RubricFile.Whole);
        }

        if (json.Id<RubricId>("rubric") is var id && json.Has("rubric") && id != Rubrics.Employability.Id)
        {
            json.Fault("rubric", "unknown", $"Only {Rubrics.Employability.Id} is known by its name. Write another one out as \"ownRubric\".");
        }

        return Rubrics.Employability;
    }

    private static PlacementEntry.DebriefHeld Debrief(JsonRecord json) => new(new(
        json.Date("on"), Presence(json, "student"), Presence(json, "company"), Presence(json, "specialist"),
        json.Has("nextSteps") ? json.List("nextSteps", step => new NextStep(Note(step, "text"), step.Id<ActorId>("owner"), step.DateOrNull("due"))) : default,
        NoteOrNull(json, "whatWorked"), NoteOrNull(json, "needsAttention")));

    private static DebriefPresence Presence(JsonRecord json, string side)
    {
        var presence = DebriefPresence.Present;
        if (json.Required(side))
        {
            json.ObjectOrNull(side, one =>
            {
                presence = new(one.Required("there") && one.Flag("there"), one.IdOrNull<ReasonCode>("absence"));
                return one;
            });
        }

        return presence;
    }

    private static ImmutableArray<PartySignature> Signatures(JsonRecord json) =>
    [
        .. json.List("consents", consent => Tuple.Create(new Actor(consent.Id<ActorId>("by"), consent.Choice<Role>("role")), Moment(consent, "at")))
            .Select(consent => new PartySignature(consent.Item1, consent.Item2)),
    ];

    private static Instant Moment(JsonRecord json, string field)
    {
        if (json.Required(field) && json.TextOrNull(field) is { } text)
        {
            if (InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at))
            {
                return at;
            }

            json.Fault(field, "malformed", "This is no moment. Expected the form 2026-09-14T13:00:00Z.");
        }

        return default;
    }

    private static DateInterval? Days(JsonRecord json)
    {
        var faults = json.FaultCount;
        var (from, to) = (json.Date("from"), json.Date("to"));
        if (json.FaultCount > faults)
        {
            return null;
        }

        if (from <= to)
        {
            return new(from, to);
        }

        json.Fault("to", "out-of-order", "The last day is before the first. Maybe the two are swapped.");
        return null;
    }

    private static Note Note(JsonRecord json, string field) => json.Text(field) is { Length: > 0 } text ? Pathways.Note.From(text) : default;

    private static Note? NoteOrNull(JsonRecord json, string field) => json.TextOrNull(field) is { } text ? Pathways.Note.From(text) : null;
}
