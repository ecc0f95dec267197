using Pathways.Matching.Tests.Support;
using static Pathways.Matching.Tests.Support.SmallProblem;

namespace Pathways.Matching.Tests.Papers;

/// <summary>Textbook instances: solved by hand here, and checked against all matchings.</summary>
public sealed class TextbookTests
{
    private static readonly SmallProblem Hospitals = Of(
        [
            new("r1", Strict("h2", "h1")), new("r2", Strict("h1", "h2")), new("r3", Strict("h1", "h3")),
            new("r4", Strict("h2", "h3")), new("r5", Strict("h2", "h1")), new("r6", Strict("h1", "h2")),
        ],
        [
            new("h1", 2, Strict("r1", "r3", "r2", "r5", "r6")),
            new("h2", 2, Strict("r2", "r6", "r1", "r4", "r5")),
            new("h3", 1, Strict("r4", "r3")),
        ]);

    // The seat at y is tied between a and c. Everybody does at least as well when c has it, and nobody may object.
    private static readonly SmallProblem CostlyTie = Of(
        [new("a", Strict("y", "x")), new("b", Strict("z", "y")), new("c", Strict("y", "z"))],
        [new("x", 1, Strict("a")), new("y", 1, [["b"], ["a", "c"]]), new("z", 1, Strict("c", "b"))]);

    [Fact]
    public void Residents_and_hospitals()
    {
        Assert.Equal("h2 h1 h1 h3 - h2", Seats(Hospitals, new()));
        Assert.Equal("h1 h2 h1 h3 - h2", Seats(Hospitals, new() { Mechanism = Mechanism.OpportunityOptimal }));
        Assert.Equal(2, new BruteForce(Hospitals).StableMatchings().Count);
    }

    // The point of A. Erdil and H. Ergin, "What's the Matter with Tie-Breaking?", American Economic Review 98 (2008) 669-689.
    [Fact]
    public void Breaking_a_tie_can_cost_students_and_help_nobody()
    {
        var definition = new BruteForce(CostlyTie);
        Assert.Equal("x y z", Seats(CostlyTie, new() { Ties = TieBreaking.InputOrder }));

        var turned = CostlyTie with { Students = [.. CostlyTie.Students.Reverse()] };
        Assert.Equal("y z x", Seats(turned, new() { Ties = TieBreaking.InputOrder }));

        var (costly, better) = (new[] { 0, 1, 2 }, new[] { 0, 2, 1 });
        Assert.True(definition.IsStable(costly) && definition.IsStable(better));
        Assert.Equal([false, true, true], Enumerable.Range(0, 3).Select(s => definition.StudentPrefers(s, better[s], costly[s])));
    }

    // With ties, stable matchings can differ in size: the rural hospitals theorem needs strict orders.
    [Fact]
    public void Breaking_a_tie_can_cost_a_seat()
    {
        var problem = Of([new("a", Strict("x", "y")), new("b", Strict("x"))], [new("x", 1, [["a", "b"]]), new("y", 1, Strict("a"))]);

        Assert.Equal("x -", Seats(problem, new() { Ties = TieBreaking.InputOrder }));
        Assert.Equal("x y", Seats(problem with { Students = [.. problem.Students.Reverse()] }, new() { Ties = TieBreaking.InputOrder }));
    }

    private static string Seats(SmallProblem problem, MatchOptions options)
    {
        var matching = problem.Match(options).Matching;
        return string.Join(" ", problem.Students.Select(student => matching.Of(StudentId.From(student.Id))?.Value ?? "-"));
    }
}
