namespace Pathways;

/// <summary>An adult is named whom the student can turn to.</summary>
public sealed record AdvisorNamed : RecordEntry
{
    /// <summary>Who.</summary>
    public required ActorId Advisor { get; init; }

    /// <summary>In what capacity.</summary>
    public required Role AdvisorRole { get; init; }

    /// <summary>The last day; <see langword="null"/> while it lasts.</summary>
    public LocalDate? Until { get; init; }
}

/// <summary>Somebody of the school was in touch with the family.</summary>
public sealed record FamilyContact : RecordEntry
{
    /// <summary>By which way, such as a call.</summary>
    public required string Channel { get; init; }

    /// <summary>About what.</summary>
    public required string Topic { get; init; }
}
