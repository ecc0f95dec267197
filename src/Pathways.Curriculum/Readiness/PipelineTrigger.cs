namespace Pathways.Curriculum;

/// <summary>What can happen to a student on the way to a placement.</summary>
public enum PipelineTrigger
{
    /// <summary>The first thing is on record.</summary>
    Begin,

    /// <summary>The student is found ready.</summary>
    BecomeReady,

    /// <summary>What readiness rested on is over.</summary>
    LapseReadiness,

    /// <summary>Readiness is taken back.</summary>
    RevokeReadiness,

    /// <summary>The student applies.</summary>
    Apply,

    /// <summary>No application runs any more.</summary>
    EndApplications,

    /// <summary>A partner offers a seat.</summary>
    ReceiveOffer,

    /// <summary>The offer is declined, rescinded or over.</summary>
    LoseOffer,

    /// <summary>A seat is taken.</summary>
    Place,

    /// <summary>The placement ended early or never began; the student is open for another.</summary>
    ReturnToPool,

    /// <summary>The placement is completed.</summary>
    Complete,

    /// <summary>The student graduates.</summary>
    Graduate,

    /// <summary>The student pauses.</summary>
    Pause,

    /// <summary>The student comes back.</summary>
    Resume,

    /// <summary>The student leaves.</summary>
    Withdraw,
}
