using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Relations;

/// <summary>Both mechanisms against all matchings of many tiny problems.</summary>
public sealed class BruteForceTests
{
    private const int Problems = 50_000;

    [Fact]
    public void Both_mechanisms_reach_their_end_of_all_stable_matchings()
    {
        var several = 0;
        for (var draw = 0ul; draw < Problems; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            var options = new MatchOptions { Ties = (TieBreaking)(draw % 4), Seed = new(draw), Verify = false };
            var definition = new BruteForce(TieBroken.Of(problem, options));
            var stable = definition.StableMatchings();
            several += stable.Count > 1 ? 1 : 0;

            var compiled = problem.Compile();
            var best = Read(definition, compiled, options);
            var other = Read(definition, compiled, options with { Mechanism = Mechanism.OpportunityOptimal });

            Check(BestForStudents(definition, best, stable), "best for students", problem, options);
            Check(BestForOpportunities(definition, other, stable), "best for opportunities", problem, options);
            Check(SameEverywhere(definition, stable), "the rural hospitals theorem", problem, options);
            var written = new BruteForce(problem);
            Check(written.IsStable(best) && written.IsStable(other), "weakly stable as written", problem, options);
        }

        Assert.True(several > Problems / 200, $"Only {several} problems have more than one stable matching.");
    }

    private static int[] Read(BruteForce definition, CompiledProblem compiled, MatchOptions options) =>
        definition.Read(Matcher.Match(compiled, options).Get().Matching);

    private static bool BestForStudents(BruteForce definition, int[] result, List<int[]> stable) =>
        stable.Exists(result.SequenceEqual)
        && stable.TrueForAll(other => Enumerable.Range(0, definition.Students).All(s => !definition.StudentPrefers(s, other[s], result[s])));

    // Seat by seat each opportunity weakly prefers what it has, and each student has the worst of all stable seats.
    private static bool BestForOpportunities(BruteForce definition, int[] result, List<int[]> stable) =>
        stable.Exists(result.SequenceEqual)
        && stable.TrueForAll(other =>
            Enumerable.Range(0, definition.Students).All(s => !definition.StudentPrefers(s, result[s], other[s]))
            && Enumerable.Range(0, definition.Opportunities).All(o => Seated(definition, result, o).Zip(Seated(definition, other, o))
                .All(seat => !definition.OpportunityPrefers(o, seat.Second, seat.First))));

    // A. E. Roth, "On the Allocation of Residents to Rural Hospitals", Econometrica 54 (1986) 425-427.
    private static bool SameEverywhere(BruteForce definition, List<int[]> stable) => stable.TrueForAll(other =>
        Enumerable.Range(0, definition.Students).All(s => (other[s] == BruteForce.Nothing) == (stable[0][s] == BruteForce.Nothing))
        && Enumerable.Range(0, definition.Opportunities).All(o =>
        {
            var (one, two) = (Seated(definition, stable[0], o), Seated(definition, other, o));
            return one.Count == two.Count && (one.Count == definition.Problem.Opportunities[o].Seats || one.SequenceEqual(two));
        }));

    private static List<int> Seated(BruteForce definition, int[] matching, int o)
    {
        var seated = Enumerable.Range(0, definition.Students).Where(s => matching[s] == o).ToList();
        seated.Sort((one, other) => definition.OpportunityPrefers(o, one, other) ? -1 : definition.OpportunityPrefers(o, other, one) ? 1 : 0);
        return seated;
    }

    private static void Check(bool holds, string what, SmallProblem problem, MatchOptions options)
    {
        if (!holds)
        {
            Assert.Fail($"Not {what} with {options.Ties.Name()}, seed {options.Seed}: {problem}");
        }
    }
}
