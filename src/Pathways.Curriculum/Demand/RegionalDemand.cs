namespace Pathways.Curriculum;

/// <summary>What is known of the demand for occupations in some regions, from statistics and from partners, and what makes students ready for them.</summary>
public sealed record RegionalDemand
{
    /// <summary>The regions, each of them one that a report must not leave out.</summary>
    public ImmutableArray<Region> Regions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What sources say.</summary>
    public ImmutableArray<DemandRecord> Records { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What partners say.</summary>
    public ImmutableArray<HardToFillRole> HardToFill { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What makes students ready.</summary>
    public ImmutableArray<ReadinessStrategy> Strategies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The records of an occupation: latest first, on one day by most openings, and then by region and source.</summary>
    /// <param name="occupation">The occupation; its last two digits do not matter.</param>
    /// <param name="region">The only region that counts; <see langword="null"/> for all.</param>
    public ImmutableArray<DemandRecord> RecordsOf(OnetSocCode occupation, RegionId? region = null) =>
    [
        .. Records.Where(record => record.Occupation.Soc == occupation.Soc && (region is null || record.Region == region))
            .OrderByDescending(record => record.AsOf).ThenByDescending(record => record.Openings ?? -1)
            .ThenBy(record => record.Region).ThenBy(record => record.Source, StringComparer.Ordinal),
    ];

    /// <summary>The roles of an occupation that partners find hard to fill: latest first, and then by partner.</summary>
    /// <param name="occupation">The occupation; its last two digits do not matter.</param>
    /// <param name="region">The only region that counts; <see langword="null"/> for all.</param>
    public ImmutableArray<HardToFillRole> HardToFillOf(OnetSocCode occupation, RegionId? region = null) =>
    [
        .. HardToFill.Where(role => role.Occupation.Soc == occupation.Soc && (region is null || role.Region == region))
            .OrderByDescending(role => role.AsOf).ThenBy(role => role.Region).ThenBy(role => role.Partner),
    ];

    /// <summary>What makes students ready for an occupation in a region: what is meant for the region first, in the order of the file.</summary>
    /// <param name="occupation">The occupation; its last two digits do not matter.</param>
    /// <param name="region">The region.</param>
    public ImmutableArray<ReadinessStrategy> StrategiesFor(OnetSocCode occupation, RegionId region) =>
    [
        .. Strategies.Where(strategy => strategy.Occupation.Soc == occupation.Soc && (strategy.Region is null || strategy.Region == region))
            .OrderBy(strategy => strategy.Region is null),
    ];

    /// <summary>Whether anything is said of the demand for an occupation.</summary>
    /// <param name="occupation">The occupation; its last two digits do not matter.</param>
    /// <param name="region">The only region that counts; <see langword="null"/> for all.</param>
    public bool Knows(OnetSocCode occupation, RegionId? region = null) =>
        Records.Any(record => record.Occupation.Soc == occupation.Soc && (region is null || record.Region == region))
        || HardToFill.Any(role => role.Occupation.Soc == occupation.Soc && (region is null || role.Region == region));

    /// <summary>Finds a region, or <see langword="null"/> if there is none.</summary>
    /// <param name="region">Which one.</param>
    public Region? FindRegion(RegionId region) => Regions.FirstOrDefault(known => known.Id == region);
}
