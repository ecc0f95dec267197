using System.Globalization;
using Requirement = Pathways.Requirement<Pathways.Placements.HoursEntryFacts>;

namespace Pathways.Placements;

/// <summary>What must hold before something happens to an entry of the hours log.</summary>
public static class HoursEntryRequirements
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>It is known how long the work took.</summary>
    public static Requirement TimeGiven { get; } = new(
        "hours-entry.time", "An entry must be of more than nothing and no more than 24 hours.", f => f.Minutes is > 0 and <= MinutesOfDay,
        f => f.Minutes is { } minutes ? Say($"{minutes} minutes cannot be worked on one day. Maybe enter each day by itself.") : "It is not known how long the work took.");

    /// <summary>It happened.</summary>
    public static Requirement DayReached { get; } = new(
        "hours-entry.day-reached", "Work can be entered from its day on.", f => f.Day <= f.Today,
        f => f.Day is { } day ? Say($"The work would be on {day:uuuu-MM-dd}; today is {f.Today:uuuu-MM-dd}.") : "It is not known on which day the work was.");

    /// <summary>It belongs to the placement.</summary>
    public static Requirement WithinPlacement { get; } = new(
        "hours-entry.within-placement", "The day must lie within the placement, and not within a pause.", f => f.WithinPlacement);

    /// <summary>No time is counted twice.</summary>
    public static Requirement NoOverlap { get; } = new(
        "hours-entry.no-overlap", "No other entry of the student may have the same time.", f => f.OverlapRuledOut);

    /// <summary>Somebody saw what was against the rules. What happened is logged whether lawful or not; it is not approved unseen.</summary>
    public static Requirement ViolationsAnswered { get; } = new(
        "hours-entry.violations-answered", "Each work rule that the entry breaks must be answered by somebody first.", f => f.ViolationsAnswered);

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new("hours-entry.reason", "A reason must be given.", f => f.ReasonGiven);

    /// <summary>What is true instead is there.</summary>
    public static Requirement ReplacementWritten { get; } = new(
        "hours-entry.replacement", "The entry that takes its place must be written.", f => f.ReplacementWritten);

    /// <summary>Not everybody may correct what was approved.</summary>
    public static Requirement CorrectionPermitted { get; } = new(
        "hours-entry.correction-permitted", "Correcting approved hours needs the district's permission.", f => f.CorrectionPermitted);

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
