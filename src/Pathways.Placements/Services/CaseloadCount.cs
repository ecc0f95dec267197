namespace Pathways.Placements;

/// <summary>Counts what coordinators look after, and says when one more is too many.</summary>
/// <param name="placements">The placements.</param>
internal sealed class CaseloadCount(IPlacementStore placements)
{
    /// <summary>What keeps a coordinator from getting more placements; empty when nothing does.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="rules">The rules of the district, which set the limit.</param>
    /// <param name="coordinator">Who would get them; nobody has no limit.</param>
    /// <param name="more">How many.</param>
    /// <param name="moved">One of them that is there already.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ImmutableArray<Refusal>> AgainstAsync(
        TenantScope scope, DistrictRules rules, ActorId? coordinator, int more, PlacementId? moved, CancellationToken cancellationToken)
    {
        if (rules.CaseloadLimit is not { } limit || coordinator is not { } who)
        {
            return [];
        }

        var load = (await LiveAsync(scope, who, cancellationToken).ConfigureAwait(false)).Count(placement => placement.Id != moved);
        return load + more <= limit ? [] : [ServiceRefusals.CaseloadFull(who, load, limit, more)];
    }

    /// <summary>The placements that have not ended and that somebody looks after, or nobody does.</summary>
    public ValueTask<ImmutableArray<Placement>> LiveAsync(TenantScope scope, ActorId? coordinator, CancellationToken cancellationToken) => Pages.AllAsync(
        new PlacementQuery { Coordinator = coordinator, Limit = 1000, States = [.. PlacementLifecycle.Table.States.Except(PlacementLifecycle.Table.EndStates)] },
        (query, token) => placements.ListAsync(scope, query, token), cancellationToken).ToImmutableAsync();
}
