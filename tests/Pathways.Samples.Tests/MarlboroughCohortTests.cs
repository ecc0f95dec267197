using MarlboroughGenerator;

namespace Pathways.Samples.Tests;

/// <summary>What the sample promises, asked of cohorts of several seeds: none of it is luck of one.</summary>
public class MarlboroughCohortTests(CohortsBySeed cohorts) : IClassFixture<CohortsBySeed>
{
    public static TheoryData<long> Seeds => new(Marlborough.DefaultSeed, 1, 2);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void It_is_about_as_large_as_the_district(long seed)
    {
        var cohort = Generate(seed);

        Assert.InRange(cohort.Students.Length, 1080, 1120);
        Assert.InRange(Applicants(cohort).Count, 500, 540);
        Assert.InRange(cohort.Partners.Length, 68, 72);
        Assert.InRange(cohort.Opportunities.Length, 135, 145);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Only_grades_11_and_12_apply_and_not_all_of_them(long seed)
    {
        var cohort = Generate(seed);
        var applicants = Applicants(cohort);

        Assert.Equal(["09", "10", "11", "12"], cohort.Students.Select(student => student.Grade.Code).Distinct().Order());
        Assert.DoesNotContain(cohort.Students, student => student.Grade.Number < 11 && applicants.Contains(student.Id));
        Assert.Contains(cohort.Students, student => student.Grade.Number >= 11 && !applicants.Contains(student.Id));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_sector_has_eight_to_ten_partners_that_take_thirty_and_more_students(long seed)
    {
        var cohort = Generate(seed);
        var seats = cohort.Opportunities.GroupBy(opportunity => opportunity.Partner)
            .ToDictionary(offers => offers.Key, offers => offers.Sum(offer => offer.Seats));

        Assert.All(Words.Sectors, sector => Assert.InRange(
            cohort.Partners.Count(partner => partner.Sectors.Contains(sector) && seats[partner.Id] >= Trade.LargerSeats), 8, 10));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Healthcare_is_scarce_and_engineering_has_seats_to_spare(long seed)
    {
        var cohort = Generate(seed);

        Assert.InRange(Seats(cohort, Words.Healthcare) / FirstChoices(cohort, Words.Healthcare), 0.50, 0.70);
        Assert.True(Seats(cohort, Words.Engineering) > 1.5 * FirstChoices(cohort, Words.Engineering));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Applicants_list_five_to_ten_different_opportunities_with_some_ties(long seed)
    {
        var cohort = Generate(seed);

        Assert.All(cohort.Preferences.GroupBy(preference => preference.Student), list =>
        {
            Assert.InRange(list.Select(preference => preference.Opportunity).Distinct().Count(), 5, 10);
            Assert.Equal(list.Count(), list.DistinctBy(preference => preference.Opportunity).Count());
            Assert.Equal(1, list.Min(preference => preference.Rank));
        });
        Assert.Contains(cohort.Preferences.CountBy(preference => (preference.Student, preference.Rank)), tied => tied.Value > 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Partners_rank_a_quarter_of_the_opportunities_incompletely_and_with_ties(long seed)
    {
        var cohort = Generate(seed);
        var wanted = cohort.Preferences.Select(preference => (preference.Opportunity, preference.Student)).ToHashSet();
        var ranked = cohort.Priorities.Select(priority => priority.Opportunity).ToHashSet();

        Assert.Equal(cohort.Opportunities.Length / 4, ranked.Count);
        Assert.All(cohort.Priorities, priority => Assert.Contains((priority.Opportunity, priority.Student), wanted));
        Assert.True(cohort.Priorities.Length < wanted.Count(pair => ranked.Contains(pair.Opportunity)));
        Assert.Contains(cohort.Priorities.CountBy(priority => (priority.Opportunity, priority.Rank)), tied => tied.Value > 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rules_exclude_a_noticeable_share_of_the_choices_for_many_reasons(long seed)
    {
        var cohort = Generate(seed);
        var obstacles = Pairs(cohort).Select(pair => pair.Obstacles).ToList();
        var excluded = obstacles.Count(all => all.Count > 0) / (double)obstacles.Count;

        Assert.InRange(excluded, 0.08, 0.15);
        Assert.True(obstacles.SelectMany(all => all).CountBy(name => name).Count(entry => entry.Value >= 10) >= 6);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_minimum_is_set_only_where_first_choices_fill_it(long seed)
    {
        var cohort = Generate(seed);
        var ranked = cohort.Priorities.Select(priority => priority.Opportunity).ToHashSet();
        var firsts = cohort.Preferences
            .Where(preference => preference.Rank == 1).CountBy(preference => preference.Student).ToDictionary();
        var sure = Pairs(cohort)
            .Where(pair => pair.Preference.Rank == 1 && pair.Obstacles.Count == 0)
            .Where(pair => firsts[pair.Preference.Student] == 1)
            .CountBy(pair => pair.Preference.Opportunity)
            .ToDictionary();
        var needy = cohort.Opportunities.Where(opportunity => opportunity.Minimum > 0).ToList();

        Assert.NotEmpty(needy);
        Assert.All(needy, opportunity =>
        {
            Assert.InRange(opportunity.Minimum, 1, Math.Min(2, opportunity.Seats));
            Assert.DoesNotContain(opportunity.Id, ranked);
            Assert.True(sure[opportunity.Id] >= opportunity.Minimum);
        });
    }

    [Fact]
    public void The_default_cohort_has_a_bit_of_everything()
    {
        var cohort = Generate(Marlborough.DefaultSeed);
        var start = new LocalDate(2026, 9, 14);

        Assert.Contains(cohort.Students, student => student.Grade.Number == 11 && student.BirthDate.AgeOn(start) == 15);
        Assert.Contains(cohort.Students, student => student.Grade.Number == 12 && student.BirthDate.AgeOn(start) == 18);
        Assert.Contains(cohort.Students, student => student.Home is null);
        Assert.Contains(cohort.Students, student => student.MaximumDistanceKm is not null);
        Assert.Contains(cohort.Students, student => student.Interests is not null);
        Assert.Contains(cohort.Opportunities, opportunity => opportunity.Seats == 0);
        Assert.Contains(cohort.Opportunities, opportunity => opportunity.IsRemote);
        Assert.Contains(cohort.Opportunities, opportunity => opportunity.IsPaid);
        Assert.Contains(cohort.Opportunities, opportunity => opportunity.IsStudentLearner);
        Assert.Contains(cohort.Opportunities, opportunity => opportunity.MinimumAge == 18);
        Assert.True(cohort.Opportunities.Select(opportunity => opportunity.Kind).Distinct().Count() >= 8);
        Assert.True(cohort.Opportunities.Select(opportunity => opportunity.Occupation).Distinct().Count() >= 36);
        Assert.Equal(3, cohort.Students.SelectMany(student => student.PriorityGroups).Distinct().Count());
    }

    [Fact]
    public void Names_are_unique_and_so_are_occupation_codes()
    {
        var cohort = Generate(Marlborough.DefaultSeed);

        Assert.Distinct(cohort.Partners.Select(partner => partner.Name));
        Assert.Distinct(Occupation.All.Select(occupation => occupation.Code));
        Assert.All(Trade.Larger.AddRange(Trade.Smaller).SelectMany(trade => trade.Shares), share =>
            Assert.All(share.Occupations, code => Assert.Equal(share.Sector, Occupation.Get(code).Sector)));
    }

    [Fact]
    public void Another_seed_gives_another_cohort()
    {
        Assert.NotEqual(Generate(1).Preferences.AsEnumerable(), Generate(2).Preferences.AsEnumerable());
    }

    private Cohort Generate(long seed) => cohorts.Get(seed);

    private static HashSet<StudentId> Applicants(Cohort cohort) =>
        cohort.Preferences.Select(preference => preference.Student).ToHashSet();

    private static double Seats(Cohort cohort, SectorId sector) =>
        cohort.Opportunities.Where(opportunity => opportunity.Sector == sector).Sum(opportunity => opportunity.Seats);

    private static double FirstChoices(Cohort cohort, SectorId sector)
    {
        var offered = cohort.Opportunities
            .Where(opportunity => opportunity.Sector == sector).Select(opportunity => opportunity.Id).ToHashSet();
        return cohort.Preferences.Where(preference => preference.Rank == 1 && offered.Contains(preference.Opportunity))
            .Select(preference => preference.Student).Distinct().Count();
    }

    private static IEnumerable<(Preference Preference, List<string> Obstacles)> Pairs(Cohort cohort)
    {
        var students = cohort.Students.ToDictionary(student => student.Id);
        var opportunities = cohort.Opportunities.ToDictionary(opportunity => opportunity.Id);
        var partners = cohort.Partners.ToDictionary(partner => partner.Id);
        return cohort.Preferences.Select(preference =>
        {
            var opportunity = opportunities[preference.Opportunity];
            return (preference, Obstacles.Between(students[preference.Student], opportunity, partners[opportunity.Partner]).ToList());
        });
    }
}
