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

    /// <summary>An incident is settled.</summary>
    SettleIncident,

    /// <summary>An outcome is put down before the work, or in other words.</summary>
    AgreeOutcome,

    /// <summary>Somebody signs an outcome.</summary>
    SignOutcome,

    /// <summary>It is said what came of an outcome.</summary>
    MarkOutcome,

    /// <summary>It is agreed where and when the work is.</summary>
    AgreePeriods,

    /// <summary>The pay is agreed, or that there is none.</summary>
    AgreePay,

    /// <summary>The safety orientation was held.</summary>
    RecordOrientation,

    /// <summary>It is settled how the student gets there and home.</summary>
    PlanTransport,

    /// <summary>Somebody made sure that the supervisor is no parent, guardian or teacher of the student.</summary>
    CheckSupervisor,

    /// <summary>Somebody at school looks after it from now on.</summary>
    AssignCoordinator,

    /// <summary>An evaluation form is planned.</summary>
    PlanEvaluation,

    /// <summary>Something happens to an evaluation form; the life of forms says what may, and who may do it.</summary>
    Evaluate,

    /// <summary>The school does without the missing hours.</summary>
    WaiveHours,

    /// <summary>The student thanked the partner.</summary>
    RecordThanks,

    /// <summary>Credit or a credential is posted.</summary>
    PostCredit,

    /// <summary>The partner is asked to review the program.</summary>
    RequestPartnerReview,

    /// <summary>It is said now that the placement ends on a later day; the platform ends it once that day is over.</summary>
    GiveNotice,

    /// <summary>A notice is taken back before its last day, openly and with a reason: the placement goes on until its own end.</summary>
    WithdrawNotice,
}
