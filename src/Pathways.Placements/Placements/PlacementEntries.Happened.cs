namespace Pathways.Placements;

// What happened: visits, incidents, reflections, forms, credit, the end.
internal static partial class PlacementEntries
{
    private static Placement WithVisit(Placement placement, Visit visit, EntryWriting writing)
    {
        IsNew(writing, placement.Record.Visits.All(other => other.Id != visit.Id), "visit", visit.Id);
        Past(writing, "visit", visit.On);
        return Recorded(placement, record => record with { Visits = record.Visits.Add(visit) }, true);
    }

    private static Placement WithIncident(Placement placement, Incident incident, EntryWriting writing)
    {
        IsNew(writing, placement.Record.Incidents.All(other => other.Id != incident.Id), "incident", incident.Id);
        Past(writing, "incident", incident.On);
        return Recorded(
            placement, record => record with { Incidents = record.Incidents.Add(incident with { ReportedBy = writing.Actor, SettledOn = null, Settlement = null }) }, true);
    }

    private static Placement WithSettlement(Placement placement, PlacementEntry.IncidentSettled settled, EntryWriting writing)
    {
        var incident = placement.Record.Incidents.FirstOrDefault(incident => incident.Id == settled.Incident);
        writing.Holds(incident is not null, "placement.entry-unknown", $"There is no incident {settled.Incident}. Maybe it belongs to another placement.");
        Past(writing, "settlement", settled.On);
        if (incident is null)
        {
            return placement;
        }

        writing.Holds(incident.SettledOn is null, "placement.incident-settled", $"Incident {incident.Id} is settled already.");
        writing.Holds(
            settled.On >= incident.On, "placement.entry-order", $"Incident {incident.Id} was on {Day(incident.On)} and cannot be settled on {Day(settled.On)}.");
        return Recorded(
            placement,
            record => record with { Incidents = record.Incidents.Replace(incident, incident with { SettledOn = settled.On, Settlement = settled.Settlement }) },
            true);
    }

    private static Placement WithReflection(Placement placement, PlacementReflection reflection, EntryWriting writing)
    {
        IsNew(writing, placement.Record.Reflections.All(other => other.Artifact != reflection.Artifact), "reflection", reflection.Artifact);
        Past(writing, "reflection", reflection.On);
        return Recorded(placement, record => record with { Reflections = record.Reflections.Add(reflection) }, true);
    }

    private static Placement WithForm(Placement placement, EvaluationForm form, EntryWriting writing)
    {
        var forms = placement.Record.Evaluations;
        IsNew(writing, forms.All(other => other.Id != form.Id), "form", form.Id);
        writing.Holds(
            !(form.DueOn < form.OpensOn) && !(form.LocksOn < form.OpensOn) && !(form.LocksOn < form.DueOn), "placement.form-days",
            $"Form {form.Id} must open before it is due, and be due before it is locked.");
        if (form.Replaces is { } replaced)
        {
            var before = forms.FirstOrDefault(other => other.Id == replaced);
            writing.Holds(before is not null, "placement.entry-unknown", $"There is no form {replaced} to replace. Maybe it belongs to another placement.");
            writing.Holds(
                before is null || (before.State == EvaluationFormState.Locked && before.Kind == form.Kind), "placement.form-replaces",
                $"Form {replaced} is not locked, or is of another kind. A form that is not locked can be opened again.");
            writing.Holds(
                forms.All(other => other.Replaces != replaced || other.State == EvaluationFormState.Cancelled), "placement.entry-twice", $"There is a form already that takes the place of {replaced}.");
        }

        var planned = form with { State = EvaluationFormLifecycle.Table.Start };
        if (placement.State == PlacementState.Terminated)
        {
            writing.Holds(FinalKinds.Contains(form.Kind), "placement.form-kind", $"Form {form.Id} is no form of the end, and the placement is over.");
            planned = Opened(planned, writing.Today);
        }

        return Recorded(placement, record => record with { Evaluations = forms.Add(planned) }, true);
    }

