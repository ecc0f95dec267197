namespace Pathways.Placements;

/// <summary>Shares placements that nobody looks after among coordinators, evenly and within their limits.</summary>
/// <remarks>
/// The heaviest placement first, each to the coordinator who would then have the smallest load among those with room; ties go to the first
/// identifier. With equal weights the largest load of those who get something is as small as can be, and as much as can be is shared out; with different
/// weights and no limit in the way, no load exceeds the average by more than the heaviest placement, or it was so before.
/// Source: Graham, Bounds on multiprocessing timing anomalies, SIAM J. Appl. Math. 17 (1969).
/// </remarks>
public static class CaseloadBalance
{
    /// <summary>Proposes who looks after what. The order of the arguments does not matter.</summary>
    /// <param name="caseloads">The caseloads as they are, one for each coordinator.</param>
    /// <param name="placements">Placements; those that have ended or have a coordinator are passed over.</param>
    /// <param name="weights">What each weighs.</param>
    /// <exception cref="ArgumentException">A coordinator has two caseloads.</exception>
    public static CaseloadProposal Propose(IEnumerable<Caseload> caseloads, IEnumerable<Placement> placements, CaseloadWeights weights)
    {
        ArgumentNullException.ThrowIfNull(caseloads);
        ArgumentNullException.ThrowIfNull(placements);
        ArgumentNullException.ThrowIfNull(weights);
        var now = caseloads.OrderBy(caseload => caseload.Coordinator).ToArray();
        if (now.DistinctBy(caseload => caseload.Coordinator).Count() != now.Length)
        {
            throw new ArgumentException("A coordinator has two caseloads. Add them up first.", nameof(caseloads));
        }

        var assignments = ImmutableArray.CreateBuilder<CaseloadAssignment>();
        var gaps = ImmutableArray.CreateBuilder<CaseloadGap>();
        var waiting = placements.Where(placement => placement is { IsLive: true, Coordinator: null }).DistinctBy(placement => placement.Id)
            .Select(placement => (placement.Id, Weight: weights.Of(placement))).OrderByDescending(item => item.Weight).ThenBy(item => item.Id);
        foreach (var (id, weight) in waiting)
        {
            var best = Least(now, weight);
            if (best < 0)
            {
                gaps.Add(new(id, Against(now, weight)));
                continue;
            }

            var before = now[best];
            now[best] = before with { Load = before.Load + weight };
            var room = now.Count(caseload => caseload.HasRoom(weight)) + (now[best].HasRoom(weight) ? 0 : 1);
            assignments.Add(new(
                id, before.Coordinator, $"{before.Coordinator} has the smallest load of {room} with room: {before.Load} of {before.Limit}, and {now[best].Load} with this one."));
        }

        return new(assignments.ToImmutable(), gaps.ToImmutable(), [.. now]);
    }

    private static int Least(Caseload[] caseloads, int weight)
    {
        var best = -1;
        for (var at = 0; at < caseloads.Length; at++)
        {
            if (caseloads[at].HasRoom(weight) && (best < 0 || caseloads[at].Load < caseloads[best].Load))
            {
                best = at;
            }
        }

        return best;
    }

    private static ImmutableArray<Refusal> Against(Caseload[] caseloads, int weight) => caseloads.Length == 0
        ? [new("caseload.nobody", "There is no coordinator to look after it.")]
        : [.. caseloads.Select(caseload => new Refusal(
            "caseload.full", $"{caseload.Coordinator} has {caseload.Load} of {caseload.Limit}, which leaves no room for {weight} more."))];
}
