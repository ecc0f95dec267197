namespace Pathways.Curriculum;

/// <summary>Where one version of a student's plan stands. Whether it is complete for graduation is computed and no state.</summary>
public enum PlanState
{
    /// <summary>The student has not begun.</summary>
    NotStarted,

    /// <summary>The student is writing it.</summary>
    Draft,

    /// <summary>The student handed it to the advisor.</summary>
    Submitted,

    /// <summary>The advisor went through it with the student.</summary>
    Reviewed,

    /// <summary>The family knows it.</summary>
    Acknowledged,

    /// <summary>It holds.</summary>
    Current,

    /// <summary>It holds, and must be looked at again.</summary>
    ReviewDue,

    /// <summary>A newer version holds. An end.</summary>
    Superseded,

    /// <summary>The student left or graduated. An end.</summary>
    Closed,
}