    private static Placement WithStep(Placement placement, PlacementTrigger trigger, FormStep step, EntryWriting writing)
    {
        var forms = placement.Record.Evaluations;
        var form = forms.FirstOrDefault(form => form.Id == step.Form);
        if (!writing.Holds(form is not null, "placement.entry-unknown", $"There is no form {step.Form}. Maybe it belongs to another placement."))
        {
            return placement;
        }

        var review = trigger switch
        {
            PlacementTrigger.BaselineReview => EvaluationFormKind.SupervisorBaseline,
            PlacementTrigger.MidReview => EvaluationFormKind.SupervisorMid,
            _ => form!.Kind,
        };
        writing.Holds(review == form!.Kind, "placement.form-kind", $"Form {form.Id} is no review of that time.");
        var replaced = forms.Any(other => other.Replaces == form.Id && other.State != EvaluationFormState.Cancelled);
        switch (EvaluationDecisions.Advance(form, step, writing.Today, writing.Actor, replaced, writing.Reason))
        {
            case FormOutcome.Refused refused:
                writing.Refuse(refused.Reasons);
                return placement;
            case FormOutcome.Changed changed:
                return Recorded(placement, record => record with { Evaluations = forms.Replace(form, changed.Form) }, true);
            default:
                throw new InvalidOperationException();
        }
    }

    private static Placement WithDebrief(Placement placement, Debrief debrief, EntryWriting writing)
    {
        // Before the end the state says whether it was held.
        writing.Holds(
            placement.State != PlacementState.Terminated || placement.Record.Debrief is null, "placement.entry-twice", "The debrief is recorded already.");
        return Recorded(placement, record => record with { Debrief = debrief }, Past(writing, "debrief", debrief.On));
    }

    private static Placement WithCredit(Placement placement, CreditPosting posting, EntryWriting writing)
    {
        Past(writing, "credit", posting.On);
        writing.Holds(
            posting.Credits > 0 || (posting.Credits == 0 && posting.Credential is not null), "placement.credit-amount", "Neither credits nor a credential are posted. Credits are more than 0.");
        return Recorded(placement, record => record with { Credit = posting }, true);
    }

    /// <summary>The placement goes on as if no notice had been given, which the audit log keeps.</summary>
    public static Placement WithoutNotice(Placement placement, EntryWriting writing)
    {
        var last = placement.Record.Termination?.LastDay;
        writing.Holds(
            last > writing.Today, "placement.notice-running",
            last is { } day ? $"The last day of the notice is {Day(day)}, and today is {Day(writing.Today)}. It can be taken back before its last day." : "No notice is given.");
        return Recorded(placement, record => record with { Termination = null }, true);
    }

    private static Placement WithTermination(Placement placement, PlacementTrigger trigger, Termination termination, EntryWriting writing)
    {
        var (last, today) = (termination.LastDay, writing.Today);
        var isAhead = last > today;
        if (trigger == PlacementTrigger.GiveNotice)
        {
            writing.Holds(!termination.IsImmediate, "placement.termination-notice", "An end at once is no notice. Terminate the placement.");
            writing.Holds(last >= today, "placement.termination-last-day", $"The last day would be {Day(last)}, and notice is given for today, {Day(today)}, or later.");
        }
        else
        {
            writing.Holds(
                writing.Actor.Role != Role.System, "placement.termination-notice", "The platform ends a placement only after notice that somebody gave before.");
            writing.Holds(
                termination.IsImmediate || !isAhead, "placement.termination-notice",
                $"The last day would be {Day(last)}, and today is {Day(today)}. Give notice now; the placement ends on the day.");
            writing.Holds(
                termination.IsImmediate ? !isAhead : isAhead, "placement.termination-last-day",
                termination.IsImmediate
                    ? $"The last day would be {Day(last)}, and an end at once is today, {Day(today)}."
                    : $"The last day would be {Day(last)}, and an end after notice is later than today, {Day(today)}.");
        }

        writing.Holds(
            last <= placement.Dates.End || (isAhead && trigger == PlacementTrigger.Terminate), "placement.termination-last-day",
            $"The placement ends on {Day(placement.Dates.End)} anyway.");
        return Recorded(placement, record => record with { Termination = termination }, true);
    }
}
