namespace Pathways.Curriculum;

/// <summary>What progress keeps of one activity: twelve bytes, as there is one for each student and activity.</summary>
internal struct ActivityMark
{
    /// <summary>The last day for the first thing outstanding; the largest day there is when no day is known.</summary>
    public LocalDate Due;

    /// <summary>The day it was done or waived; <see langword="default"/> before.</summary>
    public LocalDate CompletedOn;

    public ActivityStatus Status;

    /// <summary>Whether it was done before something that must be done before it.</summary>
    public bool IsOutOfOrder;

    /// <summary>Whether it is for the student; one that is not may still be done.</summary>
    public bool IsForStudent;

    public readonly bool IsMet => Status is ActivityStatus.Done or ActivityStatus.Waived;
}
