namespace Pathways;

/// <summary>The student chooses a sector to investigate; the latest choice holds, and the earlier ones stay on record.</summary>
public sealed record SectorChoice : RecordEntry
{
    /// <summary>The sector.</summary>
    public required SectorId Sector { get; init; }

    /// <summary>Why, in the student's words.</summary>
    public string? Reason { get; init; }
}

/// <summary>The student says what they mean to do after high school.</summary>
public sealed record IntentDeclared : RecordEntry
{
    /// <summary>What.</summary>
    public required PostsecondaryIntent Intent { get; init; }
}

/// <summary>The student sets a goal.</summary>
public sealed record GoalSet : RecordEntry
{
    /// <summary>What the goal is about.</summary>
    public required GoalKind Kind { get; init; }

    /// <summary>The goal, in the student's words.</summary>
    public required string Text { get; init; }
}
