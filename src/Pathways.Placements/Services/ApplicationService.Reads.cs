using static Pathways.ApplicationState;

namespace Pathways.Placements;

// What services show: asked of the table of access, and cut down to the view of the rule.
public sealed partial class ApplicationService
{
    private readonly RecordReader _reader = new(new(directory), opportunities, audit, students, districts, clock);

    /// <summary>An application, as far as somebody may see it: a partner sees it without the student before the short list.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which application.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<Application>> FindAsync(TenantScope scope, StudentApplicationId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.ShowAsync(
            scope, $"application/{id}", await applications.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), About, by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>A page of applications, as far as somebody may see them. What they may not see is left out, and the page tells nothing of it: it is full unless there is no more.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Page<Application>> ListAsync(TenantScope scope, ApplicationQuery query, Actor by, Purpose purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);

        // Who may not know who applies must not find out by asking for one student after another.
        return await _reader.ListAsync(
            scope, query, applications.ListAsync, About, by, purpose, cancellationToken,
            application => query.Student is null || application.Student != AccessCut.Unnamed).ConfigureAwait(false);
    }

    /// <summary>What happened to an application, for whoever may read its history.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which application.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<AuditHistory>> HistoryAsync(TenantScope scope, StudentApplicationId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.HistoryAsync(
            scope, $"application/{id}", await applications.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), About, by, purpose, cancellationToken).ConfigureAwait(false);

    /// <summary>Everything that may happen to an application now, who may do it, and why the rest may not; for whoever may see it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which application.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <remarks>
    /// What goes with a request, such as a reason, is not there yet, so that its requirement counts as unmet. Where access to a step is denied its reasons alone are given.
    /// </remarks>
    public async ValueTask<ReadOutcome<PossibleSteps<ApplicationState, ApplicationTrigger>>> PossibleAsync(
        TenantScope scope, StudentApplicationId id, Actor by, Purpose purpose, CancellationToken cancellationToken = default) =>
        await _reader.PossibleAsync(
            scope, $"application/{id}", await applications.FindAsync(scope, id, cancellationToken).ConfigureAwait(false), About, by, purpose, application => application.State,
            async application =>
            {
                var gathered = await _gathering.GatherAsync(scope, application.Student, application.Opportunity, id, clock.GetCurrentInstant(), new(store), cancellationToken).ConfigureAwait(false);
                return (
                    ApplicationLifecycle.Table.Possible(application.State, gathered.Facts with { OfferExpires = application.OfferExpires }, by),
                    (Func<ApplicationTrigger, ValueTask<AccessAnswer>>)(trigger => gathered.Listing is { } listing
                        ? AskAsync(scope, by, TriggerOperations.Of(trigger), application.Student, listing, application.State, gathered, cancellationToken)
                        : ValueTask.FromResult(AccessAnswer.No(ServiceRefusals.Unknown($"opportunity/{application.Opportunity}")))));
            },
            cancellationToken).ConfigureAwait(false);

    private static ValueTask<RecordReader.Question?> About(Application application) => ValueTask.FromResult<RecordReader.Question?>(new(
        [Operation.ReadApplication, Operation.ReadApplicationUnnamed], application.Student, application.Opportunity, facts => Seen(application.State, facts)));

    private static AccessFacts Seen(ApplicationState state, AccessFacts facts) => facts with
    {
        IsActive = !ApplicationLifecycle.Table.EndStates.Contains(state),
        IsIdentityRevealed = state is Shortlisted or InterviewScheduled or Interviewed or Offered or Waitlisted or ApplicationState.Accepted,
    };
}
