namespace Pathways.Placements;

/// <summary>What is known about an application when something is to happen to it.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record ApplicationFacts
{
    /// <summary>The time of the decision.</summary>
    public required Instant Now { get; init; }

    /// <summary>Where the opportunity stands; <see langword="null"/> when nobody looked.</summary>
    public OpportunityState? Opportunity { get; init; }

    /// <summary>Whether the student is in the lowest grade the opportunity takes or above, or it takes every grade.</summary>
    public bool MinimumGradeReached { get; init; }

    /// <summary>Whether the student is old enough for the opportunity on its first day, or it takes every age.</summary>
    public bool MinimumAgeReached { get; init; }

    /// <summary>Whether applications for the opportunity are taken at the time of the decision.</summary>
    public bool ApplicationWindowOpen { get; init; }

    /// <summary>Whether somebody looked, and the student has no other application for the opportunity that has not ended.</summary>
    public bool DuplicateRuledOut { get; init; }

    /// <summary>Whether the current version of the resume was approved.</summary>
    public bool ResumeApproved { get; init; }

    /// <summary>Whether every required question has an answer.</summary>
    public bool QuestionsAnswered { get; init; }

    /// <summary>Whether the student is 18 or older on the day of the decision.</summary>
    public bool StudentIsAdult { get; init; }

    /// <summary>Whether a guardian was told of the application.</summary>
    public bool GuardianNotified { get; init; }

    /// <summary>Whether a guardian consents to the placement.</summary>
    public bool GuardianConsents { get; init; }

    /// <summary>Whether the student meets the program's readiness definition.</summary>
    public bool StudentReady { get; init; }

    /// <summary>Whether the school waived readiness for this application.</summary>
    public bool ReadinessWaived { get; init; }

    /// <summary>Whether the eligibility rules let the student take the opportunity.</summary>
    public bool Eligible { get; init; }

    /// <summary>Whether a coordinator has room for one more student.</summary>
    public bool CaseloadHasRoom { get; init; }

    /// <summary>Whether the consent to show the student's data to the partner is on file.</summary>
    public bool DataReleaseConsented { get; init; }

    /// <summary>Whether a comment goes with the step.</summary>
    public bool CommentGiven { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }

    /// <summary>Whether the interview is known to be outside school time.</summary>
    public bool InterviewOutsideSchool { get; init; }

    /// <summary>Whether the school excuses the student for the time of the interview.</summary>
    public bool StudentExcused { get; init; }

    /// <summary>How many seats of the opportunity are neither held nor filled; <see langword="null"/> when nobody counted.</summary>
    public int? FreeSeats { get; init; }

    /// <summary>Whether the first look at work rules and documents found nothing that forbids the placement.</summary>
    public bool ComplianceClear { get; init; }

    /// <summary>When the offer ends; <see langword="null"/> when no offer was made and none is being made.</summary>
    public Instant? OfferExpires { get; init; }

    /// <summary>Whether somebody looked, and the student has accepted no other placement at overlapping times.</summary>
    public bool OverlapRuledOut { get; init; }

    /// <summary>Whether the recruiting season of the opportunity is over.</summary>
    public bool SeasonClosed { get; init; }
}
