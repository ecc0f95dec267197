namespace Pathways.WorkRules;

/// <summary>A limit on how much is worked, asked minute by minute.</summary>
/// <remarks>Every limit is such that more work never makes it easier to keep: what was refused once stays refused.</remarks>
internal abstract class HourLimit
{
    private HourLimit()
    {
    }

    /// <summary>Whether one more minute keeps the limit.</summary>
    public abstract bool Permits(long minute);

    /// <summary>The limits of a rule, if it has any.</summary>
    public static IEnumerable<HourLimit> Of(RuleReach reach, WorkRulePack pack, WorkRule rule, MinuteBook book)
    {
        var known = new Dictionary<int, bool>();
        bool Applies(int day)
        {
            if (!known.TryGetValue(day, out var applies))
            {
                known[day] = applies = reach.Applies(pack, rule, day);
            }

            return applies;
        }

        return rule switch
        {
            DayHoursRule { Minutes: var limit } => [new OfDay(limit, Applies, book)],
            WeekHoursRule { Minutes: var limit } => [new OfWeek(limit, Applies, book, day => RuleReach.WeekStart(pack, day), book.MinutesOn)],
            WeekDaysRule { Count: var limit } => [new DaysOfWeek(limit, Applies, book, day => RuleReach.WeekStart(pack, day))],
            RollingHoursRule { Minutes: var limit } => [new In24Hours(limit, Applies, book)],
            _ => [],
        };
    }

    private static int DayOf(long minute) => (int)(minute / Clock.Day);

    /// <summary>So many minutes on a day.</summary>
    public sealed class OfDay(int limit, Func<int, bool> applies, MinuteBook book) : HourLimit
    {
        /// <summary>How many minutes a day has left; null for no limit.</summary>
        public int? Left(int day) => applies(day) ? Math.Max(0, limit - book.MinutesOn(day)) : null;

        public override bool Permits(long minute) => book.MinutesOn(DayOf(minute)) < limit || !applies(DayOf(minute));
    }

    /// <summary>So many minutes in a week, up to the last worked day on which the rule applies.</summary>
    public sealed class OfWeek(int limit, Func<int, bool> applies, MinuteBook book, Func<int, int> weekOf, Func<int, int> count) : HourLimit
    {
        public override bool Permits(long minute)
        {
            var today = DayOf(minute);
            var week = weekOf(today);
            var sum = 1;
            for (var day = week; day < week + 7; day++)
            {
                sum += count(day);
                if (day >= today && sum > limit && (day == today || book.MinutesOn(day) > 0) && applies(day))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>So many days in a week, up to the last worked day on which the rule applies.</summary>
    public sealed class DaysOfWeek(int limit, Func<int, bool> applies, MinuteBook book, Func<int, int> weekOf) : HourLimit
    {
        /// <summary>The first day of the week of a day.</summary>
        public int WeekOf(int day) => weekOf(day);

        /// <summary>How many of some days of a week are too many.</summary>
        public int TooMany(IEnumerable<int> days)
        {
            var (sum, most) = (0, 0);
            foreach (var day in days.Order())
            {
                sum++;
                most = applies(day) ? sum : most;
            }

            return Math.Max(0, most - limit);
        }

        public override bool Permits(long minute)
        {
            var today = DayOf(minute);
            return book.MinutesOn(today) > 0
                || TooMany(Enumerable.Range(weekOf(today), 7).Where(day => day == today || book.MinutesOn(day) > 0)) is 0
                || !Enumerable.Range(today, weekOf(today) + 7 - today).Any(day => (day == today || book.MinutesOn(day) > 0) && applies(day));
        }
    }

    /// <summary>So many minutes in any 24 hours that end with a worked minute of a day on which the rule applies.</summary>
    public sealed class In24Hours(int limit, Func<int, bool> applies, MinuteBook book) : HourLimit
    {
        public override bool Permits(long minute)
        {
            var sum = 1;
            for (var before = minute - Clock.Day + 1; before < minute; before++)
            {
                sum += book.IsTaken(before) ? 1 : 0;
            }

            for (var end = minute; end < minute + Clock.Day; end++)
            {
                if (end > minute)
                {
                    sum += (book.IsTaken(end) ? 1 : 0) - (book.IsTaken(end - Clock.Day) ? 1 : 0);
                }

                if (sum > limit && (end == minute || book.IsTaken(end)) && applies(DayOf(end)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
