using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Pathways.Matching.Kernel;

/// <summary>Finds the stable matching that every applicant likes best, for programs that choose in any way that has a theorem.</summary>
/// <remarks>
/// <para><b>Method.</b> In rounds, each free applicant proposes to the next program on its list. The choice function answers who is out: the
/// applicant, or somebody held until now by this program or by another under a common cap, who proposes in the next round. First in,
/// first out, so that the lists can be fetched ahead. Nothing here knows how programs choose.</para>
/// <para><b>Guarantees.</b> Those of the choice function. When it is substitutable and consistent: no applicant and program (with its cap) would
/// rather have each other, no stable matching gives any applicant a better seat, and the order of proposals does not matter. When it is
/// size monotonic too: truthful ranking is optimal for applicants, and every stable matching places the same number.</para>
/// <para><b>Cost.</b> At most one offer an edge, so O(E) time besides the choices; O(A) space. No allocation once the workspace fits.</para>
/// <para><b>Certificate.</b> None needed: <see cref="Pathways.Matching.Verification"/> checks the definition.</para>
/// <para><b>Source.</b> J. W. Hatfield and P. R. Milgrom, "Matching with Contracts", American Economic Review 95 (2005) 913-935; A. S. Kelso
/// and V. P. Crawford, Econometrica 50 (1982) 1483-1504. That consistency must be asked for: O. Aygun and T. Sonmez, "Matching with
/// Contracts: Comment", American Economic Review 103 (2013) 2050-2051.</para>
/// </remarks>
internal static unsafe class CumulativeOffer
{
    // How many proposals ahead each stage of fetching runs.
    private const int FetchList = 48;
    private const int FetchEdge = 24;
    private const int FetchProgram = 12;
    private const int FetchHeld = 6;

    /// <summary>Runs to the end; <see cref="Workspace.Next"/> then holds the edge of each applicant, or the end of its list.</summary>
    /// <param name="market">The market, without ties of applicants.</param>
    /// <param name="choice">How programs choose; it holds nobody yet.</param>
    /// <param name="workspace">Of it, only <see cref="Workspace.Next"/>, <see cref="Workspace.Queue"/> and <see cref="Workspace.Rejected"/> are used here.</param>
    /// <param name="cancellationToken">Looked at once a round.</param>
    public static void Solve<TChoice>(Market market, TChoice choice, Workspace workspace, CancellationToken cancellationToken = default)
        where TChoice : struct, IChoiceFunction
    {
        workspace.Fit(market);
        fixed (int* first = market.First, program = market.Program)
        fixed (int* next = workspace.Next, queue = workspace.Queue, rejected = workspace.Rejected)
        {
            for (var a = 0; a < market.Applicants; a++)
            {
                next[a] = first[a];
                queue[a] = a;
            }

            var turn = queue;
            var free = rejected;
            var skipped = 0;
            for (var waiting = market.Applicants; waiting > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                // Who has been put out starts with the choice after the one that it was held at.
                waiting = Round(ref choice, first, program, next, turn, waiting, free, skipped);
                skipped = 1;
                var done = turn;
                turn = free;
                free = done;
            }
        }
    }

    /// <summary>Lets everybody in the queue propose until held or through; returns how many were put out on the way.</summary>
    private static int Round<TChoice>(ref TChoice choice, int* first, int* program, int* next, int* turn, int waiting, int* free, int skipped)
        where TChoice : struct, IChoiceFunction
    {
        var rejected = 0;
        for (var i = 0; i < waiting; i++)
        {
            if (Sse.IsSupported && i + FetchList < waiting)
            {
                FetchAhead(ref choice, first, program, next, turn + i, skipped);
            }

            var applicant = turn[i];
            var end = first[applicant + 1];
            var edge = next[applicant] + skipped;
            for (; edge < end; edge++)
            {
                var isOut = choice.Offer(program[edge], applicant, edge);
                if (isOut == applicant)
                {
                    continue;
                }

                if (isOut != Market.None)
                {
                    free[rejected++] = isOut;
                }

                break;
            }

            next[applicant] = edge;
        }

        return rejected;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchAhead<TChoice>(ref TChoice choice, int* first, int* program, int* next, int* turn, int skipped)
        where TChoice : struct, IChoiceFunction
    {
        Fetch.At(next + turn[FetchList]);
        Fetch.At(first + turn[FetchList] + 1);
        Fetch.At(program + next[turn[FetchEdge]] + skipped);
        var edge = next[turn[FetchProgram]] + skipped;
        if (edge < first[turn[FetchProgram] + 1])
        {
            choice.Fetch(program[edge], edge);
        }

        edge = next[turn[FetchHeld]] + skipped;
        if (edge < first[turn[FetchHeld] + 1])
        {
            choice.FetchHeld(program[edge]);
        }
    }
}
