namespace Pathways.Tests.Partners;

public class HazardTests
{
    [Fact]
    public void There_are_the_17_federal_orders_by_number() =>
        Assert.Equal(Enumerable.Range(1, 17).Select(number => $"ho-{number:00}"), Hazard.All.Select(hazard => hazard.Id.Value));

    // 29 CFR 570.50(c) names the orders that exempt student-learners.
    [Fact]
    public void Seven_orders_exempt_student_learners() =>
        Assert.Equal(
            ["ho-05", "ho-08", "ho-10", "ho-12", "ho-14", "ho-16", "ho-17"],
            Hazard.All.Where(hazard => hazard.HasStudentLearnerExemption).Select(hazard => hazard.Id.Value));

    [Fact]
    public void An_order_is_found_by_its_code()
    {
        Assert.All(Hazard.All, hazard => Assert.Same(hazard, Hazard.Find(hazard.Id)));
        Assert.Null(Hazard.Find(HazardId.From("ho-18")));
        Assert.Null(Hazard.Find(default));
    }
}
