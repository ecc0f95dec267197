using Pathways;

namespace MarlboroughGenerator;

/// <summary>Makes up which opportunities need more than nobody to run.</summary>
internal static class MinimumMaker
{
    private const int Opportunities = 8;
    private const int Most = 2;

    /// <summary>Sets the minimum of a few opportunities that are sure to fill it.</summary>
    /// <remarks>
    /// Sure means: left to the policy, and the one first choice of three times as many students as the minimum, with nothing in
    /// their way. In any stable matching that students propose in, such seats fill, so the sample has a feasible answer.
    /// </remarks>
    /// <param name="cohort">A cohort without minimums.</param>
    public static Cohort Set(Cohort cohort)
    {
        var firsts = FirstChoices(cohort);
        var ranked = cohort.Priorities.Select(priority => priority.Opportunity).ToHashSet();
        var popular = cohort.Opportunities
            .Where(opportunity => opportunity.Seats >= Most && !ranked.Contains(opportunity.Id))
            .Where(opportunity => firsts.GetValueOrDefault(opportunity.Id) >= 3 * Most)
            .OrderByDescending(opportunity => firsts[opportunity.Id])
            .ThenBy(opportunity => opportunity.Id)
            .Take(Opportunities)
            .Select((opportunity, i) => (opportunity.Id, Minimum: i % 2 == 0 ? Most : 1))
            .ToDictionary(entry => entry.Id, entry => entry.Minimum);
        return cohort with
        {
            Opportunities =
            [
                .. cohort.Opportunities
                    .Select(opportunity => opportunity with { Minimum = popular.GetValueOrDefault(opportunity.Id) }),
            ],
        };
    }

    // Of students who rank exactly one opportunity first, and may have it.
    private static Dictionary<OpportunityId, int> FirstChoices(Cohort cohort)
    {
        var students = cohort.Students.ToDictionary(student => student.Id);
        var opportunities = cohort.Opportunities.ToDictionary(opportunity => opportunity.Id);
        var partners = cohort.Partners.ToDictionary(partner => partner.Id);
        return cohort.Preferences
            .Where(preference => preference.Rank == 1)
            .GroupBy(preference => preference.Student)
            .Where(firsts => firsts.Count() == 1)
            .Select(firsts => (Student: students[firsts.Key], Opportunity: opportunities[firsts.Single().Opportunity]))
            .Where(first => !Obstacles.Between(first.Student, first.Opportunity, partners[first.Opportunity.Partner]).Any())
            .CountBy(first => first.Opportunity.Id)
            .ToDictionary();
    }
}
