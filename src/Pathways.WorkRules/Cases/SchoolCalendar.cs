namespace Pathways.WorkRules;

/// <summary>When the local school is in session.</summary>
/// <remarks>
/// A school day is a day of a term, on a day of the week that has school hours, and no day off. Of days outside <see cref="Known"/> nothing is known: they
/// are taken for school days where the week has school hours, which is the stricter reading.
/// </remarks>
public sealed record SchoolCalendar
{
    /// <summary>The first and the last day of which the calendar says anything, vacations included.</summary>
    public required DateInterval Known { get; init; }

    /// <summary>The terms; what lies between them is vacation.</summary>
    public ImmutableArray<DateInterval> Terms { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Holidays, short vacations and days without students, within terms.</summary>
    public ImmutableArray<DateInterval> DaysOff { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The hours of school in a week; also says which days of the week have school.</summary>
    public WeeklyHours Hours { get; init; } = WeeklyHours.Parse("Mon-Fri 08:00-15:00");

    /// <summary>A calendar that says nothing, so that every Monday to Friday is taken for a school day.</summary>
    public static SchoolCalendar Unknown { get; } = new() { Known = new(new(1900, 1, 1), new(1900, 1, 1)) };

    /// <summary>Whether school is in session on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsSchoolDay(LocalDate day) => HasHours(day.DayOfWeek)
        && (!Known.Contains(day) || (Terms.Any(term => term.Contains(day)) && !DaysOff.Any(off => off.Contains(day))));

    /// <summary>The hours of school on a day; none when it is no school day.</summary>
    /// <param name="day">The day.</param>
    public IEnumerable<WeeklyStretch> HoursOn(LocalDate day) => IsSchoolDay(day) ? Hours.Stretches.Where(stretch => stretch.Day == day.DayOfWeek) : [];

    private bool HasHours(IsoDayOfWeek day) => Hours.Stretches.Any(stretch => stretch.Day == day);
}
