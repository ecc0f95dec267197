namespace Pathways.WorkRules.Tests.Naive;

/// <summary>The rules read one minute after the other, as a clerk with a calendar would: slow, and sharing nothing with the engine but the words.</summary>
internal sealed class MinuteByMinute
{
    private readonly WorkCase _facts;
    private readonly ImmutableArray<WorkRulePack> _packs;
    private readonly Dictionary<LocalDate, bool> _schoolDays = [];
    private readonly Dictionary<LocalDate, int> _ages = [];
    private readonly Dictionary<(string, LocalDate), WorkRulePack?> _inForce = [];
    private readonly SortedSet<string> _broken = new(StringComparer.Ordinal);

    private MinuteByMinute(WorkCase facts, ImmutableArray<WorkRulePack> packs) => (_facts, _packs) = (facts, packs);

    /// <summary>Every broken rule, one line each: whose, which, of what work, from when to when, by how much, how bad, and whether by policy.</summary>
    public static SortedSet<string> Broken(WorkCase facts, ImmutableArray<WorkRulePack> packs)
    {
        var all = facts.OtherWork.Insert(0, facts.Work);
        var law = new MinuteByMinute(facts, packs);
        law.Judge(all.Where(work => work.Relation == WorkRelation.Employment).ToList());
        var result = new SortedSet<string>(law._broken.Select(line => line + "|law"), StringComparer.Ordinal);
        if (facts.LimitsApplyToAll && all.Any(work => work.Relation != WorkRelation.Employment))
        {
            var everything = new MinuteByMinute(facts, packs);
            everything.Judge([.. all]);
            var same = law._broken.Select(line => string.Join('|', line.Split('|')[..5])).ToHashSet();
            result.UnionWith(everything._broken.Where(line => !same.Contains(string.Join('|', line.Split('|')[..5]))).Select(line => line + "|policy"));
        }

        return result;
    }

    /// <summary>A finding of the engine as such a line.</summary>
    public static string Line(WorkFinding finding) => string.Join(
        '|', finding.Jurisdiction, finding.Code, finding.Work, finding.When.Start.ToString("R", null), finding.When.End.ToString("R", null), finding.By?.Count, finding.Severity,
        finding.IsPolicy ? "policy" : "law");

    private void Judge(List<Work> works)
    {
        var clocks = works.ConvertAll(work => Minutes(work.Schedule));
        var any = new SortedDictionary<LocalDate, bool[]>();
        foreach (var (day, minutes) in clocks.SelectMany(clock => clock))
        {
            any[day] = any.TryGetValue(day, out var before) ? [.. before.Zip(minutes, (one, other) => one || other)] : minutes;
        }

        if (any.Count == 0)
        {
            return;
        }

        foreach (var jurisdiction in _facts.Jurisdictions.Distinct())
        {
            var missing = any.Keys.Where(day => Pack(jurisdiction, day) is null).ToList();
            if (missing.Count > 0)
            {
                Note(jurisdiction, "work.not-covered", null, missing[0], missing[^1], null, WorkSeverity.Block);
            }

            foreach (var pack in _packs.Where(pack => pack.Jurisdiction == jurisdiction))
            {
                foreach (var rule in pack.Rules)
                {
                    AllWork(pack, rule, any);
                    for (var i = 0; i < works.Count; i++)
                    {
                        OneWork(pack, rule, works[i], clocks[i]);
                    }
                }

                Papers(pack, works, clocks);
            }
        }

        if (_facts.Jurisdictions.Length > 0 && (any.Keys.Min() < _facts.Calendar.Known.Start || any.Keys.Max() > _facts.Calendar.Known.End))
        {
            Note("", "work.calendar-unknown", null, any.Keys.Min(), any.Keys.Max(), null, WorkSeverity.Warn);
        }
    }

