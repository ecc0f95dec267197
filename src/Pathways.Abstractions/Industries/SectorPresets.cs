namespace Pathways;

/// <summary>Sector sets to start from; a program may declare its own.</summary>
public static class SectorPresets
{
    /// <summary>The three sectors of the Marlborough STEM pathways program.</summary>
    public static ImmutableArray<Sector> Marlborough { get; } =
    [
        new(SectorId.From("engineering"), "Engineering & Manufacturing", [CareerCluster.AdvancedManufacturing]),
        new(SectorId.From("healthcare"), "Healthcare & Life Science", [CareerCluster.HealthcareAndHumanServices]),
        new(SectorId.From("computing"), "Computer Science & IT", [CareerCluster.DigitalTechnology]),
    ];
}
