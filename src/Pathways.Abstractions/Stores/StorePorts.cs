namespace Pathways;

/// <summary>Saves changes.</summary>
public interface ICommitStore
{
    /// <summary>Saves all of a commit, or nothing of it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="commit">What to save.</param>
    /// <param name="cancellationToken">Gives up before anything is saved; what is saved stays.</param>
    /// <returns>
    /// The first that holds: the key was used (<see cref="CommitOutcome.Duplicate"/>, <see cref="CommitOutcome.KeyReused"/>), a thing or a student was deleted, a version is
    /// another, an opportunity has no seat, placements overlap; or everything is saved. Of several things of one sort, any may be named.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The commit makes no sense in itself or against the ledger: neither change nor deletion, a subject twice, a version that is not the expected one plus one, a thing of an unknown kind,
    /// a claim on a seat that its holder does not have. These are faults of the caller; nothing is saved.
    /// </exception>
    ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default);

    /// <summary>What a request saved, if it was carried out before; asked before deciding, since what was right then may be refused now.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="key">The caller's name for the request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<CarriedOut?> FindCommandAsync(TenantScope scope, CommandKey key, CancellationToken cancellationToken = default);

    /// <summary>How a thing or a student stands; read before the facts of a decision, and put into <see cref="Commit.Unchanged"/>.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="subject">Kind and identifier, or a student (<see cref="StoredSubject.Of(StudentId)"/>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<SubjectState> StateAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets requests that were decided before a moment, and messages received before it: from then on a repetition of one of them is carried out again. Never younger
    /// than the longest time after which a caller may repeat a request.
    /// </summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="before">The moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many requests and messages were forgotten.</returns>
    ValueTask<int> ForgetAsync(TenantScope scope, Instant before, CancellationToken cancellationToken = default);
}

/// <summary>Keeps opportunities and counts their seats.</summary>
public interface IOpportunityStore
{
    /// <summary>The opportunity, or <see langword="null"/>.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<OpportunityListing?> FindAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default);

    /// <summary>A page of what a query selects.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<OpportunityListing>> ListAsync(TenantScope scope, OpportunityQuery query, CancellationToken cancellationToken = default);

    /// <summary>How many seats are held and filled.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Of which opportunity; an unknown one has no seats.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<SeatCount> CountSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default);

    /// <summary>Who holds and who fills a seat, by holder.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Of which opportunity.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<SeatHolding>> ListSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default);
}

/// <summary>Keeps applications.</summary>
public interface IApplicationStore
{
    /// <summary>The application, or <see langword="null"/>.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Application?> FindAsync(TenantScope scope, StudentApplicationId id, CancellationToken cancellationToken = default);

    /// <summary>A page of what a query selects.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<Application>> ListAsync(TenantScope scope, ApplicationQuery query, CancellationToken cancellationToken = default);
}

/// <summary>Keeps placements.</summary>
public interface IPlacementStore
{
    /// <summary>The placement, or <see langword="null"/>.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Placement?> FindAsync(TenantScope scope, PlacementId id, CancellationToken cancellationToken = default);

    /// <summary>A page of what a query selects.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<Placement>> ListAsync(TenantScope scope, PlacementQuery query, CancellationToken cancellationToken = default);
}

/// <summary>Keeps the documents of placements.</summary>
public interface IDocumentStore
{
    /// <summary>The document, or <see langword="null"/>.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<PlacementDocument?> FindAsync(TenantScope scope, DocumentId id, CancellationToken cancellationToken = default);

    /// <summary>A page of what a query selects.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<PlacementDocument>> ListAsync(TenantScope scope, DocumentQuery query, CancellationToken cancellationToken = default);
}

/// <summary>Keeps the hours logs.</summary>
public interface IHoursStore
{
    /// <summary>The entry, or <see langword="null"/>.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<HoursEntry?> FindAsync(TenantScope scope, HoursEntryId id, CancellationToken cancellationToken = default);

    /// <summary>A page of what a query selects.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<HoursEntry>> ListAsync(TenantScope scope, HoursQuery query, CancellationToken cancellationToken = default);
}

/// <summary>Keeps match runs.</summary>
public interface IMatchRunStore
{
    /// <summary>The run, or <see langword="null"/>.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<MatchRun?> FindAsync(TenantScope scope, MatchRunId id, CancellationToken cancellationToken = default);

    /// <summary>A page of what a query selects.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<MatchRun>> ListAsync(TenantScope scope, MatchRunQuery query, CancellationToken cancellationToken = default);
}

