namespace Pathways.Placements;

/// <summary>How much a coordinator looks after, and how much at most.</summary>
/// <param name="Coordinator">Who.</param>
/// <param name="Limit">The most, in the weights of placements: with the usual weight 1, the most placements.</param>
/// <param name="Load">The sum of the weights of what they look after now, 0 or more.</param>
public sealed record Caseload(ActorId Coordinator, int Limit, int Load = 0)
{
    /// <summary>How much more there is room for; 0 for a caseload that is full or over its limit.</summary>
    public int Room => Math.Max(0, Limit - Load);

    /// <summary>Whether there is room for one more placement.</summary>
    /// <param name="weight">Its weight.</param>
    public bool HasRoom(int weight = 1) => weight <= Limit - Load;

    /// <summary>The caseload that some placements make.</summary>
    /// <param name="coordinator">Whose.</param>
    /// <param name="limit">The most.</param>
    /// <param name="placements">Placements of anybody: those that have not ended and that this coordinator looks after count.</param>
    /// <param name="weights">What each weighs.</param>
    public static Caseload Of(ActorId coordinator, int limit, IEnumerable<Placement> placements, CaseloadWeights weights)
    {
        ArgumentNullException.ThrowIfNull(placements);
        ArgumentNullException.ThrowIfNull(weights);
        return new(coordinator, limit, placements.Where(placement => placement.IsLive && placement.Coordinator == coordinator).Sum(weights.Of));
    }
}
