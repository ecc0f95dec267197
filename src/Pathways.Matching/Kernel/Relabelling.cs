namespace Pathways.Matching.Kernel;

/// <summary>A market with its applicants and programs in another order, and the way back.</summary>
/// <remarks>
/// A search that goes by positions would let the order of the input decide; in an order drawn from the identifiers it does not.
/// Lists stay as they are.
/// </remarks>
internal sealed class Relabelling
{
    private readonly int[] _applicants;
    private readonly int[] _edges;
    private readonly Market _from;

    private Relabelling(Market from, Market market, int[] applicants, int[] edges) =>
        (_from, Market, _applicants, _edges) = (from, market, applicants, edges);

    /// <summary>The market in the new order.</summary>
    public Market Market { get; }

    /// <param name="market">The market.</param>
    /// <param name="applicants">Which applicant stands at each new position.</param>
    /// <param name="programs">Which program stands at each new position.</param>
    public static Relabelling Of(Market market, int[] applicants, int[] programs)
    {
        var newProgram = TieBreaker.Inverse(programs);
        var first = new int[market.Applicants + 1];
        var (edges, program, priorityClass) = (new int[market.Edges], new int[market.Edges], new int[market.Edges]);
        var tied = market.Tied is null ? null : new TieMarks(market.Edges);
        var at = 0;
        for (var a = 0; a < applicants.Length; a++)
        {
            for (var edge = market.First[applicants[a]]; edge < market.First[applicants[a] + 1]; edge++, at++)
            {
                (edges[at], program[at], priorityClass[at]) = (edge, newProgram[market.Program[edge]], market.Class[edge]);
                if (market.Tied is { } marks && marks[edge])
                {
                    tied![at] = true;
                }
            }

            first[a + 1] = at;
        }

        var capacity = Array.ConvertAll(programs, p => market.Capacity[p]);
        var caps = market.Caps is { } tree
            ? new CapTree([.. Array.ConvertAll(programs, p => tree.Parent[p]), .. tree.Parent.AsSpan(programs.Length)], tree.Seats)
            : null;
        return new(market, new(first, program, priorityClass, capacity, tied, caps: caps), applicants, edges);
    }

    /// <summary>The edges of a matching, by applicant, in the new order.</summary>
    public int[] Forth(int[] edgeOf)
    {
        var moved = new int[edgeOf.Length];
        for (var a = 0; a < moved.Length; a++)
        {
            var (edge, start) = (edgeOf[_applicants[a]], _from.First[_applicants[a]]);
            moved[a] = edge == Market.None ? Market.None : Market.First[a] + edge - start;
        }

        return moved;
    }

    /// <summary>The edges of a matching, by applicant, in the order it had.</summary>
    public int[] Back(int[] edgeOf)
    {
        var moved = new int[edgeOf.Length];
        for (var a = 0; a < moved.Length; a++)
        {
            moved[_applicants[a]] = edgeOf[a] == Market.None ? Market.None : _edges[edgeOf[a]];
        }

        return moved;
    }
}
