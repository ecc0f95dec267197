namespace Pathways;

/// <summary>When a task is due, seen from the activity.</summary>
public enum TaskPhase
{
    /// <summary>Before it.</summary>
    Before,

    /// <summary>While it lasts.</summary>
    During,

    /// <summary>After it.</summary>
    After,
}
