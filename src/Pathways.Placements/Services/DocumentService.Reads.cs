namespace Pathways.Placements;

// What services show: asked of the table of access, and cut down to the view of the rule.
public sealed partial class DocumentService
{
    private readonly RecordReader _reader = new(new(directory), opportunities, audit, students, districts, clock);

    /// <summary>A document, as far as somebody may see it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which document.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<PlacementDocument>> FindAsync(TenantScope scope, DocumentId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.ShowAsync(
            scope, $"document/{id}", await documents.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), AboutBy(scope, by, cancellationToken), by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>A page of documents, as far as somebody may see them. What they may not see is left out, and the page tells nothing of it: it is full unless there is no more.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Page<PlacementDocument>> ListAsync(TenantScope scope, DocumentQuery query, Actor by, Purpose purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await _reader.ListAsync(scope, query, documents.ListAsync, AboutBy(scope, by, cancellationToken), by, purpose, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What happened to a document, for whoever may read its history.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which document.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<AuditHistory>> HistoryAsync(TenantScope scope, DocumentId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.HistoryAsync(
            scope, $"document/{id}", await documents.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), AboutBy(scope, by, cancellationToken), by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>Everything that may happen to a document now, who may do it, and why the rest may not; for whoever may see it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which document.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <remarks>What goes with a request, such as a reason or a receipt, is not there yet, so that its requirement counts as unmet. Where access to a step is denied its reasons alone are given.</remarks>
    public async ValueTask<ReadOutcome<PossibleSteps<DocumentState, DocumentTrigger>>> PossibleAsync(
        TenantScope scope, DocumentId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.PossibleAsync(
            scope, $"document/{id}", await documents.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), AboutBy(scope, by, cancellationToken), by, purpose, document => document.State,
            async document =>
            {
                var known = (await GatherAsync(scope, document, new(store), cancellationToken).ConfigureAwait(false))!;
                return (
                    DocumentLifecycle.Table.Possible(document.State, DocumentDecisions.FactsOf(document, Situation(known, by)), by),
                    (Func<DocumentTrigger, ValueTask<AccessAnswer>>)(trigger => AskAsync(scope, by, TriggerOperations.Of(trigger), document, known, cancellationToken)));
            },
            cancellationToken).ConfigureAwait(false);

    private Func<PlacementDocument, ValueTask<RecordReader.Question?>> AboutBy(TenantScope scope, Actor by, CancellationToken cancellationToken) => async document =>
        await placements.FindAsync(scope, document.Placement, cancellationToken).ConfigureAwait(false) is { } placement
            ? new RecordReader.Question([Operation.ReadDocument], document.Student, document.Opportunity, PlacementAccess.Of(placement, by, new(), Asks(document, by)))
            : null;
}
