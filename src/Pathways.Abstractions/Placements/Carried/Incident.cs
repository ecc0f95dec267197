namespace Pathways;

/// <summary>Something that went wrong at work.</summary>
public sealed record Incident
{
    /// <summary>Which incident.</summary>
    public required IncidentId Id { get; init; }

    /// <summary>When it happened.</summary>
    public required LocalDate On { get; init; }

    /// <summary>How grave it is.</summary>
    public required IncidentSeverity Severity { get; init; }

    /// <summary>Who reported it.</summary>
    public required Actor ReportedBy { get; init; }

    /// <summary>What happened.</summary>
    public Note? Account { get; init; }

    /// <summary>When it was settled; <see langword="null"/> while it is open.</summary>
    public LocalDate? SettledOn { get; init; }

    /// <summary>What was done about it.</summary>
    public Note? Settlement { get; init; }

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}

/// <summary>How grave an incident is.</summary>
public enum IncidentSeverity
{
    /// <summary>Worth writing down.</summary>
    Low,

    /// <summary>Somebody must act.</summary>
    Medium,

    /// <summary>The student must not go on working until it is settled: the placement is paused.</summary>
    High,
}
