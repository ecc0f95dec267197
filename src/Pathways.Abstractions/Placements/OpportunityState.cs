namespace Pathways;

/// <summary>Where an opportunity, a partner's offer of experience, stands.</summary>
public enum OpportunityState
{
    /// <summary>The partner is writing it.</summary>
    Draft,

    /// <summary>The school has it.</summary>
    Submitted,

    /// <summary>The school agreed to it; students do not see it yet.</summary>
    Approved,

    /// <summary>Students see it and may apply.</summary>
    Published,

    /// <summary>Students see it, and every seat is taken.</summary>
    Full,

    /// <summary>Its season is over; its placements go on.</summary>
    Closed,

    /// <summary>Kept for the record only. An end.</summary>
    Archived,

    /// <summary>The school said no. An end.</summary>
    Rejected,

    /// <summary>Taken from view until a doubt is settled.</summary>
    Suspended,

    /// <summary>Called off. An end.</summary>
    Cancelled,
}
