namespace Pathways;

/// <summary>For whom an activity is.</summary>
public enum Tier
{
    /// <summary>Tier 1: every student.</summary>
    Universal,

    /// <summary>Tier 2: students of a program or with a need.</summary>
    Targeted,

    /// <summary>Tier 3: one student with a plan of their own.</summary>
    IndividualSupport,
}
