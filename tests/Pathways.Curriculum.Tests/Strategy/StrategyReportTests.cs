namespace Pathways.Curriculum.Tests.Strategy;

public class StrategyReportTests
{
    private static readonly LocalDate Today = new(2026, 11, 15);
    private static readonly CompiledScope Scope = CompiledScope.Compile(A.Scope(A.Activity("site-visit-9"), A.Activity("talk", 12)));

    /// <summary>S181: purposes lead to goals, goals to outcomes, and outcomes to a figure; S3: what is measured can be checked.</summary>
    [Fact]
    public void Every_outcome_is_held_against_its_target()
    {
        var report = Report(Given.Register, Cohort("ana", "ben", "cy", "dee", "eve"), Ready("ana", "ben", "cy", "dee"));

        Assert.Equal(["all-visit", "most-ready", "aid-forms"], report.Outcomes.Select(outcome => outcome.Outcome.Id.Value));
        Assert.Equal((1, 5), (report.Outcomes[0].Reached, report.Outcomes[0].Of));
        Assert.Equal("strategy.outcome-short: 1 of 5 students, 20.0 %; 100 % is meant.", report.Outcomes[0].Missing.Single().ToString());
        Assert.Equal((4, 5, 0.8m, true), (report.Outcomes[1].Reached, report.Outcomes[1].Of, report.Outcomes[1].Value, report.Outcomes[1].IsReached));
        Assert.Equal((null, 58.5m), (report.Outcomes[2].Reached, report.Outcomes[2].Value));
        Assert.Equal(["all-visit", "aid-forms"], report.Claim("strategy.every-outcome-reached").Exceptions.Select(gap => gap.Subject).Order(StringComparer.Ordinal).Reverse());
        Assert.True(report.Claim("strategy.every-goal-measured").IsTrue);
    }

