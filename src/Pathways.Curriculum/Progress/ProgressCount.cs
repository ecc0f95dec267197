namespace Pathways.Curriculum;

/// <summary>How many required activities are in which status, of one student or of many; counts of many are the sum of their students'.</summary>
/// <param name="Required">Required activities, each counted for each student for whom it is.</param>
/// <param name="NotYetOpen">Of these, those whose window has not opened; nobody can be blamed for them.</param>
/// <param name="Done">Of these, those that are done.</param>
/// <param name="Waived">Of these, those that need not be done.</param>
/// <param name="InProgress">Of these, those of which something is done, and the rest is not due.</param>
/// <param name="Open">Of these, those that can be begun.</param>
/// <param name="Blocked">Of these, those that wait for another.</param>
/// <param name="Late">Of these, those that are late.</param>
public readonly record struct ProgressCount(int Required, int NotYetOpen, int Done, int Waived, int InProgress, int Open, int Blocked, int Late)
{
    /// <summary>Those whose window has opened, or that were done before: what coverage is measured against.</summary>
    public int Opened => Required - NotYetOpen;

    /// <summary>Those that are done or waived.</summary>
    public int Met => Done + Waived;

    /// <summary>Adds two counts.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static ProgressCount operator +(ProgressCount left, ProgressCount right) => new(
        left.Required + right.Required,
        left.NotYetOpen + right.NotYetOpen,
        left.Done + right.Done,
        left.Waived + right.Waived,
        left.InProgress + right.InProgress,
        left.Open + right.Open,
        left.Blocked + right.Blocked,
        left.Late + right.Late);

    /// <summary>Adds two counts; the same as the operator.</summary>
    /// <param name="other">The other.</param>
    public ProgressCount Add(ProgressCount other) => this + other;

    /// <summary>Such as <c>12 of 20</c>: met of opened.</summary>
    public override string ToString() => FormattableString.Invariant($"{Met} of {Opened}");

    internal static ProgressCount Of(ActivityStatus status) => status switch
    {
        ActivityStatus.NotYetOpen => new(1, 1, 0, 0, 0, 0, 0, 0),
        ActivityStatus.Done => new(1, 0, 1, 0, 0, 0, 0, 0),
        ActivityStatus.Waived => new(1, 0, 0, 1, 0, 0, 0, 0),
        ActivityStatus.InProgress => new(1, 0, 0, 0, 1, 0, 0, 0),
        ActivityStatus.Open => new(1, 0, 0, 0, 0, 1, 0, 0),
        ActivityStatus.Blocked => new(1, 0, 0, 0, 0, 0, 1, 0),
        ActivityStatus.Late => new(1, 0, 0, 0, 0, 0, 0, 1),
        _ => default, // closed ones are optional
    };
}
