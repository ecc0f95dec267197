namespace Pathways.WorkRules;

/// <summary>Some hours of work that begin on one day, by the clock on the wall.</summary>
/// <remarks>
/// Half-open: a shift to 19:00 does not touch 19:00. It may run past midnight; what is worked after it belongs to the next day. An hour that
/// the clock skips or repeats is counted as the clock shows it.
/// </remarks>
public sealed record WorkShift
{
    /// <summary>A shift.</summary>
    /// <param name="day">The day on which it begins.</param>
    /// <param name="startMinute">Minutes after midnight, 0 to 1439.</param>
    /// <param name="endMinute">Minutes after the same midnight, after the start and at most a day later; 1440 is midnight at the end of the day, 1560 is 2:00 on the next.</param>
    /// <param name="breaks">Stretches without work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The times are not in order, or it lasts longer than a day.</exception>
    /// <exception cref="ArgumentException">A break is not within the shift, or touches no other time than another break.</exception>
    public WorkShift(LocalDate day, int startMinute, int endMinute, params ImmutableArray<WorkBreak> breaks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startMinute);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(startMinute, Clock.Day);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endMinute, startMinute);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endMinute, startMinute + Clock.Day);
        (Day, StartMinute, EndMinute) = (day, startMinute, endMinute);
        Breaks = breaks.IsDefaultOrEmpty ? [] : [.. breaks.OrderBy(pause => pause.StartMinute)];
        foreach (var pause in Breaks)
        {
            if (pause.StartMinute < startMinute || pause.EndMinute > endMinute || pause.EndMinute <= pause.StartMinute)
            {
                throw new ArgumentException($"A break from {Clock.Text(pause.StartMinute)} to {Clock.Text(pause.EndMinute)} is not within {this}.", nameof(breaks));
            }
        }
    }

    /// <summary>The day on which it begins.</summary>
    public LocalDate Day { get; }

    /// <summary>Minutes after midnight when it begins.</summary>
    public int StartMinute { get; }

    /// <summary>Minutes after the same midnight when it is over; more than 1440 past midnight.</summary>
    public int EndMinute { get; }

    /// <summary>Stretches without work, in order; they count as no hours and break no rule about times of day.</summary>
    public ImmutableArray<WorkBreak> Breaks { get; }

    /// <summary>Whether day, times and breaks are the same.</summary>
    /// <param name="other">Another shift.</param>
    public bool Equals(WorkShift? other) => other is not null
        && (Day, StartMinute, EndMinute) == (other.Day, other.StartMinute, other.EndMinute) && Breaks.AsSpan().SequenceEqual(other.Breaks.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Day, StartMinute, EndMinute, Breaks.Length);

    /// <summary>Such as <c>2026-09-08 15:00-19:00</c>.</summary>
    public override string ToString() => $"{Day:R} {Clock.Text(StartMinute)}-{Clock.Text(EndMinute > Clock.Day ? EndMinute - Clock.Day : EndMinute)}";
}

/// <summary>A stretch without work within a shift.</summary>
/// <param name="StartMinute">Minutes after the midnight before the shift.</param>
/// <param name="EndMinute">Minutes after the same midnight; after the start.</param>
public readonly record struct WorkBreak(int StartMinute, int EndMinute);
