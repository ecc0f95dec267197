namespace Pathways.Placements;

// What services show: asked of the table of access, and cut down to the view of the rule.
public sealed partial class PlacementService
{
    private readonly RecordReader _reader = new(new(directory), opportunities, audit, students, districts, clock);

    /// <summary>A placement, as far as somebody may see it: a supervisor sees the schedule, the agreed outcomes and what they wrote themselves.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which placement.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<Placement>> FindAsync(TenantScope scope, PlacementId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.ShowAsync(
            scope, $"placement/{id}", await placements.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), AskedBy(by), by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>A page of placements, as far as somebody may see them. What they may not see is left out, and the page tells nothing of it: it is full unless there is no more.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Page<Placement>> ListAsync(TenantScope scope, PlacementQuery query, Actor by, Purpose purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await _reader.ListAsync(scope, query, placements.ListAsync, AskedBy(by), by, purpose, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What happened to a placement, for whoever may read its history.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which placement.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<AuditHistory>> HistoryAsync(TenantScope scope, PlacementId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.HistoryAsync(
            scope, $"placement/{id}", await placements.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), AskedBy(by), by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>Everything that may happen to a placement now, who may do it, and why the rest may not; for whoever may see it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which placement.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <remarks>
    /// What goes with a request, such as a reason or an entry, is not there yet, so that its requirement counts as unmet. Where access to a step is denied its reasons alone are given.
    /// </remarks>
    public async ValueTask<ReadOutcome<PossibleSteps<PlacementState, PlacementTrigger>>> PossibleAsync(
        TenantScope scope, PlacementId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.PossibleAsync(
            scope, $"placement/{id}", await placements.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), AskedBy(by), by, purpose, placement => placement.State,
            async placement =>
            {
                // Which form it will be about is not said yet, so whoever is asked to fill any in counts as asked.
                var gathered = await _gathering.GatherAsync(scope, placement, by, clock.GetCurrentInstant(), new(store), cancellationToken).ConfigureAwait(false);
                var seen = PlacementAccess.Of(placement, by, gathered.Student, IsAsked(placement, by));
                return (
                    PlacementLifecycle.Table.Possible(placement.State, gathered.Situation.Facts(), by),
                    (Func<PlacementTrigger, ValueTask<AccessAnswer>>)(trigger => _guard.AskAsync(
                        scope, by, TriggerOperations.Of(trigger), About(placement, gathered.Listing), Purpose.Placement, seen, cancellationToken)));
            },
            cancellationToken).ConfigureAwait(false);

    private static bool IsAsked(Placement placement, Actor by) => placement.Record.Evaluations.Any(form => form.Evaluator == by.Id);

    private static Func<Placement, ValueTask<RecordReader.Question?>> AskedBy(Actor by) => placement => ValueTask.FromResult<RecordReader.Question?>(new(
        [Operation.ReadPlacement], placement.Student, placement.Opportunity, PlacementAccess.Of(placement, by, new(), IsAsked(placement, by))));
}
