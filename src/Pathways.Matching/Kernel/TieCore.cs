namespace Pathways.Matching.Kernel;

/// <summary>A market, or a part of it, laid out for the search over thresholds.</summary>
/// <remarks>
/// Applicant <c>a</c> owns the edges <c>First[a] .. First[a + 1]</c>, best first; the ties of an edge are
/// <c>GroupStart[e] .. GroupEnd[e]</c>. The classes of a program are numbered densely: level 1 is its lowest class that occurs. The
/// <i>threshold</i> of a program in a matching is the lowest level it holds when it is full, and 0 when a seat is free. A matching is weakly stable exactly
/// when everybody who has an edge of a level above its program's threshold is matched at least as well as along that edge.
/// </remarks>
internal sealed class TieCore
{
    private TieCore(int[] first, int[] program, int[] level, int[] groupStart, int[] groupEnd, int[] seats, int[] marketEdge, int[] marketApplicant)
    {
        (First, Program, Level, GroupStart, GroupEnd, Seats) = (first, program, level, groupStart, groupEnd, seats);
        (MarketEdge, MarketApplicant) = (marketEdge, marketApplicant);
        Owner = new int[program.Length];
        for (var a = 0; a < Applicants; a++)
        {
            Owner.AsSpan(first[a]..first[a + 1]).Fill(a);
        }

        (ProgramFirst, ByProgram) = ByLevel();
    }

    public int Applicants => First.Length - 1;

    public int Programs => Seats.Length;

    public int Edges => Program.Length;

    public int[] First { get; }

    public int[] Program { get; }

    public int[] Owner { get; }

    public int[] Level { get; }

    public int[] GroupStart { get; }

    public int[] GroupEnd { get; }

    public int[] Seats { get; }

    /// <summary>Program <c>p</c> owns <c>ByProgram[ProgramFirst[p] .. ProgramFirst[p + 1]]</c>.</summary>
    public int[] ProgramFirst { get; }

    /// <summary>The edges by program, highest level first.</summary>
    public int[] ByProgram { get; }

    /// <summary>The edge of the market that each edge is.</summary>
    public int[] MarketEdge { get; }

    /// <summary>The applicant of the market that each applicant is.</summary>
    public int[] MarketApplicant { get; }

    /// <summary>The whole market without the programs that have no seats.</summary>
    public static TieCore Of(Market market)
    {
        var applicants = new List<int>(market.Applicants);
        var edges = new List<int>(market.Edges);
        var start = new List<int>(market.Edges); // the first edge of the tie in the market: equal starts tie
        var first = new int[market.Applicants + 1];
        for (var a = 0; a < market.Applicants; a++)
        {
            applicants.Add(a);
            var tie = market.First[a];
            for (var e = market.First[a]; e < market.First[a + 1]; e++)
            {
                tie = e > market.First[a] && market.Tied is { } tied && tied[e] ? tie : e;
                if (market.Capacity[market.Program[e]] > 0)
                {
                    edges.Add(e);
                    start.Add(tie);
                }
            }

            first[a + 1] = edges.Count;
        }

        var program = edges.ConvertAll(e => market.Program[e]).ToArray();
        var classes = edges.ConvertAll(e => market.Class[e]).ToArray();
        return Make(first, program, classes, [.. start], market.Capacity, [.. edges], [.. applicants]);
    }

    /// <summary>A part of this core: some applicants with some of their edges, each to a program of a new numbering.</summary>
    public TieCore Part(List<int> applicants, int[] first, List<int> edges, List<int> program, List<int> seats) => Make(
        first,
        [.. program],
        edges.ConvertAll(e => Level[e]).ToArray(),
        edges.ConvertAll(e => GroupStart[e]).ToArray(),
        [.. seats],
        edges.ConvertAll(e => MarketEdge[e]).ToArray(),
        applicants.ConvertAll(a => MarketApplicant[a]).ToArray());

    /// <summary>A matching along edges of the market as one along edges of this core; edges that are not here are left out.</summary>
    public int[] EdgesOf(int[] marketEdgeOf)
    {
        var edgeOf = new int[Applicants];
        for (var a = 0; a < edgeOf.Length; a++)
        {
            var marketEdge = marketEdgeOf[MarketApplicant[a]];
            var at = marketEdge == Market.None ? -1 : MarketEdge.AsSpan(First[a]..First[a + 1]).IndexOf(marketEdge);
            edgeOf[a] = at < 0 ? Market.None : First[a] + at;
        }

        return edgeOf;
    }

    /// <summary>Whether a matching keeps to the seats and has no blocking edge, where ties block nothing.</summary>
    public bool IsStable(int[] edgeOf)
    {
        var threshold = new int[Programs];
        var taken = new int[Programs];
        Array.Fill(threshold, int.MaxValue);
        foreach (var e in edgeOf)
        {
            if (e != Market.None)
            {
                taken[Program[e]]++;
                threshold[Program[e]] = Math.Min(threshold[Program[e]], Level[e]);
            }
        }

        for (var p = 0; p < Programs; p++)
        {
            if (taken[p] > Seats[p])
            {
                return false;
            }

            threshold[p] = taken[p] < Seats[p] ? 0 : threshold[p];
        }

        for (var a = 0; a < Applicants; a++)
        {
            var better = edgeOf[a] == Market.None ? First[a + 1] : GroupStart[edgeOf[a]];
            for (var e = First[a]; e < better; e++)
            {
                if (Level[e] > threshold[Program[e]])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static TieCore Make(
        int[] first, int[] program, int[] classes, int[] tie, int[] seats, int[] marketEdge, int[] marketApplicant)
    {
        var groupStart = new int[program.Length];
        var groupEnd = new int[program.Length];
        for (var a = 0; a + 1 < first.Length; a++)
        {
            for (var e = first[a]; e < first[a + 1];)
            {
                var from = e++;
                while (e < first[a + 1] && tie[e] == tie[from])
                {
                    e++;
                }

                groupStart.AsSpan(from..e).Fill(from);
                groupEnd.AsSpan(from..e).Fill(e);
            }
        }

        return new(first, program, Dense(program, classes), groupStart, groupEnd, seats, marketEdge, marketApplicant);
    }

    private static int[] Dense(int[] program, int[] classes)
    {
        var order = new int[program.Length];
        var keys = new long[program.Length];
        for (var e = 0; e < order.Length; e++)
        {
            order[e] = e;
            keys[e] = ((long)program[e] << 32) | (uint)classes[e];
        }

        Array.Sort(keys, order);
        var level = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var isNew = i == 0 || keys[i] != keys[i - 1];
            level[order[i]] = i > 0 && program[order[i]] == program[order[i - 1]] ? level[order[i - 1]] + (isNew ? 1 : 0) : 1;
        }

        return level;
    }

    private (int[] First, int[] Edges) ByLevel()
    {
        var first = new int[Programs + 1];
        var keys = new long[Edges];
        var edges = new int[Edges];
        for (var e = 0; e < Edges; e++)
        {
            first[Program[e] + 1]++;
            edges[e] = e;
            keys[e] = ((long)Program[e] << 32) | (uint)(int.MaxValue - Level[e]);
        }

        for (var p = 0; p < Programs; p++)
        {
            first[p + 1] += first[p];
        }

        Array.Sort(keys, edges); // equal keys: any order would do, and this one is the same every time
        return (first, edges);
    }
}
