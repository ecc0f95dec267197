namespace Pathways.WorkRules.Tests.Packs;

/// <summary>A case that breaks one rule on one day, by as little as can be.</summary>
internal sealed record Breaking(WorkRulePack Pack, WorkRule Rule, WorkCase Facts, LocalDate Day)
{
    /// <summary>Finds such a case, in the manner of the rule.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="more">How many minutes, or days, more than the limit; 0 and less for none.</param>
    public static Breaking Of(WorkRulePack pack, WorkRule rule, int more = 1)
    {
        var calendar = rule.Weeks == RuleWeeks.School || rule.Days is RuleDays.SchoolDay or RuleDays.BeforeSchoolDay || rule is SchoolHoursRule ? Given.AllSchool : Given.NoSchool;
        var settings = rule.OnlySettings;
        var bare = Given.Case(default, Given.Work() with { Settings = settings }, calendar, pack.Jurisdiction) with { Agreements = rule.Only is { } only ? [Given.Paper(only)] : [] };
        var week = rule is WeekHoursRule or WeekDaysRule;
        for (var day = new LocalDate(2026, 1, 1); day.Year == 2026; day = day.PlusDays(1))
        {
            var facts = bare with { BirthDate = Given.Aged(day, rule.AtLeast ?? rule.Below!.Value - 1) };
            var number = WorkedTime.Number(day);
            var isLast = !week || number - RuleReach.WeekStart(pack, number) == 6;
            if (isLast && (rule is not SchoolHoursRule || calendar.IsSchoolDay(day)) && new RuleReach([pack], facts).Applies(pack, rule, number, facts.Work))
            {
                return new(pack, rule, facts with { Work = Work(rule, day, more) with { Settings = settings } }, day);
            }
        }

        throw new InvalidOperationException($"No day of the year is found on which {rule.Code} applies.");
    }

    /// <summary>What the engine finds of this rule.</summary>
    public WorkFinding? Finding => FindingOf(Facts);

    /// <summary>What the engine finds of this rule in another case.</summary>
    public WorkFinding? FindingOf(WorkCase facts) => new WorkRuleEngine([Pack]).Assess(facts).Findings.SingleOrDefault(finding => finding.Code == Rule.Code);

    private static Work Work(WorkRule rule, LocalDate day, int more) => rule switch
    {
        DayHoursRule { Minutes: var limit } => Given.Work(new WorkShift(day, 0, limit + more)),
        RollingHoursRule { Minutes: var limit } => Given.Work(new WorkShift(day.PlusDays(-1), 1440 - 60, 1440), new WorkShift(day, 0, limit - 60 + more)),
        WeekHoursRule { Minutes: var limit } => Given.Work([.. Days(limit + more, day)]),
        WeekDaysRule { Count: var limit } => Given.Work([.. Enumerable.Range(0, limit + more).Select(back => new WorkShift(day.PlusDays(-back), 600, 601))]),
        TimeOfDayRule { From: > 0 } time => Given.Work(new WorkShift(day, time.From - more, time.From + 10)),
        TimeOfDayRule time => Given.Work(new WorkShift(day, time.Until - 10, time.Until + more)),
        SupervisionRule { From: var from } => Given.Work(new WorkShift(day, from - 10, from + more)),
        SchoolHoursRule => Given.Work(new WorkShift(day, 420, 480 + more)),
        HazardRule { Hazards: var hazards } => Given.Work(new WorkShift(day, 600, 601)) with { Hazards = [hazards.IsEmpty ? HazardId.From("own-1") : hazards[0]] },
        WorkKindRule { Kinds: var kinds } => Given.Work(new WorkShift(day, 600, 601)) with { Kinds = [kinds[0]] },
        _ => Given.Work(new WorkShift(day, 600, 601)),
    };

    // The last day of the week has the last minutes; what it cannot hold is on the days before.
    private static IEnumerable<WorkShift> Days(int minutes, LocalDate day)
    {
        for (var left = minutes; left > 0; left -= 1200, day = day.PlusDays(-1))
        {
            yield return new(day, 0, Math.Min(left, 1200));
        }
    }
}
