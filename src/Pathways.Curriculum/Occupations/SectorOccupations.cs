namespace Pathways.Curriculum;

/// <summary>The occupations a program counts into a sector, by the beginnings of their codes.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Prefixes">Beginnings of O*NET-SOC codes, such as <c>15-12</c> or a whole code.</param>
public sealed record SectorOccupations(SectorId Sector, ImmutableArray<string> Prefixes)
{
    /// <summary>The beginnings for the three sectors of <see cref="SectorPresets.Marlborough"/>.</summary>
    /// <remarks>A choice of this library by SOC minor group, to start from. It is not the crosswalk of Advance CTE, which is theirs and not shipped.</remarks>
    public static ImmutableArray<SectorOccupations> Marlborough { get; } =
    [
        new(SectorId.From("engineering"), ["17-2", "17-3", "49-9", "51-1", "51-2", "51-4", "51-8", "51-9"]),
        new(SectorId.From("healthcare"), ["19-1", "19-4", "29-", "31-"]),
        new(SectorId.From("computing"), ["15-1", "15-2"]),
    ];

    /// <summary>Whether an occupation counts into the sector.</summary>
    /// <param name="code">Its code.</param>
    public bool Holds(OnetSocCode code) => Prefixes.Any(prefix => code.Value.StartsWith(prefix, StringComparison.Ordinal));
}
