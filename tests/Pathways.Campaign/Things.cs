namespace Pathways.Campaign;

/// <summary>Things to save.</summary>
internal static class Things
{
    public static readonly DateInterval Fall = new(new(2026, 9, 14), new(2026, 12, 18));

    private static readonly Instant Noon = Instant.FromUtc(2026, 9, 1, 12, 0);
    private static readonly Actor Coordinator = new(ActorId.From("c1"), Role.Coordinator);

    public static OpportunityListing Listing(string id, int seats) => new()
    {
        Offer = new()
        {
            Id = OpportunityId.From(id), Partner = PartnerId.From("hospital"), Title = "Clinic", Kind = OpportunityKind.PaidInternship, Sector = SectorId.From("health"), Seats = seats, Dates = Fall,
        },
        State = OpportunityState.Published,
    };

    public static Application Application(string id, string student, string opportunity, ApplicationState state = ApplicationState.Offered) => new()
    {
        Id = StudentApplicationId.From(id), Student = StudentId.From(student), Opportunity = OpportunityId.From(opportunity), State = state,
    };

    public static Placement Placement(string id, string student, string opportunity, DateInterval dates) => new()
    {
        Id = PlacementId.From(id), Student = StudentId.From(student), Opportunity = OpportunityId.From(opportunity), Dates = dates,
    };

    public static HoursEntry Hours(string id, string placement, string student) => new()
    {
        Id = HoursEntryId.From(id), Placement = PlacementId.From(placement), Student = StudentId.From(student), Opportunity = OpportunityId.From("o0"),
        Day = new(2026, 9, 15), Start = 840, End = 1020, Text = Note.From("Took blood pressure."),
    };

    public static StudentRecordEntry Entry(string id, string student) => new()
    {
        Student = StudentId.From(student),
        Entry = new SectorChoice { Id = EntryId.From(id), On = new(2026, 9, 15), By = Coordinator, Sector = SectorId.From("health") },
    };

    public static PlacementDocument Document(string id, string words) => new()
    {
        Id = DocumentId.From(id), Placement = PlacementId.From(id), Student = StudentId.From(id), Opportunity = OpportunityId.From(id),
        Requirement = new() { Kind = DocumentKindId.From("work-permit"), Title = words, Source = DocumentSource.Jurisdiction, Signers = [Role.Guardian] },
    };

    public static PartnerListing Partner(string id, string words) => new()
    {
        Organisation = new() { Id = PartnerId.From(id), Name = words, Sectors = [SectorId.From("health")] },
        State = PartnerState.Active,
    };

    public static MatchRun Run(string id, string words) => new()
    {
        Id = MatchRunId.From(id), Digest = new('a', 64), Mechanism = words, Ties = "lottery", Seed = new(7), Seats = [new(StudentId.From(id), OpportunityId.From(id), 1)],
        Unmatched = [], Verdict = MatchRunVerdict.Stable,
    };

    public static SeatClaim Seat(SeatMove move, string holder, string opportunity) => new(OpportunityId.From(opportunity), move, holder);

    public static CommandStamp Stamp(string key) => new(CommandKey.From(key), AuditSeal.None);

    /// <summary>A commit of things, each with one line and one event.</summary>
    public static Commit Saving(params ImmutableArray<IStored> values) => new()
    {
        Changes = [.. values.Select(StoredChange.To)],
        Audit = [.. values.Select(value => Line(value, "Save"))],
        Events = [.. values.Select(value => new TransitionEvent("Saved", value.Subject, value.Version, null, null, Noon))],
    };

    /// <summary>A commit that deletes a thing, with one line and one event of the version after the last.</summary>
    public static Commit Deleting(IStored value) => new()
    {
        Changes = [],
        Deletions = [StoredDeletion.Of(value)],
        Audit = [Line(value, "Delete") with { Version = value.Version + 1 }],
        Events = [new("Deleted", value.Subject, value.Version + 1, null, null, Noon)],
    };

    private static AuditLine Line(IStored value, string trigger) => new(value.Subject, value.Version, trigger, "", "Saved", Coordinator, Noon, ReasonCode.From("because"));
}
