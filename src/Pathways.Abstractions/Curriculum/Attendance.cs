namespace Pathways;

/// <summary>Whether a student took part in an experience.</summary>
public enum Attendance
{
    /// <summary>It lies ahead, or nobody said yet.</summary>
    Planned,

    /// <summary>The student took part.</summary>
    Attended,

    /// <summary>The student was missing for a reason that the school accepts.</summary>
    Excused,

    /// <summary>The student was missing.</summary>
    Absent,
}
