namespace Pathways.WorkRules;

/// <summary>The words by which files name the kinds of rules.</summary>
internal enum RuleKind
{
    DayHours,
    WeekHours,
    RollingHours,
    WeekDays,
    TimeOfDay,
    SchoolHours,
    Supervision,
    Employment,
    Hazard,
    WorkKind,
    Document,
}
