namespace Pathways.WorkRules;

/// <summary>Judges some works of a student by the rules of one jurisdiction.</summary>
internal sealed class Judge(RuleReach reach, ImmutableArray<Work> works, ImmutableArray<WorkAgreement> papers, SchoolCalendar calendar)
{
    private readonly Timeline _all = new(works.Select(work => work.Schedule));
    private readonly ImmutableArray<(Work Work, Timeline Time)> _each = [.. works.Select(work => (work, new Timeline([work.Schedule])))];
    private readonly List<WorkFinding> _findings = [];

    /// <summary>Every rule that is broken, in the order of the pack.</summary>
    public List<WorkFinding> Findings()
    {
        Uncovered();
        foreach (var pack in reach.Versions.Reverse())
        {
            foreach (var rule in pack.Rules)
            {
                Rule(pack, rule);
            }

            Papers(pack);
        }

        return _findings;
    }

    private void Rule(WorkRulePack pack, WorkRule rule)
    {
        switch (rule)
        {
            case DayHoursRule { Minutes: var limit }:
                foreach (var day in _all.Days.Where(day => _all.MinutesOn(day) > limit && reach.Applies(pack, rule, day)))
                {
                    Add(FindingText.DayHours(pack, rule, day, _all.MinutesOn(day), limit));
                }

                break;
            case WeekHoursRule { Minutes: var limit }:
                Weeks(pack, rule, limit, _all.MinutesOn, FindingText.WeekHours);
                break;
            case WeekDaysRule { Count: var limit }:
                Weeks(pack, rule, limit, _ => 1, FindingText.WeekDays);
                break;
            case RollingHoursRule { Minutes: var limit }:
                foreach (var day in _all.Days)
                {
                    if (MostIn24Hours(day) is var most && most > limit && reach.Applies(pack, rule, day))
                    {
                        Add(FindingText.RollingHours(pack, rule, day, most, limit));
                    }
                }

                break;
            case TimeOfDayRule time:
                EachDay(pack, rule, (timeline, day) => timeline.MinutesOn(day) - timeline.MinutesBetween(day, time.From, time.Until), (day, work, minutes) => FindingText.TimeOfDay(pack, time, day, work, minutes));
                break;
            case SchoolHoursRule:
                EachDay(pack, rule, SchoolMinutes, (day, work, minutes) => FindingText.SchoolHours(pack, rule, day, work, minutes));
                break;
            case SupervisionRule { From: var from }:
                EachDay(
                    pack, rule,
                    (timeline, day) => timeline.MinutesBetween(day, from, Clock.Day),
                    (day, work, minutes) => FindingText.Supervision(pack, rule, day, work, minutes),
                    work => !work.Settings.Contains(WorkSetting.AdultSupervision));
                break;
            case EmploymentRule:
                Span(pack, rule, _ => true, (when, work) => FindingText.Employment(pack, rule, when, work));
                break;
            case HazardRule hazard:
                Span(pack, rule, work => HazardsOf(pack, hazard, work).Any(), (when, work) => FindingText.Hazard(pack, rule, when, work, HazardsOf(pack, hazard, work), Missing(pack, rule.Unless, work)));
                break;
            case WorkKindRule { Kinds: var kinds }:
                Span(pack, rule, work => kinds.Any(work.Kinds.Contains), (when, work) => FindingText.Kind(pack, rule, when, work));
                break;
            case DocumentRule { Document: var document }:
                foreach (var (work, timeline) in _each)
                {
                    OneSpan(
                        timeline.Days.Where(day => reach.Applies(pack, rule, day, work) && !reach.Holds(pack, document, day, work)),
                        when => FindingText.Document(pack, rule, when, work, document, Missing(pack, [document], work)));
                }

                break;
        }
    }

    private void Add(WorkFinding finding) => _findings.Add(finding);

    private void EachDay(
        WorkRulePack pack, WorkRule rule, Func<Timeline, int, int> minutes, Func<int, Work, int, WorkFinding> finding, Func<Work, bool>? concerns = null)
    {
        foreach (var (work, timeline) in _each.Where(one => concerns?.Invoke(one.Work) != false))
        {
            foreach (var day in timeline.Days)
            {
                if (minutes(timeline, day) is var broken and > 0 && reach.Applies(pack, rule, day, work))
                {
                    Add(finding(day, work, broken));
                }
            }
        }
    }

