namespace Pathways.Testing;

/// <summary>Things for the cases to save.</summary>
internal static class Things
{
    public static readonly TenantScope North = A.District;
    public static readonly TenantScope South = TenantScope.Of(TenantId.From("south"));
    public static readonly Instant Noon = A.Moment;
    public static readonly DateInterval Fall = A.Semester;
    public static readonly Actor Coordinator = new(ActorId.From("c1"), Role.Coordinator);

    public static OpportunityListing Listing(string id, int seats) => A.Listing(id, seats) with { Season = SeasonId.From("fall") };

    public static Application Application(string id, string student = "ana", string opportunity = "clinic", ApplicationState state = ApplicationState.Endorsed) =>
        A.Application(id, student, opportunity, state) with { OfferExpires = null };

    public static Placement Placement(string id, string student = "ana", string opportunity = "clinic", DateInterval? dates = null) =>
        A.Placement(id, student, opportunity, dates) with { Origin = PlacementOrigin.Offer, Coordinator = null, Supervisor = null };

    public static HoursEntry Hours(string id, string placement = "p1", int day = 14) => new()
    {
        Id = HoursEntryId.From(id), Placement = PlacementId.From(placement), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("clinic"),
        Day = new(2026, 9, day), Start = 840, End = 1020, BreakMinutes = 15, Text = Note.From("Took blood pressure."), Violations = ["work.us.hours-day"],
    };

    public static PlacementDocument Document(string id, string placement = "p1", LocalDate? last = null) => new()
    {
        Id = DocumentId.From(id), Placement = PlacementId.From(placement), Student = StudentId.From("ana"), Opportunity = OpportunityId.From("clinic"), LastDay = last,
        Requirement = new() { Kind = DocumentKindId.From("work-permit"), Title = "Work permit", Source = DocumentSource.Jurisdiction, Signers = [Role.Guardian, Role.Coordinator] },
        Signatures = [new(Coordinator, Noon)],
    };

    public static MatchRun Run(string id) => new()
    {
        Id = MatchRunId.From(id), Digest = new('a', 64), Mechanism = "student-optimal", Ties = "lottery", Seed = new(ulong.MaxValue),
        Seats = [new(StudentId.From("ana"), OpportunityId.From("clinic"), 1), new(StudentId.From("ben"), OpportunityId.From("lab"))],
        Unmatched = [new(StudentId.From("cy"), "no-seat-left")], Verdict = MatchRunVerdict.Stable,
    };

    public static PartnerListing Partner(string id) => new()
    {
        Organisation = new()
        {
            Id = PartnerId.From(id), Name = "St. Anne's \u2014 \u00e9cole", Sectors = [SectorId.From("health"), SectorId.From("care")], Town = "Marlborough", Place = new GeoPoint(42.3459, -71.5523), Agreement = Fall,
        },
        State = PartnerState.Active,
        Owner = ActorId.From("c1"),
        VettedUntil = Fall.End,
    };

    public static StudentRecordEntry Entry(string student, string id, LocalDate? on = null) => A.Entry(id, student, on);

    public static SeatClaim Hold(string holder, string opportunity = "clinic") => new(OpportunityId.From(opportunity), SeatMove.Hold, holder, Noon);

    public static SeatClaim Move(SeatMove move, string holder, string opportunity = "clinic") => new(OpportunityId.From(opportunity), move, holder);

    public static Commit Saving(params ImmutableArray<IStored> values) => new()
    {
        Changes = [.. values.Select(StoredChange.To)],
        Audit = [.. values.Select(value => new AuditLine(value.Subject, value.Version, "Save", "", "Saved", Coordinator, Noon, ReasonCode.From("because")))],
        Events = [.. values.Select(value => new TransitionEvent("Saved", value.Subject, value.Version, StudentId.From("ana"), OpportunityId.From("clinic"), Noon))],
    };

    /// <summary>A commit that deletes, with an audit line and an event for each deletion.</summary>
    public static Commit Deleting(params ImmutableArray<StoredDeletion> deletions) => new()
    {
        Changes = [],
        Deletions = deletions,
        Audit = [.. deletions.Select(deletion => new AuditLine(deletion.Subject, deletion.ExpectedVersion + 1, "Delete", "Saved", "Deleted", Coordinator, Noon, ReasonCode.From("because")))],
        Events = [.. deletions.Select(deletion => new TransitionEvent("Deleted", deletion.Subject, deletion.ExpectedVersion + 1, null, null, Noon))],
    };

    public static StoredDeletion Leaving(string student, int version) => new(StoredSubject.Of(StudentId.From(student)), version);

    public static SavedVersion Student(string student, int version) => new(StoredSubject.Of(StudentId.From(student)), version);

    public static CommandStamp Stamp(string key, char digit = 'a') => new(CommandKey.From(key), new string(digit, 64));

    public static async Task<CommitReceipt> MustSaveAsync(this IPathwaysStore store, TenantScope scope, Commit commit) =>
        Check.Is<CommitOutcome.Committed>(await store.CommitAsync(scope, commit).ConfigureAwait(false), "A commit that nothing speaks against").Receipt;

    /// <summary>A commit that is refused in one way, and changes nothing.</summary>
    public static async Task<TOutcome> MustRefuseAsync<TOutcome>(this IPathwaysStore store, TenantScope scope, Commit commit, string when)
        where TOutcome : CommitOutcome => Check.Is<TOutcome>(await store.CommitAsync(scope, commit).ConfigureAwait(false), when);

    public static async Task<int> VersionAsync(this IPathwaysStore store, string subject) => (await store.StateAsync(North, subject).ConfigureAwait(false)).Version;
}
