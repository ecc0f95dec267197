namespace Pathways;

/// <summary>How far an enrollment is.</summary>
public enum EnrollmentState
{
    /// <summary>It runs.</summary>
    Enrolled,

    /// <summary>It was completed.</summary>
    Completed,

    /// <summary>It was given up.</summary>
    Withdrawn,
}
