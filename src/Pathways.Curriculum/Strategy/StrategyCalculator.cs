namespace Pathways.Curriculum;

/// <summary>Holds a strategy against what happened. Pure: the same arguments give the same answer.</summary>
public static class StrategyCalculator
{
    /// <summary>How many months back a board's advice and a survey count as of late: a year.</summary>
    public const int MonthsOfLate = 12;

    /// <summary>Makes the report.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="pathways">All pathways; one whose board never said anything is found by this list alone.</param>
    /// <param name="cohort">How far the students are, by the scope whose activities outcomes name.</param>
    /// <param name="readiness">By each definition that outcomes name, who says whether a student of the cohort is ready.</param>
    /// <param name="on">The day of the question.</param>
    /// <exception cref="ArgumentException">The cohort is of another day.</exception>
    public static StrategyReport Report(
        StrategyRegister strategy,
        IReadOnlyList<Pathway> pathways,
        CohortProgress cohort,
        IReadOnlyDictionary<ReadinessDefinitionId, IReadinessGate> readiness,
        LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(pathways);
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(readiness);
        if (cohort.Students.FirstOrDefault(student => student.On != on) is { } other)
        {
            throw new ArgumentException(FormattableString.Invariant($"The progress of {other.Student} is of {other.On:uuuu-MM-dd}, and the question of {on:uuuu-MM-dd}."), nameof(cohort));
        }

        ImmutableArray<OutcomeResult> outcomes =
            [.. strategy.Goals.Where(goal => goal.Level == GoalLevel.Outcome).Select(outcome => Measure(outcome, cohort, readiness, on))];
        var results = outcomes.ToDictionary(result => result.Outcome.Id);
        return new()
        {
            On = on,
            Outcomes = outcomes,
            Claims =
            [
                Claim("strategy.every-goal-measured", "Every purpose and goal leads to an outcome that is measured.",
                    strategy.Goals.Where(goal => goal.Level != GoalLevel.Outcome), goal => goal.Id.Value, goal => Unmeasured(goal, strategy), goal => goal.Owner),
                Claim("strategy.every-outcome-reached", "Every outcome is reached.",
                    outcomes, outcome => outcome.Outcome.Id.Value, outcome => results[outcome.Outcome.Id].Missing, outcome => outcome.Outcome.Owner),
                Claim("strategy.every-need-addressed", "Every need that was heard is addressed.",
                    strategy.Needs.Where(need => need.HeardOn <= on), need => need.Id.Value, need => Unaddressed(need, on), need => need.Owner),
                Claim("strategy.every-capacity-used", "Everything that is on offer today is used, and nothing is promised twice.",
                    strategy.Capacities.Where(held => held.Period.Contains(on)), held => held.Id.Value, Unused),
                Claim("strategy.every-pathway-advised", "The advisory board of every pathway spoke within a year.",
                    pathways, pathway => pathway.Id.Value, pathway => Unadvised(pathway, strategy, on)),
                Claim("strategy.every-advice-answered", "All advice of boards was carried out or declined with a reason.",
                    strategy.Advice.Where(advice => advice.On <= on), advice => advice.Id.Value, Unanswered),
            ],
            Channels = Channels(strategy, on),
        };
    }

    private static QualityClaim Claim<T>(
        string code, string sentence, IEnumerable<T> all, Func<T, string> name, Func<T, IEnumerable<Refusal>> missing, Func<T, ActorId?>? owner = null) =>
        QualityClaim.Of(code, sentence, [.. all.OrderBy(name, StringComparer.Ordinal)], name, missing, owner);

    private static OutcomeResult Measure(StrategyGoal outcome, CohortProgress cohort, IReadOnlyDictionary<ReadinessDefinitionId, IReadinessGate> readiness, LocalDate on)
    {
        switch (outcome.Measure)
        {
            case ActivityShare share when cohort.Scope.Find(share.Activity) is >= 0 and var position:
                var counted = Coverage.Of(cohort, position).Count;
                return Share(outcome, share.Target, counted.Met, counted.Opened);
            case ActivityShare share:
                return Unknown(outcome, $"The scope has no activity {share.Activity}.");
            case ReadinessShare share:
                return readiness.TryGetValue(share.Definition, out var gate)
                    ? Share(outcome, share.Target, cohort.Students.Count(student => gate.Assess(student.Student, on).IsReady), cohort.Students.Length)
                    : Unknown(outcome, $"Nobody was judged by {share.Definition}.");
            case ReportedFigure figure:
                return figure.Figures.Where(found => found.On <= on).MaxBy(found => found.On) is { } latest
                    ? new(outcome, latest.Value, null, null, (figure.IsAtMost ? latest.Value <= figure.Target : latest.Value >= figure.Target)
                        ? []
                        : [new("strategy.outcome-short", FormattableString.Invariant($"{figure.Name}: {latest.Value} on {latest.On:uuuu-MM-dd}; {(figure.IsAtMost ? "at most " : "")}{figure.Target} is meant."))])
                    : Unknown(outcome, $"There is no figure of {figure.Name} yet.");
            default:
                return new(outcome, null, null, null, [new("strategy.measure-missing", "Nobody said how it is measured.")]);
        }
    }

