namespace Pathways.WorkRules;

/// <summary>When the work that was asked for must not be done at all, however little it is.</summary>
internal abstract class TimeBar
{
    private TimeBar()
    {
    }

    /// <summary>Whether a time of a day is barred.</summary>
    public abstract bool Bars(int day, int minute);

    /// <summary>The bars of a rule, if it has any.</summary>
    public static IEnumerable<TimeBar> Of(RuleReach reach, WorkRulePack pack, WorkRule rule, WorkCase facts, bool alsoBarriers)
    {
        var work = facts.Work;
        bool Applies(int day) => reach.Applies(pack, rule, day, work);
        return rule switch
        {
            TimeOfDayRule time => [new Times(Applies, (_, minute) => minute < time.From || minute >= time.Until)],
            SchoolHoursRule => [new Times(Applies, (day, minute) => facts.Calendar.HoursOn(WorkedTime.Day(day)).Any(school => school.StartMinute <= minute && minute < school.EndMinute))],
            SupervisionRule { From: var from } when !work.Settings.Contains(WorkSetting.AdultSupervision) => [new Times(Applies, (_, minute) => minute >= from)],
            EmploymentRule when alsoBarriers => [new Times(Applies, (_, _) => true)],
            HazardRule hazard when alsoBarriers && Judge.HazardsOf(pack, hazard, work).Any() => [new Times(Applies, (_, _) => true)],
            WorkKindRule { Kinds: var kinds } when alsoBarriers && kinds.Any(work.Kinds.Contains) => [new Times(Applies, (_, _) => true)],
            DocumentRule { Document: var document } when alsoBarriers => [new Times(day => Applies(day) && !reach.Holds(pack, document, day, work), (_, _) => true)],
            _ => [],
        };
    }

    /// <summary>Times of the days on which a rule applies.</summary>
    private sealed class Times(Func<int, bool> applies, Func<int, int, bool> bars) : TimeBar
    {
        private readonly Dictionary<int, bool> _known = [];

        public override bool Bars(int day, int minute)
        {
            if (!_known.TryGetValue(day, out var isConcerned))
            {
                _known[day] = isConcerned = applies(day);
            }

            return isConcerned && bars(day, minute);
        }
    }

    /// <summary>Days for which no rules are known.</summary>
    public sealed class Uncovered(RuleReach reach) : TimeBar
    {
        public override bool Bars(int day, int minute) => reach.InForce(WorkedTime.Day(day)) is null;
    }
}
