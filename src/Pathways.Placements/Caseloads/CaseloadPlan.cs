namespace Pathways.Placements;

/// <summary>How much coordinators look after, and what should change hands. A proposal: somebody decides.</summary>
/// <param name="Moves">What should change hands, in the order in which it was given.</param>
/// <param name="Stuck">What nobody has room for: it stays where it is.</param>
/// <param name="Caseloads">The caseloads as they would be after the moves, in the order of coordinators.</param>
public sealed record CaseloadPlan(ImmutableArray<CaseloadMove> Moves, ImmutableArray<CaseloadGap> Stuck, ImmutableArray<Caseload> Caseloads)
{
    /// <summary>Shares what nobody looks after, and what is too much for somebody.</summary>
    /// <param name="caseloads">The caseloads as they are, one for each coordinator.</param>
    /// <param name="placements">The placements that may change hands.</param>
    /// <param name="weights">What each weighs.</param>
    /// <exception cref="ArgumentException">A coordinator has two caseloads.</exception>
    public static CaseloadPlan Of(IEnumerable<Caseload> caseloads, IEnumerable<Placement> placements, CaseloadWeights weights)
    {
        ArgumentNullException.ThrowIfNull(caseloads);
        ArgumentNullException.ThrowIfNull(placements);
        ArgumentNullException.ThrowIfNull(weights);
        var loads = caseloads.ToArray();
        var all = placements.DistinctBy(placement => placement.Id).ToDictionary(placement => placement.Id);
        var handed = new List<Placement>();
        for (var at = 0; at < loads.Length; at++)
        {
            var own = all.Values.Where(placement => placement.IsLive && placement.Coordinator == loads[at].Coordinator)
                .OrderByDescending(placement => placement.State is PlacementState.Onboarding or PlacementState.ReadyToStart).ThenBy(placement => placement.Id);
            foreach (var placement in own.TakeWhile(_ => loads[at].Load > loads[at].Limit))
            {
                loads[at] = loads[at] with { Load = loads[at].Load - weights.Of(placement) };
                handed.Add(placement with { Coordinator = null });
            }
        }

        var proposal = CaseloadBalance.Propose(loads, [.. handed, .. all.Values.Where(placement => placement.Coordinator is null)], weights);

        // What nobody has room for stays where it is, and weighs there.
        var stuck = proposal.Unassigned.Select(gap => gap.Placement).ToHashSet();
        var after = proposal.Caseloads.Select(load => load with
        {
            Load = load.Load + handed.Where(placement => stuck.Contains(placement.Id) && all[placement.Id].Coordinator == load.Coordinator).Sum(weights.Of),
        });
        return new(
            [
                .. proposal.Assignments.Where(given => all[given.Placement].Coordinator != given.Coordinator)
                    .Select(given => new CaseloadMove(given.Placement, all[given.Placement].Coordinator, given.Coordinator, given.Sentence)),
            ],
            proposal.Unassigned,
            [.. after]);
    }
}

/// <summary>A placement should change hands.</summary>
/// <param name="Placement">Which placement.</param>
/// <param name="From">Who looks after it now; <see langword="null"/> when nobody does.</param>
/// <param name="To">Who should.</param>
/// <param name="Sentence">Why, in words a school secretary understands.</param>
public sealed record CaseloadMove(PlacementId Placement, ActorId? From, ActorId To, string Sentence);
