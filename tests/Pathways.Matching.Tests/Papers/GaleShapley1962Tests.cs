using Pathways.Matching.Tests.Support;
using static Pathways.Matching.Tests.Support.SmallProblem;

namespace Pathways.Matching.Tests.Papers;

/// <summary>D. Gale and L. S. Shapley, "College Admissions and the Stability of Marriage", American Mathematical Monthly 69 (1962) 9-15.</summary>
public sealed class GaleShapley1962Tests
{
    // Example 1: each man is the last choice of his first choice, around a circle.
    private static readonly SmallProblem Example1 = Of(
        [new("alpha", Strict("A", "B", "C")), new("beta", Strict("B", "C", "A")), new("gamma", Strict("C", "A", "B"))],
        [
            new("A", 1, Strict("beta", "gamma", "alpha")),
            new("B", 1, Strict("gamma", "alpha", "beta")),
            new("C", 1, Strict("alpha", "beta", "gamma")),
        ]);

    // Example 2.
    private static readonly SmallProblem Example2 = Of(
        [
            new("alpha", Strict("A", "B", "C", "D")), new("beta", Strict("A", "D", "C", "B")),
            new("gamma", Strict("B", "A", "C", "D")), new("delta", Strict("D", "B", "C", "A")),
        ],
        [
            new("A", 1, Strict("delta", "gamma", "alpha", "beta")), new("B", 1, Strict("beta", "delta", "alpha", "gamma")),
            new("C", 1, Strict("delta", "alpha", "beta", "gamma")), new("D", 1, Strict("gamma", "beta", "alpha", "delta")),
        ]);

    [Fact]
    public void Three_of_the_six_ways_to_marry_in_example_1_are_stable()
    {
        var definition = new BruteForce(Example1);

        Assert.Equal(6, definition.Matchings().Count(matching => !matching.Contains(BruteForce.Nothing)));
        Assert.Equal(
            ["A B C", "B C A", "C A B"],
            definition.StableMatchings().Select(matching => string.Join(" ", matching.Select(o => Example1.Opportunities[o].Id))).Order());
    }

    [Fact]
    public void Each_side_gets_its_first_choices_in_example_1_when_it_proposes()
    {
        Assert.Equal("A B C", Seats(Example1, Mechanism.StudentOptimal));
        Assert.Equal("C A B", Seats(Example1, Mechanism.OpportunityOptimal));
    }

    [Fact]
    public void Example_2_has_one_stable_matching()
    {
        Assert.Single(new BruteForce(Example2).StableMatchings());
        Assert.Equal("C D A B", Seats(Example2, Mechanism.StudentOptimal));
        Assert.Equal("C D A B", Seats(Example2, Mechanism.OpportunityOptimal));
    }

    private static string Seats(SmallProblem problem, Mechanism mechanism) =>
        string.Join(" ", problem.Match(new() { Mechanism = mechanism }).Matching.Assignments.Select(seat => seat.Opportunity.Value));
}
