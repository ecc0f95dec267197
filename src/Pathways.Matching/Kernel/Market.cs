namespace Pathways.Matching.Kernel;

/// <summary>A problem compiled for the kernel: integers in arrays, nothing else.</summary>
/// <remarks>
/// <para>Applicant <c>a</c> owns the edges <c>First[a] .. First[a + 1]</c>, best choice first, so that a rank is an offset and a list is a
/// range. Edge <c>e</c> leads to program <c>Program[e]</c>, which puts the applicant into priority class <c>Class[e]</c>: higher
/// is better, equal classes tie. Only acceptable pairs have an edge. Eight bytes an edge.</para>
/// <para>Immutable and shared by threads; what a run changes is in <see cref="Workspace"/>.</para>
/// </remarks>
internal sealed class Market
{
    /// <summary>No edge, no program.</summary>
    public const int None = -1;

    private ReverseIndex? _reverse;
    private bool? _hasPriorities;

    public Market(
        int[] first, int[] program, int[] @class, int[] capacity, TieMarks? tied, SeatPlan? plan = null, CapTree? caps = null)
    {
        (First, Program, Class, Capacity, Tied, Plan, Caps) = (first, program, @class, capacity, tied, plan, caps);
        HeldStart = HeldBlocks(program, capacity);
    }

    public int Applicants => First.Length - 1;

    public int Programs => Capacity.Length;

    public int Edges => Program.Length;

    public int[] First { get; }

    public int[] Program { get; }

    public int[] Class { get; }

    public int[] Capacity { get; }

    /// <summary>Edges that share the place of the edge before; null when all applicants are strict.</summary>
    public TieMarks? Tied { get; }

    /// <summary>Who may take which seats; null when all programs give all seats by merit.</summary>
    public SeatPlan? Plan { get; }

    /// <summary>Caps over several programs; null when there are none.</summary>
    public CapTree? Caps { get; }

    /// <summary>Whether every program chooses by merit alone and for itself.</summary>
    public bool IsResponsive => Plan is null && Caps is null;

    /// <summary>Where the block of held applicants of each program starts: no program holds more than it has seats or edges.</summary>
    public int[] HeldStart { get; }

    /// <summary>The edges by program; made at the first use.</summary>
    public ReverseIndex Reverse => _reverse ??= ReverseIndex.Of(this);

    /// <summary>Whether some program tells applicants apart by more than chance; looked up at the first use.</summary>
    public bool HasPriorities => _hasPriorities ??= Class.AsSpan().ContainsAnyExcept(0);

    /// <summary>The same market with the places of applicants tied that are marked.</summary>
    public Market WithTies(TieMarks? tied) => tied == Tied ? this : new(First, Program, Class, Capacity, tied, Plan, Caps);

    /// <summary>The same market with another number of seats at one program.</summary>
    public Market WithCapacity(int program, int capacity)
    {
        var changed = (int[])Capacity.Clone();
        changed[program] = capacity;
        return new(First, Program, Class, changed, Tied, Plan, Caps);
    }

    /// <summary>The same market with other priority classes.</summary>
    public Market WithClasses(int[] classes) => new(First, Program, classes, Capacity, Tied, Plan, Caps);

    /// <summary>The same market with other seats of programs' kinds.</summary>
    public Market WithPlan(SeatPlan plan) => new(First, Program, Class, Capacity, Tied, plan, Caps);

    /// <summary>The same market with other caps.</summary>
    public Market WithCaps(CapTree caps) => new(First, Program, Class, Capacity, Tied, Plan, caps);

    /// <summary>The same market with one edge at the front of its applicant's list, tied with nothing.</summary>
    public Market WithFirst(int applicant, int edge) => new(
        First,
        MovedFirst(Program, First[applicant], edge),
        MovedFirst(Class, First[applicant], edge),
        Capacity,
        Tied?.MovedFirst(First[applicant], edge, First[applicant + 1]),
        Plan?.WithFirst(First[applicant], edge),
        Caps);

    /// <summary>The same market with one more edge, at the end of its applicant's list and tied with nothing.</summary>
    /// <param name="applicant">Whose list.</param>
    /// <param name="program">Where the edge leads.</param>
    /// <param name="priorityClass">Its class.</param>
    /// <param name="member">The kinds of seats of the program whose group the applicant belongs to.</param>
    public Market WithLast(int applicant, int program, int priorityClass, ulong member)
    {
        var first = (int[])First.Clone();
        for (var a = applicant + 1; a < first.Length; a++)
        {
            first[a]++;
        }

        var at = First[applicant + 1];
        return new(
            first, Inserted(Program, at, program), Inserted(Class, at, priorityClass), Capacity, Tied?.WithGap(at, Edges),
            Plan?.With(Inserted(Plan.Member, at, member)), Caps);
    }

    /// <summary>Values by edge with one more.</summary>
    public static T[] Inserted<T>(T[] values, int at, T value) => [.. values.AsSpan(0, at), value, .. values.AsSpan(at)];

    /// <summary>Values by edge after an edge has moved to the front of the list that starts at <paramref name="first"/>.</summary>
    public static T[] MovedFirst<T>(T[] values, int first, int edge)
    {
        var moved = (T[])values.Clone();
        Array.Copy(values, first, moved, first + 1, edge - first);
        moved[first] = values[edge];
        return moved;
    }

    /// <summary>The edge of an applicant to a program, or <see cref="None"/>.</summary>
    public int EdgeTo(int applicant, int program)
    {
        var at = Array.IndexOf(Program, program, First[applicant], First[applicant + 1] - First[applicant]);
        return at < 0 ? None : at;
    }

    private static int[] HeldBlocks(int[] program, int[] capacity)
    {
        var start = new int[capacity.Length + 1];
        foreach (var p in program)
        {
            start[p + 1]++;
        }

        for (var p = 0; p < capacity.Length; p++)
        {
            start[p + 1] = start[p] + Math.Min(start[p + 1], capacity[p]);
        }

        return start;
    }
}

/// <summary>One bit an edge: does it share the applicant's place of the edge before?</summary>
internal sealed class TieMarks(int edges)
{
    private readonly ulong[] _bits = new ulong[(edges + 63) / 64];

    public bool this[int edge]
    {
        get => (_bits[edge >> 6] & (1ul << (edge & 63))) != 0;
        set => _bits[edge >> 6] = value ? _bits[edge >> 6] | (1ul << (edge & 63)) : _bits[edge >> 6] & ~(1ul << (edge & 63));
    }

    /// <summary>The marks with one more edge, which is not marked.</summary>
    public TieMarks WithGap(int at, int edges)
    {
        var wider = new TieMarks(edges + 1);
        for (var e = 0; e < edges; e++)
        {
            if (this[e])
            {
                wider[e < at ? e : e + 1] = true;
            }
        }

        return wider;
    }

    /// <summary>The marks after an edge moved to the front of its list and stands alone there.</summary>
    public TieMarks MovedFirst(int first, int edge, int end)
    {
        var moved = new TieMarks(_bits.Length * 64);
        _bits.CopyTo(moved._bits, 0);
        for (var e = first; e < end; e++)
        {
            // Edges behind the moved one keep their mark, unless they were tied to it alone.
            moved[e] = e == first ? false : e <= edge ? e > first + 1 && this[e - 1] : this[e];
        }

        if (edge + 1 < end && this[edge + 1] && !this[edge])
        {
            moved[edge + 1] = false;
        }

        return moved;
    }
}
