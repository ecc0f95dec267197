namespace Pathways.Placements;

// What services show: asked of the table of access, and cut down to the view of the rule.
public sealed partial class HoursService
{
    private readonly RecordReader _reader = new(new(directory), opportunities, audit, students, districts, clock);

    /// <summary>An entry, as far as somebody may see it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which entry.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<HoursEntry>> FindAsync(TenantScope scope, HoursEntryId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.ShowAsync(
            scope, $"hours-entry/{id}", await hours.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), AboutBy(scope, by, cancellationToken), by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>A page of entries, as far as somebody may see them. What they may not see is left out, and the page tells nothing of it: it is full unless there is no more.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Page<HoursEntry>> ListAsync(TenantScope scope, HoursQuery query, Actor by, Purpose purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await _reader.ListAsync(scope, query, hours.ListAsync, AboutBy(scope, by, cancellationToken), by, purpose, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What happened to an entry, for whoever may read its history.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which entry.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<AuditHistory>> HistoryAsync(TenantScope scope, HoursEntryId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.HistoryAsync(
            scope, $"hours-entry/{id}", await hours.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), AboutBy(scope, by, cancellationToken), by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>Everything that may happen to an entry now, who may do it, and why the rest may not; for whoever may see it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which entry.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <remarks>What goes with a request, such as a reason, is not there yet, so that its requirement counts as unmet. Where access to a step is denied its reasons alone are given.</remarks>
    public async ValueTask<ReadOutcome<PossibleSteps<HoursEntryState, HoursEntryTrigger>>> PossibleAsync(
        TenantScope scope, HoursEntryId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.PossibleAsync(
            scope, $"hours-entry/{id}", await hours.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), AboutBy(scope, by, cancellationToken), by, purpose, thing => thing.State,
            async entry =>
            {
                var placement = (await placements.FindAsync(scope, entry.Placement, cancellationToken).ConfigureAwait(false))!;
                var (situation, student) = await _gathering.GatherAsync(scope, entry, placement, by, clock.GetCurrentInstant(), new(store), cancellationToken).ConfigureAwait(false);
                return (
                    HoursEntryLifecycle.Table.Possible(entry.State, situation.Facts(entry), by),
                    (Func<HoursEntryTrigger, ValueTask<AccessAnswer>>)(trigger => AskAsync(scope, by, TriggerOperations.Of(trigger), placement, student, cancellationToken)));
            },
            cancellationToken).ConfigureAwait(false);

    private Func<HoursEntry, ValueTask<RecordReader.Question?>> AboutBy(TenantScope scope, Actor by, CancellationToken cancellationToken) => async entry =>
        await placements.FindAsync(scope, entry.Placement, cancellationToken).ConfigureAwait(false) is { } placement
            ? new RecordReader.Question([Operation.ReadHours], entry.Student, entry.Opportunity, PlacementAccess.Of(placement, by, new()))
            : null;
}
