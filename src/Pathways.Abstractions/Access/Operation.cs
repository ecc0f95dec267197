namespace Pathways;

/// <summary>What somebody may want to do or to see. <see cref="AccessTable"/> says who may.</summary>
/// <remarks>Every trigger of a life cycle of placements has its operation; the rest is what begins a life, reading, and what the law gives people a right to.</remarks>
public enum Operation
{
    // Reading.
    /// <summary>Look at an application, with who applies.</summary>
    ReadApplication,
    /// <summary>Look at an application without learning who applies, as a partner does before the short list.</summary>
    ReadApplicationUnnamed,
    /// <summary>Look at a placement.</summary>
    ReadPlacement,
    /// <summary>Look at a document of a placement.</summary>
    ReadDocument,
    /// <summary>Look at the hours log of a placement.</summary>
    ReadHours,
    /// <summary>Look at an evaluation form.</summary>
    ReadEvaluation,
    /// <summary>Look at an opportunity and its slots.</summary>
    ReadOpportunity,
    /// <summary>Look at what the school knows of a partner.</summary>
    ReadPartner,
    /// <summary>Look at a match run.</summary>
    ReadMatchRun,
    /// <summary>Look at a student's plan.</summary>
    ReadStudentPlan,
    /// <summary>Look at a student's record: experiences, artifacts, readiness.</summary>
    ReadStudentRecord,
    /// <summary>Look at the lines of the audit log of a thing.</summary>
    ReadAuditHistory,
    /// <summary>Look at who was shown a student's data, and why.</summary>
    ReadDisclosures,
    /// <summary>Look at counts in which small groups are suppressed.</summary>
    ReadAggregates,
    /// <summary>Fetch rows in which nobody can be recognised.</summary>
    ReadResearchExport,
    /// <summary>Look at personal data without the usual relation, in an emergency, with a reason that is logged.</summary>
    BreakGlassRead,

    // Applications.
    /// <summary>Start one's own application.</summary>
    StartApplication,
    /// <summary>Start an application for a student.</summary>
    StartApplicationOnBehalf,
    /// <summary>Hand an application to the school.</summary>
    SubmitApplication,
    /// <summary>Give an application back to be improved.</summary>
    ReturnApplication,
    /// <summary>Approve an application for the school.</summary>
    EndorseApplication,
    /// <summary>Say no to an application for the school.</summary>
    DeclineApplication,
    /// <summary>Put an application on the partner's short list.</summary>
    ShortlistApplication,
    /// <summary>Give an interview a time.</summary>
    ScheduleInterview,
    /// <summary>Write down that an interview took place.</summary>
    RecordInterview,
    /// <summary>Offer a seat to an applicant.</summary>
    MakeOffer,
    /// <summary>Take an offer.</summary>
    AcceptOffer,
    /// <summary>Turn an offer down.</summary>
    DeclineOffer,
    /// <summary>End an offer that nobody answered.</summary>
    ExpireOffer,
    /// <summary>Take an offer back.</summary>
    RescindOffer,
    /// <summary>Put an application on the waiting list.</summary>
    WaitlistApplication,
    /// <summary>Say no to an application for the partner.</summary>
    RejectApplication,
    /// <summary>Give an application up.</summary>
    WithdrawApplication,
    /// <summary>End an application whose season has closed.</summary>
    LapseApplication,

