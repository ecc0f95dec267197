namespace Pathways;

/// <summary>How far a student is with an element of a plan.</summary>
public enum PlanElementStatus
{
    /// <summary>Nothing is there.</summary>
    Missing,

    /// <summary>Something is there, but not all.</summary>
    InProgress,

    /// <summary>The record shows it.</summary>
    Met,

    /// <summary>The school does not ask for it of this student.</summary>
    Waived,

    /// <summary>Student or guardian decided against it.</summary>
    OptedOut,
}
