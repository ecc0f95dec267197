using System.Globalization;

namespace Pathways.Curriculum;

/// <summary>Where demand and pathways do not meet, and where they do; by region, then by occupation or pathway.</summary>
public sealed record DemandGapReport
{
    /// <summary>The day of the question.</summary>
    public required LocalDate On { get; init; }

    /// <summary>From when on an occupation counts as in demand.</summary>
    public required DemandThreshold Threshold { get; init; }

    /// <summary>Occupations in demand to which no pathway of the region leads.</summary>
    public ImmutableArray<DemandLine> DemandWithoutPathway { get; init; } = [];

    /// <summary>Occupations in demand to which a pathway of the region leads.</summary>
    public ImmutableArray<DemandLine> DemandWithPathway { get; init; } = [];

    /// <summary>Pathways of a region none of whose occupations is in demand there.</summary>
    public ImmutableArray<PathwayWithoutDemand> PathwaysWithoutDemand { get; init; } = [];

    /// <summary>Regions in which no pathway is offered.</summary>
    public ImmutableArray<RegionId> RegionsWithoutPathway { get; init; } = [];

    /// <summary>Occupations of which nothing newer is known than the threshold permits, in demand or not.</summary>
    public ImmutableArray<DemandLine> Stale { get; init; } = [];

    /// <summary>Every occupation of which something is said, in demand or not, by region and occupation.</summary>
    public ImmutableArray<DemandLine> Known { get; init; } = [];
}

/// <summary>The demand for one occupation in one region, with all that is said of it.</summary>
public sealed record DemandLine
{
    /// <summary>The region.</summary>
    public required RegionId Region { get; init; }

    /// <summary>The occupation, by SOC code.</summary>
    public required OnetSocCode Occupation { get; init; }

    /// <summary>What sources say, latest first; the first one decides whether the threshold is reached.</summary>
    public ImmutableArray<DemandRecord> Records { get; init; } = [];

    /// <summary>What partners say, latest first; any role counts as demand.</summary>
    public ImmutableArray<HardToFillRole> HardToFill { get; init; } = [];

    /// <summary>How the latest record fails to reach the threshold; empty where it does, or where there is none.</summary>
    public ImmutableArray<Refusal> Misses { get; init; } = [];

    /// <summary>Whether it counts as in demand.</summary>
    public bool IsInDemand { get; init; }

    /// <summary>The latest day for which anything is said.</summary>
    public LocalDate AsOf { get; init; }

    /// <summary>Whether that is too long ago.</summary>
    public bool IsStale { get; init; }

    /// <summary>The pathways of the region that lead to it.</summary>
    public ImmutableArray<PathwayId> Pathways { get; init; } = [];

    /// <summary>What makes students ready for it, what is meant for the region first.</summary>
    public ImmutableArray<ReadinessStrategy> Strategies { get; init; } = [];

    /// <summary>Why it counts or not, with sources and days.</summary>
    public string Sentence => string.Join(' ', Reasons());

    private IEnumerable<string> Reasons()
    {
        yield return $"{Occupation.Soc} in {Region} {(IsInDemand ? "is" : "is not")} in demand.";
        if (Records is [var record, ..])
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{record.Source} ({record.AsOf:yyyy-MM-dd}): {string.Join(", ", Facts(record))}.");
        }

        foreach (var role in HardToFill)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{role.Partner} can hardly fill {(role.Vacancies is { } count ? $"{count} {(count == 1 ? "vacancy" : "vacancies")}" : "it")} ({role.AsOf:yyyy-MM-dd}){(role.Reason is null ? "" : $": {role.Reason.TrimEnd('.')}")}.");
        }

        if (IsStale)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"This is stale: nothing newer than {AsOf:yyyy-MM-dd} is known.");
        }
    }

    private static IEnumerable<string> Facts(DemandRecord record)
    {
        var facts = new[]
        {
            record.Openings is { } openings ? string.Create(CultureInfo.InvariantCulture, $"{openings:#,0} openings a year") : null,
            record.GrowthPercent is { } growth ? string.Create(CultureInfo.InvariantCulture, $"{growth:0.#} percent growth") : null,
            record.MedianWage is { } wage ? string.Create(CultureInfo.InvariantCulture, $"${wage:#,0} a year") : null,
        };
        return facts.OfType<string>().DefaultIfEmpty("no numbers");
    }
}

/// <summary>A pathway none of whose occupations is in demand in a region.</summary>
/// <param name="Pathway">The pathway.</param>
/// <param name="Region">The region.</param>
/// <param name="Reasons">Why, occupation by occupation.</param>
public sealed record PathwayWithoutDemand(PathwayId Pathway, RegionId Region, ImmutableArray<Refusal> Reasons);
