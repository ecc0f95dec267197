namespace Pathways.Placements;

/// <summary>Says how much each coordinator looks after, proposes who should look after what, and hands placements over.</summary>
/// <param name="placements">The placements.</param>
/// <param name="opportunities">The opportunities.</param>
/// <param name="work">Moves placements.</param>
/// <param name="districts">The districts' rules, which set the limit.</param>
/// <param name="directory">How people stand to students and partners.</param>
public sealed class CaseloadService(
    IPlacementStore placements, IOpportunityStore opportunities, PlacementService work, IDistrictRules districts, IAccessDirectory directory)
{
    private readonly AccessGuard _guard = new(directory);
    private readonly CaseloadCount _count = new(placements);

    /// <summary>How much each coordinator looks after, and how much at most.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="coordinators">The coordinators of the district; the host knows them.</param>
    /// <param name="by">Who asks: whoever may name coordinators.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="weights">What each placement weighs; 1 where nothing is said.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>In the order of coordinators; without a limit of the district the limit is the largest number there is.</returns>
    public async ValueTask<ReadOutcome<CaseloadPlan>> LoadsAsync(
        TenantScope scope, IEnumerable<ActorId> coordinators, Actor by, Purpose purpose, CaseloadWeights? weights = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(coordinators);
        var access = await AskAsync(scope, by, new(), purpose, cancellationToken).ConfigureAwait(false);
        if (access is not AccessDecision.Allowed allowed)
        {
            return new ReadOutcome<CaseloadPlan>.Refused(((AccessDecision.Denied)access).Reasons);
        }

        var live = await _count.LiveAsync(scope, null, cancellationToken).ConfigureAwait(false);
        return new ReadOutcome<CaseloadPlan>.Shown(
            new([], [], await LoadsAsync(scope, coordinators, live, weights ?? CaseloadWeights.Equal, cancellationToken).ConfigureAwait(false)), allowed);
    }

    /// <summary>
    /// Proposes who looks after the placements that nobody looks after, and hands on what is too much for somebody: first what has not started, then by identifier. Nothing is
    /// changed; see <see cref="MoveAsync"/>.
    /// </summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="coordinators">The coordinators who can get placements; the host knows them.</param>
    /// <param name="by">Who asks: whoever may name coordinators. Placements for which they may not are left where they are, and count.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="weights">What each placement weighs; 1 where nothing is said.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<CaseloadPlan>> ProposeAsync(
        TenantScope scope, IEnumerable<ActorId> coordinators, Actor by, Purpose purpose, CaseloadWeights? weights = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(coordinators);
        var access = await AskAsync(scope, by, new(), purpose, cancellationToken).ConfigureAwait(false);
        if (access is not AccessDecision.Allowed allowed)
        {
            return new ReadOutcome<CaseloadPlan>.Refused(((AccessDecision.Denied)access).Reasons);
        }

        var weighed = weights ?? CaseloadWeights.Equal;
        var live = await _count.LiveAsync(scope, null, cancellationToken).ConfigureAwait(false);
        var loads = await LoadsAsync(scope, coordinators, live, weighed, cancellationToken).ConfigureAwait(false);
        var movable = new List<Placement>();
        foreach (var placement in live)
        {
            var listing = await opportunities.FindAsync(scope, placement.Opportunity, cancellationToken).ConfigureAwait(false);
            var about = listing is null ? new() { Student = placement.Student, Opportunity = placement.Opportunity } : AccessSubject.Of(listing, placement.Student);
            if (await AskAsync(scope, by, about, purpose, cancellationToken).ConfigureAwait(false) is AccessDecision.Allowed)
            {
                movable.Add(placement);
            }
        }

        return new ReadOutcome<CaseloadPlan>.Shown(CaseloadPlan.Of(loads, movable, weighed), allowed);
    }

    /// <summary>Hands a placement over to a coordinator: decided, limited and recorded like any other step of the placement.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="key">The caller's name for the request.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="placement">Which placement.</param>
    /// <param name="coordinator">Who looks after it from now on.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public ValueTask<ServiceOutcome<Placement>> MoveAsync(
        TenantScope scope, CommandKey key, Actor by, PlacementId placement, ActorId coordinator, CancellationToken cancellationToken = default) => work.AdvanceAsync(
            scope, new() { Key = key, By = by, Placement = placement, Trigger = PlacementTrigger.AssignCoordinator, Entry = new PlacementEntry.CoordinatorNamed(coordinator) }, cancellationToken);

    private async ValueTask<ImmutableArray<Caseload>> LoadsAsync(
        TenantScope scope, IEnumerable<ActorId> coordinators, ImmutableArray<Placement> live, CaseloadWeights weights, CancellationToken cancellationToken)
    {
        var limit = (await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false)).CaseloadLimit ?? int.MaxValue;
        return [.. coordinators.Distinct().Order().Select(coordinator => Caseload.Of(coordinator, limit, live, weights))];
    }

    private async ValueTask<AccessDecision> AskAsync(TenantScope scope, Actor by, AccessSubject about, Purpose purpose, CancellationToken cancellationToken) =>
        (await _guard.AskAsync(scope, by, Operation.AssignCoordinator, about, purpose, facts => facts, cancellationToken).ConfigureAwait(false)).Now;
}
