using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Pathways.Matching.Kernel;

/// <summary>Finds a stable matching of at least two thirds of the largest size, when programs rank applicants in classes and applicants rank strictly.</summary>
/// <remarks>
/// <para><b>Method.</b> Deferred acceptance with a second chance: an applicant who has been through the whole list goes through it once
/// more, promoted. A promoted applicant stands above all others of the same class, and below every higher class. The lottery decides
/// between equals of equal standing. Rounds, cutoffs and held blocks are those of <see cref="DeferredAcceptance"/>; the promotion is one
/// bit of the key. Lists with ties, and caps over several programs, go to <see cref="PromotedProjectProposals"/>.</para>
/// <para><b>Guarantees.</b> Weakly stable: nobody blocks however the classes are ordered. No stable matching is more than 3/2 as large.
/// The result does not depend on the order of proposals.</para>
/// <para><b>Cost.</b> O(E log c) time for E edges and largest capacity c, at most twice the proposals of deferred acceptance with the
/// same ties; O(A + P + S) space. No allocation once the workspace fits.</para>
/// <para><b>Certificate.</b> None of the size; stability is checked from its definition in O(E).</para>
/// <para><b>Source.</b> Z. Király, "Linear Time Local Approximation Algorithm for Maximum Stable Marriage", Algorithms 6 (2013) 471-484.</para>
/// </remarks>
internal static unsafe class PromotedProposals
{
    // The bit of Next that says that its applicant is on the second way through the list.
    private const int Promoted = int.MinValue;
    private const int EdgeBits = int.MaxValue;

    private const int FetchList = 48;
    private const int FetchEdge = 24;
    private const int FetchProgram = 8;

    /// <summary>Runs to the end; <see cref="Workspace.Next"/> then holds the edge of each applicant, or the end of its list.</summary>
    /// <param name="market">Strict lists, no plan and no caps.</param>
    /// <param name="order">The high word must be the class alone.</param>
    /// <param name="workspace">Where the run writes.</param>
    /// <param name="cancellationToken">Looked at once a round.</param>
    public static void Solve<TOrder>(Market market, TOrder order, Workspace workspace, CancellationToken cancellationToken = default)
        where TOrder : struct, IApplicantOrder
    {
        workspace.Fit(market);
        fixed (int* first = market.First, program = market.Program, capacity = market.Capacity, heldStart = market.HeldStart)
        fixed (int* next = workspace.Next, cutoff = workspace.Cutoff, count = workspace.Count)
        fixed (int* queue = workspace.Queue, rejected = workspace.Rejected)
        fixed (long* held = workspace.Held)
        {
            var applicants = market.Applicants;
            var places = LotteryOrder.PlaceBits(applicants);
            var bits = new KeyBits(places, Math.Max(0, ClassBits(market) + 1 + places - 30));
            for (var p = 0; p < market.Programs; p++)
            {
                cutoff[p] = capacity[p] > 0 ? 0 : int.MaxValue;
                count[p] = 0;
            }

            for (var a = 0; a < applicants; a++)
            {
                next[a] = first[a];
                queue[a] = a;
            }

            var turn = queue;
            var free = rejected;
            for (var waiting = applicants; waiting > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                waiting = Round(order, bits, first, program, capacity, heldStart, next, cutoff, count, held, turn, waiting, free);
                var done = turn;
                turn = free;
                free = done;
            }

            for (var a = 0; a < applicants; a++)
            {
                next[a] &= EdgeBits;
            }
        }
    }

    private static int ClassBits(Market market) => market.Edges == 0 ? 0 : 32 - BitOperations.LeadingZeroCount((uint)market.Class.Max());

    /// <summary>Lets everybody in the queue propose until held or through twice; returns how many were rejected on the way.</summary>
    private static int Round<TOrder>(
        TOrder order, KeyBits bits, int* first, int* program, int* capacity, int* heldStart, int* next, int* cutoff, int* count,
        long* held, int* turn, int waiting, int* free)
        where TOrder : struct, IApplicantOrder
    {
        var rejected = 0;
        for (var i = 0; i < waiting; i++)
        {
            if (Sse.IsSupported && i + FetchList < waiting)
            {
                Fetch(first, program, heldStart, next, cutoff, held, turn + i);
            }

            var applicant = turn[i];
            var end = first[applicant + 1];
            var promoted = next[applicant] & Promoted;
            var edge = next[applicant] & EdgeBits;
            var low = (uint)order.Low(applicant) | (promoted == 0 ? 0L : 1L << bits.Place);
            while (true)
            {
                if (edge == end)
                {
                    if (promoted != 0)
                    {
                        break;
                    }

                    promoted = Promoted;
                    low |= 1L << bits.Place;
                    edge = first[applicant];
                    if (edge == end)
                    {
                        break;
                    }
                }

                var p = program[edge];
                var key = ((long)order.High(edge) << (bits.Place + 1)) | low;
                if ((int)(key >> bits.Dropped) < cutoff[p])
                {
                    edge++;
                    continue;
                }

                var block = held + heldStart[p];
                var seats = capacity[p];
                if (count[p] < seats)
                {
                    block[count[p]++] = key;
                    if (count[p] == seats)
                    {
                        DeferredAcceptance.Settle(block, seats);
                        cutoff[p] = (int)(block[0] >> bits.Dropped);
                    }

                    break;
                }

                if (key < block[0])
                {
                    edge++;
                    continue;
                }

                var worst = order.Applicant((int)(block[0] & ((1L << bits.Place) - 1)));
                block[0] = key;
                DeferredAcceptance.Resettle(block, seats);
                cutoff[p] = (int)(block[0] >> bits.Dropped);
                next[worst]++;
                free[rejected++] = worst;
                break;
            }

            next[applicant] = edge | promoted;
        }

        return rejected;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(int* first, int* program, int* heldStart, int* next, int* cutoff, long* held, int* turn)
    {
        Sse.Prefetch0(next + turn[FetchList]);
        Sse.Prefetch0(first + turn[FetchList]);
        Sse.Prefetch0(program + (next[turn[FetchEdge]] & EdgeBits));
        var edge = next[turn[FetchProgram]] & EdgeBits;
        if (edge < first[turn[FetchProgram] + 1])
        {
            var p = program[edge];
            Sse.Prefetch0(cutoff + p);
            Sse.Prefetch0(held + heldStart[p]);
        }
    }

    /// <summary>How keys are made of the class, the promotion and the place.</summary>
    /// <param name="Place">Bits of the place; the promotion comes above, then the class.</param>
    /// <param name="Dropped">Bits at the low end that a cutoff has no room for: none in most markets, so that one comparison rejects.</param>
    private readonly record struct KeyBits(int Place, int Dropped);
}
