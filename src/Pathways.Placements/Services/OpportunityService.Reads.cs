namespace Pathways.Placements;

// What services show: asked of the table of access, and cut down to the view of the rule.
public sealed partial class OpportunityService
{
    private readonly RecordReader _reader = new(new(directory), opportunities, audit, null, districts, clock);

    /// <summary>An opportunity, as far as somebody may see it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which opportunity.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<OpportunityListing>> FindAsync(TenantScope scope, OpportunityId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.ShowAsync(
            scope, $"opportunity/{id}", await opportunities.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), About, by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>A page of opportunities, as far as somebody may see them. What they may not see is left out, and the page tells nothing of it: it is full unless there is no more.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Page<OpportunityListing>> ListAsync(TenantScope scope, OpportunityQuery query, Actor by, Purpose purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await _reader.ListAsync(scope, query, opportunities.ListAsync, About, by, purpose, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What happened to an opportunity, for whoever may read its history.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which opportunity.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<AuditHistory>> HistoryAsync(TenantScope scope, OpportunityId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.HistoryAsync(
            scope, $"opportunity/{id}", await opportunities.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), About, by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>Everything that may happen to an opportunity now, who may do it, and why the rest may not; for whoever may see it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which opportunity.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <remarks>What goes with a request, such as a reason, is not there yet, so that its requirement counts as unmet. Where access to a step is denied its reasons alone are given.</remarks>
    public async ValueTask<ReadOutcome<PossibleSteps<OpportunityState, OpportunityTrigger>>> PossibleAsync(
        TenantScope scope, OpportunityId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.PossibleAsync(
            scope, $"opportunity/{id}", await opportunities.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), About, by, purpose, thing => thing.State,
            async listing => (
                OpportunityLifecycle.Table.Possible(listing.State, await FactsAsync(scope, listing, new(store), cancellationToken).ConfigureAwait(false), by),
                (Func<OpportunityTrigger, ValueTask<AccessAnswer>>)(trigger => AskAsync(scope, by, TriggerOperations.Of(trigger), listing, cancellationToken))),
            cancellationToken).ConfigureAwait(false);

    private static ValueTask<RecordReader.Question?> About(OpportunityListing listing) => ValueTask.FromResult<RecordReader.Question?>(new(
        [Operation.ReadOpportunity], null, listing.Id, facts => Seen(listing, facts)));
}
