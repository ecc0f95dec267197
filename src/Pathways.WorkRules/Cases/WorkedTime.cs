namespace Pathways.WorkRules;

/// <summary>From shifts to stretches of worked minutes on one line of time.</summary>
internal static class WorkedTime
{
    /// <summary>The minute at which a day begins.</summary>
    public static long Midnight(LocalDate day) => Number(day) * (long)Clock.Day;

    /// <summary>Days counted from a day long past.</summary>
    public static int Number(LocalDate day) => Period.DaysBetween(new(1900, 1, 1), day);

    /// <summary>The day of a number.</summary>
    public static LocalDate Day(int number) => new LocalDate(1900, 1, 1).PlusDays(number);

    /// <summary>The worked stretches of a schedule, without breaks, in order of their starts; they may overlap.</summary>
    public static IEnumerable<(long Start, long End)> Of(WorkSchedule schedule) => schedule.Shifts.SelectMany(Of).OrderBy(stretch => stretch.Start);

    private static IEnumerable<(long Start, long End)> Of(WorkShift shift)
    {
        var midnight = Midnight(shift.Day);
        var from = shift.StartMinute;
        foreach (var pause in shift.Breaks)
        {
            if (pause.StartMinute > from)
            {
                yield return (midnight + from, midnight + pause.StartMinute);
            }

            from = Math.Max(from, pause.EndMinute);
        }

        if (from < shift.EndMinute)
        {
            yield return (midnight + from, midnight + shift.EndMinute);
        }
    }
}
