namespace Pathways.Placements;

/// <summary>What can happen to an opportunity. Writing one is no trigger: it makes the draft.</summary>
public enum OpportunityTrigger
{
    /// <summary>The partner hands it to the school.</summary>
    Submit,

    /// <summary>The school gives it back to be improved.</summary>
    Return,

    /// <summary>The school agrees to it.</summary>
    Approve,

    /// <summary>The school says no.</summary>
    Reject,

    /// <summary>Students get to see it.</summary>
    Publish,

    /// <summary>The last seat was taken.</summary>
    Fill,

    /// <summary>A seat came free.</summary>
    ReleaseSeat,

    /// <summary>A doubt takes it from view.</summary>
    Suspend,

    /// <summary>The doubt is settled.</summary>
    Reinstate,

    /// <summary>Its season is over.</summary>
    Close,

    /// <summary>It is kept for the record only.</summary>
    Archive,

    /// <summary>It is called off.</summary>
    Cancel,
}
