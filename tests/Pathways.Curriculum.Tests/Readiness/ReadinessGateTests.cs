using static Pathways.Curriculum.Tests.Readiness.Given;

namespace Pathways.Curriculum.Tests.Readiness;

public sealed class ReadinessGateTests
{
    private static readonly ReadinessDefinition Career = Definition(new SectorCriterion { Id = "sector", Sentence = "A sector must be chosen." });

    private static readonly ReadinessDefinition Life = Definition(new AdvisorCriterion { Id = "adult", Sentence = "An adult must be named." }) with
    {
        Id = ReadinessDefinitionId.From("life"), Version = 3,
    };

    [Fact]
    public void A_student_is_ready_when_every_definition_is_satisfied_until_the_first_of_them_is_not()
    {
        var gate = new ReadinessGate([Career, Life], [RecordOf(Chose("c", "law", Ago(9)), Advisor("n", Ago(9), Today.PlusDays(4)))]);
        var verdict = gate.Assess(Ana, Today);
        Assert.True(verdict.IsReady);
        Assert.Equal(("career@1, life@3", Today.PlusDays(4)), (verdict.Definition, verdict.Until));
        Assert.Equal(["readiness.sector-missing", "readiness.advisor-missing"], gate.Assess(Ana, Ago(10)).Missing.Select(refusal => refusal.Code));
    }

    [Fact]
    public void A_student_without_a_record_is_not_ready_and_the_reason_says_so()
    {
        var refusal = Assert.Single(new ReadinessGate([Career], []).Assess(Ana, Today).Missing);
        Assert.Equal(new Refusal("readiness.student-unknown", "There is no record of student ana."), refusal);
    }

    [Fact]
    public void The_version_that_applies_on_the_day_counts()
    {
        var second = Career with { Version = 2, EffectiveFrom = Today.PlusDays(10), Criteria = Life.Criteria };
        var gate = new ReadinessGate([second, Career], [RecordOf(Chose("c", "law", Ago(900)))]);
        Assert.True(gate.Assess(Ana, Today.PlusDays(9)).IsReady);
        Assert.Equal("career@2", gate.Assess(Ana, Today.PlusDays(10)).Definition);
        Assert.False(gate.Assess(Ana, Today.PlusDays(10)).IsReady);
        Assert.Equal(["readiness.not-effective"], gate.Assess(Ana, Career.EffectiveFrom.PlusDays(-1)).Missing.Select(refusal => refusal.Code));
    }

    [Fact]
    public void What_is_known_beside_the_record_is_asked_of_each_student()
    {
        var grade = Definition(new GradeCriterion { Id = "grade", Sentence = "Grade 10.", Least = GradeLevel.From(10) });
        Assert.False(new ReadinessGate([grade], [RecordOf()]).Assess(Ana, Today).IsReady);
        Assert.True(new ReadinessGate([grade], [RecordOf()], id => new() { Grade = GradeLevel.From(id == Ana ? 11 : 9) }).Assess(Ana, Today).IsReady);
    }

    [Fact]
    public void A_gate_needs_a_definition_and_one_record_a_student()
    {
        Assert.Throws<ArgumentException>(() => new ReadinessGate([], []));
        Assert.Throws<ArgumentException>(() => new ReadinessGate([Career], [RecordOf(), RecordOf()]));
    }
}
