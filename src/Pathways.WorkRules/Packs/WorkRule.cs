namespace Pathways.WorkRules;

/// <summary>One rule for minors at work: when it applies; its kind says what it limits.</summary>
public abstract record WorkRule
{
    private protected WorkRule()
    {
    }

    /// <summary>Public and stable, such as <c>work.federal.hours-school-week</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What must hold, in words a school secretary understands.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Citation { get; init; }

    /// <summary>Whether somebody compared it with its source; what is not verified only warns.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>The first day on which it applies; <see langword="null"/> for that of the pack.</summary>
    public LocalDate? EffectiveFrom { get; init; }

    /// <summary>The last day on which it applies; <see langword="null"/> for that of the pack.</summary>
    public LocalDate? EffectiveTo { get; init; }

    /// <summary>From which age on it applies, in completed years; <see langword="null"/> from birth.</summary>
    public int? AtLeast { get; init; }

    /// <summary>Until before which age it applies; <see langword="null"/> for ever.</summary>
    public int? Below { get; init; }

    /// <summary>On which days it applies.</summary>
    public RuleDays Days { get; init; }

    /// <summary>On which days of the week it applies; on all when empty.</summary>
    public ImmutableArray<IsoDayOfWeek> DaysOfWeek { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>In which weeks it applies.</summary>
    public RuleWeeks Weeks { get; init; }

    /// <summary>A part of the year; <see langword="null"/> for the whole year.</summary>
    public RuleSeason? Season { get; init; }

    /// <summary>Whether it applies outside <see cref="Season"/>, and not in it.</summary>
    public bool IsOutsideSeason { get; init; }

    /// <summary>Papers each of which lifts the rule, where it counts.</summary>
    public ImmutableArray<string> Unless { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>A paper with which alone the rule applies, since it replaces a stricter one; <see langword="null"/> for none.</summary>
    public string? Only { get; init; }

    /// <summary>Settings each of which lifts the rule; for rules about one work at a time.</summary>
    public ImmutableArray<WorkSetting> UnlessSettings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Settings of which the work must have one for the rule to apply; for rules about one work at a time.</summary>
    public ImmutableArray<WorkSetting> OnlySettings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether breaking it blocks or warns.</summary>
    public WorkSeverity Severity => IsVerified ? WorkSeverity.Block : WorkSeverity.Warn;

    /// <summary>The code.</summary>
    public sealed override string ToString() => Code;
}

/// <summary>So many minutes on a day at most.</summary>
public sealed record DayHoursRule : WorkRule
{
    /// <summary>The limit, in minutes.</summary>
    public required int Minutes { get; init; }
}

/// <summary>So many minutes in a week at most, counted from its first day to the last day on which the rule applies.</summary>
public sealed record WeekHoursRule : WorkRule
{
    /// <summary>The limit, in minutes.</summary>
    public required int Minutes { get; init; }
}

/// <summary>So many minutes in any 24 hours that end on a day on which the rule applies.</summary>
public sealed record RollingHoursRule : WorkRule
{
    /// <summary>The limit, in minutes.</summary>
    public required int Minutes { get; init; }
}

/// <summary>Work on so many days of a week at most, counted from its first day to the last day on which the rule applies.</summary>
public sealed record WeekDaysRule : WorkRule
{
    /// <summary>The limit, in days.</summary>
    public required int Count { get; init; }
}

/// <summary>Work between two times of the day only.</summary>
public sealed record TimeOfDayRule : WorkRule
{
    /// <summary>The first minute after midnight that is permitted.</summary>
    public required int From { get; init; }

    /// <summary>The first minute after midnight that is not permitted any more; 1440 for the end of the day.</summary>
    public required int Until { get; init; }
}

/// <summary>No work during school hours.</summary>
public sealed record SchoolHoursRule : WorkRule;

/// <summary>No work after a time of the day without an adult who supervises.</summary>
public sealed record SupervisionRule : WorkRule
{
    /// <summary>The first minute after midnight at which an adult is needed.</summary>
    public required int From { get; init; }
}

/// <summary>No employment at all; the ages of the rule say for whom.</summary>
public sealed record EmploymentRule : WorkRule;

/// <summary>No work with some hazards.</summary>
public sealed record HazardRule : WorkRule
{
    /// <summary>Which; every hazard that no other rule of the pack names, when empty.</summary>
    public ImmutableArray<HazardId> Hazards { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>No work of some kinds.</summary>
public sealed record WorkKindRule : WorkRule
{
    /// <summary>Which.</summary>
    public ImmutableArray<WorkKind> Kinds { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>A paper must be held.</summary>
public sealed record DocumentRule : WorkRule
{
    /// <summary>Which, in the words of the pack.</summary>
    public required string Document { get; init; }
}

/// <summary>On which days a rule applies.</summary>
public enum RuleDays
{
    /// <summary>On all days.</summary>
    Any,

    /// <summary>On school days.</summary>
    SchoolDay,

    /// <summary>On days without school.</summary>
    NonSchoolDay,

    /// <summary>On days of which the next is a school day.</summary>
    BeforeSchoolDay,

    /// <summary>On days of which the next is no school day.</summary>
    BeforeNonSchoolDay,
}

/// <summary>In which weeks a rule applies.</summary>
public enum RuleWeeks
{
    /// <summary>In all weeks.</summary>
    Any,

    /// <summary>In weeks with school.</summary>
    School,

    /// <summary>In weeks without school.</summary>
    NonSchool,
}

/// <summary>A part of every year, its first and last days included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; <see langword="null"/> for Labor Day, the first Monday of September.</param>
public sealed record RuleSeason(AnnualDate From, AnnualDate? To)
{
    /// <summary>Whether a day lies in it.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(LocalDate day)
    {
        var first = From.InYear(day.Year);
        var last = To?.InYear(day.Year) ?? LaborDay(day.Year);
        return first <= last ? first <= day && day <= last : first <= day || day <= last;
    }

    private static LocalDate LaborDay(int year) => new LocalDate(year, 8, 31).Next(IsoDayOfWeek.Monday);
}
