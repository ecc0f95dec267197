using Requirement = Pathways.Requirement<Pathways.Curriculum.PlanFacts>;

namespace Pathways.Curriculum;

/// <summary>What must hold before something happens to a student's plan.</summary>
public static class PlanRequirements
{
    /// <summary>How often a family is tried before the school goes on without it.</summary>
    /// <remarks>A rule of this library, not of a law.</remarks>
    public const int AttemptsNeeded = 3;

    /// <summary>The template applies.</summary>
    public static Requirement TemplateInForce { get; } = new(
        "plan.template-in-force", "The template of the plan must apply today.", f => f.TemplateInForce);

    /// <summary>The plan is the student's own.</summary>
    public static Requirement StudentSigned { get; } = new("plan.student-signed", "The student must have signed the plan.", f => f.StudentSigned);

    /// <summary>Somebody is there to turn to.</summary>
    public static Requirement AdvisorKnown { get; } = new(
        "plan.advisor-known", "An adult must be named whom the student can turn to.", f => f.AdvisorNamed);

    /// <summary>The advisor spoke with the student.</summary>
    public static Requirement DiscussedWithStudent { get; } = new(
        "plan.discussed", "The advisor must have gone through the plan with the student.", f => f.DiscussedWithStudent);

    /// <summary>The family can read it.</summary>
    public static Requirement FamilyUnderstands { get; } = new(
        "plan.family-understands", "The family must have the plan in a language that it understands.", f => f.FamilyUnderstands);

    /// <summary>Somebody with that right acknowledges it.</summary>
    public static Requirement MayConsent { get; } = new(
        "plan.may-consent", "A guardian of the student, or the student of age, must acknowledge the plan.", f => f.MayConsent);

    /// <summary>The acknowledgement is signed.</summary>
    public static Requirement AcknowledgementSigned { get; } = new(
        "plan.acknowledgement-signed", "The acknowledgement must be signed.", f => f.AcknowledgementSigned);

    /// <summary>The school tried to reach the family.</summary>
    public static Requirement FamilyTried { get; } = new(
        "plan.family-tried", PlanWords.Say($"The school must have tried {AttemptsNeeded} times to reach the family."), f => f.AttemptsToReach >= AttemptsNeeded,
        f => f.AttemptsToReach is { } attempts
            ? PlanWords.Say($"The school tried to reach the family {(attempts == 1 ? "once" : PlanWords.Say($"{attempts} times"))}, and must try {AttemptsNeeded} times.")
            : "It is not known how often the school tried to reach the family.");

    /// <summary>It is set when the plan is looked at again.</summary>
    public static Requirement NextReviewSet { get; } = new(
        "plan.next-review-set", "A day after today must be set for the next review.", f => f.NextReview > f.Today);

    /// <summary>The day of the review is there. The opposite of <see cref="NextReviewSet"/>, once a day is set.</summary>
    public static Requirement ReviewDayReached { get; } = new(
        "plan.review-day", "The day of the review must be there.", f => f.NextReview <= f.Today,
        f => f.NextReview is { } day ? $"The next review is on {DayWord.Of(day)}; today is {DayWord.Of(f.Today)}." : "No day is set for the review.");

    /// <summary>The review took place.</summary>
    public static Requirement ReviewHeld { get; } = new(
        "plan.review-held", "Student, family and school must have looked at the plan again.", f => f.ReviewHeld);

    /// <summary>Something is there to take its place.</summary>
    public static Requirement NewerVersionReady { get; } = new(
        "plan.newer-version", "A newer version must have been acknowledged.", f => f.NewerVersionReady);

    /// <summary>A comment says what to improve.</summary>
    public static Requirement CommentGiven { get; } = new("plan.comment", "A comment must say what to improve.", f => f.CommentGiven);

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new("plan.reason", "A reason must be given.", f => f.ReasonGiven);
}
