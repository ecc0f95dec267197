using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Kernel;

public class CapTreeTests
{
    // Programs 0, 1 in a site (5) in a region (7), program 2 in the region alone, program 3 in a partner (6), program 4 in nothing.
    private static readonly CapTree Tree = new([5, 5, 7, 6, Market.None, 7, Market.None, Market.None], [2, 3, 4]);

    [Fact]
    public void The_outermost_cap_of_a_program_is_its_root()
    {
        Assert.Equal([7, 7, 7, 6, 4], Tree.Root);
        Assert.Equal(2, Tree.Depth);
        Assert.Equal((5, 3), (Tree.Programs, Tree.Caps));
        Assert.Equal([true, true, true, true, false], Enumerable.Range(0, 5).Select(Tree.Rules));
    }

    [Theory]
    [InlineData(0, new[] { 0 })]
    [InlineData(4, new[] { 4 })]
    [InlineData(5, new[] { 0, 1 })]
    [InlineData(6, new[] { 3 })]
    [InlineData(7, new[] { 0, 1, 2 })]
    public void Under_a_node_are_the_programs_that_it_is_around(int node, int[] programs) => Assert.Equal(programs, Tree.Under(node));

    [Fact]
    public void A_changed_cap_changes_nothing_else()
    {
        var changed = Tree.WithSeats(1, 9);

        Assert.Equal([2, 9, 4], changed.Seats);
        Assert.Equal([2, 3, 4], Tree.Seats);
        Assert.Equal(Tree.Root, changed.Root);
    }
}
