namespace Pathways.WorkRules;

// The nearest lawful schedule.
public sealed partial class WorkRuleEngine
{
    /// <summary>As much of the work of a case as is lawful, beside the student's other work, which stays as it is.</summary>
    /// <remarks>
    /// Hours are only taken away: the result lies within what was asked for. The earlier hours of a day and the earlier days of a week are kept, and of days that are too
    /// many in a week, the shortest go. Rules that only warn are not asked.
    /// </remarks>
    /// <param name="facts">The case.</param>
    public LawfulSchedule LongestLawful(WorkCase facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var verdict = Assess(facts);
        if (verdict.IsLawful)
        {
            return new(facts.Work.Schedule, facts.Work.Schedule, [], verdict);
        }

        var asked = facts.Work.Name;
        var barriers = verdict.Findings.Where(finding => finding.Severity == WorkSeverity.Block && finding.Work == asked && IsBarrier(finding.Cure.Kind)).ToImmutableArray();
        var ifCured = Shortened(facts, alsoBarriers: false);
        var schedule = Shortened(facts, alsoBarriers: true);
        return new(schedule, ifCured, barriers, Assess(facts with { Work = facts.Work with { Schedule = schedule } }));
    }

    private static bool IsBarrier(WorkCureKind kind) =>
        kind is WorkCureKind.Wait or WorkCureKind.RemoveHazard or WorkCureKind.ChangeWork or WorkCureKind.GetDocument or WorkCureKind.CompleteAgreement;

    private WorkSchedule Shortened(WorkCase facts, bool alsoBarriers)
    {
        bool Counts(Work work) => work.Relation == WorkRelation.Employment || facts.LimitsApplyToAll;
        if (!Counts(facts.Work))
        {
            return facts.Work.Schedule;
        }

        var minutes = new MinuteBook([facts.Work.Schedule, .. facts.OtherWork.Where(Counts).Select(work => work.Schedule)]);
        foreach (var (start, end) in facts.OtherWork.Where(Counts).SelectMany(work => WorkedTime.Of(work.Schedule)))
        {
            minutes.Take(start, end);
        }

        var limits = new List<HourLimit>();
        var bars = new List<TimeBar>();
        foreach (var jurisdiction in facts.Jurisdictions.Distinct(StringComparer.Ordinal))
        {
            if (!_packs.TryGetValue(jurisdiction, out var versions))
            {
                return alsoBarriers ? WorkSchedule.Empty : facts.Work.Schedule;
            }

            var reach = new RuleReach(versions, facts);
            bars.Add(new TimeBar.Uncovered(reach));
            foreach (var pack in versions)
            {
                foreach (var rule in pack.Rules.Where(rule => rule.Severity == WorkSeverity.Block))
                {
                    limits.AddRange(HourLimit.Of(reach, pack, rule, minutes));
                    bars.AddRange(TimeBar.Of(reach, pack, rule, facts, alsoBarriers));
                }
            }
        }

        return new Shortening(facts.Work.Schedule, minutes, limits, bars).Result();
    }
}
