namespace Pathways.Curriculum;

/// <summary>What can happen to a version of a student's plan.</summary>
public enum PlanTrigger
{
    /// <summary>The student begins.</summary>
    Begin,

    /// <summary>The student hands it to the advisor.</summary>
    Submit,

    /// <summary>The advisor gives it back to be improved.</summary>
    Return,

    /// <summary>The advisor went through it with the student.</summary>
    Review,

    /// <summary>The guardian acknowledges it; a student of age does so for themselves.</summary>
    Acknowledge,

    /// <summary>The guardian wants something changed.</summary>
    RaiseObjection,

    /// <summary>The family could not be reached, and the school goes on without its signature.</summary>
    ForgoAcknowledgement,

    /// <summary>It takes effect.</summary>
    Adopt,

    /// <summary>The day of its review is there.</summary>
    FallDue,

    /// <summary>Something happened that asks for a review before that day.</summary>
    CallForReview,

    /// <summary>The review changes nothing.</summary>
    Confirm,

    /// <summary>A newer version takes its place.</summary>
    Supersede,

    /// <summary>The student left or graduated.</summary>
    Close,
}
