using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class LotterySeedsTests
{
    private static readonly Seed Own = new(9);

    [Fact]
    public void An_opportunity_is_sought_when_more_list_it_first_than_it_has_seats()
    {
        var counts = new int[2];
        for (var draw = 0ul; draw < 2000; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            var expected = problem.Opportunities.Select(opportunity => TieBroken.IsSought(problem, opportunity.Id)).ToList();
            Assert.Equal(expected, LotterySeeds.Sought(problem.Compile().Market));
            expected.ForEach(isSought => counts[isSought ? 1 : 0]++);
        }

        Assert.All(counts, count => Assert.True(count > 500));
    }

    // The most that fit under laminar caps are found by taking one after the other wherever there is room.
    [Fact]
    public void Under_a_cap_all_that_is_under_its_outermost_one_is_sought_or_nothing_is()
    {
        var counts = new int[2];
        for (var draw = 0ul; draw < 3000; draw++)
        {
            if (CompiledProblem.Compile(SeatProblems.Draw(draw)).Market is not { Caps: { } tree } market)
            {
                continue;
            }

            var sought = LotterySeeds.Sought(market);
            foreach (var root in tree.Root.Distinct())
            {
                int[] programs = [.. Enumerable.Range(0, market.Programs).Where(p => tree.Root[p] == root)];
                var taken = new int[tree.Parent.Length];
                foreach (var program in programs)
                {
                    int[] path = [.. Path(tree, program)];
                    for (var seat = 0; seat < market.Capacity[program] && path.Skip(1).All(node => taken[node] < tree.Seats[node - tree.Programs]); seat++)
                    {
                        Array.ForEach(path, node => taken[node]++);
                    }
                }

                var wanting = Enumerable.Range(0, market.Applicants).Count(a => FirstTie(market, a).Intersect(programs).Any());
                Assert.All(programs, program => Assert.Equal(wanting > taken[root], sought[program]));
                counts[wanting > taken[root] ? 1 : 0]++;
            }
        }

        Assert.All(counts, count => Assert.True(count > 100));
    }

    [Fact]
    public void Numbers_are_of_the_opportunity_or_of_its_outermost_cap()
    {
        OpportunityId[] ids = [.. new[] { "lab", "farm", "spa", "gym" }.Select(OpportunityId.From)];
        var problem = new MatchingProblemBuilder().AddStudent("ana", "lab", "farm", "spa", "gym").AddStudent("ben", "gym").AddStudent("cy", "gym")
            .AddOpportunity(ids[0], 1, Scored, partner: PartnerId.From("college")).AddOpportunity(ids[1], 1, Scored, partner: PartnerId.From("college"))
            .AddOpportunity(ids[2], 1, Scored).AddOpportunity(ids[3], 1)
            .AddPartner(new() { Id = PartnerId.From("college"), Seats = 1 });
        var north = new ProblemCap { Id = CapId.From("north"), Seats = 2, Opportunities = [.. ids.Take(3)] };
        var (college, cap, gym) = (Own.Split("partner").Split("college"), Own.Split("cap").Split("north"), Own.Split("gym"));

        Assert.Equal([college, college, Own.Split("spa"), gym], Seeds(TieBreaking.LotteryPerOpportunity));
        Assert.Equal([college, college, Own.Split("spa"), Own], Seeds(TieBreaking.Hybrid));
        problem.AddCap(north);
        Assert.Equal([cap, cap, cap, gym], Seeds(TieBreaking.LotteryPerOpportunity));

        Seed[] Seeds(TieBreaking ties) => LotterySeeds.Of(CompiledProblem.Compile(problem.Build()), new() { Ties = ties, Seed = Own });
    }

    // A student who lists another first takes it from those that are sought, and plays in another lottery there.
    [Fact]
    public void Which_opportunity_is_sought_depends_on_the_lists()
    {
        var problem = SmallProblem.Of([new("ana", [["lab"], ["farm"]]), new("ben", [["lab"]])], [new("lab", 1), new("farm", 1)]);

        Assert.Equal([true, false], LotterySeeds.Sought(problem.Compile().Market));
        Assert.Equal([false, false], LotterySeeds.Sought(problem.With(new SmallStudent("ana", [["farm"], ["lab"]])).Compile().Market));
    }

    private static PriorityOrder Scored { get; } = new PriorityOrder.Scored(new Dictionary<StudentId, double> { [StudentId.From("ana")] = 1 });

    private static IEnumerable<int> Path(CapTree tree, int node)
    {
        for (; node != Market.None; node = tree.Parent[node])
        {
            yield return node;
        }
    }

    private static IEnumerable<int> FirstTie(Market market, int a) => Enumerable.Range(market.First[a], market.First[a + 1] - market.First[a])
        .TakeWhile(edge => edge == market.First[a] || (market.Tied?[edge] ?? false)).Select(edge => market.Program[edge]);
}
