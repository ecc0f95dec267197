namespace Pathways;

/// <summary>A student takes part in an activity, or is to.</summary>
public sealed record Experience : RecordEntry
{
    /// <summary>Which activity.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>Whether the student took part.</summary>
    public required Attendance Attendance { get; init; }

    /// <summary>How many hours it took.</summary>
    public decimal? Hours { get; init; }

    /// <summary>The roster, where a group took part together.</summary>
    public string? Group { get; init; }

    /// <summary>The partner, where one is part of it.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>The opportunity, where it is one of the partner's offers.</summary>
    public OpportunityId? Opportunity { get; init; }

    /// <summary>The sector it was about.</summary>
    public SectorId? Sector { get; init; }

    /// <summary>The occupation it was about.</summary>
    public OnetSocCode? Occupation { get; init; }
}