    private static OutcomeResult Share(StrategyGoal outcome, decimal target, int reached, int of)
    {
        if (of == 0)
        {
            return new(outcome, null, 0, 0, [new("strategy.outcome-unknown", "The question has not come up for any student.")]);
        }

        var share = (decimal)reached / of;
        return new(outcome, share, reached, of, share >= target
            ? []
            : [new("strategy.outcome-short", FormattableString.Invariant($"{reached} of {of} students, {Math.Floor(1000 * share) / 10:0.0} %; {100 * target:0.#} % is meant."))]);
    }

    private static OutcomeResult Unknown(StrategyGoal outcome, string sentence) => new(outcome, null, null, null, [new("strategy.outcome-unknown", sentence)]);

    private static IEnumerable<Refusal> Unmeasured(StrategyGoal goal, StrategyRegister strategy)
    {
        var below = Below(goal.Id, strategy);
        if (below.Count == 0)
        {
            yield return new("strategy.outcome-missing", $"No outcome serves {goal.Id}.");
        }
        else if (below.TrueForAll(outcome => outcome.Measure is null))
        {
            yield return new("strategy.measure-missing", $"Nobody said how the outcomes of {goal.Id} are measured: {string.Join(", ", below.Select(outcome => outcome.Id))}.");
        }
    }

    // What serves it, and what serves that; a circle, which no file can hold, ends too.
    private static List<StrategyGoal> Below(StrategyGoalId goal, StrategyRegister strategy)
    {
        var (seen, reached) = (new HashSet<StrategyGoalId> { goal }, new List<StrategyGoal>());
        for (var from = new Queue<StrategyGoalId>(seen); from.TryDequeue(out var above);)
        {
            foreach (var found in strategy.Goals.Where(found => found.Serves == above && seen.Add(found.Id)))
            {
                from.Enqueue(found.Id);
                reached.Add(found);
            }
        }

        return reached.FindAll(found => found.Level == GoalLevel.Outcome);
    }

    private static IEnumerable<Refusal> Unaddressed(StakeholderNeed need, LocalDate on)
    {
        if (need.AddressedOn <= on)
        {
            yield break;
        }

        yield return new("strategy.need-open", FormattableString.Invariant(
            $"What {need.Stakeholder} said they need on {need.HeardOn:uuuu-MM-dd} stands for {Period.DaysBetween(need.HeardOn, on)} days."));
        if (need.Owner is null)
        {
            yield return new("strategy.need-unowned", "Nobody answers for it.");
        }
    }

    private static IEnumerable<Refusal> Unused(CapacityHeld held)
    {
        if (held.Used < held.Amount)
        {
            yield return new("strategy.capacity-unused", FormattableString.Invariant($"{held.Holder} has {held.Amount} {held.Kind}; {held.Used} are used."));
        }
        else if (held.Used > held.Amount)
        {
            yield return new("strategy.capacity-exceeded", FormattableString.Invariant($"{held.Holder} has {held.Amount} {held.Kind}; {held.Used} are promised."));
        }
    }

    private static IEnumerable<Refusal> Unadvised(Pathway pathway, StrategyRegister strategy, LocalDate on)
    {
        var latest = strategy.Advice.Where(advice => advice.Pathway == pathway.Id && advice.On <= on).MaxBy(advice => advice.On);
        if (latest is null)
        {
            yield return new("strategy.advice-missing", $"The board of {pathway.Title} has said nothing that is on record.");
        }
        else if (latest.On.PlusMonths(MonthsOfLate) < on)
        {
            yield return new("strategy.advice-old", FormattableString.Invariant($"The board of {pathway.Title} spoke last on {latest.On:uuuu-MM-dd}."));
        }
    }

    private static IEnumerable<Refusal> Unanswered(BoardAdvice advice)
    {
        if (advice.CarriedOutIn is not null || (advice.DeclinedBecause is not null && !advice.IsBinding))
        {
            yield break;
        }

        yield return advice.IsBinding
            ? new("strategy.advice-binding", "The school has bound itself to follow, and no curriculum was changed.")
            : new("strategy.advice-unanswered", "No curriculum was changed for it, and nobody said why not.");
    }

    private static ImmutableArray<ChannelCount> Channels(StrategyRegister strategy, LocalDate on)
    {
        var recent = strategy.Surveys.Where(survey => survey.On <= on && survey.On.PlusMonths(MonthsOfLate) >= on).ToList();
        return
        [
            .. recent.SelectMany(survey => survey.Heard.Select(heard => (Channel: heard.Key, survey.Audience, Count: heard.Value)))
                .GroupBy(heard => (heard.Channel, heard.Audience))
                .Select(named => new ChannelCount(
                    named.Key.Channel, named.Key.Audience, named.Sum(heard => heard.Count),
                    recent.Where(survey => survey.Audience == named.Key.Audience).Sum(survey => survey.Asked)))
                .OrderByDescending(count => count.Heard).ThenBy(count => count.Channel, StringComparer.Ordinal).ThenBy(count => count.Audience),
        ];
    }
}
