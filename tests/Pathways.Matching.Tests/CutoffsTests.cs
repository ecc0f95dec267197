using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests;

public sealed class CutoffsTests
{
    [Fact]
    public void Cutoffs_prove_every_stable_result_and_no_other_matching_that_is_not()
    {
        var (caps, unstable) = (0, 0);
        for (var draw = 0ul; draw < 300; draw++)
        {
            var problem = CompiledProblem.Compile(draw % 2 == 0 ? SeatProblems.Draw(draw) : SmallProblems.Draw(draw).Build());
            foreach (var options in AllOptions.With(draw))
            {
                if (Matcher.Match(problem, options) is not MatchOutcome.Solved { Result: var result })
                {
                    continue;
                }

                if (Cutoffs.Of(result) is not { } cutoffs)
                {
                    Assert.NotEmpty(Cutoffs.Refusals(result));
                    continue;
                }

                Assert.Empty(cutoffs.Check(result.Matching));
                caps += cutoffs.Caps.Length;
                var chance = new Chance(draw);
                var seats = result.Matching.Assignments.Where(_ => !chance.OneIn(3)).ToList();
                var other = ProblemMatching.From(problem.Problem, seats).Matching;
                if (!Verifier.Verify(problem, other).IsStable)
                {
                    Assert.NotEmpty(cutoffs.Check(other));
                    unstable++;
                }
            }
        }

        Assert.True(caps > 50 && unstable > 200, $"{caps} caps, {unstable} unstable");
    }

    [Fact]
    public void Cutoffs_are_those_of_the_last_who_got_in_where_it_is_full()
    {
        var problem = SmallProblem.Of(
            [new("ana", [["lab"], ["farm"]]), new("ben", [["lab"]]), new("cy", [["farm"]])],
            [new("lab", 1, Scores: [("ana", 3), ("ben", 5)]), new("farm", 3), new("moon", 0)]);

        var cutoffs = Cutoffs.Of(problem.Match(new() { Ties = TieBreaking.InputOrder }))!;

        Assert.Equal(
            [
                new(OpportunityId.From("lab"), 1, 1, new Standing(1, 5, 2, IsInputPlace: true)),
                new(OpportunityId.From("farm"), 3, 2, null),
                new(OpportunityId.From("moon"), 0, 0, null),
            ],
            cutoffs.Opportunities.AsEnumerable());
        Assert.Empty(cutoffs.Caps);
    }

    [Fact]
    public void What_is_no_result_of_one_order_has_no_cutoffs()
    {
        var problem = SmallProblem.Of([new("ana", [["lab"]])], [new("lab", 1)]);

        Assert.Equal(["cutoffs.mechanism"], Codes(new() { Mechanism = Mechanism.LargestStable }));
        Assert.Equal(["cutoffs.mechanism"], Codes(new() { Mechanism = Mechanism.TopTradingCycles }));
        Assert.Equal(["cutoffs.improve"], Codes(new() { Improve = true }));
        Assert.Empty(Codes(new() { Mechanism = Mechanism.OpportunityOptimal }));

        IEnumerable<string> Codes(MatchOptions options) => Cutoffs.Refusals(problem.Match(options)).Select(reason => reason.Code);
    }

    [Fact]
    public void Cutoffs_of_another_problem_are_a_mistake_of_the_caller()
    {
        var (one, other) = (SmallProblem.Of([], [new("lab", 1)]).Match(new()), SmallProblem.Of([], [new("lab", 2)]).Match(new()));

        Assert.Throws<ArgumentException>(() => Cutoffs.Of(one)!.Check(other.Matching));
    }
}
