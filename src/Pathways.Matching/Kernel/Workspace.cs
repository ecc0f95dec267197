namespace Pathways.Matching.Kernel;

/// <summary>What a run of deferred acceptance writes to; made once, used for any number of runs on markets that fit.</summary>
internal sealed class Workspace
{
    /// <summary>Per applicant, the edge it is held along or proposes along next; the end of its list when it is through.</summary>
    public int[] Next { get; private set; } = [];

    /// <summary>Per program, the order word of the worst applicant it holds, once it is full.</summary>
    public int[] Cutoff { get; private set; } = [];

    /// <summary>Per program, how many applicants it holds.</summary>
    public int[] Count { get; private set; } = [];

    /// <summary>The keys of the held applicants, in blocks by <see cref="Market.HeldStart"/>; the worst is first once the block is full.</summary>
    public long[] Held { get; private set; } = [];

    /// <summary>Per program, what a proposal of deferred acceptance asks of it, which keeps its cutoffs and counts here.</summary>
    public ProgramSeats[] Programs { get; private set; } = [];

    /// <summary>Applicants whose turn it is.</summary>
    public int[] Queue { get; private set; } = [];

    /// <summary>Applicants rejected in this round.</summary>
    public int[] Rejected { get; private set; } = [];

    /// <summary>Whom programs hold kind by kind, in markets with a plan of seats.</summary>
    public SeatBlocks Seats { get; } = new();

    /// <summary>Whom programs hold under caps; makes its own room.</summary>
    public CapHoldings Caps { get; } = new();

    /// <summary>Makes room for a market; allocates only when it is larger than any before.</summary>
    public Workspace Fit(Market market)
    {
        if (Next.Length < market.Applicants)
        {
            Next = GC.AllocateUninitializedArray<int>(market.Applicants);
            Queue = GC.AllocateUninitializedArray<int>(market.Applicants);
            Rejected = GC.AllocateUninitializedArray<int>(market.Applicants);
        }

        if (Cutoff.Length < market.Programs)
        {
            Cutoff = new int[market.Programs];
            Count = new int[market.Programs];
            Programs = new ProgramSeats[market.Programs];
        }

        if (Held.Length < market.HeldStart[^1])
        {
            Held = GC.AllocateUninitializedArray<long>(market.HeldStart[^1]);
        }

        return this;
    }

    /// <summary>All seats are free.</summary>
    public void Open(Market market)
    {
        for (var p = 0; p < market.Programs; p++)
        {
            Programs[p] = new()
            {
                Cutoff = market.Capacity[p] > 0 ? 0 : int.MaxValue,
                Start = market.HeldStart[p],
                Capacity = market.Capacity[p],
            };
        }
    }
}

/// <summary>What a proposal asks of a program, side by side in memory.</summary>
internal struct ProgramSeats
{
    /// <summary>The high word of the worst applicant the program holds, once it is full.</summary>
    public int Cutoff;

    /// <summary>How many it holds.</summary>
    public int Count;

    /// <summary>Where its block of held keys starts.</summary>
    public int Start;

    /// <summary>How many it may hold.</summary>
    public int Capacity;
}
