namespace Pathways.Curriculum;

/// <summary>Where a student stands on the way to a placement.</summary>
public enum PipelineState
{
    /// <summary>Known, and nothing done yet.</summary>
    Prospect,

    /// <summary>Doing what readiness takes.</summary>
    Preparing,

    /// <summary>Ready, and not applying yet.</summary>
    Ready,

    /// <summary>Ready, and applying.</summary>
    Applying,

    /// <summary>Holding an offer.</summary>
    Offered,

    /// <summary>With a partner, or about to be.</summary>
    Placed,

    /// <summary>Through with a placement.</summary>
    Completed,

    /// <summary>Graduated after a placement. An end.</summary>
    Alumni,

    /// <summary>Out of it for a while.</summary>
    Paused,

    /// <summary>Out of it; may come back.</summary>
    Withdrawn,

    /// <summary>Was ready, and what that rested on is over.</summary>
    ReadinessExpired,
}
