using Pathways;

namespace MarlboroughGenerator;

/// <summary>Makes up what students want: near, popular, in the sectors they chose, and mostly within the rules.</summary>
internal static class PreferenceMaker
{
    private const double Applies = 0.915;
    private const double Ties = 0.09;

    // Of those listed, the first few are of the first sector most of the time; unchosen sectors are slips of the pen.
    private static readonly ImmutableArray<double> BySector = [1, 0.14, 0.05];
    private const double ByOtherSector = 0.03;

    // Counselors talk most students out of what the rules forbid, not all.
    private const double ByObstacle = 0.10;
    private const double ByPay = 1.4;

    /// <summary>Makes the preferences, in the order of students and of ranks.</summary>
    /// <param name="seed">Where the chance comes from.</param>
    /// <param name="students">The students; only grades 11 and 12 apply.</param>
    /// <param name="opportunities">What they choose from.</param>
    /// <param name="partners">Who offers it.</param>
    public static ImmutableArray<Preference> Make(
        Seed seed, ImmutableArray<Student> students, ImmutableArray<Opportunity> opportunities, ImmutableArray<Partner> partners)
    {
        var popularity = PopularityOf(seed.Split("popularity"), opportunities);
        var byId = partners.ToDictionary(partner => partner.Id);
        return [.. students.SelectMany((student, i) => Of(student, new(seed.Split((ulong)i))))];

        IEnumerable<Preference> Of(Student student, Draws draws)
        {
            if (student.Grade < GradeLevel.From(11) || !draws.Chance(Applies))
            {
                return [];
            }

            double[] weights =
            [
                .. opportunities.Select((opportunity, i) =>
                    popularity[i] * Liking(student, opportunity, byId[opportunity.Partner])),
            ];
            return Ranked(student.Id, Chosen(draws, opportunities, weights), draws);
        }
    }

    // Zipf-like within each sector: the r-th most popular weighs 1 / (r + 2).
    private static double[] PopularityOf(Seed seed, ImmutableArray<Opportunity> opportunities)
    {
        var popularity = new double[opportunities.Length];
        foreach (var sector in Words.Sectors)
        {
            var order = new Draws(seed.Split(sector.Value))
                .Shuffled(Enumerable.Range(0, opportunities.Length).Where(i => opportunities[i].Sector == sector));
            for (var rank = 1; rank <= order.Length; rank++)
            {
                popularity[order[rank - 1]] = 1.0 / (rank + 2);
            }
        }

        return popularity;
    }

    // Distances are rounded before use: their last bits depend on the machine, the sample must not.
    private static double Liking(Student student, Opportunity opportunity, Partner partner)
    {
        var choice = student.SectorChoices.IndexOf(opportunity.Sector);
        var km = Math.Round(Obstacles.KmBetween(student, opportunity) ?? 5, 1);
        return (student.SectorChoices.IsEmpty ? 1 : choice < 0 ? ByOtherSector : BySector[choice])
            * (opportunity.IsPaid ? ByPay : 1)
            * (10 / (10 + km))
            * (Obstacles.Between(student, opportunity, partner).Any() ? ByObstacle : 1);
    }

    private static List<OpportunityId> Chosen(Draws draws, ImmutableArray<Opportunity> opportunities, double[] weights)
    {
        var chosen = new List<OpportunityId>();
        for (var choices = draws.Between(5, 10); choices > 0; choices--)
        {
            var next = draws.Weighted(weights);
            weights[next] = 0;
            chosen.Add(opportunities[next].Id);
        }

        return chosen;
    }

    // Who is tied shares a rank, and the next rank counts every one before it: 1, 2, 2, 4.
    private static IEnumerable<Preference> Ranked(StudentId student, List<OpportunityId> chosen, Draws draws)
    {
        var rank = 1;
        for (var i = 0; i < chosen.Count; i++)
        {
            rank = i > 0 && draws.Chance(Ties) ? rank : i + 1;
            yield return new(student, chosen[i], rank);
        }
    }
}