/// <summary>Keeps the records of students.</summary>
public interface IRecordStore
{
    /// <summary>The entry, or <see langword="null"/>.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="student">Whose record.</param>
    /// <param name="id">Which entry.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<StudentRecordEntry?> FindAsync(TenantScope scope, StudentId student, EntryId id, CancellationToken cancellationToken = default);

    /// <summary>A page of what a query selects.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<StudentRecordEntry>> ListAsync(TenantScope scope, RecordQuery query, CancellationToken cancellationToken = default);
}

/// <summary>Keeps partners.</summary>
public interface IPartnerStore
{
    /// <summary>The partner, or <see langword="null"/>.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<PartnerListing?> FindAsync(TenantScope scope, PartnerId id, CancellationToken cancellationToken = default);

    /// <summary>A page of what a query selects.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<PartnerListing>> ListAsync(TenantScope scope, PartnerQuery query, CancellationToken cancellationToken = default);
}

/// <summary>Keeps the audit log, chained and sealed.</summary>
/// <remarks>
/// The lines of each subject form a chain (<see cref="AuditChain"/>), written with the commit. From time to time a seal (<see cref="AuditSeal"/>) says how far every chain
/// went. Nothing is ever changed or taken out, also when the subject is deleted.
/// </remarks>
public interface IAuditStore
{
    /// <summary>Everything that happened to a thing, first to last.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="subject">Kind and identifier, such as <c>placement/p-3</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<AuditLine>> HistoryAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default);

    /// <summary>A page of the log with the links of its chains, by subject (ordinally) and number.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<AuditEntry>> ListAsync(TenantScope scope, AuditQuery query, CancellationToken cancellationToken = default);

    /// <summary>Seals how far every chain has come that grew since the last seal.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="at">The time that the seal says.</param>
    /// <param name="key">The key to seal with; <see langword="null"/> for a plain seal, which whoever can write the tables can make anew.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The seal; <see langword="null"/> when nothing was written since the last one.</returns>
    ValueTask<AuditSeal?> SealAsync(TenantScope scope, Instant at, AuditSealKey? key = null, CancellationToken cancellationToken = default);

    /// <summary>A page of seals, oldest first.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<AuditSeal>> ListAsync(TenantScope scope, SealQuery query, CancellationToken cancellationToken = default);
}

/// <summary>Keeps events until somebody took them.</summary>
/// <remarks>At least once: who takes an event and stops before saying so gets it again. Name, subject and version tell one event from every other.</remarks>
public interface IOutboxStore
{
    /// <summary>The oldest events that nobody took.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="limit">How many at most, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<OutboxEvent>> PendingAsync(TenantScope scope, int limit, CancellationToken cancellationToken = default);

    /// <summary>Says that events were taken. Saying so twice does no harm.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="positions">Their positions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask MarkTakenAsync(TenantScope scope, IReadOnlyList<long> positions, CancellationToken cancellationToken = default);
}

/// <summary>An event in the outbox.</summary>
/// <param name="Position">Its place in the order of events of the tenant; grows, with gaps.</param>
/// <param name="Event">The event.</param>
public sealed record OutboxEvent(long Position, TransitionEvent Event)
{
    /// <summary>The same for the same event however often it is delivered, and for no other of the tenant: subject, version and name.</summary>
    public string MessageId => FormattableString.Invariant($"{Event.Subject}@{Event.Version}:{Event.Name}");
}

/// <summary>Remembers which messages were received, so that a message that comes twice has one effect.</summary>
public interface IInboxStore
{
    /// <summary>Whether a message comes for the first time. In a borrowed transaction the answer holds together with what the receiver does in it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="message">Which message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<bool> TryReceiveAsync(TenantScope scope, InboxMessage message, CancellationToken cancellationToken = default);
}

/// <summary>A message that came from elsewhere.</summary>
/// <param name="Source">From where; its identifiers are its own.</param>
/// <param name="Id">Which message of that source, from 1 to 512 characters.</param>
/// <param name="At">When it came.</param>
public sealed record InboxMessage(string Source, string Id, Instant At);

/// <summary>Everything a store does. One class may do all of it, or several that share one database.</summary>
public interface IPathwaysStore : ICommitStore, IOpportunityStore, IApplicationStore, IPlacementStore, IDocumentStore, IHoursStore, IMatchRunStore, IRecordStore, IPartnerStore,
    IAuditStore, IOutboxStore, IInboxStore;
