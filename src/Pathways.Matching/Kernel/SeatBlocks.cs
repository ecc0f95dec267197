namespace Pathways.Matching.Kernel;

/// <summary>Whom the programs of a <see cref="SeatPlan"/> hold, kind by kind; made once, used for any number of runs.</summary>
internal sealed class SeatBlocks
{
    /// <summary>By kind, where its block starts in <see cref="Held"/>.</summary>
    public int[] Start { get; private set; } = [];

    /// <summary>By kind, how many it holds.</summary>
    public int[] Count { get; private set; } = [];

    /// <summary>By program, where the block starts of those who are held by merit after all kinds.</summary>
    public int[] RestStart { get; private set; } = [];

    /// <summary>By program, how many of them there are.</summary>
    public int[] RestCount { get; private set; } = [];

    /// <summary>By program, how many there may be now: fewer with every member who takes a seat that would have been passed on.</summary>
    public int[] RestSeats { get; private set; } = [];

    /// <summary>By program, the kinds with seats for members only, one bit each.</summary>
    public ulong[] Reserved { get; private set; } = [];

    /// <summary>The keys of those held.</summary>
    public long[] Held { get; private set; } = [];

    /// <summary>Their memberships, in step with <see cref="Held"/>; kept only where kinds are filled together.</summary>
    public ulong[] Member { get; private set; } = [];

    /// <summary>By applicant held in a kind that hands people on to the next, the edge it is held along.</summary>
    public int[] HeldAlong { get; private set; } = [];

    /// <summary>Makes room for a market and holds nobody; allocates only when the market is larger than any before.</summary>
    public SeatBlocks Fit(Market market)
    {
        var plan = market.Plan ?? throw new ArgumentException("The market has no plan of seats. Maybe its programs choose by merit alone.", nameof(market));
        if (Start.Length < plan.Seats.Length)
        {
            (Start, Count) = (new int[plan.Seats.Length], new int[plan.Seats.Length]);
        }

        if (RestStart.Length < market.Programs)
        {
            (RestStart, RestCount, RestSeats) = (new int[market.Programs], new int[market.Programs], new int[market.Programs]);
            Reserved = new ulong[market.Programs];
        }

        if (HeldAlong.Length < market.Applicants)
        {
            HeldAlong = GC.AllocateUninitializedArray<int>(market.Applicants);
        }

        var (size, together) = (0, false);
        for (var program = 0; program < market.Programs; program++)
        {
            size = Lay(market, plan, program, size);
            Empty(plan, program);
            together |= plan.FillsTogether[program];
        }

        if (Held.Length < size)
        {
            Held = GC.AllocateUninitializedArray<long>(size);
        }

        if (together && Member.Length < Held.Length)
        {
            Member = GC.AllocateUninitializedArray<ulong>(Held.Length);
        }

        return this;
    }

    /// <summary>Lets one program hold nobody.</summary>
    public void Empty(SeatPlan plan, int program)
    {
        (RestCount[program], RestSeats[program]) = (0, 0);
        for (var kind = plan.First[program]; kind < plan.First[program + 1]; kind++)
        {
            Count[kind] = 0;
            RestSeats[program] += plan.PassesOn[kind] || IsRest(plan, program, kind) ? plan.Seats[kind] : 0;
        }
    }

    /// <summary>Whether seats of a kind are given out with those that are passed on: the open seats of kinds that are filled together.</summary>
    public static bool IsRest(SeatPlan plan, int program, int kind) => plan.FillsTogether[program] && plan.Access[kind] == SeatAccess.Anyone;

    // No kind holds more than it has seats, or the program edges.
    private int Lay(Market market, SeatPlan plan, int program, int size)
    {
        var room = market.HeldStart[program + 1] - market.HeldStart[program];
        var rest = 0;
        Reserved[program] = 0;
        for (var kind = plan.First[program]; kind < plan.First[program + 1]; kind++)
        {
            Start[kind] = size;
            if (plan.Access[kind] == SeatAccess.MembersOnly && plan.Seats[kind] > 0)
            {
                Reserved[program] |= 1ul << (kind - plan.First[program]);
            }

            var isRest = IsRest(plan, program, kind);
            rest += isRest || plan.PassesOn[kind] ? plan.Seats[kind] : 0;
            size = checked(size + (isRest ? 0 : Math.Min(plan.Seats[kind], room)));
        }

        RestStart[program] = size;
        return checked(size + Math.Min(rest, room));
    }
}
