using Pathways;

namespace MarlboroughGenerator;

/// <summary>Makes up how some partners rank the students who want to come; the others leave it to the policy.</summary>
internal static class PriorityMaker
{
    private const int OneIn = 4;
    private const int FewestApplicants = 6;

    // Partners meet most of those who apply, not all, and see differences of a few points as none.
    private const double Meets = 0.92;
    private const double Band = 4;

    /// <summary>Makes the priorities, in the order of opportunities and of ranks.</summary>
    /// <param name="seed">Where the chance comes from.</param>
    /// <param name="students">The students.</param>
    /// <param name="opportunities">The opportunities.</param>
    /// <param name="preferences">Who wants what.</param>
    public static ImmutableArray<Priority> Make(
        Seed seed, ImmutableArray<Student> students, ImmutableArray<Opportunity> opportunities, ImmutableArray<Preference> preferences)
    {
        var readiness = students.ToDictionary(student => student.Id, student => student.Readiness ?? 50);
        var applicants = preferences.ToLookup(preference => preference.Opportunity, preference => preference.Student);
        var ranked = new Draws(seed.Split("who ranks"))
            .Shuffled(opportunities.Select(opportunity => opportunity.Id).Where(id => applicants[id].Count() >= FewestApplicants))
            .Take(opportunities.Length / OneIn)
            .ToHashSet();
        return
        [
            .. opportunities.Select(opportunity => opportunity.Id).Where(ranked.Contains)
                .SelectMany(id => Ranked(id, applicants[id], readiness, new(seed.Split(id.Value)))),
        ];
    }

    private static IEnumerable<Priority> Ranked(
        OpportunityId opportunity, IEnumerable<StudentId> applicants, Dictionary<StudentId, int> readiness, Draws draws)
    {
        var bands = applicants
            .Where(_ => draws.Chance(Meets))
            .Select(student => (Student: student, Band: Math.Floor(draws.Bell(readiness[student], 10) / Band)))
            .GroupBy(met => met.Band, met => met.Student)
            .OrderByDescending(band => band.Key);
        var rank = 1;
        foreach (var band in bands)
        {
            foreach (var student in band)
            {
                yield return new(opportunity, student, rank);
            }

            rank += band.Count();
        }
    }
}
