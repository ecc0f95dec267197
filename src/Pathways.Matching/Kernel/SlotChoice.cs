using System.Diagnostics;

namespace Pathways.Matching.Kernel;

/// <summary>Choice kind after kind: reserves, quotas and slots in their order of precedence, with unused seats passed on at the end.</summary>
/// <remarks>
/// <para><b>Method.</b> Each kind of seats keeps the best of those who reach it: by merit, members first, or members only. Whom a kind does not
/// keep, or puts out for somebody better, goes on to the next kind. Seats of the kinds that pass on and that no member has taken go by merit
/// to those who reach the end. One more applicant starts one chain, which ends at a free seat or with one who is out.</para>
/// <para><b>Guarantees.</b> Substitutable, size monotonic and consistent. With soft reserves of groups that do not overlap, before the open
/// seats, it is the choice with minority reserves; seats that are not passed on make it one with hard quotas.</para>
/// <para><b>Cost.</b> O(k log c) time an offer for k kinds and c seats; O(S + A) space for S seats and A applicants. No allocation.</para>
/// <para><b>Certificate.</b> None needed: <see cref="Pathways.Matching.Verification"/> restates the choice.</para>
/// <para><b>Source.</b> S. D. Kominers and T. Sonmez, "Matching with Slot-Specific Priorities: Theory", Theoretical Economics 11 (2016) 683-710;
/// I. E. Hafalir, M. B. Yenmez and M. A. Yildirim, "Effective Affirmative Action in School Choice", Theoretical Economics 8 (2013) 325-363;
/// passing on: A. Westkamp, "An Analysis of the German University Admissions System", Economic Theory 53 (2013) 561-589.</para>
/// </remarks>
/// <typeparam name="TOrder">How programs tell applicants apart; its high words are below 2^30, so that a bit above them is free.</typeparam>
internal readonly unsafe struct SlotChoice<TOrder> : IChoiceFunction
    where TOrder : struct, IApplicantOrder
{
    /// <summary>Set in the keys of members where they come first.</summary>
    public const long MemberBit = 1L << 62;

    private readonly TOrder _order;
    private readonly SeatPlan _plan;
    private readonly SeatBlocks _blocks;

    /// <param name="plan">The kinds of seats.</param>
    /// <param name="order">How programs tell applicants apart.</param>
    /// <param name="blocks">Fitted to the market of the plan.</param>
    public SlotChoice(SeatPlan plan, TOrder order, SeatBlocks blocks) => (_plan, _order, _blocks) = (plan, order, blocks);

    /// <inheritdoc/>
    public static ChoiceGuarantees Guarantees => ChoiceGuarantees.All;

    /// <inheritdoc/>
    public void Fetch(int program, int edge) => _order.FetchHigh(edge);

    /// <inheritdoc/>
    public void FetchHeld(int program) => Kernel.Fetch.At(_blocks.Count, _plan.First[program]);

    /// <inheritdoc/>
    public int Offer(int program, int applicant, int edge)
    {
        Debug.Assert(_order.High(edge) < 1 << 30, "A high word must leave the bit above it free.");
        var moving = ((long)_order.High(edge) << 32) | (uint)_order.Low(applicant);
        var mover = applicant;
        var along = edge;
        var first = _plan.First[program];
        var end = _plan.First[program + 1];
        fixed (long* held = _blocks.Held)
        {
            for (var kind = first; kind < end; kind++)
            {
                var isMember = (_plan.Member[along] >> (kind - first)) & 1;
                var access = _plan.Access[kind];
                if (access == SeatAccess.MembersOnly && isMember == 0)
                {
                    continue;
                }

                var asking = access == SeatAccess.MembersFirst ? moving | (long)(isMember << 62) : moving;
                var isOut = HeldBlock.Take(held + _blocks.Start[kind], ref _blocks.Count[kind], _plan.Seats[kind], asking);
                if (isOut == asking)
                {
                    continue;
                }

                _blocks.HeldAlong[mover] = along;
                if (isOut == HeldBlock.Nobody)
                {
                    return _plan.PassesOn[kind] ? TakeBack(held, program) : Market.None;
                }

                moving = isOut & ~MemberBit;
                mover = _order.Applicant((int)moving);
                along = _blocks.HeldAlong[mover];
            }

            var last = HeldBlock.Take(held + _blocks.RestStart[program], ref _blocks.RestCount[program], _blocks.RestSeats[program], moving);
            return last == HeldBlock.Nobody ? Market.None : _order.Applicant((int)last);
        }
    }

    // A member has taken a seat that would have been passed on.
    private int TakeBack(long* held, int program)
    {
        var seats = --_blocks.RestSeats[program];
        var isOut = HeldBlock.Shrink(held + _blocks.RestStart[program], ref _blocks.RestCount[program], seats);
        return isOut == HeldBlock.Nobody ? Market.None : _order.Applicant((int)isOut);
    }
}
