namespace Pathways;

/// <summary>Where a slot, one seat of an opportunity, stands.</summary>
public enum SlotState
{
    /// <summary>Nobody has it.</summary>
    Open,

    /// <summary>It is kept for a student who has an offer, until the offer ends.</summary>
    Held,

    /// <summary>A student is placed on it.</summary>
    Filled,

    /// <summary>The partner took it back. An end.</summary>
    Withdrawn,
}
