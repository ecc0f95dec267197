namespace Pathways.Matching.Kernel;

/// <summary>What programs under caps would offer next: under each outermost cap the best contract for which nothing on the way is full.</summary>
internal sealed class CapOffers
{
    private const int Nothing = int.MaxValue;

    private readonly CapShape _shape;
    private readonly int[] _seats;
    private readonly int[] _count;

    // By slot of the shape, the place of the best contract that can be offered below; contracts under one root have places of their own.
    private readonly int[] _best;

    // By place: the edge and its applicant, best first under each root.
    private readonly int[] _edges;
    private readonly int[] _applicants;

    // Program p offers the contracts at _places[_next[p] .. _end[p]], in this order.
    private readonly int[] _places;
    private readonly int[] _next;
    private readonly int[] _end;

    private CapOffers(Market market, CapTree caps, int[] edges, int[] applicants)
    {
        (_shape, _edges, _applicants) = (caps.Shape, edges, applicants);
        _seats = new int[_shape.Nodes];
        _count = new int[_shape.Nodes];
        _best = new int[_shape.Nodes];
        Array.Fill(_seats, int.MaxValue);
        market.Capacity.CopyTo(_seats, 0);
        caps.Seats.CopyTo(_seats, market.Programs);
        Array.Fill(_best, Nothing);

        _places = new int[edges.Length];
        _next = market.Reverse.First.AsSpan(0, market.Programs).ToArray();
        _end = (int[])_next.Clone();
        for (var place = 0; place < edges.Length; place++)
        {
            _places[_end[market.Program[edges[place]]]++] = place;
        }

        for (var program = 0; program < market.Programs; program++)
        {
            Update(program, change: 0);
        }
    }

    /// <summary>Nothing is offered yet.</summary>
    public static CapOffers Of<TOrder>(Market market, CapTree caps, TOrder order)
        where TOrder : struct, IApplicantOrder
    {
        var (edges, applicants) = BestFirst(market, caps, order);
        return new(market, caps, edges, applicants);
    }

    /// <summary>The best contract that can be offered under an outermost cap, if there is one; it must be answered before the next.</summary>
    public bool TryNext(int root, out int edge, out int applicant)
    {
        var place = _best[_shape.Slot(root)];
        (edge, applicant) = place == Nothing ? (Market.None, Market.None) : (_edges[place], _applicants[place]);
        return place != Nothing;
    }

    /// <summary>The next offer of a program was refused.</summary>
    public void Refused(int program)
    {
        _next[program]++;
        Update(program, change: 0);
    }

    /// <summary>The next offer of a program was accepted.</summary>
    public void Accepted(int program)
    {
        _next[program]++;
        Update(program, change: 1);
    }

    /// <summary>Somebody who had accepted left a program.</summary>
    public void Left(int program) => Update(program, change: -1);

    private void Update(int program, int change)
    {
        _count[program] += change;
        var isOpen = _count[program] < _seats[program] && _next[program] < _end[program];
        _best[_shape.Slot(program)] = isOpen ? _places[_next[program]] : Nothing;
        for (var node = _shape.Parent(program); node != Market.None; node = _shape.Parent(node))
        {
            _count[node] += change;
            _best[_shape.Slot(node)] = _count[node] < _seats[node] ? BestBelow(node) : Nothing;
        }
    }

    private int BestBelow(int node)
    {
        var best = Nothing;
        foreach (var below in _best.AsSpan(_shape.FirstSlot(node).._shape.FirstSlot(node + 1)))
        {
            best = Math.Min(best, below);
        }

        return best;
    }

    /// <summary>The edges under each outermost cap, best first, with their applicants.</summary>
    private static (int[] Edges, int[] Applicants) BestFirst<TOrder>(Market market, CapTree caps, TOrder order)
        where TOrder : struct, IApplicantOrder
    {
        var start = new int[caps.Parent.Length + 1];
        foreach (var program in market.Program)
        {
            start[caps.Root[program] + 1]++;
        }

        for (var root = 0; root < caps.Parent.Length; root++)
        {
            start[root + 1] += start[root];
        }

        var next = (int[])start.Clone();
        var keys = new long[market.Edges];
        var edges = new int[market.Edges];
        for (var applicant = 0; applicant < market.Applicants; applicant++)
        {
            for (var edge = market.First[applicant]; edge < market.First[applicant + 1]; edge++)
            {
                var at = next[caps.Root[market.Program[edge]]]++;
                (keys[at], edges[at]) = (-(((long)order.High(edge) << 32) | (uint)order.Low(applicant)), edge);
            }
        }

        for (var root = 0; root < caps.Parent.Length; root++)
        {
            var length = start[root + 1] - start[root];
            Array.Sort(keys, edges, start[root], length);
            PreferredFirst(keys.AsSpan(start[root], length), edges.AsSpan(start[root], length));
        }

        return (edges, Array.ConvertAll(keys, key => order.Applicant((int)-key)));
    }

    /// <summary>Edges with equal keys belong to one applicant, who likes the lower edge more.</summary>
    private static void PreferredFirst(ReadOnlySpan<long> keys, Span<int> edges)
    {
        for (var from = 0; from < keys.Length;)
        {
            var end = from + 1;
            while (end < keys.Length && keys[end] == keys[from])
            {
                end++;
            }

            edges[from..end].Sort();
            from = end;
        }
    }
}