    // Placements.
    /// <summary>Open a placement that no offer led to, such as one that staff arranged or the student found.</summary>
    ArrangePlacement,
    /// <summary>Find that everything is settled before the first day.</summary>
    ClearPlacementToStart,
    /// <summary>Write down that the student came on the first day.</summary>
    StartPlacement,
    /// <summary>Interrupt the work.</summary>
    PausePlacement,
    /// <summary>Let the work go on.</summary>
    ResumePlacement,
    /// <summary>Write down hours of work.</summary>
    LogHours,
    /// <summary>Write down a visit to the worksite.</summary>
    RecordVisit,
    /// <summary>Add a reflection of the student.</summary>
    AddReflection,
    /// <summary>Change an agreed outcome.</summary>
    ReviseOutcome,
    /// <summary>Let somebody else direct the work.</summary>
    ChangeSupervisor,
    /// <summary>Raise a safety issue, or report what went wrong.</summary>
    ReportIncident,
    /// <summary>Judge the skills at the beginning.</summary>
    RecordBaselineReview,
    /// <summary>Judge the skills half-way.</summary>
    RecordMidReview,
    /// <summary>Find that the work is done.</summary>
    FinishWork,
    /// <summary>Write down that the results were presented.</summary>
    RecordPresentation,
    /// <summary>Do without a presentation.</summary>
    SkipPresentation,
    /// <summary>Find that every evaluation came in.</summary>
    CloseEvaluations,
    /// <summary>Write down the debrief.</summary>
    RecordDebrief,
    /// <summary>Complete a placement.</summary>
    CompletePlacement,
    /// <summary>End a placement whose last steps will not be taken.</summary>
    ClosePlacementIncomplete,
    /// <summary>Call a placement off before the first day.</summary>
    CancelPlacement,
    /// <summary>Break a placement off.</summary>
    TerminatePlacement,
    /// <summary>Say that a placement ends on a later day.</summary>
    GiveNotice,
    /// <summary>Take a notice back before its last day.</summary>
    WithdrawNotice,
    /// <summary>Settle an incident.</summary>
    SettleIncident,
    /// <summary>Put down an outcome before the work, or put it in other words.</summary>
    AgreeOutcome,
    /// <summary>Sign an agreed outcome.</summary>
    SignOutcome,
    /// <summary>Say what came of an agreed outcome.</summary>
    MarkOutcome,
    /// <summary>Agree where and when the work is.</summary>
    AgreePeriods,
    /// <summary>Agree the pay, or that there is none.</summary>
    AgreePay,
    /// <summary>Write down that the safety orientation was held.</summary>
    RecordOrientation,
    /// <summary>Settle how a student gets to the work and home.</summary>
    PlanTransport,
    /// <summary>Write down that the supervisor is no parent, guardian or teacher of the student.</summary>
    CheckSupervisor,
    /// <summary>Let somebody else at school look after a placement.</summary>
    AssignCoordinator,
    /// <summary>Do without the hours that are missing.</summary>
    WaiveHours,
    /// <summary>Write down that the student thanked the partner.</summary>
    RecordThanks,
    /// <summary>Post credit or a credential.</summary>
    PostCredit,
    /// <summary>Ask the partner to review the program.</summary>
    RequestPartnerReview,
    /// <summary>Take back a step of a placement that was recorded by mistake.</summary>
    UndoPlacementStep,

    // Opportunities and their slots.
    /// <summary>Write or change the draft of an opportunity.</summary>
    WriteOpportunity,
    /// <summary>Hand an opportunity to the school.</summary>
    SubmitOpportunity,
    /// <summary>Give an opportunity back to be improved.</summary>
    ReturnOpportunity,
    /// <summary>Agree to an opportunity for the school.</summary>
    ApproveOpportunity,
    /// <summary>Say no to an opportunity for the school.</summary>
    RejectOpportunity,
    /// <summary>Show an opportunity to students.</summary>
    PublishOpportunity,
    /// <summary>Find that the last seat of an opportunity was taken.</summary>
    FillOpportunity,
    /// <summary>Find that a seat of a full opportunity came free.</summary>
    ReleaseOpportunitySeat,
    /// <summary>Take an opportunity from view because of a doubt.</summary>
    SuspendOpportunity,
    /// <summary>Show an opportunity again.</summary>
    ReinstateOpportunity,
    /// <summary>End the season of an opportunity.</summary>
    CloseOpportunity,
    /// <summary>Keep an opportunity for the record only.</summary>
    ArchiveOpportunity,
    /// <summary>Call an opportunity off.</summary>
    CancelOpportunity,
    /// <summary>Keep a slot for an offer.</summary>
    HoldSlot,
    /// <summary>Fill a slot with an accepted offer.</summary>
    FillSlot,
    /// <summary>Free a slot whose offer ended.</summary>
    ReleaseSlot,
    /// <summary>Free a slot whose offer nobody answered.</summary>
    ExpireSlotHold,
    /// <summary>Free a slot whose placement ended.</summary>
    VacateSlot,
    /// <summary>Take a slot back.</summary>
    WithdrawSlot,

