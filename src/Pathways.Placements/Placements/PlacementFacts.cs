namespace Pathways.Placements;

/// <summary>What is known about a placement when something is to happen to it.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record PlacementFacts
{
    /// <summary>The day of the decision, where the school is.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The first day of work; <see langword="null"/> when none is agreed.</summary>
    public LocalDate? FirstDay { get; init; }

    /// <summary>Whether every blocking document is accepted and stays valid until the last day.</summary>
    public bool DocumentsAccepted { get; init; }

    /// <summary>Whether student, supervisor and coordinator signed the agreed outcomes.</summary>
    public bool OutcomesSigned { get; init; }

    /// <summary>Whether a schedule is agreed, unless the student only observes, and keeps to the rules about hours and times of work.</summary>
    public bool ScheduleLawful { get; init; }

    /// <summary>Whether no hazardous work is part of it, or the conditions for student-learners are all met.</summary>
    public bool HazardsCleared { get; init; }

    /// <summary>Whether the student had the safety orientation.</summary>
    public bool SafetyOrientationHeld { get; init; }

    /// <summary>Whether it is settled how the student gets there and home.</summary>
    public bool TransportPlanned { get; init; }

    /// <summary>Whether the supervisor is no parent, guardian or teacher of the student.</summary>
    public bool SupervisorIndependent { get; init; }

    /// <summary>Whether the program does without the check of the supervisor, so that a change of supervisor needs none either.</summary>
    public bool SupervisorCheckOptional { get; init; }

    /// <summary>Whether the pay is agreed; for unpaid work that is no observation, also whether each of the seven factors was looked at and the student gains most.</summary>
    public bool PaySettled { get; init; }

    /// <summary>Whether the opportunity was published and is neither suspended nor cancelled: it is published, full or closed.</summary>
    public bool OpportunityInForce { get; init; }

    /// <summary>Whether all that was cleared is still valid today, and no grave incident is open.</summary>
    public bool ClearanceValid { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }

    /// <summary>Whether student, supervisor and coordinator agreed to the changed outcome.</summary>
    public bool OutcomeChangeAgreed { get; init; }

    /// <summary>Approved work, in minutes; <see langword="null"/> when nobody added it up.</summary>
    public int? ApprovedMinutes { get; init; }

    /// <summary>Work that the program asks for, in minutes: 0 when it asks for none, <see langword="null"/> when nobody said.</summary>
    public int? RequiredMinutes { get; init; }

    /// <summary>Whether the school waived the missing hours.</summary>
    public bool HoursWaived { get; init; }

    /// <summary>Whether each agreed outcome is marked as delivered, or as not delivered with a note.</summary>
    public bool OutcomesMarked { get; init; }

    /// <summary>Whether audience and date of the presentation are recorded.</summary>
    public bool PresentationRecorded { get; init; }

    /// <summary>Whether the program allows to do without a presentation.</summary>
    public bool PresentationOptional { get; init; }

    /// <summary>Whether the supervisor's final evaluation is in.</summary>
    public bool SupervisorEvaluated { get; init; }

    /// <summary>Whether the student's evaluation of their own work is in.</summary>
    public bool StudentEvaluatedSelf { get; init; }

    /// <summary>Whether the student's evaluation of the worksite is in.</summary>
    public bool StudentEvaluatedSite { get; init; }

    /// <summary>Whether every other form that the program asks for at the end is in.</summary>
    public bool FinalFormsIn { get; init; }

    /// <summary>Whether student, company and specialist were at the debrief, or their absence is recorded.</summary>
    public bool DebriefAttendanceRecorded { get; init; }

    /// <summary>Whether the next steps agreed in the debrief are recorded; "none" is an answer.</summary>
    public bool DebriefActionsRecorded { get; init; }

    /// <summary>Whether the student thanked the partner.</summary>
    public bool ThankYouSent { get; init; }

    /// <summary>Whether credit or credential is posted, or the program gives none.</summary>
    public bool CreditPosted { get; init; }

    /// <summary>Whether the partner was asked to review the program.</summary>
    public bool PartnerReviewRequested { get; init; }

    /// <summary>Whether every document that the end waits for is good.</summary>
    public bool CompletionDocumentsAccepted { get; init; }

    /// <summary>The last day for what follows the work; <see langword="null"/> when there is none.</summary>
    public LocalDate? Deadline { get; init; }

    /// <summary>Whether it is recorded who wants to end the placement.</summary>
    public bool TerminationPartyNamed { get; init; }

    /// <summary>Whether the kind of cause is recorded: performance, safety, partner's need, personal or legal.</summary>
    public bool TerminationCauseNamed { get; init; }

    /// <summary>Whether it is recorded if the placement ends at once or after notice, and the last day has come.</summary>
    public bool TerminationNoticeSettled { get; init; }

    /// <summary>Whether the actor has the district's permission to take steps back.</summary>
    public bool UndoPermitted { get; init; }

    /// <summary>What is amiss with documents, work rules, pay and clearance, in sentences for people by the code of the requirement; nothing is decided by them.</summary>
    public ImmutableDictionary<string, string> Details { get; init; } = ImmutableDictionary<string, string>.Empty;
}
