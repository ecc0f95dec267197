namespace Pathways.Placements;

// What is agreed: outcomes, times and places, pay, who directs the work.
internal static partial class PlacementEntries
{
    private static Placement WithOutcome(Placement placement, PlacementEntry.OutcomeAgreed agreed) =>
        placement.Record.Outcomes.FirstOrDefault(outcome => outcome.Id == agreed.Outcome) is { } before
            ? WithOutcome(placement, before, Reworded(before, agreed.Text, agreed.Competencies, []))
            : placement with
            {
                Record = placement.Record with
                {
                    Outcomes = placement.Record.Outcomes.Add(new() { Id = agreed.Outcome, Text = agreed.Text, Competencies = agreed.Competencies }),
                },
            };

    private static Placement WithRevision(Placement placement, PlacementEntry.OutcomeRevised revised, EntryWriting writing)
    {
        if (Find(placement, revised.Outcome, writing) is not { } before)
        {
            return placement;
        }

        ImmutableArray<PartySignature> consents = revised.Consents.IsDefault ? [] : revised.Consents;
        foreach (var consent in consents.Where(consent => consent.By.Role == Role.Supervisor))
        {
            IsSupervisor(placement, consent.By, writing);
        }

        writing.Holds(consents.All(consent => consent.At <= writing.At), "placement.entry-day", "A consent would be given only later. Record the change once all agreed.");
        return WithOutcome(placement, before, Reworded(before, revised.Text, revised.Competencies, consents));
    }

    private static Placement WithSignature(Placement placement, PlacementEntry.OutcomeSigned signed, EntryWriting writing)
    {
        if (Find(placement, signed.Outcome, writing) is not { } outcome)
        {
            return placement;
        }

        writing.Holds(
            signed.Wording == outcome.Wording, "placement.wording-changed",
            $"Wording {signed.Wording} of outcome {outcome.Id} was read, and it is now at wording {outcome.Wording}. Read it again before signing.");
        writing.Holds(
            outcome.Signatures.All(signature => signature.By != writing.Actor), "placement.already-signed", $"{writing.Actor} signed outcome {outcome.Id} already.");
        IsSupervisor(placement, writing.Actor, writing);
        return WithOutcome(placement, outcome, outcome with { Signatures = outcome.Signatures.Add(new(writing.Actor, writing.At)) });
    }

    private static Placement WithMark(Placement placement, PlacementEntry.OutcomeMarked marked, EntryWriting writing)
    {
        var outcome = Find(placement, marked.Outcome, writing);
        Past(writing, "mark", marked.On);
        writing.Holds(
            marked.IsDelivered || marked.Note is not null, "placement.outcome-note", $"Outcome {marked.Outcome} was not delivered, which needs a note that says why.");
        return outcome is null ? placement : WithOutcome(placement, outcome, outcome with { Mark = new(marked.IsDelivered, writing.Actor, marked.On, marked.Note) });
    }

    private static Placement WithPeriods(Placement placement, ImmutableArray<WorkPeriod> given, EntryWriting writing)
    {
        ImmutableArray<WorkPeriod> periods = given.IsDefault ? [] : [.. given.OrderBy(period => period.Dates.Start).ThenBy(period => period.Dates.End)];
        writing.Holds(!periods.IsEmpty, "placement.periods-missing", "There is no period. Say at least once where and when the work is.");
        foreach (var period in periods)
        {
            writing.Holds(
                placement.Dates.Contains(period.Dates), "placement.period-dates",
                $"The period {Days(period.Dates)} reaches outside the placement, which is {Days(placement.Dates)}.");
        }

        for (var first = 0; first < periods.Length; first++)
        {
            foreach (var second in periods.Skip(first + 1).Where(second => Overlap(periods[first], second)))
            {
                writing.Holds(
                    false, "placement.period-overlap", $"The periods {Days(periods[first].Dates)} and {Days(second.Dates)} have the same hours on the same days. A student is in one place at a time.");
            }
        }

        return Recorded(placement, record => record with { Periods = periods }, true);
    }