    private void AllWork(WorkRulePack pack, WorkRule rule, SortedDictionary<LocalDate, bool[]> any)
    {
        if (rule is not (DayHoursRule or WeekHoursRule or WeekDaysRule or RollingHoursRule))
        {
            return;
        }

        var byDay = any.ToDictionary(day => day.Key, day => day.Value.Count(isWorked => isWorked));
        var over = new Dictionary<(LocalDate From, LocalDate To), int>();
        foreach (var day in byDay.Keys.Where(day => Applies(pack, rule, day, null)))
        {
            switch (rule)
            {
                case DayHoursRule hours:
                    over[(day, day)] = byDay[day] - hours.Minutes;
                    break;
                case WeekHoursRule or WeekDaysRule:
                    var sunday = day;
                    while (sunday.DayOfWeek != pack.WeekStarts)
                    {
                        sunday = sunday.PlusDays(-1);
                    }

                    var sum = 0;
                    for (var past = sunday; past <= day; past = past.PlusDays(1))
                    {
                        sum += rule is WeekDaysRule ? (byDay.ContainsKey(past) ? 1 : 0) : byDay.GetValueOrDefault(past);
                    }

                    var more = sum - (rule is WeekDaysRule { Count: var count } ? count : ((WeekHoursRule)rule).Minutes);
                    over[(sunday, sunday.PlusDays(6))] = Math.Max(more, over.GetValueOrDefault((sunday, sunday.PlusDays(6))));
                    break;
                case RollingHoursRule rolling:
                    var worst = 0;
                    var before = any.GetValueOrDefault(day.PlusDays(-1)) ?? new bool[1440];
                    for (var minute = 0; minute < 1440; minute++)
                    {
                        worst = any[day][minute] ? Math.Max(worst, before.AsSpan(minute + 1).Count(true) + any[day].AsSpan(0, minute + 1).Count(true)) : worst;
                    }

                    over[(day, day)] = worst - rolling.Minutes;
                    break;
            }
        }

        foreach (var ((from, to), more) in over.Where(one => one.Value > 0))
        {
            Note(pack.Jurisdiction, rule.Code, null, from, to, more, rule.IsVerified ? WorkSeverity.Block : WorkSeverity.Warn);
        }
    }

    private void OneWork(WorkRulePack pack, WorkRule rule, Work work, SortedDictionary<LocalDate, bool[]> clock)
    {
        var severity = rule.IsVerified ? WorkSeverity.Block : WorkSeverity.Warn;
        var days = clock.Keys.Where(day => Applies(pack, rule, day, work)).ToList();
        if (rule is TimeOfDayRule or SchoolHoursRule or SupervisionRule)
        {
            foreach (var day in days)
            {
                var bad = 0;
                for (var minute = 0; minute < 1440; minute++)
                {
                    bad += clock[day][minute] && IsBad(rule, work, day, minute) ? 1 : 0;
                }

                if (bad > 0)
                {
                    Note(pack.Jurisdiction, rule.Code, work, day, day, bad, severity);
                }
            }

            return;
        }

        var broken = rule switch
        {
            EmploymentRule => days,
            HazardRule hazard => days.Where(_ => Hazards(pack, hazard, work)).ToList(),
            WorkKindRule kinds => days.Where(_ => kinds.Kinds.Intersect(work.Kinds).Any()).ToList(),
            DocumentRule document => days.Where(day => !Counts(pack, document.Document, day, work)).ToList(),
            _ => [],
        };
        if (broken.Count > 0)
        {
            Note(pack.Jurisdiction, rule.Code, work, broken.Min(), broken.Max(), null, severity);
        }
    }

    private void Papers(WorkRulePack pack, List<Work> works, List<SortedDictionary<LocalDate, bool[]>> clocks)
    {
        foreach (var agreement in pack.Agreements)
        {
            foreach (var condition in agreement.Conditions)
            {
                for (var i = 0; i < works.Count; i++)
                {
                    var work = works[i];
                    var named = _facts.Agreements.All(paper => paper.Kind != agreement.Kind) ? [] : pack.Rules.Where(rule =>
                        (rule.Unless.Contains(agreement.Kind) || rule.Only == agreement.Kind || rule is DocumentRule { Document: var paper } && paper == agreement.Kind)
                        && (rule is not HazardRule hazard || Hazards(pack, hazard, work))).ToList();
                    var days = clocks[i].Keys.Where(day =>
                        named.Any(rule => Reaches(pack, rule, day))
                        && _facts.Agreements.Any(paper => InForce(pack, paper, agreement.Kind, day, work) && !Met(condition, paper))).ToList();
                    if (days.Count > 0)
                    {
                        Note(pack.Jurisdiction, condition.Code, work, days.Min(), days.Max(), null, WorkSeverity.Warn);
                    }
                }
            }
        }
    }

