namespace Pathways.Curriculum;

/// <summary>What is known about a student's plan when something is to happen to it.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record PlanFacts
{
    /// <summary>The day.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>Whether its template applies today.</summary>
    public bool TemplateInForce { get; init; }

    /// <summary>Whether the student signed this version.</summary>
    public bool StudentSigned { get; init; }

    /// <summary>Whether an adult is named whom the student can turn to.</summary>
    public bool AdvisorNamed { get; init; }

    /// <summary>Whether advisor and student went through it together.</summary>
    public bool DiscussedWithStudent { get; init; }

    /// <summary>Whether the family got it in a language that it understands.</summary>
    public bool FamilyUnderstands { get; init; }

    /// <summary>Whether whoever acknowledges it signed: the guardian, or the student of age.</summary>
    public bool AcknowledgementSigned { get; init; }

    /// <summary>Whether the student is of age, or the actor a guardian of this student.</summary>
    public bool MayConsent { get; init; }

    /// <summary>How often the school tried to reach the family; <see langword="null"/> when nobody counted.</summary>
    public int? AttemptsToReach { get; init; }

    /// <summary>The day of the next review; <see langword="null"/> when none is set.</summary>
    public LocalDate? NextReview { get; init; }

    /// <summary>Whether student, family and school looked at it again.</summary>
    public bool ReviewHeld { get; init; }

    /// <summary>Whether a newer version has been acknowledged.</summary>
    public bool NewerVersionReady { get; init; }

    /// <summary>Whether a comment goes with the step.</summary>
    public bool CommentGiven { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }
}
