namespace Pathways.WorkRules;

/// <summary>On which days each rule of one jurisdiction applies to a student: ages, calendar, weeks, seasons, versions and papers.</summary>
internal sealed class RuleReach
{
    private readonly ImmutableArray<WorkRulePack> _versions;
    private readonly WorkCase _facts;
    private readonly Dictionary<int, (LocalDate Day, int Age, WorkRulePack? InForce)> _days = [];
    private readonly Dictionary<int, bool> _schoolDays = [];

    /// <summary>The reach of the versions of one jurisdiction.</summary>
    public RuleReach(ImmutableArray<WorkRulePack> versions, WorkCase facts) =>
        (_versions, _facts) = ([.. versions.OrderByDescending(version => version.EffectiveFrom).ThenByDescending(version => version.Version)], facts);

    /// <summary>The versions, the latest first.</summary>
    public ImmutableArray<WorkRulePack> Versions => _versions;

    /// <summary>The version that answers for a day; null when none does.</summary>
    public WorkRulePack? InForce(LocalDate day)
    {
        var version = _versions.FirstOrDefault(pack => pack.EffectiveFrom <= day);
        return version?.EffectiveTo < day ? null : version;
    }

    /// <summary>The number of the first day of the week in which a day lies.</summary>
    public static int WeekStart(WorkRulePack pack, int day)
    {
        var weekday = (int)WorkedTime.Day(day).DayOfWeek;
        return day - ((weekday - (int)pack.WeekStarts + 7) % 7);
    }

    /// <summary>Whether a rule applies on a day, to any work.</summary>
    public bool Applies(WorkRulePack pack, WorkRule rule, int number) => Reaches(pack, rule, number) && PapersPermit(pack, rule, number, work: null);

    /// <summary>Whether a rule applies on a day to one work.</summary>
    public bool Applies(WorkRulePack pack, WorkRule rule, int number, Work work) =>
        Reaches(pack, rule, number)
        && (rule.OnlySettings.IsEmpty || rule.OnlySettings.Any(work.Settings.Contains))
        && !rule.UnlessSettings.Any(work.Settings.Contains)
        && PapersPermit(pack, rule, number, work);

    /// <summary>Whether a rule applies on a day but for papers and settings.</summary>
    public bool Reaches(WorkRulePack pack, WorkRule rule, int number)
    {
        if (!_days.TryGetValue(number, out var known))
        {
            var date = WorkedTime.Day(number);
            _days[number] = known = (date, _facts.BirthDate.AgeOn(date), InForce(date));
        }

        var (day, age, inForce) = known;
        return ReferenceEquals(inForce, pack) && !(age < rule.AtLeast) && !(age >= rule.Below)
            && !(day < rule.EffectiveFrom) && !(day > rule.EffectiveTo)
            && (rule.DaysOfWeek.IsEmpty || rule.DaysOfWeek.Contains(day.DayOfWeek))
            && (rule.Season is not { } season || season.Contains(day) != rule.IsOutsideSeason)
            && IsOfDays(rule.Days, number)
            && (rule.Weeks == RuleWeeks.Any || IsSchoolWeek(pack, number) == (rule.Weeks == RuleWeeks.School));
    }

    /// <summary>Whether a paper of a kind counts on a day for a work: it is in force and nothing it needs is missing.</summary>
    public bool Holds(WorkRulePack pack, string kind, int number, Work? work) => _facts.Agreements.Any(paper =>
        IsFor(paper, kind, work) && InDates(pack, paper, WorkedTime.Day(number))
        && Unmet(pack, paper).All(condition => !condition.IsNeeded));

    /// <summary>The papers of a kind for a work that are in force on a day, whether they count or not.</summary>
    public IEnumerable<WorkAgreement> Present(WorkRulePack pack, string kind, int number, Work? work) =>
        _facts.Agreements.Where(paper => IsFor(paper, kind, work) && InDates(pack, paper, WorkedTime.Day(number)));

    /// <summary>What is not true of a paper and should be.</summary>
    public static IEnumerable<AgreementCondition> Unmet(WorkRulePack pack, WorkAgreement paper) =>
        (RuleOf(pack, paper.Kind)?.Conditions ?? []).Where(condition => !IsMet(condition, paper));

    /// <summary>What a pack says of a kind of paper.</summary>
    public static AgreementRule? RuleOf(WorkRulePack pack, string kind) => pack.Agreements.FirstOrDefault(agreement => agreement.Kind == kind);

    private static bool IsMet(AgreementCondition condition, WorkAgreement paper) =>
        condition.Terms.All(paper.Terms.Contains)
        && condition.Signers.All(paper.Signers.Contains)
        && (condition.AnySigner.IsEmpty || condition.AnySigner.Any(paper.Signers.Contains))
        && !(paper.StudentsPerCoordinator < condition.FewestStudents)
        && !(paper.StudentsPerCoordinator > condition.MostStudents)
        && !(paper.HazardMinutes > condition.MostHazardMinutes)
        && !(paper.HazardPercent > condition.MostHazardPercent);

    // A paper about one work says nothing of hours that add up over all work, unless there is no other.
    private bool IsFor(WorkAgreement paper, string kind, Work? work) => paper.Kind == kind
        && (paper.Work is null || (work is null ? _facts.OtherWork.IsEmpty && paper.Work == _facts.Work.Name : paper.Work == work.Name));

    private bool InDates(WorkRulePack pack, WorkAgreement paper, LocalDate day)
    {
        var rule = RuleOf(pack, paper.Kind);
        return paper.From <= day && !(day > paper.Until) && !(_facts.BirthDate.AgeOn(day) < rule?.AtLeast) && !(day > LastDay(rule, paper));
    }

    private static LocalDate? LastDay(AgreementRule? rule, WorkAgreement paper)
    {
        if (rule?.RenewedBy is not { } renewed)
        {
            return null;
        }

        var thisYear = renewed.InYear(paper.From.Year);
        return paper.From <= thisYear ? thisYear : renewed.InYear(paper.From.Year + 1);
    }

    private bool PapersPermit(WorkRulePack pack, WorkRule rule, int number, Work? work) =>
        (rule.Only is not { } only || Holds(pack, only, number, work)) && !rule.Unless.Any(kind => Holds(pack, kind, number, work));

    private bool IsOfDays(RuleDays days, int number) => days switch
    {
        RuleDays.SchoolDay => IsSchoolDay(number),
        RuleDays.NonSchoolDay => !IsSchoolDay(number),
        RuleDays.BeforeSchoolDay => IsSchoolDay(number + 1),
        RuleDays.BeforeNonSchoolDay => !IsSchoolDay(number + 1),
        _ => true,
    };

    private bool IsSchoolWeek(WorkRulePack pack, int number)
    {
        var start = WeekStart(pack, number);
        return Enumerable.Range(start, 7).Count(IsSchoolDay) >= pack.SchoolWeekDays;
    }

    private bool IsSchoolDay(int number)
    {
        if (!_schoolDays.TryGetValue(number, out var isSchoolDay))
        {
            _schoolDays[number] = isSchoolDay = _facts.Calendar.IsSchoolDay(WorkedTime.Day(number));
        }

        return isSchoolDay;
    }
}
