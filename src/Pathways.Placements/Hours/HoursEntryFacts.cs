namespace Pathways.Placements;

/// <summary>What is known about an entry of the hours log when something is to happen to it.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record HoursEntryFacts
{
    /// <summary>The day of the decision.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The day of the work; <see langword="null"/> when nobody said.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>How many minutes of work, breaks left out; <see langword="null"/> when nobody said.</summary>
    public int? Minutes { get; init; }

    /// <summary>Whether the day lies within the placement and the student was not paused on it.</summary>
    public bool WithinPlacement { get; init; }

    /// <summary>Whether somebody looked, and no other entry of the student that counts has the same time.</summary>
    public bool OverlapRuledOut { get; init; }

    /// <summary>Whether each work rule that the entry breaks was answered by somebody; true when it breaks none.</summary>
    public bool ViolationsAnswered { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }

    /// <summary>Whether the entry that takes its place was written.</summary>
    public bool ReplacementWritten { get; init; }

    /// <summary>Whether the district lets the actor correct approved hours.</summary>
    public bool CorrectionPermitted { get; init; }
}
