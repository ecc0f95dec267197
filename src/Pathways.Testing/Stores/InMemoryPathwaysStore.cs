using System.Collections.Concurrent;

namespace Pathways.Testing;

/// <summary>A store in memory, for tests and first steps: it keeps every promise of a store but the one that something is left after the process.</summary>
/// <remarks>Safe to use from any number of threads at once; one commit of a tenant at a time.</remarks>
public sealed partial class InMemoryPathwaysStore : IPathwaysStore
{
    private readonly ConcurrentDictionary<TenantId, TenantRoom> _rooms = new();

    /// <inheritdoc/>
    public ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return In(scope, room => Committing.Carry(scope.Tenant, room, commit), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<CarriedOut?> FindCommandAsync(TenantScope scope, CommandKey key, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Commands.GetValueOrDefault(key), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<OpportunityListing?> FindAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Opportunities.Find(id.Value), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<OpportunityListing>> ListAsync(TenantScope scope, OpportunityQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(
            scope,
            room => room.Opportunities.Page(
                query,
                listing => Is(query.Partner, listing.Offer.Partner) && Is(query.Season, listing.Season) && Any(query.States, listing.State),
                query.Partner?.Value, query.Season?.Value),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<SeatCount> CountSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) => In(
        scope,
        room =>
        {
            var filled = room.Seats.Filled(id);
            return new SeatCount(id, room.Opportunities.Find(id.Value)?.Offer.Seats ?? 0, room.Seats.Taken(id) - filled, filled);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Application?> FindAsync(TenantScope scope, StudentApplicationId id, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Applications.Find(id.Value), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<Application>> ListAsync(TenantScope scope, ApplicationQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(
            scope,
            room => room.Applications.Page(
                query,
                application => Is(query.Student, application.Student) && Is(query.Opportunity, application.Opportunity) && Any(query.States, application.State)
                    && (query.OfferExpiresBy is not { } by || (application.State == ApplicationState.Offered && application.OfferExpires <= by)),
                query.Student?.Value, query.Opportunity?.Value, query.OfferExpiresBy is null ? null : "offered"),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Placement?> FindAsync(TenantScope scope, PlacementId id, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Placements.Find(id.Value), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<Placement>> ListAsync(TenantScope scope, PlacementQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(
            scope,
            room => room.Placements.Page(
                query,
                placement => Is(query.Student, placement.Student) && Is(query.Opportunity, placement.Opportunity) && Is(query.Supervisor, placement.Supervisor)
                    && Is(query.Coordinator, placement.Coordinator) && Is(query.Group, placement.Group) && Any(query.States, placement.State)
                    && (query.Days is not { } days || (placement.Dates.Start <= days.End && days.Start <= placement.Dates.End)),
                query.Student?.Value, query.Opportunity?.Value, query.Supervisor?.Value, query.Coordinator?.Value, query.Group?.Value),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<PlacementDocument?> FindAsync(TenantScope scope, DocumentId id, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Documents.Find(id.Value), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<PlacementDocument>> ListAsync(TenantScope scope, DocumentQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(
            scope,
            room => room.Documents.Page(
                query,
                document => Is(query.Placement, document.Placement) && Is(query.Student, document.Student) && Any(query.States, document.State) && (query.LastDayBy is not { } by || document.LastDay <= by),
                query.Placement?.Value, query.Student?.Value),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<HoursEntry?> FindAsync(TenantScope scope, HoursEntryId id, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Hours.Find(id.Value), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<HoursEntry>> ListAsync(TenantScope scope, HoursQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(
            scope,
            room => room.Hours.Page(
                query,
                entry => Is(query.Placement, entry.Placement) && Is(query.Student, entry.Student) && Any(query.States, entry.State)
                    && (query.Days is not { } days || days.Contains(entry.Day)),
                query.Placement?.Value, query.Student?.Value),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<MatchRun?> FindAsync(TenantScope scope, MatchRunId id, CancellationToken cancellationToken = default) =>
        In(scope, room => room.Runs.Find(id.Value), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<MatchRun>> ListAsync(TenantScope scope, MatchRunQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(scope, room => room.Runs.Page(query, run => Is(query.Follows, run.Follows) && Any(query.States, run.State), query.Follows?.Value), cancellationToken);
    }

    /// <summary>Does something in a tenant's room, alone.</summary>
    internal ValueTask<TResult> In<TResult>(TenantScope scope, Func<TenantRoom, TResult> use, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var room = _rooms.GetOrAdd(scope.Tenant, _ => new TenantRoom());
        lock (room.Gate)
        {
            return new(use(room));
        }
    }

    private static bool Is<T>(T? wanted, T? found)
        where T : struct, IEquatable<T> => wanted is not { } value || (found is { } other && value.Equals(other));

    private static bool Any<T>(ImmutableArray<T> wanted, T found) => wanted.IsEmpty || wanted.Contains(found);
}
