using System.Globalization;
using Requirement = Pathways.Requirement<Pathways.Placements.PlacementFacts>;

namespace Pathways.Placements;

/// <summary>What must hold before something happens to a placement.</summary>
public static class PlacementRequirements
{
    /// <summary>The papers are in order for the whole placement.</summary>
    public static Requirement DocumentsAccepted { get; } = Detailed(
        "placement.documents-accepted",
        "Every blocking document must be accepted and stay valid until the last day.", f => f.DocumentsAccepted);

    /// <summary>All three agreed on what is to be learned.</summary>
    public static Requirement OutcomesSigned { get; } = new(
        "placement.outcomes-signed", "Student, supervisor and coordinator must sign the agreed outcomes.", f => f.OutcomesSigned);

    /// <summary>The hours are lawful.</summary>
    public static Requirement ScheduleLawful { get; } = Detailed(
        "placement.schedule-lawful",
        "The schedule must be agreed and keep to the rules about hours and times of work.", f => f.ScheduleLawful);

    /// <summary>The work is not too dangerous.</summary>
    public static Requirement HazardsCleared { get; } = Detailed(
        "placement.hazards-cleared",
        "Hazardous work must be ruled out, or every condition for student-learners met.", f => f.HazardsCleared);

    /// <summary>The student knows how to stay safe.</summary>
    public static Requirement SafetyOrientationHeld { get; } = new(
        "placement.safety-orientation", "The student must have had the safety orientation.", f => f.SafetyOrientationHeld);

    /// <summary>The student can get there.</summary>
    public static Requirement TransportPlanned { get; } = new(
        "placement.transport-plan", "It must be settled how the student gets there and home.", f => f.TransportPlanned);

    /// <summary>Who directs the work has no other claim on the student.</summary>
    public static Requirement SupervisorIndependent { get; } = new(
        "placement.supervisor-independent", "The supervisor must not be a parent, guardian or teacher of the student.",
        f => f.SupervisorIndependent);

    /// <summary>It is agreed what the student is paid, or found that the student may work unpaid.</summary>
    public static Requirement PaySettled { get; } = Detailed(
        "placement.pay-settled",
        "The pay must be agreed; unpaid work that is no observation needs the assessment of the seven factors, which must find that the student gains most.", f => f.PaySettled);

    /// <summary>The first day has come.</summary>
    public static Requirement FirstDayReached { get; } = new(
        "placement.first-day-reached", "The first day of work must have come.", f => f.Today >= f.FirstDay,
        f => f.FirstDay is { } first
            ? Say($"The first day of work is {first:uuuu-MM-dd}; today is {f.Today:uuuu-MM-dd}.")
            : "No first day of work is agreed.");

    /// <summary>What was cleared has not run out.</summary>
    public static Requirement ClearanceValid { get; } = Detailed(
        "placement.clearance-valid",
        "Everything that was cleared must still be valid today.", f => f.ClearanceValid);

    /// <summary>The school stands by the opportunity. A closed one takes no applications any more, and the work goes on.</summary>
    public static Requirement OpportunityInForce { get; } = Detailed(
        "placement.opportunity-in-force",
        "The opportunity must be published, full or closed.", f => f.OpportunityInForce);

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new("placement.reason", "A reason must be given.", f => f.ReasonGiven);

    /// <summary>All three agreed to the change.</summary>
    public static Requirement OutcomeChangeAgreed { get; } = new(
        "placement.outcome-change-agreed", "Student, supervisor and coordinator must agree to the changed outcome.",
        f => f.OutcomeChangeAgreed);

    /// <summary>The hours are served, or need not be.</summary>
    public static Requirement HoursServed { get; } = new(
        "placement.hours-served", "The required hours must be approved, or waived.",
        f => f.HoursWaived || f.ApprovedMinutes >= f.RequiredMinutes,
        f => (f.ApprovedMinutes, f.RequiredMinutes) switch
        {
            ({ } approved, { } required) => $"{Hours(approved)} of {Hours(required)} hours are approved, and the rest is not waived.",
            (null, _) => "It is not known how many hours are approved, and they are not waived.",
            _ => "It is not known how many hours are required, and they are not waived.",
        });

    /// <summary>Every outcome has an answer.</summary>
    public static Requirement OutcomesMarked { get; } = new(
        "placement.outcomes-marked", "Each agreed outcome must be marked as delivered, or as not delivered with a note.",
        f => f.OutcomesMarked);

    /// <summary>It is known to whom and when the student presented.</summary>
    public static Requirement PresentationRecorded { get; } = new(
        "placement.presentation-recorded", "Audience and date of the presentation must be recorded.", f => f.PresentationRecorded);

