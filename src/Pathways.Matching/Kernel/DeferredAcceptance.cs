using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Pathways.Matching.Kernel;

/// <summary>Finds the stable matching that every applicant likes best.</summary>
/// <remarks>
/// <para><b>Method.</b> In rounds, each free applicant proposes to the next program on its list. A program holds the best applicants it has
/// heard from, up to its capacity, and rejects the worst when one too many arrives; the rejected propose in the next round. A
/// cutoff per program turns hopeless proposals away after one comparison, the held keys lie in one small block with the worst
/// first, and first-in-first-out rounds make the memory accesses independent, so that they can be fetched ahead.</para>
/// <para><b>Guarantees.</b> No blocking pair; no stable matching gives any applicant a better seat; truthful ranking is optimal for
/// applicants. With ties broken beforehand the result is weakly stable. The result does not depend on the order of proposals.</para>
/// <para><b>Cost.</b> O(E log c) time and O(A + P + S) space for E edges, A applicants, P programs, S seats and largest capacity c. No
/// allocation once the workspace fits.</para>
/// <para><b>Certificate.</b> None needed: <see cref="Pathways.Matching.Verification.Stability"/> checks the definition in O(E).</para>
/// <para><b>Source.</b> D. Gale and L. S. Shapley, "College Admissions and the Stability of Marriage", American Mathematical Monthly 69
/// (1962) 9-15. Truthfulness: L. E. Dubins and D. A. Freedman (1981), A. E. Roth (1982).</para>
/// </remarks>
internal static unsafe class DeferredAcceptance
{
    // Blocks up to this size are scanned for their worst; larger ones are heaps.
    private const int SmallBlock = 16;

    // How many proposals ahead each stage of fetching runs.
    private const int FetchList = 48;
    private const int FetchEdge = 24;
    private const int FetchProgram = 8;

    /// <summary>Runs to the end; <see cref="Workspace.Next"/> then holds the edge of each applicant, or the end of its list.</summary>
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
                waiting = Round(order, first, program, capacity, heldStart, next, cutoff, count, held, turn, waiting, free);
                var done = turn;
                turn = free;
                free = done;
            }
        }
    }

    /// <summary>Lets everybody in the queue propose until held or through; returns how many were rejected on the way.</summary>
    private static int Round<TOrder>(
        TOrder order, int* first, int* program, int* capacity, int* heldStart, int* next, int* cutoff, int* count, long* held,
        int* turn, int waiting, int* free)
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
            var edge = next[applicant];
            for (; edge < end; edge++)
            {
                var p = program[edge];
                var high = order.High(edge);
                if (high < cutoff[p])
                {
                    continue;
                }

                var key = ((long)high << 32) | (uint)order.Low(applicant);
                var block = held + heldStart[p];
                var seats = capacity[p];
                if (count[p] < seats)
                {
                    block[count[p]++] = key;
                    if (count[p] == seats)
                    {
                        Settle(block, seats);
                        cutoff[p] = (int)(block[0] >> 32);
                    }

                    break;
                }

                if (key < block[0])
                {
                    continue;
                }

                var worst = order.Applicant((int)block[0]);
                block[0] = key;
                Resettle(block, seats);
                cutoff[p] = (int)(block[0] >> 32);
                next[worst]++;
                free[rejected++] = worst;
                break;
            }

            next[applicant] = edge;
        }

        return rejected;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(int* first, int* program, int* heldStart, int* next, int* cutoff, long* held, int* turn)
    {
        Sse.Prefetch0(next + turn[FetchList]);
        Sse.Prefetch0(first + turn[FetchList]);
        Sse.Prefetch0(program + next[turn[FetchEdge]]);
        var edge = next[turn[FetchProgram]];
        if (edge < first[turn[FetchProgram] + 1])
        {
            var p = program[edge];
            Sse.Prefetch0(cutoff + p);
            Sse.Prefetch0(held + heldStart[p]);
        }
    }

    /// <summary>Puts the worst of a block that has just filled up first.</summary>
    internal static void Settle(long* block, int size)
    {
        if (size <= SmallBlock)
        {
            WorstFirst(block, size);
            return;
        }

        for (var i = (size / 2) - 1; i >= 0; i--)
        {
            SiftDown(block, size, i);
        }
    }

    /// <summary>Puts the worst first after the first key was replaced.</summary>
    internal static void Resettle(long* block, int size)
    {
        if (size <= SmallBlock)
        {
            WorstFirst(block, size);
        }
        else
        {
            SiftDown(block, size, 0);
        }
    }

    // Masks instead of branches: which key is the worst is as good as random to a predictor. Keys are never negative,
    // so their difference cannot overflow.
    private static void WorstFirst(long* block, int size)
    {
        var worst = block[0];
        var at = 0L;
        for (var i = 1; i < size; i++)
        {
            var less = (block[i] - worst) >> 63;
            worst += (block[i] - worst) & less;
            at += (i - at) & less;
        }

        block[at] = block[0];
        block[0] = worst;
    }

    private static void SiftDown(long* heap, int size, int i)
    {
        var key = heap[i];
        for (var child = (2 * i) + 1; child < size; child = (2 * i) + 1)
        {
            if (child + 1 < size && heap[child + 1] < heap[child])
            {
                child++;
            }

            if (heap[child] >= key)
            {
                break;
            }

            heap[i] = heap[child];
            i = child;
        }

        heap[i] = key;
    }
}
