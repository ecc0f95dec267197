using System.Diagnostics;
using System.Numerics;

namespace Pathways.Matching.Kernel;

/// <summary>Choice with reserves of overlapping groups: as many reserved seats as possible go to members, and then merit alone counts.</summary>
/// <remarks>
/// <para><b>Method.</b> The sets of members that can all sit on reserved seats at once, each on one of a group of theirs, are the independent
/// sets of a transversal matroid. A program holds the best such set, with a seating of it. One more member joins when a chain of changes of
/// seats ends at a free reserved seat; else the worst of all whom such chains reach, maybe the new one, leaves the set (the circuit of the
/// matroid). All others compete by merit for the open seats and, when reserves are soft, for the reserved seats left over.</para>
/// <para><b>Guarantees.</b> Substitutable, size monotonic and consistent; no other choice fills more reserved seats, and among those that fill
/// as many none is better by merit, seat by seat. With hard reserves it is the greedy choice of the matroid over all seats.</para>
/// <para><b>Cost.</b> O(r + k) time an offer for r reserved seats of k kinds, O(log c) for somebody in no group and c seats. No allocation.</para>
/// <para><b>Certificate.</b> None needed: <see cref="Pathways.Matching.Verification"/> restates the choice.</para>
/// <para><b>Source.</b> T. Sonmez and M. B. Yenmez, "Affirmative Action in India via Vertical, Horizontal, and Overlapping Reservations",
/// Econometrica 90 (2022) 1143-1176 (the meritorious horizontal choice rule); J. Edmonds, "Matroids and the Greedy Algorithm", Mathematical
/// Programming 1 (1971) 127-136.</para>
/// </remarks>
/// <typeparam name="TOrder">How programs tell applicants apart.</typeparam>
internal readonly unsafe struct HorizontalChoice<TOrder> : IChoiceFunction
    where TOrder : struct, IApplicantOrder
{
    private const int MostKinds = 64;

    private readonly TOrder _order;
    private readonly SeatPlan _plan;
    private readonly SeatBlocks _blocks;

    /// <param name="plan">The kinds of seats: for members only, or open.</param>
    /// <param name="order">How programs tell applicants apart.</param>
    /// <param name="blocks">Fitted to the market of the plan.</param>
    public HorizontalChoice(SeatPlan plan, TOrder order, SeatBlocks blocks) => (_plan, _order, _blocks) = (plan, order, blocks);

    /// <inheritdoc/>
    public static ChoiceGuarantees Guarantees => ChoiceGuarantees.All;

    /// <inheritdoc/>
    public void Fetch(int program, int edge) => _order.FetchHigh(edge);

    /// <inheritdoc/>
    public void FetchHeld(int program) => Kernel.Fetch.At(_blocks.Count, _plan.First[program]);

    /// <inheritdoc/>
    public int Offer(int program, int applicant, int edge)
    {
        var key = ((long)_order.High(edge) << 32) | (uint)_order.Low(applicant);
        var member = _plan.Member[edge] & _blocks.Reserved[program];
        var moving = member == 0 ? key : Reserve(program, key, member);
        fixed (long* held = _blocks.Held)
        {
            var rest = held + _blocks.RestStart[program];
            ref var count = ref _blocks.RestCount[program];
            var isOut = moving != HeldBlock.Nobody ? HeldBlock.Take(rest, ref count, _blocks.RestSeats[program], moving)
                : _plan.PassesOn[_plan.First[program] + BitOperations.TrailingZeroCount(member)]
                    ? HeldBlock.Shrink(rest, ref count, --_blocks.RestSeats[program])
                    : HeldBlock.Nobody;
            return isOut == HeldBlock.Nobody ? Market.None : _order.Applicant((int)isOut);
        }
    }

    /// <summary>A member asks for a reserved seat; returns who has none now, maybe the one who asked, or <see cref="HeldBlock.Nobody"/>.</summary>
    private long Reserve(int program, long key, ulong member)
    {
        var (first, reserved) = (_plan.First[program], _blocks.Reserved[program]);
        var (held, members) = (_blocks.Held, _blocks.Member);
        var via = stackalloc int[MostKinds]; // by kind, who would move into it: a place among the held, or none when it is the one who asks
        var from = stackalloc int[MostKinds]; // and from which kind
        var queue = stackalloc int[MostKinds];
        var (head, tail, reached) = (0, 0, 0ul);
        Reach(member, Market.None, Market.None);

        var (worst, worstAt, worstKind) = (key, Market.None, Market.None);
        while (head < tail)
        {
            var kind = queue[head++];
            var start = _blocks.Start[first + kind];
            ref var count = ref _blocks.Count[first + kind];
            if (count < _plan.Seats[first + kind])
            {
                Shift(start + count++, kind);
                return HeldBlock.Nobody;
            }

            for (var at = start; at < start + count; at++)
            {
                if (held[at] < worst)
                {
                    (worst, worstAt, worstKind) = (held[at], at, kind);
                }

                Reach(members[at] & reserved & ~reached, at, kind);
            }
        }

        if (worstAt != Market.None)
        {
            Shift(worstAt, worstKind);
        }

        return worst;

        void Reach(ulong kinds, int at, int kind)
        {
            for (reached |= kinds; kinds != 0; kinds &= kinds - 1)
            {
                var next = BitOperations.TrailingZeroCount(kinds);
                (via[next], from[next]) = (at, kind);
                queue[tail++] = next;
            }
        }

        // Everybody on the chain moves one seat on, and the one who asked takes the seat at its start.
        void Shift(int at, int kind)
        {
            for (; via[kind] != Market.None; kind = from[kind])
            {
                (held[at], members[at]) = (held[via[kind]], members[via[kind]]);
                at = via[kind];
            }

            (held[at], members[at]) = (key, member);
        }
    }
}
