using Pathways.Matching.Kernel;

namespace Pathways.Matching.Tests.Kernel;

public class CapShapeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void No_node_has_many_slots_and_every_cap_keeps_its_programs(int programs)
    {
        // All programs but the first two in a site; the site and the second program in a region; the first in nothing.
        var (site, region) = (programs + 2, programs + 3);
        var tree = new CapTree([Market.None, region, .. Enumerable.Repeat(site, programs), region, Market.None], [3, 4]);
        var shape = tree.Shape;
        for (var node = 0; node < shape.Nodes; node++)
        {
            Assert.InRange(shape.FirstSlot(node + 1) - shape.FirstSlot(node), 0, CapShape.Widest);
            if (shape.Parent(node) != Market.None)
            {
                Assert.InRange(shape.Slot(node), shape.FirstSlot(shape.Parent(node)), shape.FirstSlot(shape.Parent(node) + 1) - 1);
            }
        }

        Assert.Equal(Enumerable.Range(0, shape.Nodes), Enumerable.Range(0, shape.Nodes).Select(shape.Slot).Order());
        for (var program = 0; program < tree.Programs; program++)
        {
            Assert.Equal(Caps(tree.Programs, tree.Caps, program, node => tree.Parent[node]), Caps(tree.Programs, tree.Caps, program, shape.Parent));
        }
    }

    [Fact]
    public void A_changed_cap_keeps_the_shape()
    {
        var tree = new CapTree([1, Market.None], [5]);

        Assert.Same(tree.Shape, tree.WithSeats(0, 1).Shape);
    }

    private static List<int> Caps(int programs, int caps, int node, Func<int, int> parent)
    {
        var around = new List<int>();
        for (node = parent(node); node != Market.None; node = parent(node))
        {
            if (node < programs + caps)
            {
                around.Add(node);
            }
        }

        return around;
    }
}
