namespace Pathways.WorkRules;

/// <summary>The codes that do not stand in a pack; public and stable.</summary>
public static class WorkRuleCodes
{
    /// <summary>No rules of a jurisdiction are known for some days, or at all.</summary>
    public const string NotCovered = "work.not-covered";

    /// <summary>The school calendar says nothing of some days; they are taken for school days.</summary>
    public const string CalendarUnknown = "work.calendar-unknown";

    /// <summary>The hours of work are not known yet, so rules about hours were not looked at.</summary>
    public const string ScheduleOpen = "work.schedule-open";

    /// <summary>Nothing is known of the student.</summary>
    public const string StudentUnknown = "work.student-unknown";
}
