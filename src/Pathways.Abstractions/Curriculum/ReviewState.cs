namespace Pathways;

/// <summary>How far the review of an artifact is.</summary>
public enum ReviewState
{
    /// <summary>Handed in and not looked at.</summary>
    Submitted,

    /// <summary>Looked at; must be done again.</summary>
    Returned,

    /// <summary>Good enough.</summary>
    Accepted,
}
