using MarlboroughGenerator;
using Pathways.Interchange;
using Pathways.Matching;
using Pathways.Matching.Cohorts;

namespace Pathways.Samples.Tests;

/// <summary>The sample as a matching sees it: read from its folder, with its policy.</summary>
public class MarlboroughMatchingTests
{
    private static readonly CohortProblem Sample = CohortProblem.Build(
        CohortFolder.Read(SampleFolder.Marlborough).Get(),
        PolicyFile.Read(Path.Combine(SampleFolder.Marlborough, Policy.FileName)).Get());

    [Fact]
    public void The_policy_is_the_one_that_the_students_were_advised_by()
    {
        Assert.Equal(Obstacles.MaximumDistanceKm, Sample.Policy.Eligibility.MaximumDistanceKm);
        Assert.True(Sample.Policy.Eligibility.RequireChosenSector);
        Assert.Equal([30, 15, 5], Sample.Policy.Priority.SectorChoicePoints.AsEnumerable());
        Assert.Equal(5, Sample.Policy.Priority.GroupPoints[Words.Rural]);
    }

    [Fact]
    public void The_rules_leave_out_the_pairs_that_the_generator_counts_for_the_same_reasons()
    {
        var students = Sample.Cohort.Students.ToDictionary(student => student.Id);
        var opportunities = Sample.Cohort.Opportunities.ToDictionary(opportunity => opportunity.Id);
        var partners = Sample.Cohort.Partners.ToDictionary(partner => partner.Id);
        var counted =
            from preference in Sample.Cohort.Preferences
            let opportunity = opportunities[preference.Opportunity]
            from obstacle in Obstacles.Between(students[preference.Student], opportunity, partners[opportunity.Partner])
            select $"{preference.Student} {preference.Opportunity} eligibility.{obstacle}";
        var refused =
            from pair in Sample.LeftOut
            from refusal in pair.Refusals
            where refusal.Code != "eligibility.not-ranked" // what partners decide is no rule
            select $"{pair.Student} {pair.Opportunity} {refusal.Code}";

        Assert.Equal(counted.Order(StringComparer.Ordinal), refused.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_best_for_students_is_feasible_and_stable_whatever_the_lottery(long seed)
    {
        var result = Matcher.Match(Sample.Problem, new MatchOptions { Seed = Seed.From(seed) }).Get();

        Assert.Empty(Assert.IsType<VerificationReport>(result.Verification).Violations);
        Assert.Empty(result.Verification.BlockingPairs);
        Assert.InRange(result.Matching.MatchedCount, 360, 460);
    }

    [Fact]
    public void Some_students_stay_without_a_place_while_engineering_has_seats_to_spare()
    {
        var result = Matcher.Match(Sample.Problem).Get();
        var taken = result.Matching.Assignments.CountBy(assignment => Sample.SectorOf(assignment.Opportunity)).ToDictionary();
        var seats = Sample.Cohort.Opportunities.GroupBy(opportunity => opportunity.Sector)
            .ToDictionary(sector => sector.Key, sector => (double)sector.Sum(opportunity => opportunity.Seats));

        Assert.NotEmpty(result.Matching.Unmatched);
        Assert.True(taken[Words.Healthcare] / seats[Words.Healthcare] > 0.75);
        Assert.True(taken[Words.Engineering] / seats[Words.Engineering] < 0.60);
    }
}
