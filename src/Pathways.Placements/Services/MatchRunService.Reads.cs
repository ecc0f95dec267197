namespace Pathways.Placements;

// What services show: asked of the table of access, and cut down to the view of the rule.
public sealed partial class MatchRunService
{
    private readonly RecordReader _reader = new(new(directory), opportunities, audit, null, null, clock);

    /// <summary>A match run, as far as somebody may see it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which match run.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<MatchRun>> FindAsync(TenantScope scope, MatchRunId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.ShowAsync(
            scope, $"match-run/{id}", await runs.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), About, by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>A page of match runs, as far as somebody may see them. What they may not see is left out, and the page tells nothing of it: it is full unless there is no more.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Page<MatchRun>> ListAsync(TenantScope scope, MatchRunQuery query, Actor by, Purpose purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await _reader.ListAsync(scope, query, runs.ListAsync, About, by, purpose, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What happened to a match run, for whoever may read its history.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which match run.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<AuditHistory>> HistoryAsync(TenantScope scope, MatchRunId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.HistoryAsync(
            scope, $"match-run/{id}", await runs.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), About, by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>Everything that may happen to a match run now, who may do it, and why the rest may not; for whoever may see it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which match run.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <remarks>What goes with a request, such as a reason, is not there yet, so that its requirement counts as unmet. Where access to a step is denied its reasons alone are given.</remarks>
    public async ValueTask<ReadOutcome<PossibleSteps<MatchRunState, MatchRunTrigger>>> PossibleAsync(
        TenantScope scope, MatchRunId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.PossibleAsync(
            scope, $"match-run/{id}", await runs.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), About, by, purpose, thing => thing.State,
            async run =>
            {
                var facts = new MatchRunFacts
                {
                    Verdict = run.Verdict, Digest = run.Digest, ActorIsAnother = run.ProposedBy is { } proposer && proposer != by.Id,
                    SuccessorPublished = await HasSuccessorAsync(scope, run.Id, new(store), cancellationToken).ConfigureAwait(false),
                };
                return (
                    MatchRunLifecycle.Table.Possible(run.State, facts, by),
                    (Func<MatchRunTrigger, ValueTask<AccessAnswer>>)(trigger => AskAsync(scope, by, TriggerOperations.Of(trigger), cancellationToken)));
            },
            cancellationToken).ConfigureAwait(false);

    private static ValueTask<RecordReader.Question?> About(MatchRun run) => ValueTask.FromResult<RecordReader.Question?>(new([Operation.ReadMatchRun], null, null, facts => facts with { IsActive = true }));
}
