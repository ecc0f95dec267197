namespace Pathways.WorkRules;

/// <summary>Takes hours out of a schedule until it is lawful, and no more than that.</summary>
/// <remarks>
/// Minutes are taken in order of time while every limit permits. Hours of days, weeks and any 24 hours limit intervals of time, and for
/// limits on intervals the earliest-first choice keeps as much as can be kept: where another choice keeps a later minute instead, that one can be exchanged for the
/// earlier one, since every full interval around the earlier one that reaches past it holds the next one kept.
/// Days of the week are chosen first, the longest kept; a second round adds what still fits, so that nothing can be added back.
/// </remarks>
internal sealed class Shortening(WorkSchedule asked, MinuteBook book, List<HourLimit> limits, List<TimeBar> bars)
{
    private readonly HashSet<long> _kept = [];

    public WorkSchedule Result()
    {
        var open = Open();
        var dropped = Dropped(open);
        Keep(open.Where(minute => !dropped.Contains((int)(minute / Clock.Day))));
        Keep(open.Where(minute => !_kept.Contains(minute)));
        return Shifts();
    }

    private List<long> Open()
    {
        var open = new List<long>();
        var last = long.MinValue;
        foreach (var (start, end) in WorkedTime.Of(asked))
        {
            for (var minute = Math.Max(start, last); minute < end; minute++)
            {
                if (!bars.Exists(bar => bar.Bars((int)(minute / Clock.Day), (int)(minute % Clock.Day))))
                {
                    open.Add(minute);
                }
            }

            last = Math.Max(last, end);
        }

        return open;
    }

    private HashSet<int> Dropped(List<long> open)
    {
        var dropped = new HashSet<int>();
        var days = open.GroupBy(minute => (int)(minute / Clock.Day)).ToDictionary(day => day.Key, day => Math.Min(day.Count(), Left(day.Key)));
        foreach (var limit in limits.OfType<HourLimit.DaysOfWeek>())
        {
            foreach (var week in days.Keys.GroupBy(limit.WeekOf))
            {
                var worked = Enumerable.Range(week.Key, 7).Where(day => book.MinutesOn(day) > 0 || (days.GetValueOrDefault(day) > 0 && !dropped.Contains(day))).ToHashSet();
                var shortest = week.Where(day => worked.Contains(day) && book.MinutesOn(day) == 0).OrderBy(day => days[day]).ThenByDescending(day => day).ToList();
                for (var at = 0; at < shortest.Count && limit.TooMany(worked) > 0; at++)
                {
                    worked.Remove(shortest[at]);
                    dropped.Add(shortest[at]);
                }
            }
        }

        return dropped;
    }

    private int Left(int day) => limits.OfType<HourLimit.OfDay>().Select(limit => limit.Left(day) ?? int.MaxValue).DefaultIfEmpty(int.MaxValue).Min();

    private void Keep(IEnumerable<long> minutes)
    {
        foreach (var minute in minutes.ToList())
        {
            // Whoever works elsewhere at that minute works no more for it.
            if (book.IsTaken(minute) || limits.TrueForAll(limit => limit.Permits(minute)))
            {
                book.Take(minute);
                _kept.Add(minute);
            }
        }
    }

    // What is left of each shift; a break stays a break where work goes on right before and after it.
    private WorkSchedule Shifts()
    {
        var shifts = ImmutableArray.CreateBuilder<WorkShift>();
        var given = new HashSet<long>();
        foreach (var shift in asked.Shifts)
        {
            var midnight = WorkedTime.Midnight(shift.Day);
            var pieces = new List<(int Start, int End)>();
            for (var minute = shift.StartMinute; minute < shift.EndMinute; minute++)
            {
                if (IsWork(shift, minute) && _kept.Contains(midnight + minute) && given.Add(midnight + minute))
                {
                    if (pieces is [.., var last] && last.End == minute)
                    {
                        pieces[^1] = (last.Start, minute + 1);
                    }
                    else
                    {
                        pieces.Add((minute, minute + 1));
                    }
                }
            }

            Add(shifts, shift, pieces);
        }

        return new(shifts.ToImmutable());
    }

    private static void Add(ImmutableArray<WorkShift>.Builder shifts, WorkShift shift, List<(int Start, int End)> pieces)
    {
        for (var first = 0; first < pieces.Count;)
        {
            var last = first;
            while (last + 1 < pieces.Count && Enumerable.Range(pieces[last].End, pieces[last + 1].Start - pieces[last].End).All(minute => !IsWork(shift, minute)))
            {
                last++;
            }

            var breaks = Enumerable.Range(first, last - first).Select(at => new WorkBreak(pieces[at].End, pieces[at + 1].Start)).ToImmutableArray();
            var days = pieces[first].Start / Clock.Day;
            var back = days * Clock.Day;
            shifts.Add(new(
                shift.Day.PlusDays(days), pieces[first].Start - back, pieces[last].End - back, [.. breaks.Select(pause => new WorkBreak(pause.StartMinute - back, pause.EndMinute - back))]));
            first = last + 1;
        }
    }

    private static bool IsWork(WorkShift shift, int minute) => !shift.Breaks.Any(pause => pause.StartMinute <= minute && minute < pause.EndMinute);
}