    private bool IsBad(WorkRule rule, Work work, LocalDate day, int at)
    {
        return rule switch
        {
            TimeOfDayRule time => !(time.From <= at && at < time.Until),
            SchoolHoursRule => _facts.Calendar.Hours.Stretches.Any(school => school.Day == day.DayOfWeek && school.StartMinute <= at && at < school.EndMinute) && IsSchoolDay(day),
            SupervisionRule adult => at >= adult.From && !work.Settings.Contains(WorkSetting.AdultSupervision),
            _ => false,
        };
    }

    private static bool Hazards(WorkRulePack pack, HazardRule rule, Work work) => work.Hazards.Any(hazard => rule.Hazards.Length > 0
        ? rule.Hazards.Contains(hazard)
        : !pack.Rules.OfType<HazardRule>().SelectMany(other => other.Hazards).Contains(hazard));

    private bool Applies(WorkRulePack pack, WorkRule rule, LocalDate day, Work? work)
    {
        if (!Reaches(pack, rule, day))
        {
            return false;
        }

        if (work is not null && ((rule.OnlySettings.Length > 0 && !rule.OnlySettings.Intersect(work.Settings).Any()) || rule.UnlessSettings.Intersect(work.Settings).Any()))
        {
            return false;
        }

        return (rule.Only is null || Counts(pack, rule.Only, day, work)) && !rule.Unless.Any(paper => Counts(pack, paper, day, work));
    }

    private bool Reaches(WorkRulePack pack, WorkRule rule, LocalDate day)
    {
        if (!ReferenceEquals(Pack(pack.Jurisdiction, day), pack) || (rule.EffectiveFrom is { } from && day < from) || (rule.EffectiveTo is { } to && day > to))
        {
            return false;
        }

        var age = Once(_ages, day, Age);
        if ((rule.AtLeast is { } least && age < least) || (rule.Below is { } below && age >= below))
        {
            return false;
        }

        if (rule.DaysOfWeek.Length > 0 && !rule.DaysOfWeek.Contains(day.DayOfWeek))
        {
            return false;
        }

        if (rule.Season is { } season)
        {
            var (month, first) = (day.Month, season.From);
            var isAfter = month > first.Month || (month == first.Month && day.Day >= first.Day);
            bool isBefore;
            if (season.To is { } end)
            {
                isBefore = month < end.Month || (month == end.Month && day.Day <= end.Day);
            }
            else
            {
                var labor = Enumerable.Range(1, 7).Select(on => new LocalDate(day.Year, 9, on)).Single(on => on.DayOfWeek == IsoDayOfWeek.Monday);
                isBefore = day <= labor;
            }

            if ((isAfter && isBefore) == rule.IsOutsideSeason)
            {
                return false;
            }
        }

        var isOfDays = rule.Days switch
        {
            RuleDays.SchoolDay => IsSchoolDay(day),
            RuleDays.NonSchoolDay => !IsSchoolDay(day),
            RuleDays.BeforeSchoolDay => IsSchoolDay(day.PlusDays(1)),
            RuleDays.BeforeNonSchoolDay => !IsSchoolDay(day.PlusDays(1)),
            _ => true,
        };
        return isOfDays && (rule.Weeks == RuleWeeks.Any || (rule.Weeks == RuleWeeks.School) == IsSchoolWeek(pack, day));
    }

    private bool IsSchoolWeek(WorkRulePack pack, LocalDate day)
    {
        var first = Enumerable.Range(0, 7).Select(back => day.PlusDays(-back)).Single(on => on.DayOfWeek == pack.WeekStarts);
        var schoolDays = 0;
        for (var i = 0; i < 7; i++)
        {
            schoolDays += IsSchoolDay(first.PlusDays(i)) ? 1 : 0;
        }

        return schoolDays >= pack.SchoolWeekDays;
    }

    private static T Once<TKey, T>(Dictionary<TKey, T> known, TKey key, Func<TKey, T> find)
        where TKey : notnull => known.TryGetValue(key, out var value) ? value : known[key] = find(key);

    private bool IsSchoolDay(LocalDate day) => Once(_schoolDays, day, FindSchoolDay);

