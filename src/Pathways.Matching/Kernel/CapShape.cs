namespace Pathways.Matching.Kernel;

/// <summary>A tree of caps laid out so that the worst applicant under any cap can be kept by looking at a few keys.</summary>
/// <remarks>
/// Every node has a slot; those of the programs and caps right below a cap lie side by side. No cap has more than <see cref="Widest"/> of them:
/// a cap around more gets nodes between that limit nothing. Nodes count from the programs, then the caps, then these.
/// </remarks>
internal sealed class CapShape
{
    /// <summary>The most slots of one node.</summary>
    public const int Widest = 8;

    private readonly List<int> _parent;
    private readonly int[] _slot;
    private readonly int[] _firstSlot;

    private CapShape(List<int> parent)
    {
        // Whatever is outermost has its slot in front of all blocks.
        _parent = parent;
        _firstSlot = new int[parent.Count + 2];
        foreach (var above in parent)
        {
            _firstSlot[above + 2]++;
        }

        for (var node = 0; node <= parent.Count; node++)
        {
            _firstSlot[node + 1] += _firstSlot[node];
        }

        _slot = new int[parent.Count];
        var next = (int[])_firstSlot.Clone();
        for (var node = 0; node < parent.Count; node++)
        {
            _slot[node] = next[parent[node] + 1]++;
        }
    }

    /// <summary>How many programs, caps and nodes between there are, and so how many slots.</summary>
    public int Nodes => _parent.Count;

    /// <summary>The node around a node, or <see cref="Market.None"/>.</summary>
    public int Parent(int node) => _parent[node];

    /// <summary>The slot of a node, in the block of the node around it.</summary>
    public int Slot(int node) => _slot[node];

    /// <summary>Where the slots of what is right below a node start; those of the next node follow.</summary>
    public int FirstSlot(int node) => _firstSlot[node + 1];

    public static CapShape Of(CapTree tree)
    {
        var below = new List<int>[tree.Caps];
        for (var node = 0; node < tree.Parent.Length; node++)
        {
            if (tree.Parent[node] is not Market.None and var parent)
            {
                (below[parent - tree.Programs] ??= []).Add(node);
            }
        }

        var parents = tree.Parent.ToList();
        for (var cap = 0; cap < tree.Caps; cap++)
        {
            // Level by level, as many nodes between as it takes.
            for (var level = below[cap] ?? []; level.Count > Widest;)
            {
                var above = new List<int>();
                foreach (var few in level.Chunk(Widest))
                {
                    above.Add(parents.Count);
                    Array.ForEach(few, node => parents[node] = above[^1]);
                    parents.Add(tree.Programs + cap);
                }

                level = above;
            }
        }

        return new(parents);
    }
}
