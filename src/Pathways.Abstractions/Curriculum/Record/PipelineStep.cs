namespace Pathways;

/// <summary>What happens to a student in the recruiting pipeline beside what they do.</summary>
public enum PipelineStep
{
    /// <summary>The student pauses.</summary>
    Paused,

    /// <summary>The student comes back.</summary>
    Resumed,

    /// <summary>The student leaves.</summary>
    Withdrawn,
}
