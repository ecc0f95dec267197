namespace Pathways.Curriculum;

/// <summary>How far a student is with an activity; always exactly one of these.</summary>
/// <remarks>
/// The first that holds, in this order: <see cref="Waived"/>, <see cref="Done"/>, <see cref="NotForStudent"/>, <see cref="NotYetOpen"/>,
/// <see cref="Late"/>, <see cref="Closed"/>, <see cref="Blocked"/>, <see cref="InProgress"/>, <see cref="Open"/>.
/// </remarks>
public enum ActivityStatus : byte
{
    /// <summary>It is for students of another program or sector, or for single students with a plan of their own.</summary>
    NotForStudent,

    /// <summary>Its window has not opened, and nothing of it was done ahead of time.</summary>
    NotYetOpen,

    /// <summary>It can be begun; nothing of it is done.</summary>
    Open,

    /// <summary>Something that must be done before it is not done, so it is not its turn.</summary>
    Blocked,

    /// <summary>Some of it is done, and the rest is not due yet.</summary>
    InProgress,

    /// <summary>It is required, and something of it was due on a day that is past.</summary>
    Late,

    /// <summary>It is optional, and its window closed before it was done.</summary>
    Closed,

    /// <summary>Everything it asks for is there.</summary>
    Done,

    /// <summary>The school decided that the student need not do it.</summary>
    Waived,
}
