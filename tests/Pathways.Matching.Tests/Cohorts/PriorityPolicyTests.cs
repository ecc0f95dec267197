using Pathways.Matching.Cohorts;

namespace Pathways.Matching.Tests.Cohorts;

public sealed class PriorityPolicyTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    [InlineData(59, 50)]
    [InlineData(100, 100)]
    public void Readiness_counts_in_whole_steps(int? readiness, long points) =>
        Assert.Equal(points, new PriorityPolicy().PointsOf(Given.Ana with { Readiness = readiness }, Given.Clinic));

    [Fact]
    public void The_first_chosen_sector_counts_more_than_the_second_and_the_third_nothing()
    {
        SectorId health = SectorId.From("health"), art = SectorId.From("art"), law = SectorId.From("law");
        var policy = new PriorityPolicy { SectorChoicePoints = [20, 10] };
        Assert.Equal(20, policy.PointsOf(Given.Ana with { SectorChoices = [health, art] }, Given.Clinic));
        Assert.Equal(10, policy.PointsOf(Given.Ana with { SectorChoices = [art, health] }, Given.Clinic));
        Assert.Equal(0, policy.PointsOf(Given.Ana with { SectorChoices = [art, law, health] }, Given.Clinic));
        Assert.Equal(0, policy.PointsOf(Given.Ana with { SectorChoices = [art] }, Given.Clinic));
    }

    [Fact]
    public void Groups_count_once_each_and_unknown_ones_nothing()
    {
        PriorityGroupId rural = PriorityGroupId.From("rural"), first = PriorityGroupId.From("first");
        var policy = new PriorityPolicy { GroupPoints = ImmutableSortedDictionary<PriorityGroupId, int>.Empty.Add(rural, 7).Add(first, -3) };
        Assert.Equal(7, policy.PointsOf(Given.Ana with { PriorityGroups = [rural, rural, PriorityGroupId.From("other")] }, Given.Clinic));
        Assert.Equal(4, policy.PointsOf(Given.Ana with { PriorityGroups = [first, rural] }, Given.Clinic));
    }

    [Fact]
    public void The_largest_points_do_not_overflow() =>
        Assert.Equal(100L * int.MaxValue, new PriorityPolicy { ReadinessPoints = int.MaxValue, ReadinessStep = 1 }.PointsOf(Given.Ana with { Readiness = 100 }, Given.Clinic));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(101)]
    public void A_step_outside_1_to_100_is_refused_where_it_is_set(int step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriorityPolicy { ReadinessStep = step });

    [Fact]
    public void Interests_never_count() =>
        Assert.Equal(
            new PriorityPolicy().PointsOf(Given.Ana, Given.Clinic),
            new PriorityPolicy().PointsOf(Given.Ana with { Interests = new([40, 0, 0, 40, 0, 0]) }, Given.Clinic));
}
