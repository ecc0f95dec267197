using System.Text;
using System.Text.Json;

namespace Pathways.Curriculum.Tests.Plans;

public class PlanCohortTests
{
    /// <summary>S141: how many students of a cohort have which element.</summary>
    [Fact]
    public void The_report_of_a_cohort_counts_every_element()
    {
        var template = PlanTemplates.HighSchoolAndBeyond;
        var report = PlanCohortReport.Of(template, Reports(template));
        Assert.Equal((3, 1, 1), (report.Students, report.CompleteForGraduation, report.WithOverdue));
        Assert.Equal(template.Elements.Select(element => element.Id), report.Elements.Select(count => count.Element.Id));

        var inventory = report.Elements[0];
        Assert.Equal((0, 1, 1, 1, 0), (inventory.Missing, inventory.InProgress, inventory.Met, inventory.Waived, inventory.OptedOut));
        Assert.Equal((1, 0), (inventory.Overdue, inventory.Late));
        Assert.Equal(1.0 / 3, inventory.Rate);
        Assert.Equal(2, report.Elements[1].Late);
        Assert.Equal(2, report.Elements.Single(count => count.Element.Id.Value == "iep-alignment").Asked);
        Assert.Null(new PlanElementCount(template.Elements[0]).Rate);
    }

    [Fact]
    public void The_report_of_a_cohort_is_the_sum_of_its_students()
    {
        var template = PlanTemplates.PersonalLearningPlan;
        var whole = PlanCohortReport.Of(template, Reports(template));
        var parts = Reports(template).Select(report => PlanCohortReport.Of(template, [report])).ToList();
        Assert.Equal(whole.CompleteForGraduation, parts.Sum(part => part.CompleteForGraduation));
        for (var i = 0; i < template.Elements.Length; i++)
        {
            Assert.Equal(whole.Elements[i].Met, parts.Sum(part => part.Elements[i].Met));
            Assert.Equal(whole.Elements[i].Asked, parts.Sum(part => part.Elements[i].Asked));
        }
    }

    [Fact]
    public void Reports_of_two_templates_are_not_mixed() => Assert.Throws<ArgumentException>(
        () => PlanCohortReport.Of(PlanTemplates.MyCap, Reports(PlanTemplates.HighSchoolAndBeyond)));

    /// <summary>S140, S142: what students aspire to, and how far adults are part of it. S119: how many students each adult is there for.</summary>
    [Fact]
    public void Aspirations_and_adults_are_counted()
    {
        var indicators = PlanIndicators.Of(SampleStudents.All.Select(student => student.Record), new(2027, 6, 30));
        Assert.Equal(9, indicators.Students);
        Assert.Equal(3, indicators.WithAdvisor);
        Assert.Equal(3, indicators.StudentsByAdvisor[ActorId.From("c")]);
        Assert.Equal(3, indicators.FamilyReached);
        Assert.Equal(5, indicators.GuardianSigned);
        Assert.Equal(4, indicators.InterestsAssessed);
        Assert.Equal([PostsecondaryIntent.Undecided, PostsecondaryIntent.TradeSchool], indicators.Intents.Keys);
        Assert.Equal(8, indicators.Goals[GoalKind.Career]);
    }

    /// <summary>S118, S154, S187: a student who changes their mind counts once, with the latest answer.</summary>
    [Fact]
    public void Of_what_can_change_the_latest_counts()
    {
        var record = new Entries("s", PlanTemplates.MyCap)
            .Intent("2026-09-01", PostsecondaryIntent.Undecided).Intent("2026-10-01", PostsecondaryIntent.Apprenticeship)
            .Intent("2027-10-01", PostsecondaryIntent.Work).Record;
        Assert.Equal([PostsecondaryIntent.Apprenticeship], PlanIndicators.Of([record], new(2027, 1, 1)).Intents.Keys);
    }

    /// <summary>S127, S136, S137: who knows of aid, and how many completed an application.</summary>
    [Fact]
    public void Aid_is_counted_by_its_name_and_by_how_far_students_are()
    {
        var template = PlanTemplates.HighSchoolAndBeyond;
        StudentRecord[] records =
        [
            new Entries("a", template).Aid("2026-10-01", FinancialAidMilestone.Informed).Aid("2026-11-01", FinancialAidMilestone.Complete, program: "fafsa ").Record,
            new Entries("b", template).Aid("2026-10-01", FinancialAidMilestone.Informed).Aid("2026-11-01", FinancialAidMilestone.OptedOut).Record,
            new Entries("c", template).Aid("2026-10-01", FinancialAidMilestone.OptedOut).Aid("2026-11-01", FinancialAidMilestone.Submitted).Record,
            new Entries("d", template).Aid("2026-10-01", FinancialAidMilestone.AccountMade, program: "WASFA").Record,
            new Entries("e", template).Record,
        ];
        var indicators = PlanIndicators.Of(records, new(2027, 1, 1));
        Assert.Equal(4, indicators.AidAware);
        Assert.Equal(
            [
                new AidCount("FAFSA") { Informed = 3, AccountMade = 2, Submitted = 2, Complete = 1, OptedOut = 1 },
                new AidCount("WASFA") { Informed = 1, AccountMade = 1 },
            ],
            indicators.Aid.ToArray());
    }

    /// <summary>S143, S144: a plan goes to another platform as JSON, with what is met, what is missing and why.</summary>
    [Fact]
    public void A_report_is_written_for_other_platforms()
    {
        var report = SampleStudents.All.Single(student => student.Name == "wa-half").Report;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            PlanReportFile.Write(report, json);
        }

        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        var root = document.RootElement;
        Assert.Equal("pathways/plan-report@1", root.GetProperty("format").GetString());
        Assert.False(root.GetProperty("completeForGraduation").GetBoolean());
        Assert.Equal(report.Elements.Length, root.GetProperty("elements").GetArrayLength());
        var inventory = root.GetProperty("elements")[0];
        Assert.Equal("waived", inventory.GetProperty("status").GetString());
        Assert.Equal("counselor", inventory.GetProperty("excuse").GetProperty("role").GetString());
        Assert.Equal("e1", Assert.Single(inventory.GetProperty("evidence").EnumerateArray()).GetString());
        Assert.Equal(report.AgainstGraduation.Length, root.GetProperty("againstGraduation").GetArrayLength());
    }

    private static IEnumerable<PlanReport> Reports(PlanTemplate template) =>
        SampleStudents.All.Where(student => student.Template == template).Select(student => student.Report);
}
