namespace Pathways;

/// <summary>Where a match run stands.</summary>
public enum MatchRunState
{
    /// <summary>It was computed, and staff can look at it.</summary>
    Proposed,

    /// <summary>Somebody looked at it and found it good.</summary>
    Reviewed,

    /// <summary>It counts: its new seats are offered to students.</summary>
    Published,

    /// <summary>A later run took its place. An end.</summary>
    Superseded,

    /// <summary>It was never published and never will be. An end.</summary>
    Discarded,
}
