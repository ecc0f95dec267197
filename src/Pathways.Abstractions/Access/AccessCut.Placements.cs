using static Pathways.AccessView;

namespace Pathways;

public static partial class AccessCut
{
    /// <summary>What a view holds of a placement.</summary>
    /// <remarks>
    /// For a partner: where it stands, days and hours, pay, agreed outcomes, the safety orientation, and what the reader wrote: forms, incidents, marks. For a course: the same without pay,
    /// with visits, reflections, presentation, thanks and credit. Each is made from nothing, field by field, so that a new field is shown to nobody before somebody decides so.
    /// </remarks>
    /// <param name="placement">The placement.</param>
    /// <param name="view">The view.</param>
    /// <param name="reader">Who reads.</param>
    public static Placement? Of(Placement placement, AccessView view, ActorId reader)
    {
        ArgumentNullException.ThrowIfNull(placement);
        return view switch
        {
            Full => placement,
            ForPartner => Shell(placement) with { Record = ToPartner(placement.Record, reader) },
            Course => Shell(placement) with { Group = placement.Group, Record = ToCourse(placement.Record, reader) },
            Codes => Shell(placement) with { Group = placement.Group, Application = placement.Application, Origin = placement.Origin, IsExclusive = placement.IsExclusive },
            _ => null,
        };
    }

    private static Placement Shell(Placement placement) => new()
    {
        Id = placement.Id,
        Student = placement.Student,
        Opportunity = placement.Opportunity,
        Dates = placement.Dates,
        Program = placement.Program,
        Coordinator = placement.Coordinator,
        Supervisor = placement.Supervisor,
        State = placement.State,
        Version = placement.Version,
    };

    private static PlacementRecord ToPartner(PlacementRecord record, ActorId reader) => new()
    {
        Periods = record.Periods,
        Pay = record.Pay is { } pay ? new(pay.Kind, pay.Amount, pay.Currency) : null,
        Outcomes = [.. record.Outcomes.Select(outcome => Outcome(outcome, reader))],
        Orientation = record.Orientation,
        Incidents = Own(record.Incidents, reader),
        Evaluations = Own(record.Evaluations, reader),
        PartnerReviewRequested = record.PartnerReviewRequested,

        // A partner knows the notice it gave; why anybody else ends it is not said.
        Termination = record.Termination is { Party: TerminationParty.Partner } own ? own : null,
    };

    private static PlacementRecord ToCourse(PlacementRecord record, ActorId reader) => new()
    {
        Periods = record.Periods,
        Outcomes = [.. record.Outcomes.Select(outcome => Outcome(outcome, reader))],
        Orientation = record.Orientation,
        Visits = [.. record.Visits.Select(visit => visit.By == reader ? visit : new(visit.Id, visit.On, visit.By, visit.IsRemote))],
        Incidents = Own(record.Incidents, reader),
        Reflections = record.Reflections,
        Evaluations = Own(record.Evaluations, reader),
        Presentation = record.Presentation,
        ThankYou = record.ThankYou,
        Credit = record.Credit,
    };

    // The wording is what both agreed to; how well it went is for whoever said so.
    private static AgreedOutcome Outcome(AgreedOutcome outcome, ActorId reader) => new()
    {
        Id = outcome.Id,
        Text = outcome.Text,
        Competencies = outcome.Competencies,
        Wording = outcome.Wording,
        Signatures = outcome.Signatures,
        Mark = outcome.Mark is not { } mark || mark.By.Id == reader ? outcome.Mark : new(mark.IsDelivered, mark.By, mark.On),
    };

    private static ImmutableArray<EvaluationForm> Own(ImmutableArray<EvaluationForm> forms, ActorId reader) => [.. forms.Where(form => form.Evaluator == reader)];

    // What was done about it is the school's to tell.
    private static ImmutableArray<Incident> Own(ImmutableArray<Incident> incidents, ActorId reader) =>
    [
        .. incidents.Where(incident => incident.ReportedBy.Id == reader).Select(incident => new Incident
        {
            Id = incident.Id,
            On = incident.On,
            Severity = incident.Severity,
            ReportedBy = incident.ReportedBy,
            Account = incident.Account,
            SettledOn = incident.SettledOn,
        }),
    ];
}