    // Documents.
    /// <summary>Ask for a document.</summary>
    RequestDocument,
    /// <summary>Hand a document in, or write down that it came.</summary>
    ReceiveDocument,
    /// <summary>Begin to look at a document.</summary>
    BeginDocumentReview,
    /// <summary>Find a document good.</summary>
    AcceptDocument,
    /// <summary>Find a document not good.</summary>
    RejectDocument,
    /// <summary>Take back what one signed.</summary>
    RevokeDocument,
    /// <summary>Find that a document expires soon.</summary>
    NearDocumentExpiry,
    /// <summary>Find that a document has expired.</summary>
    ExpireDocument,
    /// <summary>Do without a document.</summary>
    WaiveDocument,
    /// <summary>Put away a document that is not needed any more.</summary>
    RetireDocument,
    /// <summary>Take back a decision about a document that was made by mistake.</summary>
    UndoDocumentStep,

    // Hours.
    /// <summary>Hand an hours entry to the supervisor.</summary>
    SubmitHours,
    /// <summary>Say that an hours entry is true.</summary>
    ConfirmHours,
    /// <summary>Count an hours entry.</summary>
    ApproveHours,
    /// <summary>Give an hours entry back.</summary>
    RejectHours,
    /// <summary>Write a rejected hours entry anew.</summary>
    ReviseHours,
    /// <summary>Put another entry in the place of an approved one.</summary>
    CorrectHours,
    /// <summary>Drop an hours entry.</summary>
    VoidHours,

    // Evaluation forms.
    /// <summary>Plan an evaluation form.</summary>
    PlanEvaluation,
    /// <summary>Write down on a placement that something happened to one of its evaluation forms. What happens to the form itself is asked for as well.</summary>
    RecordEvaluationStep,
    /// <summary>Open an evaluation form when its day has come.</summary>
    OpenEvaluation,
    /// <summary>Hand in an evaluation form.</summary>
    SubmitEvaluation,
    /// <summary>Say that one has read an evaluation.</summary>
    AcknowledgeEvaluation,
    /// <summary>Close an evaluation form to changes.</summary>
    LockEvaluation,
    /// <summary>Open an evaluation form again.</summary>
    ReopenEvaluation,
    /// <summary>Put a newer version in the place of an evaluation form.</summary>
    SupersedeEvaluation,
    /// <summary>Do without an evaluation form.</summary>
    CancelEvaluation,

    // Match runs.
    /// <summary>Match students and opportunities, and keep the result as a proposal.</summary>
    ProposeMatchRun,
    /// <summary>Find a proposed match run good.</summary>
    ReviewMatchRun,
    /// <summary>Turn a reviewed match run into offers.</summary>
    PublishMatchRun,
    /// <summary>Match again what is left, with everything accepted kept in place.</summary>
    Rematch,
    /// <summary>Put a newer match run in the place of one.</summary>
    SupersedeMatchRun,
    /// <summary>Drop a match run that was not published.</summary>
    DiscardMatchRun,

    // Guidance.
    /// <summary>Change a student's plan.</summary>
    EditStudentPlan,
    /// <summary>Propose an opportunity to a student.</summary>
    ProposeOpportunity,
    /// <summary>Attest that a student masters a competency.</summary>
    AttestCompetency,
    /// <summary>Comment on a program, as a member of its advisory board.</summary>
    CommentOnProgram,

    // What the law gives people a right to, and running the platform.
    /// <summary>Consent, such as to showing a student's data to a partner.</summary>
    GiveConsent,
    /// <summary>Refuse consent, or take it back.</summary>
    RefuseConsent,
    /// <summary>Ask for a correction of one's own or one's child's data.</summary>
    RequestCorrection,
    /// <summary>Ask for a copy of one's own or one's child's data.</summary>
    RequestExport,
    /// <summary>Change the settings of the tenant.</summary>
    Configure,
    /// <summary>Destroy what has been kept as long as it may be.</summary>
    RunRetention,
    /// <summary>Export everything the tenant holds.</summary>
    ExportTenant,
    /// <summary>Erase the personal data of a student.</summary>
    EraseStudent,
}
