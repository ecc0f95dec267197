using System.Runtime.CompilerServices;

namespace Pathways.Matching.Kernel;

/// <summary>Finds the stable matching that every applicant likes best.</summary>
/// <remarks>
/// <para><b>Method.</b> In rounds, each free applicant proposes to the next program on its list. A program holds the best applicants it has
/// heard from, up to its capacity, and rejects the worst when one too many arrives; the rejected propose in the next round. A
/// cutoff per program turns hopeless proposals away after one comparison, the held keys lie in one small block with the worst
/// first, and first-in-first-out rounds make the memory accesses independent, so that they can be fetched ahead. What
/// a proposal asks of a program is in one cache line, and who is rejected is not touched again before its turn.</para>
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
    // How many proposals ahead each stage of fetching runs.
    private const int FetchApplicant = 64;
    private const int FetchNext = 48;
    private const int FetchList = 32;
    private const int FetchProgram = 16;
    private const int FetchHeld = 8;

    /// <summary>Runs to the end; <see cref="Workspace.Next"/> then holds the edge of each applicant, or the end of its list.</summary>
    public static void Solve<TOrder>(Market market, TOrder order, Workspace workspace, CancellationToken cancellationToken = default)
        where TOrder : struct, IApplicantOrder
    {
        workspace.Fit(market);
        workspace.Open(market);
        fixed (int* first = market.First, program = market.Program, next = workspace.Next)
        fixed (int* queue = workspace.Queue, rejected = workspace.Rejected)
        fixed (ProgramSeats* seats = workspace.Programs)
        fixed (long* held = workspace.Held)
        {
            var turn = rejected;
            var free = queue;
            var waiting = FirstRound(order, market.Applicants, first, program, next, seats, held, free);
            while (waiting > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var done = turn;
                turn = free;
                free = done;
                waiting = Round(order, first, program, next, seats, held, turn, waiting, free);
            }
        }
    }

    /// <summary>Everybody proposes until held or through, in order; returns how many were rejected on the way.</summary>
    private static int FirstRound<TOrder>(
        TOrder order, int applicants, int* first, int* program, int* next, ProgramSeats* seats, long* held, int* free)
        where TOrder : struct, IApplicantOrder
    {
        var rejected = 0;
        for (var a = 0; a < applicants; a++)
        {
            if (a + FetchProgram < applicants)
            {
                FetchAhead(program, seats, first[a + FetchProgram], first[a + FetchProgram + 1]);
                FetchAhead(program, seats, held, first[a + FetchHeld], first[a + FetchHeld + 1]);
            }

            next[a] = Propose(order, program, seats, held, order.Low(a), first[a], first[a + 1], free, ref rejected);
        }

        return rejected;
    }

    /// <summary>
    /// Lets everybody in the queue propose, from the choice after the one that rejected them, until held or through; returns how many
    /// were rejected on the way. The queues hold low words, which lead to the applicants.
    /// </summary>
    private static int Round<TOrder>(
        TOrder order, int* first, int* program, int* next, ProgramSeats* seats, long* held, int* turn, int waiting, int* free)
        where TOrder : struct, IApplicantOrder
    {
        var rejected = 0;
        for (var i = 0; i < waiting; i++)
        {
            if (i + FetchApplicant < waiting)
            {
                FetchAhead(order, first, program, next, seats, held, turn + i);
            }

            var low = turn[i];
            var a = order.Applicant(low);
            next[a] = Propose(order, program, seats, held, low, next[a] + 1, first[a + 1], free, ref rejected);
        }

        return rejected;
    }

    /// <summary>Where an applicant is held, or the end of its list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Propose<TOrder>(
        TOrder order, int* program, ProgramSeats* seats, long* held, int low, int edge, int end, int* free, ref int rejected)
        where TOrder : struct, IApplicantOrder
    {
        for (; edge < end; edge++)
        {
            var p = seats + program[edge];
            var high = order.High(edge);
            if (high < p->Cutoff)
            {
                continue;
            }

            var key = ((long)high << 32) | (uint)low;
            var block = held + p->Start;
            if (p->Count < p->Capacity)
            {
                block[p->Count++] = key;
                if (p->Count == p->Capacity)
                {
                    HeldBlock.Settle(block, p->Capacity);
                    p->Cutoff = (int)(block[0] >> 32);
                }

                break;
            }

            if (key < block[0])
            {
                continue;
            }

            free[rejected++] = (int)block[0];
            block[0] = key;
            HeldBlock.Resettle(block, p->Capacity);
            p->Cutoff = (int)(block[0] >> 32);
            break;
        }

        return edge;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchAhead<TOrder>(TOrder order, int* first, int* program, int* next, ProgramSeats* seats, long* held, int* turn)
        where TOrder : struct, IApplicantOrder
    {
        order.FetchApplicant(turn[FetchApplicant]);
        var a = order.Applicant(turn[FetchNext]);
        Fetch.At(next + a);
        Fetch.At(first + a + 1);
        var edge = next[order.Applicant(turn[FetchList])] + 1;
        Fetch.At(program + edge);
        order.FetchHigh(edge);
        a = order.Applicant(turn[FetchProgram]);
        FetchAhead(program, seats, next[a] + 1, first[a + 1]);
        a = order.Applicant(turn[FetchHeld]);
        FetchAhead(program, seats, held, next[a] + 1, first[a + 1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchAhead(int* program, ProgramSeats* seats, int edge, int end)
    {
        if (edge < end)
        {
            Fetch.At(seats + program[edge]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchAhead(int* program, ProgramSeats* seats, long* held, int edge, int end)
    {
        if (edge < end)
        {
            Fetch.At(held + seats[program[edge]].Start);
        }
    }
}
