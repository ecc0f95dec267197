using System.Text;
using Pathways.Placements.Tests.Placements;
using static Pathways.Placements.EvaluationFormTrigger;

namespace Pathways.Placements.Tests.Evaluations;

public class EvaluationDecisionsTests
{
    private static readonly EvaluationForm Form = Given.Form("f-1", EvaluationFormKind.SupervisorFinal, EvaluationFormState.Open);
    private static readonly CriterionId Care = CriterionId.From("care");
    private static readonly CriterionId Speed = CriterionId.From("speed");

    [Fact]
    public void A_form_is_handed_in_with_each_criterion_rated_or_said_not_to_apply()
    {
        var changed = Assert.IsType<FormOutcome.Changed>(Advance([new(Care, 2), new(Speed, null)]));
        Assert.Equal((EvaluationFormState.Submitted, 2), (changed.Form.State, changed.Form.Ratings.Length));
        Assert.Equal(["evaluation.every-criterion-rated"], Codes([new(Care, 2)]));
    }

    [Fact]
    public void Ratings_are_those_of_the_rubric()
    {
        Assert.IsType<FormOutcome.Changed>(Advance([new(Care, 1), new(Speed, 3)]));
        Assert.Equal(["evaluation.rating-level"], Codes([new(Care, 3), new(Speed, 3)]));
        Assert.Equal(["evaluation.rating-level"], Codes([new(Care, 0), new(Speed, 3)]));
        Assert.Equal(["evaluation.rating-twice", "evaluation.rating-unknown"], Codes([new(Care, 1), new(Care, 2), new(Speed, 1), new(CriterionId.From("charm"), 1)]));
    }

    [Fact]
    public void A_step_with_another_rubric_or_form_is_the_callers_fault()
    {
        Assert.Throws<ArgumentException>(() => Advance(Form, new(Form.Id, Submit)));
        Assert.Throws<ArgumentException>(() => Advance(Form, new(EvaluationFormId.From("f-2"), Cancel)));
        Assert.Throws<ArgumentException>(() => Advance(Form, new(Form.Id, Cancel) { Comment = Given.Words }));
    }

    [Fact]
    public void What_is_locked_is_amended_by_a_new_version()
    {
        var locked = Form with { State = EvaluationFormState.Locked, Ratings = Given.Ratings };
        var newer = EvaluationDecisions.Amend(EvaluationFormId.From("f-2"), locked, Given.Today);
        Assert.Equal((locked.Id, EvaluationFormState.Scheduled, 2), (newer.Replaces!.Value, newer.State, newer.Ratings.Length));
        Assert.Contains(Assert.IsType<FormOutcome.Refused>(Advance(locked, new(Form.Id, Supersede), Role.Coordinator)).Reasons, reason => reason.Code == "evaluation.new-version");
        var superseded = EvaluationDecisions.Advance(locked, new(Form.Id, Supersede), Given.Today, Given.By(Role.Coordinator), newVersionBegun: true, ReasonCode.From("slip"));
        Assert.Equal(EvaluationFormState.Superseded, Assert.IsType<FormOutcome.Changed>(superseded).Form.State);
    }

    [Fact]
    public void The_clock_opens_and_locks()
    {
        Assert.Equal([Open], EvaluationDecisions.ClockDue(Form with { State = EvaluationFormState.Scheduled }, Given.Today).AsEnumerable());
        Assert.Equal([EvaluationFormTrigger.Lock], EvaluationDecisions.ClockDue(Form with { State = EvaluationFormState.Submitted }, Form.LocksOn!.Value).AsEnumerable());
        Assert.Empty(EvaluationDecisions.ClockDue(Form with { State = EvaluationFormState.Submitted, LocksOn = null }, Given.Today.PlusDays(999)));
    }

    /// <summary>Gain is the end less the beginning, skill by skill; without a beginning there is a warning and no gain.</summary>
    [Fact]
    public void Skill_gain_is_final_minus_baseline()
    {
        var final = Form with { State = EvaluationFormState.Locked, Ratings = [new(Care, 2), new(Speed, 1)] };
        var baseline = final with { Id = EvaluationFormId.From("f-0"), Ratings = [new(Care, 1), new(Speed, 3)] };
        Assert.Equal([1, -2], SkillGain.Of(baseline, final, Given.Rubric).Criteria.Select(gain => gain.Levels!.Value));
        Assert.Empty(SkillGain.Of(baseline, final, Given.Rubric).Warnings);
        Assert.Null(SkillGain.Of(baseline with { Ratings = [new(Care, null)] }, final, Given.Rubric).Criteria[0].Levels);

        var without = SkillGain.Of(null, final, Given.Rubric);
        Assert.Equal(("skill-gain.no-baseline", 2), (Assert.Single(without.Warnings).Code, without.Criteria[0].Final!.Value));
        Assert.All(without.Criteria, gain => Assert.Null(gain.Levels));
        Assert.Equal("skill-gain.no-baseline", Assert.Single(SkillGain.Of(baseline with { State = EvaluationFormState.Open }, final, Given.Rubric).Warnings).Code);
        Assert.Equal("skill-gain.other-rubric", Assert.Single(SkillGain.Of(baseline with { Rubric = RubricId.From("r@2") }, final, Given.Rubric).Warnings).Code);
        Assert.Throws<ArgumentException>(() => SkillGain.Of(baseline, Form, Given.Rubric));
    }

    [Fact]
    public void The_rubric_of_the_library_has_six_skills_of_five_levels()
    {
        Assert.Equal(("employability@1", 6), (Rubrics.Employability.Id.Value, Rubrics.Employability.Criteria.Length));
        Assert.All(Rubrics.Employability.Criteria, criterion => Assert.Equal(5, criterion.Levels.Distinct().Count()));
    }

    [Fact]
    public void Every_fault_of_a_rubric_is_told_with_its_place()
    {
        var reading = RubricFile.Parse(Encoding.UTF8.GetBytes("""
            {
              "format": "pathways/rubric@1", "id": "r",
              "criteria": [
                { "id": "a", "title": "A", "levels": ["one"] },
                { "id": "b", "title": "B", "levels": ["one", "two"] },
                { "id": "b", "title": "B", "levels": ["one", "two"] },
                { "id": "c", "levels": ["one", 2] }
              ]
            }
            """), "x.json");
        Assert.Equal(
            [(1, "rubric.title.missing"), (4, "rubric.criteria.levels.empty"), (6, "rubric.criteria.id.duplicate"), (7, "rubric.criteria.title.missing"), (7, "rubric.criteria.levels.malformed")],
            reading.Errors.Select(error => (error.Line, error.Code)).OrderBy(error => error.Line));
        Assert.Equal("rubric.criteria.empty", Assert.Single(RubricFile.Parse("""{ "format": "pathways/rubric@1", "id": "r", "title": "R", "criteria": [] }"""u8, "x.json").Errors).Code);
    }

    private static FormOutcome Advance(ImmutableArray<Rating> ratings) => Advance(Form, new(Form.Id, Submit) { Rubric = Given.Rubric, Ratings = ratings });

    private static FormOutcome Advance(EvaluationForm form, FormStep step, Role role = Role.Supervisor) => EvaluationDecisions.Advance(form, step, Given.Today, Given.By(role));

    private static IEnumerable<string> Codes(ImmutableArray<Rating> ratings) => Assert.IsType<FormOutcome.Refused>(Advance(ratings)).Reasons.Select(reason => reason.Code);
}
