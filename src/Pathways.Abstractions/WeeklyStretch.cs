namespace Pathways;

/// <summary>One stretch of time on one day of the week, from its start up to but not including its end.</summary>
public readonly record struct WeeklyStretch
{
    /// <summary>A stretch of time on a day of the week.</summary>
    /// <param name="day">Monday to Sunday.</param>
    /// <param name="startMinute">Minutes after midnight, 0 to 1439.</param>
    /// <param name="endMinute">Minutes after midnight, up to 1440 for the end of the day; after the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day, or the end is not after the start.</exception>
    public WeeklyStretch(IsoDayOfWeek day, int startMinute, int endMinute)
    {
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "A stretch needs a day from Monday to Sunday.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(startMinute);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endMinute, startMinute);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endMinute, 24 * 60);
        (Day, StartMinute, EndMinute) = (day, startMinute, endMinute);
    }

    /// <summary>The day of the week.</summary>
    public IsoDayOfWeek Day { get; }

    /// <summary>Minutes after midnight when it starts.</summary>
    public int StartMinute { get; }

    /// <summary>Minutes after midnight when it is over; 1440 is the end of the day.</summary>
    public int EndMinute { get; internal init; }

    /// <summary>How long it lasts.</summary>
    public int Minutes => EndMinute - StartMinute;

    /// <summary>Whether the other stretch lies within this one.</summary>
    /// <param name="other">The stretch to hold.</param>
    public bool Covers(WeeklyStretch other) =>
        Day == other.Day && StartMinute <= other.StartMinute && other.EndMinute <= EndMinute;

    /// <summary>Such as <c>Mon 14:00-17:30</c>.</summary>
    public override string ToString() =>
        $"{Day.ToString()[..3]} {StartMinute / 60:00}:{StartMinute % 60:00}-{EndMinute / 60:00}:{EndMinute % 60:00}";
}