    private bool FindSchoolDay(LocalDate day)
    {
        var calendar = _facts.Calendar;
        if (calendar.Hours.Stretches.All(stretch => stretch.Day != day.DayOfWeek))
        {
            return false;
        }

        var isKnown = calendar.Known.Start <= day && day <= calendar.Known.End;
        return !isKnown || (calendar.Terms.Any(term => term.Start <= day && day <= term.End) && calendar.DaysOff.All(off => day < off.Start || day > off.End));
    }

    private WorkRulePack? Pack(string jurisdiction, LocalDate day) => Once(_inForce, (jurisdiction, day), key => FindPack(key.Item1, key.Item2));

    private WorkRulePack? FindPack(string jurisdiction, LocalDate day)
    {
        WorkRulePack? best = null;
        foreach (var pack in _packs.Where(pack => pack.Jurisdiction == jurisdiction && pack.EffectiveFrom <= day))
        {
            best = best is null || pack.EffectiveFrom > best.EffectiveFrom ? pack : best;
        }

        return best is { EffectiveTo: { } to } && day > to ? null : best;
    }

    private int Age(LocalDate day)
    {
        var born = _facts.BirthDate.Reveal(Purpose.Eligibility);
        var age = day.Year - born.Year;
        return (day.Month * 100) + day.Day < (born.Month * 100) + born.Day ? age - 1 : age;
    }

    private bool Counts(WorkRulePack pack, string kind, LocalDate day, Work? work)
    {
        var rule = pack.Agreements.FirstOrDefault(agreement => agreement.Kind == kind);
        return _facts.Agreements.Any(paper => InForce(pack, paper, kind, day, work)
            && (rule is null || rule.Conditions.All(condition => Met(condition, paper) || !condition.IsVerified || condition.IsAdvice)));
    }

    private bool InForce(WorkRulePack pack, WorkAgreement paper, string kind, LocalDate day, Work? work)
    {
        if (paper.Kind != kind || day < paper.From || (paper.Until is { } until && day > until))
        {
            return false;
        }

        if (paper.Work is { } only && (work is null ? _facts.OtherWork.Length > 0 || only != _facts.Work.Name : only != work.Name))
        {
            return false;
        }

        var rule = pack.Agreements.FirstOrDefault(agreement => agreement.Kind == kind);
        if (rule?.AtLeast is { } least && Age(day) < least)
        {
            return false;
        }

        if (rule?.RenewedBy is { } renewed)
        {
            for (var past = paper.From; past < day; past = past.PlusDays(1))
            {
                if (past.Month == renewed.Month && past.Day == renewed.Day)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool Met(AgreementCondition condition, WorkAgreement paper) =>
        !condition.Terms.Except(paper.Terms).Any()
        && !condition.Signers.Except(paper.Signers).Any()
        && (condition.AnySigner.Length == 0 || condition.AnySigner.Intersect(paper.Signers).Any())
        && (paper.StudentsPerCoordinator is not { } students
            || ((condition.FewestStudents ?? students) <= students && students <= (condition.MostStudents ?? students)))
        && (paper.HazardMinutes is not { } minutes || minutes <= (condition.MostHazardMinutes ?? minutes))
        && (paper.HazardPercent is not { } percent || percent <= (condition.MostHazardPercent ?? percent));

    private static SortedDictionary<LocalDate, bool[]> Minutes(WorkSchedule schedule)
    {
        var days = new SortedDictionary<LocalDate, bool[]>();
        foreach (var shift in schedule.Shifts)
        {
            for (var minute = shift.StartMinute; minute < shift.EndMinute; minute++)
            {
                if (shift.Breaks.Any(pause => pause.StartMinute <= minute && minute < pause.EndMinute))
                {
                    continue;
                }

                var day = minute < 1440 ? shift.Day : shift.Day.PlusDays(1);
                if (!days.TryGetValue(day, out var worked))
                {
                    days[day] = worked = new bool[1440];
                }

                worked[minute % 1440] = true;
            }
        }

        return days;
    }

    private void Note(string jurisdiction, string code, Work? work, LocalDate from, LocalDate to, int? by, WorkSeverity severity) =>
        _broken.Add(string.Join('|', jurisdiction, code, work?.Name, from.ToString("R", null), to.ToString("R", null), by, severity));
}
