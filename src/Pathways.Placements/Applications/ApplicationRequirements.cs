using System.Globalization;
using Requirement = Pathways.Requirement<Pathways.Placements.ApplicationFacts>;

namespace Pathways.Placements;

/// <summary>What must hold before something happens to an application.</summary>
public static class ApplicationRequirements
{
    /// <summary>Students can apply for the opportunity.</summary>
    public static Requirement OpportunityPublished { get; } = new(
        "application.opportunity-published", "The opportunity must be published.",
        f => f.Opportunity == OpportunityState.Published,
        f => f.Opportunity is { } state
            ? $"The opportunity is {state.ToString().ToLowerInvariant()}; applications can be started only while it is published."
            : "It is not known where the opportunity stands.");

    /// <summary>The student is far enough in school.</summary>
    public static Requirement MinimumGradeReached { get; } = new(
        "application.minimum-grade", "The student must be in the lowest grade the opportunity takes, or above.",
        f => f.MinimumGradeReached);

    /// <summary>The student is old enough.</summary>
    public static Requirement MinimumAgeReached { get; } = new(
        "application.minimum-age", "The student must be old enough for the opportunity on its first day.", f => f.MinimumAgeReached);

    /// <summary>It is the time to apply.</summary>
    public static Requirement ApplicationWindowOpen { get; } = new(
        "application.window-open", "Applications for the opportunity must be open now.", f => f.ApplicationWindowOpen);

    /// <summary>The student does not apply twice.</summary>
    public static Requirement NoDuplicate { get; } = new(
        "application.no-duplicate", "The student must have no other live application for the opportunity.", f => f.DuplicateRuledOut);

    /// <summary>What must hold before an application is started, in the order in which refusals name it.</summary>
    /// <remarks>No row of the table, for nothing has a state before it exists: see <see cref="ApplicationLifecycle.Start"/>.</remarks>
    public static ImmutableArray<Requirement> Start { get; } =
        [OpportunityPublished, MinimumGradeReached, MinimumAgeReached, ApplicationWindowOpen, NoDuplicate];

    /// <summary>The resume was approved.</summary>
    public static Requirement ResumeApproved { get; } = new(
        "application.resume-approved", "The current version of the resume must be approved.", f => f.ResumeApproved);

    /// <summary>The questions are answered.</summary>
    public static Requirement QuestionsAnswered { get; } = new(
        "application.questions-answered", "Every required question must have an answer.", f => f.QuestionsAnswered);

    /// <summary>A guardian of a minor knows.</summary>
    public static Requirement GuardianNotified { get; } = new(
        "application.guardian-notified", "A guardian must be told of the application while the student is under 18.",
        f => f.StudentIsAdult || f.GuardianNotified);

    /// <summary>A guardian of a minor agrees.</summary>
    public static Requirement GuardianConsents { get; } = new(
        "application.guardian-consent", "A guardian must consent to the placement while the student is under 18.",
        f => f.StudentIsAdult || f.GuardianConsents);

    /// <summary>The student is ready for work, or need not be.</summary>
    public static Requirement Ready { get; } = new(
        "application.ready", "The student must be ready for work, or readiness must be waived for this application.",
        f => f.StudentReady || f.ReadinessWaived);

    /// <summary>The rules let the student take the opportunity.</summary>
    public static Requirement Eligible { get; } = new(
        "application.eligible", "The student must be eligible for the opportunity.", f => f.Eligible);

    /// <summary>Somebody can look after the student.</summary>
    public static Requirement CaseloadHasRoom { get; } = new(
        "application.caseload-room", "A coordinator must have room for one more student.", f => f.CaseloadHasRoom);

    /// <summary>The partner may be shown the student's data.</summary>
    public static Requirement DataReleaseConsented { get; } = new(
        "application.data-release-consent", "The consent to show the student's data to the partner must be on file.",
        f => f.DataReleaseConsented);

    /// <summary>A comment says what to improve.</summary>
    public static Requirement CommentGiven { get; } = new(
        "application.comment", "A comment must say what to improve.", f => f.CommentGiven);

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new(
        "application.reason", "A reason must be given.", f => f.ReasonGiven);

    /// <summary>The interview does not cost school time without leave.</summary>
    public static Requirement InterviewTimeFree { get; } = new(
        "application.interview-time", "The interview must be outside school time, or the student must be excused.",
        f => f.InterviewOutsideSchool || f.StudentExcused);

    /// <summary>The opportunity still takes students: it is not suspended, closed or cancelled meanwhile.</summary>
    public static Requirement OpportunityOpen { get; } = new(
        "application.opportunity-open", "The opportunity must be published or full.",
        f => f.Opportunity is OpportunityState.Published or OpportunityState.Full,
        f => f.Opportunity is { } state
            ? $"The opportunity is {state.ToString().ToLowerInvariant()}; offers are made and accepted only while it is published or full."
            : "It is not known where the opportunity stands.");

    /// <summary>There is a seat to hold.</summary>
    public static Requirement SeatFree { get; } = new(
        "application.seat-free", "The opportunity must have a free seat.", f => f.FreeSeats > 0);

    /// <summary>The offer says until when it can be answered.</summary>
    public static Requirement ExpiryAhead { get; } = new(
        "application.offer-expiry", "The offer must say when it expires, and that must be in the future.",
        f => f.OfferExpires > f.Now,
        f => f.OfferExpires is { } expiry
            ? Say($"The offer would expire at {expiry:g}, which is not after {f.Now:g}. Maybe choose a later day.")
            : "The offer must say when it expires.");

    /// <summary>Nothing known so far forbids the placement.</summary>
    public static Requirement ComplianceClear { get; } = new(
        "application.compliance", "The first look at work rules and documents must find nothing that forbids the placement.",
        f => f.ComplianceClear);

    /// <summary>The offer can still be answered: it expires after now.</summary>
    public static Requirement OfferOpen { get; } = new(
        "application.offer-open", "The offer must not have expired.",
        f => f.OfferExpires > f.Now,
        f => f.OfferExpires is { } expiry ? Say($"The offer expired at {expiry:g}.") : "It is not known when the offer expires.");

    /// <summary>The offer can no longer be answered: it expires now or has expired. The opposite of <see cref="OfferOpen"/>.</summary>
    public static Requirement OfferOver { get; } = new(
        "application.offer-over", "The offer must have expired.",
        f => f.OfferExpires <= f.Now,
        f => f.OfferExpires is { } expiry ? Say($"The offer is open until {expiry:g}.") : "It is not known when the offer expires.");

    /// <summary>The student is not promised elsewhere at the same time.</summary>
    public static Requirement NoOverlap { get; } = new(
        "application.no-overlap", "The student must not have accepted another placement at overlapping times.",
        f => f.OverlapRuledOut);

    /// <summary>The season is over.</summary>
    public static Requirement SeasonClosed { get; } = new(
        "application.season-closed", "The recruiting season must be over.", f => f.SeasonClosed);

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
