namespace Pathways.WorkRules;

/// <summary>Worked time of one or several works, cut at midnights: what the rules count.</summary>
internal sealed class Timeline
{
    private readonly Dictionary<int, List<(int Start, int End)>> _days = [];

    /// <summary>Joins the worked time of schedules; a minute counts once.</summary>
    public Timeline(IEnumerable<WorkSchedule> schedules)
    {
        var last = long.MinValue;
        foreach (var (start, end) in schedules.SelectMany(WorkedTime.Of).OrderBy(stretch => stretch.Start))
        {
            Add(Math.Max(start, last), end);
            last = Math.Max(last, end);
        }

        Days = [.. _days.Keys.Order()];
    }

    /// <summary>The numbers of the days with work, in order.</summary>
    public ImmutableArray<int> Days { get; }

    /// <summary>The worked stretches of a day, in order and apart, in minutes after its midnight.</summary>
    public IReadOnlyList<(int Start, int End)> On(int day) => _days.TryGetValue(day, out var stretches) ? stretches : [];

    /// <summary>How many minutes are worked on a day.</summary>
    public int MinutesOn(int day) => MinutesBetween(day, 0, Clock.Day);

    /// <summary>How many minutes are worked between two times of a day.</summary>
    public int MinutesBetween(int day, int from, int until)
    {
        var minutes = 0;
        foreach (var (start, end) in On(day))
        {
            minutes += Math.Max(0, Math.Min(end, until) - Math.Max(start, from));
        }

        return minutes;
    }

    private void Add(long start, long end)
    {
        while (start < end)
        {
            var day = (int)(start / Clock.Day);
            var midnight = day * (long)Clock.Day;
            var until = Math.Min(end, midnight + Clock.Day);
            if (!_days.TryGetValue(day, out var list))
            {
                _days[day] = list = [];
            }

            var (from, to) = ((int)(start - midnight), (int)(until - midnight));
            if (list is [.., var last] && last.End == from)
            {
                list[^1] = (last.Start, to);
            }
            else
            {
                list.Add((from, to));
            }

            start = until;
        }
    }
}
