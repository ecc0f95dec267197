namespace Pathways;

/// <summary>Where an entry of the hours log stands.</summary>
public enum HoursEntryState
{
    /// <summary>The student is writing it.</summary>
    Draft,

    /// <summary>The supervisor has it.</summary>
    Submitted,

    /// <summary>The supervisor says that it is true.</summary>
    Confirmed,

    /// <summary>The school counts it.</summary>
    Approved,

    /// <summary>Supervisor or school gave it back.</summary>
    Rejected,

    /// <summary>It counts no more; where it was wrong, another entry took its place. An end.</summary>
    Voided,
}
