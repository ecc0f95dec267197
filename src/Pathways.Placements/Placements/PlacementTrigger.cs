namespace Pathways.Placements;

/// <summary>What can happen to a placement. Opening one is no trigger: an accepted offer makes it.</summary>
public enum PlacementTrigger
{
    /// <summary>Everything that must be settled before the first day is.</summary>
    ClearToStart,

    /// <summary>The student came on the first day.</summary>
    Start,

    /// <summary>The work is interrupted.</summary>
    Pause,

    /// <summary>The work goes on.</summary>
    Resume,

    /// <summary>Hours of work are written down. Too many hours are recorded too, and reported as a violation.</summary>
    LogHours,

    /// <summary>Somebody from school visited.</summary>
    RecordVisit,

    /// <summary>The student wrote a reflection.</summary>
    AddReflection,

    /// <summary>An agreed outcome is changed.</summary>
    ReviseOutcome,

    /// <summary>Somebody else directs the work from now on.</summary>
    ChangeSupervisor,

    /// <summary>Something went wrong.</summary>
    ReportIncident,

    /// <summary>The supervisor judged the skills at the beginning.</summary>
    BaselineReview,

    /// <summary>The supervisor judged the skills half-way.</summary>
    MidReview,

    /// <summary>The work is done.</summary>
    FinishWork,

    /// <summary>The student presented the results.</summary>
    RecordPresentation,

    /// <summary>The program does without a presentation.</summary>
    SkipPresentation,

    /// <summary>The last evaluation came in.</summary>
    CloseEvaluations,

    /// <summary>The debrief was held.</summary>
    RecordDebrief,

    /// <summary>All is done.</summary>
    Complete,

    /// <summary>What follows the work will not be done any more.</summary>
    CloseIncomplete,

    /// <summary>It is called off before the first day.</summary>
    Cancel,

    /// <summary>It is broken off.</summary>
    Terminate,

    /// <summary>A step that was recorded by mistake is taken back, openly and with a reason.</summary>
    Undo,
}
