namespace Pathways;

/// <summary>An industry sector that a program is organised by.</summary>
/// <param name="Id">Which sector.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Clusters">The career clusters of 2024 it is about.</param>
public sealed record Sector(SectorId Id, string Name, ImmutableArray<CareerCluster> Clusters)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
