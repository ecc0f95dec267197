namespace Pathways.Curriculum;

/// <summary>Which occupations somebody looks for; what is left out does not restrict.</summary>
public sealed record OccupationQuery
{
    /// <summary>Words that all begin a word of the title, in any case and order, such as <c>soft dev</c>.</summary>
    public string Words { get; init; } = "";

    /// <summary>The job zones, 1 to 5, any of them.</summary>
    public ImmutableArray<int> JobZones { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The education that is usual, any of these. An occupation without a job zone has none.</summary>
    public ImmutableArray<TypicalEducation> Education { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>SOC major groups such as <c>51</c>, any of them.</summary>
    public ImmutableArray<string> MajorGroups { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The occupations of these sectors, any of them.</summary>
    public ImmutableArray<SectorOccupations> Sectors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The occupations that a crosswalk puts into a career cluster.</summary>
    public ClusterOccupations? Cluster { get; init; }

    /// <summary>Where demand and wages come from, to be shown beside each occupation. It restricts nothing unless <see cref="InDemandOnly"/> says so.</summary>
    public RegionalDemand? Demand { get; init; }

    /// <summary>The only region whose demand counts.</summary>
    public RegionId? Region { get; init; }

    /// <summary>Whether only occupations count for which <see cref="Demand"/> has a record, or that a partner finds hard to fill, in the region.</summary>
    public bool InDemandOnly { get; init; }

    /// <summary>Whether an occupation is among those looked for.</summary>
    /// <param name="occupation">The occupation.</param>
    public bool Selects(Occupation occupation)
    {
        ArgumentNullException.ThrowIfNull(occupation);
        return (JobZones.IsEmpty || (occupation.JobZone is { } zone && JobZones.Contains(zone)))
            && (Education.IsEmpty || (occupation.Education is { } education && Education.Contains(education)))
            && (MajorGroups.IsEmpty || MajorGroups.Contains(occupation.Code.MajorGroup))
            && (Sectors.IsEmpty || Sectors.Any(sector => sector.Holds(occupation.Code)))
            && (Cluster is null || Cluster.Holds(occupation.Code))
            && (!InDemandOnly || Demand?.Knows(occupation.Code, Region) == true)
            && HasWords(occupation.Title);
    }

    private bool HasWords(string title)
    {
        var words = Parts(title);
        return Parts(Words).All(wanted => words.Any(word => word.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)));
    }

    private static string[] Parts(string text) =>
        text.Split([' ', ',', '/', '-', '(', ')', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
