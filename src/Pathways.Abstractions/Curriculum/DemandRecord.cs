namespace Pathways;

/// <summary>What a source says of the demand for an occupation in a region.</summary>
public sealed record DemandRecord
{
    /// <summary>The region.</summary>
    public required RegionId Region { get; init; }

    /// <summary>The occupation. Demand is counted by SOC code, so the last two digits do not matter: <c>51-4041.00</c> stands for <c>51-4041</c>.</summary>
    public required OnetSocCode Occupation { get; init; }

    /// <summary>Openings a year, 0 or more; <see langword="null"/> when the source does not say.</summary>
    public int? Openings { get; init; }

    /// <summary>Growth over the source's projection, in percent, negative where it shrinks; <see langword="null"/> when the source does not say.</summary>
    public decimal? GrowthPercent { get; init; }

    /// <summary>The median pay of a year of full-time work, in dollars; <see langword="null"/> when the source does not say.</summary>
    public decimal? MedianWage { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>The day for which it was said.</summary>
    public required LocalDate AsOf { get; init; }
}

/// <summary>A role that a partner says it can hardly fill.</summary>
public sealed record HardToFillRole
{
    /// <summary>Who says so.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>Where the role is.</summary>
    public required RegionId Region { get; init; }

    /// <summary>The occupation.</summary>
    public required OnetSocCode Occupation { get; init; }

    /// <summary>How many vacancies, 0 or more; <see langword="null"/> when the partner does not say.</summary>
    public int? Vacancies { get; init; }

    /// <summary>Why it is hard to fill, in the partner's words.</summary>
    public string? Reason { get; init; }

    /// <summary>The day on which the partner said so.</summary>
    public required LocalDate AsOf { get; init; }
}

/// <summary>What makes students ready for an occupation: everywhere, or in one region.</summary>
public sealed record ReadinessStrategy
{
    /// <summary>The occupation.</summary>
    public required OnetSocCode Occupation { get; init; }

    /// <summary>The only region it is meant for; <see langword="null"/> for all.</summary>
    public RegionId? Region { get; init; }

    /// <summary>What to do, in a sentence.</summary>
    public required string Strategy { get; init; }

    /// <summary>When classes or activities for it take place, or where; <see langword="null"/> when not said.</summary>
    public ActivitySetting? Setting { get; init; }

    /// <summary>The degree it needs; <see langword="null"/> for none.</summary>
    public string? Degree { get; init; }

    /// <summary>The credentials it needs.</summary>
    public ImmutableArray<QualificationId> Credentials { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The skills it needs.</summary>
    public ImmutableArray<string> Skills { get; init => field = value.IsDefault ? [] : value; } = [];
}
