namespace Pathways.Placements;

/// <summary>How much work a placement is for a coordinator, by its kind. The numbers are the district's.</summary>
/// <param name="Kinds">The kind of each program, since a placement names its program.</param>
/// <param name="Weights">The weight of a kind, 1 or more; 1 for a kind that is not there.</param>
public sealed record CaseloadWeights(
    ImmutableDictionary<PlacementProgramId, PlacementKind> Kinds, ImmutableDictionary<PlacementKind, int> Weights)
{
    /// <summary>Every placement weighs 1.</summary>
    public static CaseloadWeights Equal { get; } =
        new(ImmutableDictionary<PlacementProgramId, PlacementKind>.Empty, ImmutableDictionary<PlacementKind, int>.Empty);

    /// <summary>The weight of a placement; 1 when its program is not known.</summary>
    /// <param name="placement">The placement.</param>
    public int Of(Placement placement)
    {
        ArgumentNullException.ThrowIfNull(placement);
        return placement.Program is { } program && Kinds.TryGetValue(program, out var kind) ? Math.Max(1, Weights.GetValueOrDefault(kind, 1)) : 1;
    }
}
