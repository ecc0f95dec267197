namespace Pathways.Placements;

/// <summary>What can happen to a slot. Offering one is no trigger: it makes the slot.</summary>
public enum SlotTrigger
{
    /// <summary>It is kept for a student to whom an offer is made.</summary>
    Hold,

    /// <summary>The student accepted.</summary>
    Fill,

    /// <summary>The offer ended otherwise.</summary>
    Release,

    /// <summary>The offer was not answered in time.</summary>
    ExpireHold,

    /// <summary>The placement on it ended before its time.</summary>
    Vacate,

    /// <summary>The partner takes it back.</summary>
    Withdraw,
}
