namespace Pathways.Testing;

/// <summary>Everything that one tenant keeps. Whoever uses it holds <see cref="Gate"/>.</summary>
internal sealed class TenantRoom
{
    public Lock Gate { get; } = new();

    public Shelf<OpportunityListing> Opportunities { get; } = new(listing => listing.Id.Value, listing => listing.Offer.Partner.Value, listing => listing.Season?.Value);

    public Shelf<Application> Applications { get; } = new(
        application => application.Id.Value, application => application.Student.Value, application => application.Opportunity.Value,
        application => application.State == ApplicationState.Offered ? "offered" : null);

    public Shelf<Placement> Placements { get; } = new(
        placement => placement.Id.Value, placement => placement.Student.Value, placement => placement.Opportunity.Value, placement => placement.Supervisor?.Value,
        placement => placement.Coordinator?.Value, placement => placement.Group?.Value);

    public Shelf<PlacementDocument> Documents { get; } = new(document => document.Id.Value, document => document.Placement.Value);

    public Shelf<HoursEntry> Hours { get; } = new(entry => entry.Id.Value, entry => entry.Placement.Value, entry => entry.Student.Value);

    public Shelf<MatchRun> Runs { get; } = new(run => run.Id.Value, run => run.Follows?.Value);

    public SeatLedger Seats { get; } = new();

    public Dictionary<CommandKey, CarriedOut> Commands { get; } = [];

    public Dictionary<string, ImmutableArray<AuditLine>> Audit { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<long, TransitionEvent> Outbox { get; } = [];

    public long LastPosition { get; set; }

    /// <summary>The version of a thing; 0 when it does not exist.</summary>
    public int VersionOf(IStored value) => value switch
    {
        OpportunityListing listing => Opportunities.Find(listing.Id.Value)?.Version,
        Application application => Applications.Find(application.Id.Value)?.Version,
        Placement placement => Placements.Find(placement.Id.Value)?.Version,
        PlacementDocument document => Documents.Find(document.Id.Value)?.Version,
        HoursEntry entry => Hours.Find(entry.Id.Value)?.Version,
        MatchRun run => Runs.Find(run.Id.Value)?.Version,
        _ => throw Unknown(value),
    } ?? 0;

    public void Put(IStored value)
    {
        switch (value)
        {
            case OpportunityListing listing: Opportunities.Put(listing); break;
            case Application application: Applications.Put(application); break;
            case Placement placement: Placements.Put(placement); break;
            case PlacementDocument document: Documents.Put(document); break;
            case HoursEntry entry: Hours.Put(entry); break;
            case MatchRun run: Runs.Put(run); break;
            default: throw Unknown(value);
        }
    }

    private static ArgumentException Unknown(IStored value) => new($"{value.Subject} is of no kind that this store keeps: {value.GetType().Name}.");
}