    // What counts is everything from the first day of the week to the last worked day on which the rule applies.
    private void Weeks(WorkRulePack pack, WorkRule rule, int limit, Func<int, int> count, Func<WorkRulePack, WorkRule, int, int, int, WorkFinding> finding)
    {
        foreach (var week in _all.Days.GroupBy(day => RuleReach.WeekStart(pack, day)))
        {
            var (sum, counted) = (0, 0);
            foreach (var day in week)
            {
                sum += count(day);
                if (sum > limit && reach.Applies(pack, rule, day))
                {
                    counted = sum;
                }
            }

            if (counted > limit)
            {
                Add(finding(pack, rule, week.Key, counted, limit));
            }
        }
    }

    // It is most at the end of a stretch: while work goes on, a minute comes in for each that may go out.
    private int MostIn24Hours(int day) => _all.On(day).Max(stretch => _all.MinutesBetween(day, 0, stretch.End) + _all.MinutesBetween(day - 1, stretch.End, Clock.Day));

    private int SchoolMinutes(Timeline timeline, int day) =>
        calendar.HoursOn(WorkedTime.Day(day)).Sum(school => timeline.MinutesBetween(day, school.StartMinute, school.EndMinute));

    private void Span(WorkRulePack pack, WorkRule rule, Func<Work, bool> concerns, Func<DateInterval, Work, WorkFinding> finding)
    {
        foreach (var (work, timeline) in _each.Where(one => concerns(one.Work)))
        {
            OneSpan(timeline.Days.Where(day => reach.Applies(pack, rule, day, work)), when => finding(when, work));
        }
    }

    private void OneSpan(IEnumerable<int> days, Func<DateInterval, WorkFinding> finding)
    {
        var broken = days.ToList();
        if (broken.Count > 0)
        {
            Add(finding(new(WorkedTime.Day(broken[0]), WorkedTime.Day(broken[^1]))));
        }
    }

    /// <summary>The hazards of a work that a rule is about.</summary>
    public static IEnumerable<HazardId> HazardsOf(WorkRulePack pack, HazardRule rule, Work work) => rule.Hazards.IsEmpty
        ? work.Hazards.Where(hazard => !pack.Rules.OfType<HazardRule>().Any(other => other.Hazards.Contains(hazard)))
        : work.Hazards.Where(rule.Hazards.Contains);

    // What papers of some kinds lack that are there for a work.
    private ImmutableArray<AgreementCondition> Missing(WorkRulePack pack, ImmutableArray<string> kinds, Work work) =>
    [
        .. papers.Where(paper => kinds.Contains(paper.Kind) && (paper.Work is null || paper.Work == work.Name))
            .SelectMany(paper => RuleReach.Unmet(pack, paper)).Where(condition => condition.IsNeeded).Distinct(),
    ];

    // Papers that are there and lack something, where a rule about the work names them.
    private void Papers(WorkRulePack pack)
    {
        foreach (var agreement in pack.Agreements.Where(agreement => papers.Any(paper => paper.Kind == agreement.Kind)))
        {
            foreach (var condition in agreement.Conditions)
            {
                foreach (var (work, timeline) in _each)
                {
                    var named = pack.Rules.Where(rule => Names(rule, agreement.Kind) && (rule is not HazardRule hazard || HazardsOf(pack, hazard, work).Any())).ToList();
                    OneSpan(
                        timeline.Days.Where(day => named.Any(rule => reach.Reaches(pack, rule, day))
                            && reach.Present(pack, agreement.Kind, day, work).Any(paper => RuleReach.Unmet(pack, paper).Contains(condition))),
                        when => FindingText.Condition(pack, agreement, condition, when, work));
                }
            }
        }
    }

    private static bool Names(WorkRule rule, string kind) => rule.Unless.Contains(kind) || rule.Only == kind || (rule is DocumentRule document && document.Document == kind);

    private void Uncovered() => OneSpan(
        _all.Days.Where(day => reach.InForce(WorkedTime.Day(day)) is null),
        when => FindingText.NotCovered(reach.Versions[0].Jurisdiction, when));
}
