namespace Pathways.Placements;

/// <summary>What can happen to an entry of the hours log. Writing one is no trigger: it makes the draft.</summary>
public enum HoursEntryTrigger
{
    /// <summary>The student hands it to the supervisor.</summary>
    Submit,

    /// <summary>The supervisor says that it is true.</summary>
    Confirm,

    /// <summary>The school counts it.</summary>
    Approve,

    /// <summary>It is given back.</summary>
    Reject,

    /// <summary>The student writes it anew.</summary>
    Revise,

    /// <summary>It was approved and is wrong: another entry takes its place.</summary>
    Correct,

    /// <summary>It is dropped before it was approved.</summary>
    Void,
}
