namespace Pathways.Matching.Kernel;

/// <summary>Caps over several programs, each inside the next or apart from it: a partner, a site, a region (a laminar family).</summary>
/// <remarks>
/// Nodes <c>0 .. P - 1</c> are the programs themselves, whose caps are their capacities; the others are caps over all programs below them.
/// Under one outermost node the keys of all programs are compared with each other, so they must be on one scale.
/// </remarks>
internal sealed class CapTree
{
    private CapShape? _shape;

    /// <param name="parent">By node, the smallest cap around it, or <see cref="Market.None"/>.</param>
    /// <param name="seats">By cap (node less the number of programs), how many applicants all programs below it take together.</param>
    public CapTree(int[] parent, int[] seats)
        : this(parent, seats, shape: null)
    {
    }

    private CapTree(int[] parent, int[] seats, CapShape? shape)
    {
        (Parent, Seats, _shape) = (parent, seats, shape);
        Root = new int[Programs];
        for (var program = 0; program < Programs; program++)
        {
            var node = program;
            var depth = 0;
            for (; parent[node] != Market.None; depth++)
            {
                node = parent[node];
            }

            (Root[program], Depth) = (node, Math.Max(Depth, depth));
        }
    }

    /// <summary>No caps.</summary>
    public static CapTree Free(int programs)
    {
        var parent = new int[programs];
        Array.Fill(parent, Market.None);
        return new(parent, []);
    }

    /// <summary>By node, the smallest cap around it, or <see cref="Market.None"/>.</summary>
    public int[] Parent { get; }

    /// <summary>By cap (node less the number of programs), how many applicants all programs below it take together.</summary>
    public int[] Seats { get; }

    /// <summary>By program, the outermost node around it: itself when no cap is.</summary>
    public int[] Root { get; }

    /// <summary>How many programs there are.</summary>
    public int Programs => Parent.Length - Seats.Length;

    /// <summary>How many caps there are.</summary>
    public int Caps => Seats.Length;

    /// <summary>The most caps around one program: 1 in student-project allocation.</summary>
    public int Depth { get; }

    /// <summary>The tree laid out for choosing; made at the first use, and kept when seats change.</summary>
    public CapShape Shape => _shape ??= CapShape.Of(this);

    /// <summary>The programs under a node, itself when it is one.</summary>
    public List<int> Under(int node)
    {
        var under = new List<int>();
        for (var program = 0; program < Programs; program++)
        {
            var above = program;
            while (above != node && above != Market.None)
            {
                above = Parent[above];
            }

            if (above == node)
            {
                under.Add(program);
            }
        }

        return under;
    }

    /// <summary>Whether a cap is around a program.</summary>
    public bool Rules(int program) => Parent[program] != Market.None;

    /// <summary>The same with another number of seats under one cap.</summary>
    public CapTree WithSeats(int cap, int seats)
    {
        var changed = (int[])Seats.Clone();
        changed[cap] = seats;
        return new(Parent, changed, _shape);
    }
}
