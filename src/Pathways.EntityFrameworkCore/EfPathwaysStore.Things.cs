namespace Pathways.EntityFrameworkCore;

/// <content>The things, one by one and in pages.</content>
public sealed partial class EfPathwaysStore
{
    /// <inheritdoc/>
    public ValueTask<OpportunityListing?> FindAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
        FindAsync(scope, StoredKinds.Opportunities, [id.Value], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<OpportunityListing>> ListAsync(TenantScope scope, OpportunityQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PageAsync(
            scope, StoredKinds.Opportunities, query,
            new Selection().Is("partner", query.Partner?.Value).Is("season", query.Season?.Value).In("state", query.States), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Application?> FindAsync(TenantScope scope, StudentApplicationId id, CancellationToken cancellationToken = default) =>
        FindAsync(scope, StoredKinds.Applications, [id.Value], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<Application>> ListAsync(TenantScope scope, ApplicationQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var selection = new Selection().Is("student", query.Student?.Value).Is("opportunity", query.Opportunity?.Value).In("state", query.States);
        if (query.OfferExpiresBy is { } by)
        {
            selection.Is("state", nameof(ApplicationState.Offered)).AtMost("offer_expires", Moments.Nanoseconds(by));
        }

        return PageAsync(scope, StoredKinds.Applications, query, selection, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Placement?> FindAsync(TenantScope scope, PlacementId id, CancellationToken cancellationToken = default) =>
        FindAsync(scope, StoredKinds.Placements, [id.Value], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<Placement>> ListAsync(TenantScope scope, PlacementQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PageAsync(
            scope, StoredKinds.Placements, query,
            new Selection().Is("student", query.Student?.Value).Is("opportunity", query.Opportunity?.Value).Is("supervisor", query.Supervisor?.Value)
                .Is("coordinator", query.Coordinator?.Value).Is("group_id", query.Group?.Value).In("state", query.States)
                .AtMost("first_day", Moments.Day(query.Days?.End)).AtLeast("last_day", Moments.Day(query.Days?.Start)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<PlacementDocument?> FindAsync(TenantScope scope, DocumentId id, CancellationToken cancellationToken = default) =>
        FindAsync(scope, StoredKinds.Documents, [id.Value], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<PlacementDocument>> ListAsync(TenantScope scope, DocumentQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PageAsync(
            scope, StoredKinds.Documents, query,
            new Selection().Is("placement", query.Placement?.Value).Is("student", query.Student?.Value).In("state", query.States).AtMost("last_day", Moments.Day(query.LastDayBy)), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<HoursEntry?> FindAsync(TenantScope scope, HoursEntryId id, CancellationToken cancellationToken = default) =>
        FindAsync(scope, StoredKinds.Hours, [id.Value], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<HoursEntry>> ListAsync(TenantScope scope, HoursQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PageAsync(
            scope, StoredKinds.Hours, query,
            new Selection().Is("placement", query.Placement?.Value).Is("student", query.Student?.Value).In("state", query.States)
                .AtLeast("work_day", Moments.Day(query.Days?.Start)).AtMost("work_day", Moments.Day(query.Days?.End)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<MatchRun?> FindAsync(TenantScope scope, MatchRunId id, CancellationToken cancellationToken = default) =>
        FindAsync(scope, StoredKinds.Runs, [id.Value], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<MatchRun>> ListAsync(TenantScope scope, MatchRunQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PageAsync(scope, StoredKinds.Runs, query, new Selection().Is("follows", query.Follows?.Value).In("state", query.States), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<StudentRecordEntry?> FindAsync(TenantScope scope, StudentId student, EntryId id, CancellationToken cancellationToken = default) =>
        FindAsync(scope, StoredKinds.Records, [student.Value, id.Value], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<StudentRecordEntry>> ListAsync(TenantScope scope, RecordQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PageAsync(
            scope, StoredKinds.Records, query,
            new Selection().Is("student", query.Student?.Value).AtLeast("entry_day", Moments.Day(query.Days?.Start)).AtMost("entry_day", Moments.Day(query.Days?.End)), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<PartnerListing?> FindAsync(TenantScope scope, PartnerId id, CancellationToken cancellationToken = default) =>
        FindAsync(scope, StoredKinds.Partners, [id.Value], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<PartnerListing>> ListAsync(TenantScope scope, PartnerQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PageAsync(scope, StoredKinds.Partners, query, new Selection().In("state", query.States).AtMost("vetted_until", Moments.Day(query.VettedUntilBy)), cancellationToken);
    }

    private ValueTask<T?> FindAsync<T>(TenantScope scope, StoredKind<T> kind, ImmutableArray<string> keys, CancellationToken cancellationToken)
        where T : class, IStored =>
        ReadAsync(
            scope, async session => (await session.QueryAsync(kind.FindBy(keys), kind.Read, cancellationToken).ConfigureAwait(false)).SingleOrDefault(), cancellationToken);

    private ValueTask<Page<T>> PageAsync<T>(TenantScope scope, StoredKind<T> kind, StoreQuery query, Selection selection, CancellationToken cancellationToken)
        where T : class, IStored
    {
        Pages.ThrowIfLimitIsOut(query.Limit);
        return ReadAsync(
            scope,
            async session => Pages.Of(
                await session.QueryAsync(kind.Select(selection, Pages.After(query), query.Limit), kind.Read, cancellationToken).ConfigureAwait(false), query.Limit, kind.KeysOf),
            cancellationToken);
    }
}
