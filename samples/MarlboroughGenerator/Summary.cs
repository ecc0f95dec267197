using Pathways;

namespace MarlboroughGenerator;

/// <summary>The numbers of a cohort that its README tells.</summary>
internal static class Summary
{
    /// <summary>Writes the numbers, one a line.</summary>
    public static void Write(Cohort cohort, TextWriter output)
    {
        var students = cohort.Students.ToDictionary(student => student.Id);
        var opportunities = cohort.Opportunities.ToDictionary(opportunity => opportunity.Id);
        var partners = cohort.Partners.ToDictionary(partner => partner.Id);
        var applicants = cohort.Preferences.Select(preference => preference.Student).Distinct().Count();
        output.WriteLine(
            $"{students.Count} students, {applicants} applicants, {partners.Count} partners, {opportunities.Count} opportunities, "
            + $"{cohort.Preferences.Length} choices, {cohort.Priorities.Select(priority => priority.Opportunity).Distinct().Count()} "
            + $"opportunities ranked by the partner ({cohort.Priorities.Length} ranks)");
        foreach (var sector in Words.Sectors)
        {
            var seats = cohort.Opportunities.Where(opportunity => opportunity.Sector == sector).Sum(opportunity => opportunity.Seats);
            var firsts = cohort.Preferences
                .Where(preference => preference.Rank == 1 && opportunities[preference.Opportunity].Sector == sector)
                .Select(preference => preference.Student).Distinct().Count();
            output.WriteLine($"{sector}: {seats} seats, {firsts} students rank one of them first");
        }

        var obstacles = cohort.Preferences.Select(ObstaclesOf).ToList();
        output.WriteLine($"excluded: {Share(obstacles.Count(all => all.Count > 0))} of the choices");
        var byObstacle = obstacles.SelectMany(all => all).CountBy(name => name);
        foreach (var (obstacle, count) in byObstacle.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {obstacle}: {Share(count)}");
        }

        var ranked = cohort.Priorities.Select(priority => (priority.Opportunity, priority.Student)).ToHashSet();
        var rankedByPartner = ranked.Select(pair => pair.Opportunity).ToHashSet();
        var leftOut = cohort.Preferences
            .Where(preference => rankedByPartner.Contains(preference.Opportunity))
            .Where(preference => !ranked.Contains((preference.Opportunity, preference.Student)))
            .Count(preference => ObstaclesOf(preference).Count == 0);
        output.WriteLine($"left out by the partner alone: {Share(leftOut)}");

        List<string> ObstaclesOf(Preference preference)
        {
            var opportunity = opportunities[preference.Opportunity];
            return [.. Obstacles.Between(students[preference.Student], opportunity, partners[opportunity.Partner])];
        }

        string Share(int count) => FormattableString.Invariant($"{100.0 * count / cohort.Preferences.Length:0.0} %");
    }
}
