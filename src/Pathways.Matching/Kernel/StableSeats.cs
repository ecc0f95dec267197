namespace Pathways.Matching.Kernel;

/// <summary>A weakly stable matching that moves from one to the next: who sits where, and the worst class in each program.</summary>
/// <remarks>For programs that choose by merit, each for itself. What moves keep stable is said at <see cref="TieChains"/>.</remarks>
internal sealed class StableSeats
{
    /// <summary>The worst class of a program with a free seat: nobody is too bad for it.</summary>
    public const int Open = -1;

    // Where an applicant is in the block of its program.
    private readonly int[] _at;

    public StableSeats(Market market)
    {
        Market = market;
        EdgeOf = new int[market.Applicants];
        Count = new int[market.Programs];
        Worst = new int[market.Programs];
        Seats = new int[market.HeldStart[^1]];
        _at = new int[market.Applicants];
        for (var a = 0; a < market.Applicants; a++)
        {
            Wishing += market.First[a] < market.First[a + 1] ? 1 : 0;
        }
    }

    /// <summary>The market.</summary>
    public Market Market { get; }

    /// <summary>How many applicants want anything. A search that also counted the others as work would end elsewhere when one more of them comes.</summary>
    public int Wishing { get; }

    /// <summary>By applicant, the edge of its seat or <see cref="Market.None"/>.</summary>
    public int[] EdgeOf { get; }

    /// <summary>By program, how many seats are taken.</summary>
    public int[] Count { get; }

    /// <summary>By program, the worst class that has a seat once all are taken, or <see cref="Open"/>; without seats, above all classes.</summary>
    public int[] Worst { get; }

    /// <summary>Applicants by program, in blocks by <see cref="Market.HeldStart"/>.</summary>
    public int[] Seats { get; }

    /// <summary>Who is out of the market for a while and wants nothing, or <see cref="Market.None"/>.</summary>
    public int Absent { get; set; } = Market.None;

    /// <summary>How many applicants have a seat.</summary>
    public int Size { get; private set; }

    /// <summary>Takes over a stable matching.</summary>
    /// <param name="edgeOf">By applicant, its edge; <see cref="Market.None"/> or the end of its list for none.</param>
    public void Load(ReadOnlySpan<int> edgeOf)
    {
        Array.Clear(Count);
        Array.Fill(EdgeOf, Market.None);
        Size = 0;
        for (var a = 0; a < Market.Applicants; a++)
        {
            if (edgeOf[a] != Market.None && edgeOf[a] < Market.First[a + 1])
            {
                Put(a, edgeOf[a]);
            }
        }

        for (var p = 0; p < Market.Programs; p++)
        {
            Look(p);
        }
    }

    /// <summary>The applicants in a program.</summary>
    public ReadOnlySpan<int> In(int program) => Seats.AsSpan(Market.HeldStart[program], Count[program]);

    /// <summary>Whether a program has a seat that nobody has.</summary>
    public bool IsOpen(int program) => Worst[program] == Open;

    /// <summary>Takes an applicant out of its seat; <see cref="Look"/> at the program when all moves are done.</summary>
    public void Take(int applicant)
    {
        var p = Market.Program[EdgeOf[applicant]];
        var last = Seats[Market.HeldStart[p] + --Count[p]];
        Seats[Market.HeldStart[p] + _at[applicant]] = last;
        _at[last] = _at[applicant];
        EdgeOf[applicant] = Market.None;
        Size--;
    }

    /// <summary>Gives an applicant who has none a seat; <see cref="Look"/> at the program when all moves are done.</summary>
    public void Put(int applicant, int edge)
    {
        var p = Market.Program[edge];
        _at[applicant] = Count[p];
        Seats[Market.HeldStart[p] + Count[p]++] = applicant;
        EdgeOf[applicant] = edge;
        Size++;
    }

    /// <summary>Finds the worst class of a program again.</summary>
    public void Look(int program)
    {
        Worst[program] = Open;
        if (Count[program] < Market.Capacity[program])
        {
            return;
        }

        var worst = int.MaxValue;
        foreach (var applicant in In(program))
        {
            worst = Math.Min(worst, Market.Class[EdgeOf[applicant]]);
        }

        Worst[program] = worst;
    }

    /// <summary>The best class among those who strictly prefer a program to what they have, or -1.</summary>
    public int Objecting(int program)
    {
        var reverse = Market.Reverse;
        var best = -1;
        for (var i = reverse.First[program]; i < reverse.First[program + 1]; i++)
        {
            var (edge, held) = (reverse.Edge[i], EdgeOf[reverse.Applicant[i]]);
            if (Market.Class[edge] > best && reverse.Applicant[i] != Absent && (held == Market.None || edge < Market.PlaceStart(held)))
            {
                best = Market.Class[edge];
            }
        }

        return best;
    }

    /// <summary>Whether an applicant would move along an edge to another program, gaining or losing nothing.</summary>
    public bool Wants(int applicant, int edge) =>
        EdgeOf[applicant] is var held && (held == Market.None || (edge != held && edge < Market.PlaceEnd(applicant, held)));

    /// <summary>An edge to a free seat in the place of a seat, or <see cref="Market.None"/>.</summary>
    public int OpenInPlace(int applicant, int held)
    {
        for (var (edge, end) = (Market.PlaceStart(held), Market.PlaceEnd(applicant, held)); edge < end; edge++)
        {
            if (edge != held && IsOpen(Market.Program[edge]))
            {
                return edge;
            }
        }

        return Market.None;
    }
}
