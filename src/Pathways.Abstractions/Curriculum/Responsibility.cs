namespace Pathways;

/// <summary>How somebody is involved in a task.</summary>
public enum Responsibility
{
    /// <summary>Does it.</summary>
    Responsible,

    /// <summary>Answers for it.</summary>
    Accountable,

    /// <summary>Is asked before.</summary>
    Consulted,

    /// <summary>Is told after.</summary>
    Informed,
}