    /// <summary>The program does not insist on a presentation.</summary>
    public static Requirement PresentationOptional { get; } = new(
        "placement.presentation-optional", "The program must allow to do without a presentation.", f => f.PresentationOptional);

    /// <summary>The supervisor's word is in.</summary>
    public static Requirement SupervisorEvaluated { get; } = new(
        "placement.supervisor-evaluation", "The supervisor's final evaluation must be in.", f => f.SupervisorEvaluated);

    /// <summary>The student's word about their work is in.</summary>
    public static Requirement StudentEvaluatedSelf { get; } = new(
        "placement.self-evaluation", "The student's evaluation of their own work must be in.", f => f.StudentEvaluatedSelf);

    /// <summary>The student's word about the worksite is in.</summary>
    public static Requirement StudentEvaluatedSite { get; } = new(
        "placement.site-evaluation", "The student's evaluation of the worksite must be in.", f => f.StudentEvaluatedSite);

    /// <summary>All other words are in.</summary>
    public static Requirement FinalFormsIn { get; } = new(
        "placement.final-forms", "Every form that the program asks for at the end must be in.", f => f.FinalFormsIn);

    /// <summary>It is known who talked it over.</summary>
    public static Requirement DebriefAttendanceRecorded { get; } = new(
        "placement.debrief-attendance", "Student, company and specialist must have been at the debrief, or their absence be recorded.",
        f => f.DebriefAttendanceRecorded);

    /// <summary>It is known what follows.</summary>
    public static Requirement DebriefActionsRecorded { get; } = new(
        "placement.debrief-actions", "The next steps agreed in the debrief must be recorded.", f => f.DebriefActionsRecorded);

    /// <summary>The partner was thanked.</summary>
    public static Requirement ThankYouSent { get; } = new(
        "placement.thank-you", "The student must have thanked the partner.", f => f.ThankYouSent);

    /// <summary>The student got what was promised.</summary>
    public static Requirement CreditPosted { get; } = new(
        "placement.credit-posted", "Credit or credential must be posted.", f => f.CreditPosted);

    /// <summary>The partner was asked.</summary>
    public static Requirement PartnerReviewRequested { get; } = new(
        "placement.partner-review", "The partner must have been asked to review the program.", f => f.PartnerReviewRequested);

    /// <summary>The papers that the end waits for are in order.</summary>
    public static Requirement CompletionDocumentsAccepted { get; } = Detailed(
        "placement.completion-documents",
        "Every document that the end waits for must be accepted and good today.", f => f.CompletionDocumentsAccepted);

    /// <summary>Time is up for what follows the work.</summary>
    public static Requirement DeadlinePassed { get; } = new(
        "placement.deadline-passed", "The last day for what follows the work must be over.", f => f.Today > f.Deadline,
        f => f.Deadline is { } deadline
            ? Say($"There is time until {deadline:uuuu-MM-dd}; today is {f.Today:uuuu-MM-dd}.")
            : "No last day is set for what follows the work.");

    /// <summary>It is known who wants the end.</summary>
    public static Requirement TerminationPartyNamed { get; } = new(
        "placement.termination-party", "It must be recorded who wants to end the placement.", f => f.TerminationPartyNamed);

    /// <summary>It is known why.</summary>
    public static Requirement TerminationCauseNamed { get; } = new(
        "placement.termination-cause",
        "The cause must be recorded: performance, safety, partner's need, personal or legal.", f => f.TerminationCauseNamed);

    /// <summary>It is known when.</summary>
    public static Requirement TerminationNoticeSettled { get; } = Detailed(
        "placement.termination-notice", "It must be recorded if the placement ends at once or after notice, and the last day must have come.",
        f => f.TerminationNoticeSettled);

    /// <summary>Not everybody may take steps back.</summary>
    public static Requirement UndoPermitted { get; } = new(
        "placement.undo-permitted", "Taking steps back needs the district's permission.", f => f.UndoPermitted);

    /// <summary>Nothing depends on the start yet.</summary>
    public static Requirement NoHoursApproved { get; } = new(
        "placement.no-hours-approved", "A start can be taken back only while no hours are approved.", f => f.ApprovedMinutes == 0,
        f => f.ApprovedMinutes is { } approved
            ? $"{Hours(approved)} hours are approved already, so the start cannot be taken back. Maybe terminate the placement."
            : "It is not known how many hours are approved, so the start cannot be taken back.");

    // Says what exactly is amiss, where that was gathered.
    private static Requirement Detailed(string code, string sentence, Func<PlacementFacts, bool> isMet) =>
        new(code, sentence, isMet, facts => facts.Details.GetValueOrDefault(code, sentence));

    private static string Hours(int minutes) => (minutes / 60m).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
