namespace Pathways.Placements;

/// <summary>What can happen to a document. Needing one is no trigger: the checklist makes it.</summary>
public enum DocumentTrigger
{
    /// <summary>Whoever must give it is asked, for the first time or again.</summary>
    Request,

    /// <summary>It came.</summary>
    Receive,

    /// <summary>Somebody begins to look at it.</summary>
    BeginReview,

    /// <summary>It is found good.</summary>
    Accept,

    /// <summary>It is found not good.</summary>
    Reject,

    /// <summary>Whoever signed it takes that back, such as a guardian a consent.</summary>
    Revoke,

    /// <summary>It will expire soon.</summary>
    NearExpiry,

    /// <summary>Its last day is over.</summary>
    Expire,

    /// <summary>The school does without it.</summary>
    Waive,

    /// <summary>What it was needed for is over.</summary>
    Retire,

    /// <summary>A decision that was made by mistake is taken back, openly and with a reason.</summary>
    Undo,
}
