namespace Pathways;

/// <summary>Where a document that a placement needs stands.</summary>
public enum DocumentState
{
    /// <summary>It is needed; nobody was asked for it.</summary>
    Required,

    /// <summary>Whoever must give it was asked.</summary>
    Requested,

    /// <summary>It came; nobody looked at it.</summary>
    Received,

    /// <summary>Somebody looks at it.</summary>
    UnderReview,

    /// <summary>It is good.</summary>
    Accepted,

    /// <summary>It is good, and will not be for long.</summary>
    Expiring,

    /// <summary>It was good until a day that is past.</summary>
    Expired,

    /// <summary>It is not good: something was wrong with it, or whoever signed it took it back.</summary>
    Rejected,

    /// <summary>It need not be there for this placement.</summary>
    Waived,

    /// <summary>What it was needed for is over. An end.</summary>
    Retired,
}
