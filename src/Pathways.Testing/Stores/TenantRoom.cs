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

    public Shelf<PlacementDocument> Documents { get; } = new(document => document.Id.Value, document => document.Placement.Value, document => document.Student.Value);

    public Shelf<HoursEntry> Hours { get; } = new(entry => entry.Id.Value, entry => entry.Placement.Value, entry => entry.Student.Value);

    public Shelf<MatchRun> Runs { get; } = new(run => run.Id.Value, run => run.Follows?.Value);

    public Shelf<StudentRecordEntry> Records { get; } = new(entry => RecordKey(entry.Student, entry.Entry.Id), entry => entry.Student.Value);

    public Shelf<PartnerListing> Partners { get; } = new(partner => partner.Id.Value);

    public SeatLedger Seats { get; } = new();

    public Dictionary<CommandKey, CarriedOut> Commands { get; } = [];

    public AuditLog Log { get; } = new();

    public SortedDictionary<long, TransitionEvent> Outbox { get; } = [];

    public long LastPosition { get; set; }

    public Dictionary<(string Source, string Id), Instant> Inbox { get; } = [];

    /// <summary>The things that are there, by subject; a student's version is the count of commits.</summary>
    public Dictionary<string, IStored> Things { get; } = new(StringComparer.Ordinal);

    /// <summary>How many commits were about each student.</summary>
    public Dictionary<string, int> Students { get; } = new(StringComparer.Ordinal);

    /// <summary>What was deleted for good, and the version it had.</summary>
    public SortedDictionary<string, int> Tombstones { get; } = new(StringComparer.Ordinal);

    /// <summary>How a thing or a student stands.</summary>
    public SubjectState StateOf(string subject) =>
        Tombstones.TryGetValue(subject, out var last)
            ? new(subject, last, IsDeleted: true)
            : new(subject, Things.TryGetValue(subject, out var value) ? value.Version : Students.GetValueOrDefault(subject), IsDeleted: false);

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
            case StudentRecordEntry entry: Records.Put(entry); break;
            case PartnerListing partner: Partners.Put(partner); break;
            default: throw Unknown(value);
        }

        Things[value.Subject] = value;
    }

    /// <summary>Takes a thing or a student away for good.</summary>
    public void Bury(string subject)
    {
        Tombstones[subject] = StateOf(subject).Version;
        Students.Remove(subject);
        if (!Things.Remove(subject, out var value))
        {
            return;
        }

        switch (value)
        {
            case OpportunityListing listing: Opportunities.Remove(listing.Id.Value); break;
            case Application application: Applications.Remove(application.Id.Value); break;
            case Placement placement: Placements.Remove(placement.Id.Value); break;
            case PlacementDocument document: Documents.Remove(document.Id.Value); break;
            case HoursEntry entry: Hours.Remove(entry.Id.Value); break;
            case MatchRun run: Runs.Remove(run.Id.Value); break;
            case StudentRecordEntry entry: Records.Remove(RecordKey(entry.Student, entry.Entry.Id)); break;
            case PartnerListing partner: Partners.Remove(partner.Id.Value); break;
            default: throw Unknown(value);
        }
    }

    /// <summary>A text that is ordered like the student and then the entry, whatever characters they have.</summary>
    public static string RecordKey(StudentId student, EntryId entry) => $"{student.Value.Replace("\0", "\0\u0001", StringComparison.Ordinal)}\0\0{entry.Value}";

    public static void ThrowIfUnknown(IStored value)
    {
        if (value is not (OpportunityListing or Application or Placement or PlacementDocument or HoursEntry or MatchRun or StudentRecordEntry or PartnerListing))
        {
            throw Unknown(value);
        }
    }

    private static ArgumentException Unknown(IStored value) => new($"{value.Subject} is of no kind that this store keeps: {value.GetType().Name}.");
}
