using Pathways.WorkRules.Tests.Naive;

namespace Pathways.WorkRules.Tests;

/// <summary>What holds for every case.</summary>
public class EnginePropertyTests
{
    private const int Cases = 300;

    [Fact]
    public void Another_jurisdiction_never_takes_a_finding_away() => Each((engine, facts) =>
    {
        var all = facts with { Jurisdictions = ["US", "US-MA", "US-MN", "US-WA"] };
        foreach (var one in all.Jurisdictions)
        {
            var fewer = engine.Assess(all with { Jurisdictions = all.Jurisdictions.Remove(one) }).Findings;
            Assert.Empty(fewer.Except(engine.Assess(all).Findings));
        }
    });

    [Fact]
    public void The_same_case_gives_the_same_answer_however_its_lists_are_ordered() => Each((engine, facts) =>
    {
        var turned = facts with
        {
            Agreements = [.. facts.Agreements.Reverse()],
            OtherWork = [.. facts.OtherWork.Reverse()],
            Work = facts.Work with { Schedule = new([.. facts.Work.Schedule.Shifts.Reverse()]) },
        };
        Assert.Equal<IEnumerable<WorkFinding>>([.. engine.Assess(facts).Findings], [.. engine.Assess(facts).Findings]);
        Assert.Equal(
            engine.Assess(facts).Findings.Select(MinuteByMinute.Line).Order(StringComparer.Ordinal), engine.Assess(turned).Findings.Select(MinuteByMinute.Line).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Nobody_of_18_is_kept_from_anything() => Each((engine, facts) =>
        Assert.DoesNotContain(
            engine.Assess(facts with { BirthDate = BirthDate.From(new(2000, 1, 1)) }).Findings,
            finding => finding.Severity == WorkSeverity.Block && finding.Code != WorkRuleCodes.NotCovered));

    [Fact]
    public void The_birth_date_never_appears() => Each((engine, facts) =>
    {
        var born = facts.BirthDate.Reveal(Purpose.Access).ToString("R", null);
        Assert.All(engine.Assess(facts).Findings, finding => Assert.DoesNotContain(born, $"{finding} {finding.Sentence} {finding.Cure}", StringComparison.Ordinal));
    });

    [Fact]
    public void Watching_is_no_employment_but_the_program_may_want_the_same_limits()
    {
        var day = new LocalDate(2026, 10, 5);
        var shadow = Given.Work(new WorkShift(day, 480, 900)) with { Relation = WorkRelation.Observation };
        var facts = Given.Case(Given.Aged(day, 13), shadow, Given.AllSchool, "US");
        Assert.Empty(WorkRuleEngine.Shipped.Assess(facts).Findings);
        var strict = WorkRuleEngine.Shipped.Assess(facts with { BirthDate = Given.Aged(day, 15), LimitsApplyToAll = true }).Findings;
        Assert.Equal(["work.federal.hours-school-day", "work.federal.school-hours"], strict.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.All(strict, finding => Assert.True(finding.IsPolicy));
    }

    [Fact]
    public void Hours_of_several_works_add_up_and_breaks_do_not_count()
    {
        var day = new LocalDate(2026, 10, 5);
        var facts = Given.Case(Given.Aged(day, 15), Given.Work(new WorkShift(day, 960, 1080, new WorkBreak(1000, 1030))), Given.AllSchool, "US");
        var other = Given.Work(new WorkShift(day, 420, 480)) with { Name = "paper round" };
        Assert.Empty(WorkRuleEngine.Shipped.Assess(facts with { OtherWork = [other] }).Findings);
        var longer = other with { Schedule = new([new WorkShift(day, 420, 480), new WorkShift(day, 900, 931)]) };
        var finding = Assert.Single(WorkRuleEngine.Shipped.Assess(facts with { OtherWork = [longer] }).Findings);
        Assert.Equal(("work.federal.hours-school-day", null, new WorkAmount(1, WorkUnit.Minutes)), (finding.Code, finding.Work, finding.By));
    }

    private static void Each(Action<WorkRuleEngine, WorkCase> check)
    {
        for (var i = 0; i < Cases; i++)
        {
            var (facts, packs) = RandomCases.Of(Seed.From(5).Split((ulong)i));
            check(new(packs), facts);
        }
    }
}
