namespace Pathways.Matching.Kernel;

/// <summary>Whom programs hold under caps; made once, used for any number of runs on markets that fit.</summary>
/// <remarks>The arrays never move, so that a run can keep pointers to them.</remarks>
internal sealed class CapHoldings
{
    /// <summary>By node: its seats, how many it holds, and below which key nobody has a chance.</summary>
    public CapNode[] Nodes { get; private set; } = [];

    /// <summary>By slot of the shape, the worst key held under its node; the highest number when nobody is.</summary>
    public long[] Worst { get; private set; } = [];

    /// <summary>By slot, the program that holds that key.</summary>
    public int[] Holder { get; private set; } = [];

    /// <summary>The keys of the held applicants, in blocks by <see cref="Market.HeldStart"/>, the worst first.</summary>
    public long[] Held { get; private set; } = [];

    /// <summary>Holds nobody; allocates only when the market is larger than any before, or has no caps.</summary>
    public void Clear(Market market)
    {
        var caps = market.Caps ?? CapTree.Free(market.Programs);
        var shape = caps.Shape;
        if (Nodes.Length < shape.Nodes)
        {
            Nodes = GC.AllocateUninitializedArray<CapNode>(shape.Nodes, pinned: true);
            Worst = GC.AllocateUninitializedArray<long>(shape.Nodes, pinned: true);
            Holder = GC.AllocateUninitializedArray<int>(shape.Nodes, pinned: true);
        }


        if (Held.Length < market.HeldStart[^1])
        {
            Held = GC.AllocateUninitializedArray<long>(market.HeldStart[^1], pinned: true);
        }

        for (var node = 0; node < shape.Nodes; node++)
        {
            var isProgram = node < caps.Programs;
            var cap = node - caps.Programs;
            var seats = isProgram ? market.Capacity[node] : cap < caps.Caps ? caps.Seats[cap] : int.MaxValue;
            var slot = shape.Slot(node);
            (Worst[slot], Holder[slot]) = (long.MaxValue, node);
            Nodes[node] = new()
            {
                Cutoff = seats > 0 ? 0 : long.MaxValue,
                Seats = seats,
                Parent = shape.Parent(node),
                Slot = slot,
                First = isProgram ? market.HeldStart[node] : shape.FirstSlot(node),
                Last = isProgram ? Market.None : shape.FirstSlot(node + 1) - 1,
            };
        }
    }
}

/// <summary>A program or a cap while programs choose.</summary>
internal struct CapNode
{
    /// <summary>Whoever has a lower key is turned away, for good: it only rises.</summary>
    public long Cutoff;

    /// <summary>How many it may hold.</summary>
    public int Seats;

    /// <summary>How many it holds.</summary>
    public int Count;

    /// <summary>The cap around it, or <see cref="Market.None"/>.</summary>
    public int Parent;

    /// <summary>Its slot.</summary>
    public int Slot;

    /// <summary>Where the held keys of a program, or the slots below a cap, start.</summary>
    public int First;

    /// <summary>The last slot below a cap.</summary>
    public int Last;
}
