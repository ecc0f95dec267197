using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Relations;

public sealed class TruthfulnessTests
{
    // Every list a student could write, for every student.
    [Fact]
    public void No_student_gains_by_any_other_list_when_students_propose()
    {
        var tried = 0;
        for (var draw = 0ul; draw < 150; draw++)
        {
            var problem = SmallProblems.Draw(draw, strict: draw % 2 == 0);
            // Not the hybrid, whose lotteries depend on the lists.
            var options = new MatchOptions { Ties = (TieBreaking)(draw % 3), Seed = new(draw), Verify = false };
            var definition = new BruteForce(TieBroken.Of(problem, options));
            var truthful = definition.Read(problem.Match(options).Matching);
            for (var s = 0; s < definition.Students; s++)
            {
                foreach (var list in Lists([.. problem.Opportunities.Select(opportunity => opportunity.Id)]))
                {
                    var misstated = problem.With(problem.Students[s] with { Places = SmallProblem.Strict(list) });
                    var got = definition.Read(misstated.Match(options).Matching)[s];

                    if (definition.StudentPrefers(s, got, truthful[s]))
                    {
                        Assert.Fail($"{problem.Students[s].Id} gains by writing {string.Join(" ", list)}, seed {draw}: {problem}");
                    }

                    tried++;
                }
            }
        }

        Assert.True(tried > 5000, $"Only {tried} lists were tried.");
    }

    // A. E. Roth, "The Economics of Matching: Stability and Incentives", Mathematics of Operations Research 7 (1982) 617-628:
    // no stable rule is truthful for both sides. In this market with two stable matchings, leaving out the worse seat gains the better.
    [Fact]
    public void A_student_can_gain_by_a_shorter_list_when_opportunities_propose()
    {
        var problem = SmallProblem.Of(
            [new("ana", SmallProblem.Strict("lab", "clinic")), new("ben", SmallProblem.Strict("clinic", "lab"))],
            [new("lab", 1, SmallProblem.Strict("ben", "ana")), new("clinic", 1, SmallProblem.Strict("ana", "ben"))]);
        var options = new MatchOptions { Mechanism = Mechanism.OpportunityOptimal };
        var ana = StudentId.From("ana");

        Assert.Equal("clinic", problem.Match(options).Matching.Of(ana)?.Value);
        Assert.Equal("lab", problem.With(new SmallStudent("ana", [["lab"]])).Match(options).Matching.Of(ana)?.Value);
        Assert.False(Mechanism.OpportunityOptimal.IsStrategyProofForStudents);
        Assert.True(Mechanism.StudentOptimal.IsStrategyProofForStudents);
    }

    private static IEnumerable<string[]> Lists(string[] names) =>
        names.SelectMany(name => Lists([.. names.Where(other => other != name)]).Select(rest => (string[])[name, .. rest])).Prepend([]);
}
