namespace Pathways.WorkRules;

/// <summary>When somebody works: shifts on days.</summary>
/// <param name="Shifts">In any order; a minute that two shifts share counts once.</param>
public sealed record WorkSchedule(ImmutableArray<WorkShift> Shifts)
{
    /// <summary>No work at all.</summary>
    public static WorkSchedule Empty { get; } = new(ImmutableArray<WorkShift>.Empty);

    /// <summary>How many minutes are worked in all, without breaks.</summary>
    public int Minutes
    {
        get
        {
            var end = long.MinValue;
            var minutes = 0L;
            foreach (var (start, until) in WorkedTime.Of(this))
            {
                minutes += Math.Max(0, until - Math.Max(start, end));
                end = Math.Max(end, until);
            }

            return (int)minutes;
        }
    }

    /// <summary>The same hours every week, from one day to another.</summary>
    /// <param name="hours">Times of the week; a stretch that ends at 24:00 and one that begins at 0:00 on the next day are one shift in effect.</param>
    /// <param name="days">The first and the last day.</param>
    /// <param name="except">Days without work.</param>
    public static WorkSchedule Weekly(WeeklyHours hours, DateInterval days, params IEnumerable<LocalDate> except)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(except);
        var free = except.ToHashSet();
        return new([
            .. from day in days
               where !free.Contains(day)
               from stretch in hours.Stretches
               where stretch.Day == day.DayOfWeek
               select new WorkShift(day, stretch.StartMinute, stretch.EndMinute),
        ]);
    }

    /// <summary>Whether the shifts are the same, in the same order.</summary>
    /// <param name="other">Another schedule.</param>
    public bool Equals(WorkSchedule? other) => other is not null && Shifts.SequenceEqual(other.Shifts);

    /// <inheritdoc/>
    public override int GetHashCode() => Shifts.Aggregate(17, HashCode.Combine);

    /// <summary>The shifts, with <c>;</c> between them.</summary>
    public override string ToString() => string.Join("; ", Shifts);
}
