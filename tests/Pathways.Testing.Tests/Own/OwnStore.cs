using Pathways;

/// <summary>A store in one JSON file: one call at a time, and every change writes the file anew.</summary>
internal sealed class OwnStore(string path) : IPathwaysStore
{
    private readonly Lock _gate = new();
    private Dictionary<string, OwnTenant> _tenants = OwnFile.Load(path);

    public string File => path;

    public ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default) =>
        Write(scope, there => OwnCommit.Carry(scope.Tenant, there, commit), outcome => outcome is CommitOutcome.Committed, cancellationToken);

    public ValueTask<CarriedOut?> FindCommandAsync(TenantScope scope, CommandKey key, CancellationToken cancellationToken = default) =>
        Read(scope, there => there.Requests.GetValueOrDefault(key.Value), cancellationToken);

    public ValueTask<SubjectState> StateAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default) =>
        Read(scope, there => new SubjectState(subject, there.VersionOf(subject), there.Deleted.ContainsKey(subject)), cancellationToken);

    public ValueTask<int> ForgetAsync(TenantScope scope, Instant before, CancellationToken cancellationToken = default) => Write(
        scope,
        there => there.Requests.Where(pair => pair.Value.At < before).Select(pair => pair.Key).ToList().Count(there.Requests.Remove) + there.Inbox.RemoveAll(message => message.At < before),
        forgotten => forgotten > 0, cancellationToken);

    public ValueTask<OpportunityListing?> FindAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) => Find<OpportunityListing>(scope, $"opportunity/{id}", cancellationToken);

    public ValueTask<Application?> FindAsync(TenantScope scope, StudentApplicationId id, CancellationToken cancellationToken = default) => Find<Application>(scope, $"application/{id}", cancellationToken);

    public ValueTask<Placement?> FindAsync(TenantScope scope, PlacementId id, CancellationToken cancellationToken = default) => Find<Placement>(scope, $"placement/{id}", cancellationToken);

    public ValueTask<PlacementDocument?> FindAsync(TenantScope scope, DocumentId id, CancellationToken cancellationToken = default) => Find<PlacementDocument>(scope, $"document/{id}", cancellationToken);

    public ValueTask<HoursEntry?> FindAsync(TenantScope scope, HoursEntryId id, CancellationToken cancellationToken = default) => Find<HoursEntry>(scope, $"hours-entry/{id}", cancellationToken);

    public ValueTask<MatchRun?> FindAsync(TenantScope scope, MatchRunId id, CancellationToken cancellationToken = default) => Find<MatchRun>(scope, $"match-run/{id}", cancellationToken);

    public ValueTask<PartnerListing?> FindAsync(TenantScope scope, PartnerId id, CancellationToken cancellationToken = default) => Find<PartnerListing>(scope, $"partner/{id}", cancellationToken);

    public ValueTask<StudentRecordEntry?> FindAsync(TenantScope scope, StudentId student, EntryId id, CancellationToken cancellationToken = default) =>
        Find<StudentRecordEntry>(scope, StudentRecordEntry.SubjectOf(student, id), cancellationToken);

    public ValueTask<Page<OpportunityListing>> ListAsync(TenantScope scope, OpportunityQuery query, CancellationToken cancellationToken = default) => List<OpportunityListing>(
        scope, query, thing => thing.Id.Value, thing => Is(query.Partner, thing.Offer.Partner) && Is(query.Season, thing.Season) && Any(query.States, thing.State), cancellationToken);

    public ValueTask<Page<Application>> ListAsync(TenantScope scope, ApplicationQuery query, CancellationToken cancellationToken = default) => List<Application>(
        scope, query, thing => thing.Id.Value,
        thing => Is(query.Student, thing.Student) && Is(query.Opportunity, thing.Opportunity) && Any(query.States, thing.State)
            && (query.OfferExpiresBy is not { } by || (thing.State == ApplicationState.Offered && thing.OfferExpires <= by)),
        cancellationToken);

    public ValueTask<Page<Placement>> ListAsync(TenantScope scope, PlacementQuery query, CancellationToken cancellationToken = default) => List<Placement>(
        scope, query, thing => thing.Id.Value,
        thing => Is(query.Student, thing.Student) && Is(query.Opportunity, thing.Opportunity) && Is(query.Supervisor, thing.Supervisor) && Is(query.Coordinator, thing.Coordinator)
            && Is(query.Group, thing.Group) && Any(query.States, thing.State) && (query.Days is not { } days || (thing.Dates.Start <= days.End && days.Start <= thing.Dates.End)),
        cancellationToken);

    public ValueTask<Page<PlacementDocument>> ListAsync(TenantScope scope, DocumentQuery query, CancellationToken cancellationToken = default) => List<PlacementDocument>(
        scope, query, thing => thing.Id.Value,
        thing => Is(query.Placement, thing.Placement) && Is(query.Student, thing.Student) && Any(query.States, thing.State) && (query.LastDayBy is not { } by || thing.LastDay <= by),
        cancellationToken);

    public ValueTask<Page<HoursEntry>> ListAsync(TenantScope scope, HoursQuery query, CancellationToken cancellationToken = default) => List<HoursEntry>(
        scope, query, thing => thing.Id.Value,
        thing => Is(query.Placement, thing.Placement) && Is(query.Student, thing.Student) && Any(query.States, thing.State) && (query.Days is not { } days || days.Contains(thing.Day)),
        cancellationToken);

    public ValueTask<Page<MatchRun>> ListAsync(TenantScope scope, MatchRunQuery query, CancellationToken cancellationToken = default) =>
        List<MatchRun>(scope, query, thing => thing.Id.Value, thing => Is(query.Follows, thing.Follows) && Any(query.States, thing.State), cancellationToken);

    // By student and then by entry: what ends the student's name must come before every letter, or "a" would come behind "a!".
    public ValueTask<Page<StudentRecordEntry>> ListAsync(TenantScope scope, RecordQuery query, CancellationToken cancellationToken = default) => List<StudentRecordEntry>(
        scope, query, thing => $"{thing.Student}\0{thing.Entry.Id}", thing => Is(query.Student, thing.Student) && (query.Days is not { } days || days.Contains(thing.Entry.On)), cancellationToken);

    public ValueTask<Page<PartnerListing>> ListAsync(TenantScope scope, PartnerQuery query, CancellationToken cancellationToken = default) => List<PartnerListing>(
        scope, query, thing => thing.Id.Value, thing => Any(query.States, thing.State) && (query.VettedUntilBy is not { } by || thing.VettedUntil <= by), cancellationToken);

    public ValueTask<SeatCount> CountSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) => Read(
        scope,
        there =>
        {
            var seats = there.Seats.Where(seat => seat.Opportunity == id).ToList();
            var capacity = there.Things.GetValueOrDefault($"opportunity/{id}") is OpportunityListing listing ? listing.Offer.Seats : 0;
            return new SeatCount(id, capacity, seats.Count(seat => !seat.IsFilled), seats.Count(seat => seat.IsFilled));
        },
        cancellationToken);

    public ValueTask<ImmutableArray<SeatHolding>> ListSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
        Read(scope, there => there.Seats.Where(seat => seat.Opportunity == id).OrderBy(seat => seat.Holder, StringComparer.Ordinal).ToImmutableArray(), cancellationToken);

    public ValueTask<ImmutableArray<AuditLine>> HistoryAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default) =>
        Read(scope, there => there.Audit.Where(entry => entry.Line.Subject == subject).Select(entry => entry.Line).ToImmutableArray(), cancellationToken);

    public ValueTask<Page<AuditEntry>> ListAsync(TenantScope scope, AuditQuery query, CancellationToken cancellationToken = default) => Read(
        scope,
        there => Page(there.Audit.Where(entry => query.Subject is null || entry.Line.Subject == query.Subject), query, entry => $"{entry.Line.Subject}\0{entry.Number:D10}"), cancellationToken);

    public ValueTask<AuditSeal?> SealAsync(TenantScope scope, Instant at, AuditSealKey? key = null, CancellationToken cancellationToken = default) => Write(
        scope,
        there =>
        {
            var reached = there.Seals.SelectMany(seal => seal.Heads).GroupBy(head => head.Subject).ToDictionary(heads => heads.Key, heads => heads.Max(head => head.Number), StringComparer.Ordinal);
            var grown = there.Audit.GroupBy(entry => entry.Line.Subject).Select(chain => chain.Last()).Where(last => last.Number > reached.GetValueOrDefault(last.Line.Subject))
                .Select(last => new AuditHead(last.Line.Subject, last.Number, last.Hash)).ToList();
            var seal = grown.Count == 0 ? null : AuditSeal.Over(scope.Tenant, there.Seals.LastOrDefault(), at, grown, key);
            there.Seals.AddRange(seal is null ? [] : [seal]);
            return seal;
        },
        seal => seal is not null, cancellationToken);

    public ValueTask<Page<AuditSeal>> ListAsync(TenantScope scope, SealQuery query, CancellationToken cancellationToken = default) =>
        Read(scope, there => Page(there.Seals, query, seal => $"{seal.Number:D10}"), cancellationToken);

    public ValueTask<ImmutableArray<OutboxEvent>> PendingAsync(TenantScope scope, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return Read(scope, there => there.Outbox.Take(limit).ToImmutableArray(), cancellationToken);
    }

    public async ValueTask MarkTakenAsync(TenantScope scope, IReadOnlyList<long> positions, CancellationToken cancellationToken = default) =>
        await Write(scope, there => there.Outbox.RemoveAll(waiting => positions.Contains(waiting.Position)), taken => taken > 0, cancellationToken);

    public ValueTask<bool> TryReceiveAsync(TenantScope scope, InboxMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(message.Id);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Id.Length, 512);
        return Write(
            scope,
            there =>
            {
                var isFirst = !there.Inbox.Exists(earlier => earlier.Source == message.Source && earlier.Id == message.Id);
                there.Inbox.AddRange(isFirst ? [message] : []);
                return isFirst;
            },
            isFirst => isFirst, cancellationToken);
    }

    private static bool Is<T>(T? wanted, T? found)
        where T : struct => wanted is null || wanted.Equals(found);

    private static bool Any<T>(ImmutableArray<T> wanted, T found) => wanted.IsEmpty || wanted.Contains(found);

    private static Page<T> Page<T>(IEnumerable<T> selected, StoreQuery query, Func<T, string> place)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, 1000);
        var rest = selected.OrderBy(place, StringComparer.Ordinal).Where(thing => query.From is not { } from || string.CompareOrdinal(place(thing), from.After) > 0).Take(query.Limit + 1).ToList();
        return rest.Count > query.Limit ? new([.. rest.Take(query.Limit)], new PageCursor(place(rest[query.Limit - 1]))) : new([.. rest], null);
    }

    private ValueTask<T?> Find<T>(TenantScope scope, string subject, CancellationToken cancellationToken)
        where T : class => Read(scope, there => there.Things.GetValueOrDefault(subject) as T, cancellationToken);

    private ValueTask<Page<T>> List<T>(TenantScope scope, StoreQuery query, Func<T, string> place, Func<T, bool> selects, CancellationToken cancellationToken) =>
        Read(scope, there => Page(there.Things.Values.OfType<T>().Where(selects), query, place), cancellationToken);

    private ValueTask<T> Read<T>(TenantScope scope, Func<OwnTenant, T> read, CancellationToken cancellationToken) => Write(scope, read, _ => false, cancellationToken);

    private ValueTask<T> Write<T>(TenantScope scope, Func<OwnTenant, T> write, Func<T, bool> isChange, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var name = scope.Tenant.Value; // throws when no tenant was named
            var result = write(_tenants.TryGetValue(name, out var there) ? there : _tenants[name] = new());
            if (isChange(result))
            {
                try
                {
                    OwnFile.Save(path, _tenants);
                }
                catch
                {
                    _tenants = OwnFile.Load(path); // nobody is answered from what is not on the disk
                    throw;
                }
            }

            return new(result);
        }
    }
}
