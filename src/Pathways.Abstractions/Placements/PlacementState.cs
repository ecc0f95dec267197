namespace Pathways;

/// <summary>Where a placement, one student's work at one partner, stands.</summary>
public enum PlacementState
{
    /// <summary>The seat is filled; documents, outcomes and schedule are being settled.</summary>
    Onboarding,

    /// <summary>Everything is cleared; the first day is ahead.</summary>
    ReadyToStart,

    /// <summary>The student works there.</summary>
    Active,

    /// <summary>The work is interrupted.</summary>
    Paused,

    /// <summary>The hours are done; what was learned is still to be shown.</summary>
    WorkComplete,

    /// <summary>The student presented the results.</summary>
    Presented,

    /// <summary>All evaluations are in.</summary>
    Evaluated,

    /// <summary>Student, company and specialist talked it over.</summary>
    Debriefed,

    /// <summary>Done, with credit. An end.</summary>
    Completed,

    /// <summary>The work was done, but what follows it was not. An end.</summary>
    Incomplete,

    /// <summary>It never began. An end.</summary>
    CancelledBeforeStart,

    /// <summary>It was broken off. An end.</summary>
    Terminated,
}