    [Fact]
    public void A_figure_may_be_one_of_which_less_is_better()
    {
        var figure = (ReportedFigure)Given.Register.Goals[4].Measure!;
        var strategy = Given.Register with { Goals = [Given.Register.Goals[4] with { Measure = figure with { IsAtMost = true, Target = 58.5m } }] };
        Assert.True(Report(strategy, Cohort("ana"), Ready()).Outcomes[0].IsReached);
        strategy = strategy with { Goals = [strategy.Goals[0] with { Measure = figure with { IsAtMost = true, Target = 58.4m } }] };
        Assert.EndsWith("58.5 on 2026-06-30; at most 58.4 is meant.", Report(strategy, Cohort("ana"), Ready()).Outcomes[0].Missing.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_of_another_day_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => StrategyCalculator.Report(Given.Register, [], CohortOn(Today, "ana"), Ready(), Today.PlusDays(1)));

    [Fact]
    public void What_cannot_be_measured_is_said_and_never_counted_as_reached()
    {
        var none = Report(Given.Register, CohortProgress.Of(Scope, []), Ready());
        Assert.All(none.Outcomes.Take(2), outcome => Assert.Equal("strategy.outcome-unknown", outcome.Missing.Single().Code));
        Assert.Equal("strategy.outcome-unknown", StrategyCalculator.Report(Given.Register, [], CohortOn(new(2026, 6, 29), "ana"), Ready(), new(2026, 6, 29)).Outcomes[2].Missing.Single().Code);

        var elsewhere = Given.Register with { Goals = [.. Given.Register.Goals.Select(goal => goal with { Measure = goal.Measure is ActivityShare share ? share with { Activity = ActivityId.From("gone") } : null })] };
        var report = Report(elsewhere, Cohort("ana"), Ready());
        Assert.Equal("strategy.outcome-unknown: The scope has no activity gone.", report.Outcomes[0].Missing.Single().ToString());
        Assert.Equal("strategy.measure-missing", report.Outcomes[1].Missing.Single().Code);
        Assert.True(report.Claim("strategy.every-goal-measured").IsTrue); // one of the outcomes of each is

        var bare = Given.Register with { Goals = [.. Given.Register.Goals.Where(goal => goal.Level != GoalLevel.Outcome)] };
        Assert.Equal(["strategy.outcome-missing", "strategy.outcome-missing"],
            Report(bare, Cohort("ana"), Ready()).Claim("strategy.every-goal-measured").Exceptions.SelectMany(gap => gap.Reasons).Select(reason => reason.Code));
    }

    /// <summary>A program can build what no file can say: goals that serve each other.</summary>
    [Fact]
    public void Goals_in_a_circle_end()
    {
        StrategyGoal one = new() { Id = StrategyGoalId.From("1"), Level = GoalLevel.Goal, Statement = "One.", Serves = StrategyGoalId.From("2") };
        var other = one with { Id = StrategyGoalId.From("2"), Serves = StrategyGoalId.From("1") };
        Assert.Equal(2, Report(new() { Goals = [one, other] }, Cohort("ana"), Ready()).Claim("strategy.every-goal-measured").Exceptions.Length);
    }

    /// <summary>S7, S49: needs of stakeholders, with who answers for them and what was done.</summary>
    [Fact]
    public void Needs_that_stand_are_listed()
    {
        var claim = Report(Given.Register, Cohort("ana"), Ready()).Claim("strategy.every-need-addressed");
        var gap = Assert.Single(claim.Exceptions);
        Assert.Equal((2, "n-2"), (claim.Total, gap.Subject));
        Assert.Equal(
            ["strategy.need-open: What parents said they need on 2026-06-02 stands for 166 days.", "strategy.need-unowned: Nobody answers for it."],
            gap.Reasons.Select(reason => reason.ToString()));
        Assert.Equal(1, StrategyCalculator.Report(Given.Register, [], CohortOn(new(2026, 6, 1), "ana"), Ready(), new(2026, 6, 1)).Claim("strategy.every-need-addressed").Total);
    }

    /// <summary>S8: what there is at all levels, and how much of it is used.</summary>
    [Theory]
    [InlineData(190, "strategy.capacity-unused")]
    [InlineData(240, null)]
    [InlineData(241, "strategy.capacity-exceeded")]
    public void Capacity_is_neither_left_nor_promised_twice(int used, string? code)
    {
        var strategy = Given.Register with { Capacities = [Given.Register.Capacities[0] with { Used = used }] };
        Assert.Equal(code is null ? [] : [code], Report(strategy, Cohort("ana"), Ready()).Claim("strategy.every-capacity-used").Exceptions.SelectMany(gap => gap.Reasons).Select(reason => reason.Code));
        Assert.Equal(0, StrategyCalculator.Report(strategy, [], CohortOn(new(2027, 2, 1), "ana"), Ready(), new(2027, 2, 1)).Claim("strategy.every-capacity-used").Total);
    }

    /// <summary>S96: every pathway has an advisory board of its own, and it is heard; one that never spoke is an exception.</summary>
    [Fact]
    public void A_pathway_whose_board_is_not_heard_is_listed()
    {
        Pathway machining = new() { Id = PathwayId.From("machining"), Title = "Machining", Program = ProgramType.InnovationPathway };
        var nursing = machining with { Id = PathwayId.From("nursing"), Title = "Nursing" };
        Assert.Equal(
            [("nursing", "strategy.advice-missing")],
            Gaps(StrategyCalculator.Report(Given.Register, [machining, nursing], CohortOn(new(2027, 10, 6), "ana"), Ready(), new(2027, 10, 6)), "strategy.every-pathway-advised"));
        Assert.Equal(
            [("machining", "strategy.advice-old")],
            Gaps(StrategyCalculator.Report(Given.Register, [machining], CohortOn(new(2027, 10, 7), "ana"), Ready(), new(2027, 10, 7)), "strategy.every-pathway-advised"));
    }

    /// <summary>S97, S98: the board's advice leads to a version of the curriculum; what it decided bindingly cannot be left.</summary>
    [Fact]
    public void Advice_is_carried_out_or_declined_with_a_reason()
    {
        var advice = Given.Register.Advice;
        Assert.True(Report(Given.Register, Cohort("ana"), Ready()).Claim("strategy.every-advice-answered").IsTrue);
        var left = Given.Register with
        {
            Advice = [advice[0] with { CarriedOutIn = null, DeclinedBecause = "Too dear." }, advice[1] with { DeclinedBecause = null }],
        };
        Assert.Equal([("a-1", "strategy.advice-binding"), ("a-2", "strategy.advice-unanswered")], Gaps(Report(left, Cohort("ana"), Ready()), "strategy.every-advice-answered"));
    }

    /// <summary>S193: how students and families learn that pathways exist.</summary>
    [Fact]
    public void Channels_are_counted_by_whom_they_reached()
    {
        var survey = Given.Register.Surveys[0];
        var strategy = Given.Register with
        {
            Surveys = [survey, survey with { On = new(2026, 3, 1), Asked = 20, Heard = survey.Heard.Clear().Add("school website", 60) }, survey with { On = new(2024, 1, 1) }],
        };
        Assert.Equal(
            [new("school website", Role.Guardian, 101, 200), new("a friend's child", Role.Guardian, 95, 200)],
            Report(strategy, Cohort("ana"), Ready()).Channels.AsEnumerable());
        Assert.Throws<ArgumentException>(() => Report(strategy, Cohort("ana"), Ready()).Claim("strategy.none"));
    }

    private static IEnumerable<(string, string)> Gaps(StrategyReport report, string claim) =>
        report.Claim(claim).Exceptions.Select(gap => (gap.Subject, gap.Reasons.Single().Code));

    private static StrategyReport Report(StrategyRegister strategy, CohortProgress cohort, Dictionary<ReadinessDefinitionId, IReadinessGate> readiness) =>
        StrategyCalculator.Report(strategy, [], cohort, readiness, Today);

    // The first of them visited.
    private static CohortProgress Cohort(params string[] students) => CohortOn(Today, students);

    private static CohortProgress CohortOn(LocalDate on, params string[] students) => CohortProgress.Of(Scope, students.Select((name, i) =>
    {
        var id = StudentId.From(name);
        var record = StudentRecord.From(id, i == 0 ? [A.Experience("site-visit-9", new(2026, 10, 1))] : []);
        return ProgressCalculator.Of(Scope, A.Standing() with { Student = id }, record, on);
    }));

    private static Dictionary<ReadinessDefinitionId, IReadinessGate> Ready(params string[] students) =>
        new() { [ReadinessDefinitionId.From("marlborough-career")] = new Gate([.. students.Select(StudentId.From)]) };

    private sealed class Gate(HashSet<StudentId> ready) : IReadinessGate
    {
        public ReadinessVerdict Assess(StudentId student, LocalDate on) => new("x@1", ready.Contains(student) ? [] : [new("readiness.sector-missing", "No.")], null);
    }
}
