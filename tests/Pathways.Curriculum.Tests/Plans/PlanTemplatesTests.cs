using System.Text;

namespace Pathways.Curriculum.Tests.Plans;

public class PlanTemplatesTests
{
    public static TheoryData<string> Names => ["ma-mycap", "wa-hsbp", "mn-plp"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_file_reads_without_a_warning_and_writes_back_byte_for_byte(string name)
    {
        var reading = PlanTemplateFile.Parse(PlanTemplates.Bytes(name), name);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
        using var stream = new MemoryStream();
        PlanTemplateFile.Write(reading.Get(), stream);
        Assert.Equal(Encoding.UTF8.GetString(PlanTemplates.Bytes(name)), Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(name, PlanTemplates.Find(PlanTemplateId.From(name))?.Id.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_element_says_where_it_comes_from(string name)
    {
        var template = PlanTemplates.Find(PlanTemplateId.From(name))!;
        Assert.NotEmpty(template.Sources);
        Assert.NotEmpty(template.Notes);
        Assert.All(template.Elements, element => Assert.NotEmpty(element.Sources));
    }

    /// <summary>S140, S141, S127: the plan of Washington is needed to graduate and has the elements of its law.</summary>
    [Fact]
    public void Washington_asks_for_an_inventory_by_grade_7_and_a_plan_by_grade_8()
    {
        var template = PlanTemplates.HighSchoolAndBeyond;
        Assert.True(template.IsGraduationRequirement);
        Assert.Equal(new PlanDue.ByEndOf(GradeLevel.From(7)), Due(template, "interest-and-skills-inventory"));
        Assert.Equal(new PlanDue.ByEndOf(GradeLevel.From(8)), Due(template, "plan-begun"));
        Assert.Equal(new PlanDue.ByEndOf(GradeLevel.From(10), GradeLevel.From(10)), Due(template, "grade-10-update"));
        Assert.Equal(new PlanDue.ByEndOf(GradeLevel.From(12)), Due(template, "resume-or-activity-log"));
        Assert.Equal(["iep", "family-language", "mathematics-below-level-3"], template.Elements.Select(element => element.OnlyIf).OfType<string>().Order(StringComparer.Ordinal).OrderBy(text => text.Length));
    }

    /// <summary>S149, S150: the plan of Minnesota cannot do without applied and experiential learning.</summary>
    [Fact]
    public void Minnesota_asks_for_experiential_learning()
    {
        var element = PlanTemplates.PersonalLearningPlan.Elements.Single(element => element.Id.Value == "experiential-learning");
        Assert.True(element.IsRequired);
        Assert.Contains(ActivityKind.JobShadow, Assert.IsType<PlanCriterion.Experiences>(element.Criterion).Kinds);
    }

    /// <summary>S119: the plan of Massachusetts names an adult in each grade from 6 on.</summary>
    [Fact]
    public void Massachusetts_asks_for_a_caring_adult_every_year()
    {
        Assert.Equal(
            [6, 7, 8, 9, 10, 11, 12],
            Assert.IsType<PlanDue.InEach>(Due(PlanTemplates.MyCap, "caring-adult")).Grades.Select(grade => grade.Number!.Value));
        Assert.Equal(3, PlanTemplates.MyCap.Elements.Select(element => element.Section).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void What_is_not_confirmed_is_marked_and_explained() => Assert.Equal(
        ["course-plan", "academic-plan", "interests-and-aspirations", "goals", "yearly-review", "mathematics-update", "financial-aid-application", "resume-or-activity-log"],
        PlanTemplates.All.SelectMany(template => template.Elements).Where(element => !element.IsVerified).Select(element => element.Id.Value));

    [Fact]
    public void A_template_that_nobody_ships_is_not_found() => Assert.Null(PlanTemplates.Find(PlanTemplateId.From("xx")));

    private static PlanDue Due(PlanTemplate template, string element) => template.Elements.Single(other => other.Id.Value == element).Due;
}
