using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Pathways.Matching.Kernel;

/// <summary>Gives seats for good, round by round: first to those who list a program first, then to those who list it second.</summary>
/// <remarks>
/// <para><b>Method.</b> In round k every applicant without a seat applies to the program in place k of its list. A program takes the best of
/// them for the seats it has left, and never gives one back. Within a round a program holds the best it has heard from, the
/// worst first, as in <see cref="DeferredAcceptance"/>.</para>
/// <para><b>Guarantees.</b> Optimal for applicants in the sense of Pareto, by the lists as written. As many as possible get the first program on
/// their list, given that, as many as possible of the programs' best among them. Neither stable nor truthful: whoever risks a first
/// place on a program in demand may lose a sure seat elsewhere, so applicants have to guess what others write.</para>
/// <para><b>Cost.</b> O(E log c) time and O(A + P + S) space for E edges, A applicants, P programs, S seats and largest capacity c. No
/// allocation once the workspace fits.</para>
/// <para><b>Certificate.</b> The round in which each program's last seat went: everybody has the first program on the own list that was open in
/// that round and, where it filled up in that round, kept nobody worse.</para>
/// <para><b>Source.</b> A. Abdulkadiroglu and T. Sonmez, "School Choice: A Mechanism Design Approach", American Economic Review 93 (2003) 729-747,
/// who call it the Boston mechanism.</para>
/// </remarks>
internal static unsafe class ImmediateAcceptance
{
    private const int FetchList = 48;
    private const int FetchEdge = 24;
    private const int FetchProgram = 8;

    /// <summary>Runs to the end; <see cref="Workspace.Next"/> then holds the edge of each applicant, or the end of its list.</summary>
    /// <param name="market">The market; every program chooses by merit alone and for itself.</param>
    /// <param name="order">How programs tell applicants apart.</param>
    /// <param name="workspace">What is written to; <see cref="Workspace.Count"/> holds how many each program has taken.</param>
    /// <param name="lastRound">
    /// By program, the round in which its last seat went, from 1; 0 when seats are left or there never was one. Empty when nobody asks.
    /// </param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static void Solve<TOrder>(
        Market market, TOrder order, Workspace workspace, Span<int> lastRound = default, CancellationToken cancellationToken = default)
        where TOrder : struct, IApplicantOrder
    {
        workspace.Fit(market);
        var rented = ArrayPool<int>.Shared.Rent(market.Programs);
        fixed (int* first = market.First, program = market.Program, capacity = market.Capacity, heldStart = market.HeldStart)
        fixed (int* next = workspace.Next, heard = workspace.Cutoff, count = workspace.Count, settled = rented)
        fixed (int* queue = workspace.Queue, rejected = workspace.Rejected)
        fixed (long* held = workspace.Held)
        {
            for (var p = 0; p < market.Programs; p++)
            {
                (heard[p], count[p], settled[p]) = (0, 0, 0);
            }

            for (var a = 0; a < market.Applicants; a++)
            {
                next[a] = first[a];
                queue[a] = a;
            }

            var turn = queue;
            var free = rejected;
            var waiting = market.Applicants;
            for (var round = 1; waiting > 0; round++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                waiting = Round(order, round, first, program, capacity, heldStart, next, heard, count, settled, held, turn, waiting, free);
                var done = turn;
                turn = free;
                free = done;
            }

            for (var p = 0; p < lastRound.Length; p++)
            {
                lastRound[p] = count[p] == capacity[p] ? heard[p] : 0;
            }
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    /// <summary>Lets everybody in the queue apply once; returns how many were rejected and have an edge left.</summary>
    /// <remarks>
    /// A program's block of held keys starts with those it settled in earlier rounds; <paramref name="heard"/> is the round it last changed
    /// in, and what it held before this one is settled at the first application of this one.
    /// </remarks>
    private static int Round<TOrder>(
        TOrder order, int round, int* first, int* program, int* capacity, int* heldStart, int* next, int* heard, int* count, int* settled,
        long* held, int* turn, int waiting, int* free)
        where TOrder : struct, IApplicantOrder
    {
        var rejected = 0;
        for (var i = 0; i < waiting; i++)
        {
            if (Sse.IsSupported && i + FetchList < waiting)
            {
                Fetch(first, program, heldStart, next, count, held, turn + i);
            }

            var applicant = turn[i];
            var edge = next[applicant];
            if (edge == first[applicant + 1])
            {
                continue; // through the list
            }

            var p = program[edge];
            var seats = capacity[p];
            var loser = applicant;
            if (count[p] < seats || heard[p] == round)
            {
                if (heard[p] != round)
                {
                    (heard[p], settled[p]) = (round, count[p]);
                }

                var key = ((long)order.High(edge) << 32) | (uint)order.Low(applicant);
                var block = held + heldStart[p] + settled[p];
                var size = seats - settled[p];
                if (count[p] < seats)
                {
                    block[count[p]++ - settled[p]] = key;
                    if (count[p] == seats)
                    {
                        HeldBlock.Settle(block, size);
                    }

                    continue;
                }

                if (key > block[0])
                {
                    loser = order.Applicant((int)block[0]);
                    block[0] = key;
                    HeldBlock.Resettle(block, size);
                }
            }

            next[loser]++;
            free[rejected++] = loser;
        }

        return rejected;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(int* first, int* program, int* heldStart, int* next, int* count, long* held, int* turn)
    {
        Sse.Prefetch0(next + turn[FetchList]);
        Sse.Prefetch0(first + turn[FetchList]);
        Sse.Prefetch0(program + next[turn[FetchEdge]]);
        var edge = next[turn[FetchProgram]];
        if (edge < first[turn[FetchProgram] + 1])
        {
            var p = program[edge];
            Sse.Prefetch0(count + p);
            Sse.Prefetch0(held + heldStart[p]);
        }
    }
}
