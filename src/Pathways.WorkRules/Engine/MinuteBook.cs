namespace Pathways.WorkRules;

/// <summary>Which minutes are worked, minute by minute, and how many on each day.</summary>
internal sealed class MinuteBook
{
    private readonly int _first;
    private readonly bool[]?[] _days;
    private readonly int[] _minutes;

    /// <summary>A book with room for some schedules and nothing worked.</summary>
    public MinuteBook(IEnumerable<WorkSchedule> schedules)
    {
        var times = schedules.SelectMany(WorkedTime.Of).ToList();
        _first = times.Count == 0 ? 0 : (int)(times.Min(time => time.Start) / Clock.Day);
        var last = times.Count == 0 ? 0 : (int)((times.Max(time => time.End) - 1) / Clock.Day);
        _days = new bool[last - _first + 1][];
        _minutes = new int[_days.Length];
    }

    /// <summary>Whether a minute is worked.</summary>
    public bool IsTaken(long minute)
    {
        var day = (int)(minute / Clock.Day) - _first;
        return day >= 0 && day < _days.Length && _days[day] is { } minutes && minutes[minute % Clock.Day];
    }

    /// <summary>How many minutes are worked on a day.</summary>
    public int MinutesOn(int day) => day >= _first && day - _first < _minutes.Length ? _minutes[day - _first] : 0;

    /// <summary>Works a minute.</summary>
    public void Take(long minute)
    {
        if (!IsTaken(minute))
        {
            var day = (int)(minute / Clock.Day) - _first;
            (_days[day] ??= new bool[Clock.Day])[minute % Clock.Day] = true;
            _minutes[day]++;
        }
    }

    /// <summary>Works a stretch.</summary>
    public void Take(long start, long end)
    {
        for (var minute = start; minute < end; minute++)
        {
            Take(minute);
        }
    }
}
