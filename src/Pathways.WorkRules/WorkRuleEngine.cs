namespace Pathways.WorkRules;

/// <summary>Judges the work of minors by packs of rules, and finds the nearest lawful schedule.</summary>
/// <remarks>
/// Pure: the same case gives the same answer. All jurisdictions are asked and all must be content, so the stricter rule wins; each finding says whose it
/// is. Time is that of the clock on the wall. A day is a calendar day, also for a shift that runs past midnight.
/// </remarks>
public sealed partial class WorkRuleEngine
{
    private static readonly Lazy<WorkRuleEngine> WithShipped = new(() => new WorkRuleEngine(WorkRulePacks.All));
    private readonly Dictionary<string, ImmutableArray<WorkRulePack>> _packs;

    /// <summary>An engine.</summary>
    /// <param name="packs">The packs; of several versions of a jurisdiction, each day is judged by that which applies on it.</param>
    /// <exception cref="ArgumentException">A version is given twice.</exception>
    public WorkRuleEngine(IEnumerable<WorkRulePack> packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        _packs = packs.GroupBy(pack => pack.Jurisdiction, StringComparer.Ordinal).ToDictionary(versions => versions.Key, versions => versions.ToImmutableArray(), StringComparer.Ordinal);
        if (_packs.Values.SelectMany(versions => versions.GroupBy(version => version.Version)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.First()} is given twice. Maybe one should be version {twice.Key + 1}.", nameof(packs));
        }
    }

    /// <summary>An engine with the packs that come with the library.</summary>
    public static WorkRuleEngine Shipped => WithShipped.Value;

    /// <summary>The jurisdictions of which it has rules, in ordinal order.</summary>
    public ImmutableArray<string> Jurisdictions => [.. _packs.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every rule that a case breaks.</summary>
    /// <param name="facts">The case.</param>
    public WorkVerdict Assess(WorkCase facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var all = facts.OtherWork.Insert(0, facts.Work);
        var findings = Findings(facts, [.. all.Where(work => work.Relation == WorkRelation.Employment)]);
        if (facts.LimitsApplyToAll && all.Any(work => work.Relation != WorkRelation.Employment))
        {
            var lawful = findings.Select(Key).ToHashSet();
            findings.AddRange(Findings(facts, all).Where(finding => !lawful.Contains(Key(finding))).Select(finding => finding with { IsPolicy = true }));
        }

        var order = facts.Jurisdictions;
        return new([.. findings.OrderBy(finding => finding.When.Start).ThenBy(finding => order.IndexOf(finding.Jurisdiction))]);
    }

    /// <summary>Every rule that some work of a student breaks.</summary>
    /// <param name="person">When the student was born.</param>
    /// <param name="schedule">When the work is done, in place of the schedule of the work.</param>
    /// <param name="work">The work.</param>
    /// <param name="calendar">When school is in session.</param>
    /// <param name="agreements">The papers that are held.</param>
    /// <param name="jurisdictions">Whose law applies.</param>
    public WorkVerdict Assess(
        BirthDate person, WorkSchedule schedule, Work work, SchoolCalendar calendar, IEnumerable<WorkAgreement> agreements, IEnumerable<string> jurisdictions)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Assess(new WorkCase
        {
            BirthDate = person, Work = work with { Schedule = schedule }, Calendar = calendar, Agreements = [.. agreements], Jurisdictions = [.. jurisdictions],
        });
    }

    private List<WorkFinding> Findings(WorkCase facts, ImmutableArray<Work> works)
    {
        var findings = new List<WorkFinding>();
        var worked = works.SelectMany(work => WorkedTime.Of(work.Schedule)).ToList();
        if (worked.Count == 0)
        {
            return findings;
        }

        var days = new DateInterval(WorkedTime.Day((int)(worked.Min(time => time.Start) / Clock.Day)), WorkedTime.Day((int)((worked.Max(time => time.End) - 1) / Clock.Day)));
        foreach (var jurisdiction in facts.Jurisdictions.Distinct(StringComparer.Ordinal))
        {
            if (_packs.TryGetValue(jurisdiction, out var versions))
            {
                findings.AddRange(new Judge(new(versions, facts), works, facts.Agreements, facts.Calendar).Findings());
            }
            else
            {
                findings.Add(FindingText.NotCovered(jurisdiction, days));
            }
        }

        if (!facts.Jurisdictions.IsEmpty && !(facts.Calendar.Known.Contains(days.Start) && facts.Calendar.Known.Contains(days.End)))
        {
            findings.Add(FindingText.Unknown(
                WorkRuleCodes.CalendarUnknown, "", days, WorkSeverity.Warn,
                $"The school calendar does not say everything {FindingText.Over(days)}; what it does not say is taken for school days.", "Give the calendar of these days."));
        }

        return findings;
    }

    private static (string, string, LocalDate, LocalDate, string?) Key(WorkFinding finding) =>
        (finding.Jurisdiction, finding.Code, finding.When.Start, finding.When.End, finding.Work);
}
