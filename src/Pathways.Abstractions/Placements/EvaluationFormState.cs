namespace Pathways;

/// <summary>Where a form on which somebody judges somebody or something stands.</summary>
public enum EvaluationFormState
{
    /// <summary>Its time has not come.</summary>
    Scheduled,

    /// <summary>It can be filled in.</summary>
    Open,

    /// <summary>It is filled in.</summary>
    Submitted,

    /// <summary>Whoever it is about, or the school, has read it.</summary>
    Acknowledged,

    /// <summary>It stays as it is.</summary>
    Locked,

    /// <summary>A newer version took its place. An end.</summary>
    Superseded,

    /// <summary>It is not needed any more. An end.</summary>
    Cancelled,
}