    private static Placement WithPay(Placement placement, PayTerms pay, EntryWriting writing)
    {
        writing.Holds(
            pay.Kind == PayKind.Unpaid ? pay.Amount is null or 0 : pay.Amount > 0, "placement.pay-amount",
            pay.Kind == PayKind.Unpaid ? "Unpaid work has no amount. Maybe it is a wage or a stipend." : "A wage or a stipend needs an amount of more than 0.");
        writing.Holds(
            pay.Currency is { Length: 3 } && pay.Currency.All(char.IsAsciiLetterUpper), "placement.pay-currency", "The currency must be the three letters of ISO 4217, such as USD.");
        writing.Holds(
            pay.Kind == PayKind.Unpaid || pay.Unpaid is null, "placement.pay-assessment", "The assessment of unpaid work does not go with pay.");
        return Recorded(placement, record => record with { Pay = pay }, pay.Unpaid is not { } found || Past(writing, "assessment", found.On));
    }

    private static Placement WithCheck(Placement placement, SupervisorCheck check, EntryWriting writing)
    {
        writing.Holds(
            placement.Supervisor == check.Supervisor, "placement.check-supervisor",
            placement.Supervisor is { } now ? $"The check is about {check.Supervisor}, and {now} directs the work." : "Nobody is named yet who directs the work.");
        IsFair(check, writing);
        return Recorded(placement, record => record with { SupervisorCheck = check }, true);
    }

    private static Placement WithSupervisor(Placement placement, PlacementEntry.SupervisorNamed named, EntryWriting writing)
    {
        writing.Holds(named.Supervisor != placement.Supervisor, "placement.supervisor-same", $"{named.Supervisor} directs the work already.");
        if (named.Check is { } check)
        {
            writing.Holds(
                check.Supervisor == named.Supervisor, "placement.check-supervisor", $"The check is about {check.Supervisor}, and {named.Supervisor} is to direct the work.");
            IsFair(check, writing);
        }

        return placement with { Supervisor = named.Supervisor, Record = placement.Record with { SupervisorCheck = named.Check } };
    }

    private static void IsFair(SupervisorCheck check, EntryWriting writing)
    {
        Past(writing, "check", check.On);
        writing.Holds(
            writing.Actor.Role == Role.Coordinator && check.By == writing.Actor.Id && check.By != check.Supervisor,
            "placement.check-own-word", "A coordinator must make sure that the supervisor is independent, and say so in their own name.");
    }

    private static void IsSupervisor(Placement placement, Actor signer, EntryWriting writing) => writing.Holds(
        signer.Role != Role.Supervisor || signer.Id == placement.Supervisor, "placement.signer",
        placement.Supervisor is { } now ? $"{now} directs the work, not {signer.Id}." : "Nobody is named yet who directs the work.");

    private static AgreedOutcome? Find(Placement placement, OutcomeId id, EntryWriting writing)
    {
        var outcome = placement.Record.Outcomes.FirstOrDefault(outcome => outcome.Id == id);
        writing.Holds(outcome is not null, "placement.entry-unknown", $"There is no outcome {id}. Maybe it belongs to another placement.");
        return outcome;
    }

    private static AgreedOutcome Reworded(AgreedOutcome before, Note text, ImmutableArray<CompetencyId> competencies, ImmutableArray<PartySignature> signatures) => before with
    {
        Text = text, Competencies = competencies, Wording = before.Wording + 1, Signatures = signatures, Mark = null,
    };

    private static Placement WithOutcome(Placement placement, AgreedOutcome before, AgreedOutcome after) =>
        placement with { Record = placement.Record with { Outcomes = placement.Record.Outcomes.Replace(before, after) } };

    private static bool Overlap(WorkPeriod one, WorkPeriod other) =>
        one.Dates.Intersection(other.Dates) is { } common
        && one.Week.Stretches.Any(stretch => other.Week.Stretches.Any(with =>
            stretch.Day == with.Day && stretch.StartMinute < with.EndMinute && with.StartMinute < stretch.EndMinute && HasDay(common, stretch.Day)));

    private static bool HasDay(DateInterval dates, IsoDayOfWeek day) => dates.Length >= 7 || dates.Any(date => date.DayOfWeek == day);

    private static string Days(DateInterval dates) => $"{Day(dates.Start)} to {Day(dates.End)}";
}
