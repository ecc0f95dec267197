using System.Numerics;

namespace Pathways.Matching.Kernel;

/// <summary>Which kind of seat everybody has, and what it takes to get one of each kind.</summary>
/// <remarks>
/// Only for programs with kinds of seats, and for a matching that their rules can seat. Somebody who was not held by a program would be taken
/// by it exactly when their key is above the cutoff of a kind they may take, or above the one of the seats that go by merit after all kinds.
/// </remarks>
internal sealed class SeatKinds
{
    /// <summary>A cutoff that everybody is above: a seat is free.</summary>
    public const long Open = -1;

    /// <summary>A cutoff that nobody is above: there are no such seats.</summary>
    public const long Closed = long.MaxValue;

    private SeatKinds(int applicants, int kinds, int programs)
    {
        KindOf = new int[applicants];
        Array.Fill(KindOf, Market.None);
        Cutoff = new long[kinds];
        RestCutoff = new long[programs];
        Array.Fill(RestCutoff, Closed);
    }

    /// <summary>
    /// By applicant, the kind of the seat it has: one of its own group, an open one, or one that no member has taken and that is passed on;
    /// <see cref="Market.None"/> without a seat, or where the program has no kinds.
    /// </summary>
    public int[] KindOf { get; }

    /// <summary>
    /// By kind, the key of the worst whom somebody must beat to get such a seat before any is passed on. Where members come first, their
    /// keys have <see cref="SlotChoice{TOrder}.MemberBit"/>.
    /// </summary>
    public long[] Cutoff { get; }

    /// <summary>
    /// By program, the key of the worst whom somebody must beat to get a seat that goes by merit after all kinds: one passed on, and, where kinds
    /// are filled together, an open one.
    /// </summary>
    public long[] RestCutoff { get; }

    /// <summary>Seats everybody anew.</summary>
    /// <param name="market">A market with a plan of seats.</param>
    /// <param name="order">How programs tell applicants apart.</param>
    /// <param name="edgeOf">By applicant, the edge it is matched along, or <see cref="Market.None"/>.</param>
    public static SeatKinds Of<TOrder>(Market market, TOrder order, ReadOnlySpan<int> edgeOf)
        where TOrder : struct, IApplicantOrder
    {
        var workspace = new Workspace();
        var choice = new SeatChoice<TOrder>(market, order, workspace);
        var (plan, blocks) = (market.Plan!, workspace.Seats);
        var keys = new long[edgeOf.Length];
        var byKey = new int[edgeOf.Length];
        for (var a = 0; a < keys.Length; a++)
        {
            byKey[a] = a;
            keys[a] = edgeOf[a] == Market.None ? 0 : -(((long)order.High(edgeOf[a]) << 32) | (uint)order.Low(a));
        }

        Array.Sort(keys, byKey); // best first, so that which of several possible seats somebody has depends on no order of arrival
        foreach (var applicant in byKey)
        {
            if (edgeOf[applicant] is not Market.None and var edge && plan.Rules(market.Program[edge]))
            {
                choice.Offer(market.Program[edge], applicant, edge);
            }
        }

        var kinds = new SeatKinds(market.Applicants, plan.Seats.Length, market.Programs);
        for (var program = 0; program < market.Programs; program++)
        {
            if (plan.Rules(program))
            {
                kinds.Read(plan, order, blocks, program);
            }
        }

        return kinds;
    }

    private void Read<TOrder>(SeatPlan plan, TOrder order, SeatBlocks blocks, int program)
        where TOrder : struct, IApplicantOrder
    {
        var rest = blocks.Held.AsSpan(blocks.RestStart[program], blocks.RestCount[program]).ToArray();
        Array.Sort(rest);
        RestCutoff[program] = Worst(rest, blocks.RestSeats[program]);
        var left = rest.Length; // the best of them are last
        for (var isPassedOn = 0; isPassedOn < 2; isPassedOn++)
        {
            for (var kind = plan.First[program]; kind < plan.First[program + 1]; kind++)
            {
                // Open seats that are given out with those passed on go first, and then what is passed on, in the order of kinds.
                var isRest = SeatBlocks.IsRest(plan, program, kind);
                var seats = isPassedOn == 0 ? (isRest ? plan.Seats[kind] : 0) : plan.PassesOn[kind] ? plan.Seats[kind] - blocks.Count[kind] : 0;
                for (; seats > 0 && left > 0; seats--)
                {
                    KindOf[order.Applicant((int)rest[--left])] = kind;
                }
            }
        }

        for (var kind = plan.First[program]; kind < plan.First[program + 1]; kind++)
        {
            var held = blocks.Held.AsSpan(blocks.Start[kind], blocks.Count[kind]);
            foreach (var key in held)
            {
                KindOf[order.Applicant((int)key)] = kind;
            }

            Cutoff[kind] = SeatBlocks.IsRest(plan, program, kind) ? RestCutoff[program]
                : plan.FillsTogether[program] ? WorstReached(plan, blocks, program, kind)
                : Worst(held, plan.Seats[kind]);
        }
    }

    private static long Worst(ReadOnlySpan<long> keys, int seats)
    {
        var worst = Closed;
        foreach (var key in keys)
        {
            worst = Math.Min(worst, key);
        }

        return keys.Length < seats ? Open : worst;
    }

    /// <summary>Where kinds are filled together, a member of one also gets a seat when its holder can move to one of another.</summary>
    private static long WorstReached(SeatPlan plan, SeatBlocks blocks, int program, int kind)
    {
        if (plan.Seats[kind] == 0)
        {
            return Closed;
        }

        var worst = Closed;
        var first = plan.First[program];
        var (reached, done) = (1ul << (kind - first), 0ul);
        while ((reached & ~done) is not 0 and var ahead)
        {
            var next = BitOperations.TrailingZeroCount(ahead);
            done |= 1ul << next;
            var (start, count) = (blocks.Start[first + next], blocks.Count[first + next]);
            worst = Math.Min(worst, Worst(blocks.Held.AsSpan(start, count), plan.Seats[first + next]));
            for (var at = start; at < start + count; at++)
            {
                reached |= blocks.Member[at];
            }
        }

        return worst;
    }
}
