using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Pathways.Matching.Kernel;

/// <summary>Lets applicants choose one after the other, the best place first.</summary>
/// <remarks>
/// <para><b>Method.</b> In the order of their places, applicants take the first program on their list that has a seat left, and under caps
/// one whose caps all have room. Who comes next is known from the start, so lists and seats are fetched ahead.</para>
/// <para><b>Guarantees.</b> Optimal for applicants in the sense of Pareto, also under caps, since no choice takes away more than it uses. Truthful
/// for applicants, and nobody can change what others get without changing the own seat. Blind to priorities: stable only where
/// every program ranks applicants by place, and there it finds what <see cref="DeferredAcceptance"/> finds.</para>
/// <para><b>Cost.</b> O(E + A + P) time for E edges, A applicants and P programs; E times the depth of the caps under caps. No allocation once
/// the workspace fits.</para>
/// <para><b>Certificate.</b> The cutoffs: everybody has the first program on the own list whose cutoff is at most the own place.</para>
/// <para><b>Source.</b> M. A. Satterthwaite and H. Sonnenschein, "Strategy-Proof Allocation Mechanisms at Differentiable Points", Review of
/// Economic Studies 48 (1981) 587-597; L.-G. Svensson, "Strategy-Proof Allocation of Indivisible Goods", Social Choice and Welfare 16 (1999)
/// 557-567.</para>
/// </remarks>
internal static unsafe class SerialDictatorship
{
    // How many applicants ahead each stage of fetching runs, and how many are served between two looks at the token.
    private const int FetchList = 48;
    private const int FetchEdge = 24;
    private const int FetchProgram = 8;
    private const int Stretch = 1 << 16;

    /// <summary>Runs to the end; <see cref="Workspace.Next"/> then holds the edge of each applicant, or the end of its list.</summary>
    /// <remarks>
    /// <see cref="Workspace.Count"/> holds how many each program has taken, and <see cref="Workspace.Cutoff"/> the place of whoever took the last
    /// seat it could give: 0 while it can still give one, the largest number when it never could.
    /// </remarks>
    /// <param name="market">The market, without seats by group.</param>
    /// <param name="byPlace">The applicants from the worst place to the best, as in <see cref="SinglePlaceOrder"/>.</param>
    /// <param name="workspace">What is written to.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static void Solve(Market market, int[] byPlace, Workspace workspace, CancellationToken cancellationToken = default)
    {
        workspace.Fit(market);
        fixed (int* first = market.First, program = market.Program, capacity = market.Capacity, order = byPlace)
        fixed (int* next = workspace.Next, left = workspace.Cutoff, closed = workspace.Count)
        {
            for (var p = 0; p < market.Programs; p++)
            {
                left[p] = capacity[p];
                closed[p] = capacity[p] > 0 ? 0 : int.MaxValue;
            }

            if (market.Caps is { } caps)
            {
                Capped(market, caps, order, next, left, closed, cancellationToken);
            }
            else
            {
                for (var place = market.Applicants; place > 0; place -= Stretch)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Serve(first, program, order, place - 1, Math.Max(0, place - Stretch), next, left, closed);
                }
            }

            // The two arrays change places: while the run goes on, what is left is asked for at every edge.
            for (var p = 0; p < market.Programs; p++)
            {
                (left[p], closed[p]) = (closed[p], capacity[p] - left[p]);
            }
        }
    }

    /// <summary>Serves the applicants of some places, from the best down to the last.</summary>
    private static void Serve(int* first, int* program, int* order, int place, int last, int* next, int* left, int* closed)
    {
        for (; place >= last; place--)
        {
            if (Sse.IsSupported && place >= FetchList)
            {
                Fetch(first, program, order + place, next, left);
            }

            var applicant = order[place];
            var edge = first[applicant];
            var end = first[applicant + 1];
            for (; edge < end; edge++)
            {
                var p = program[edge];
                if (left[p] > 0)
                {
                    if (--left[p] == 0)
                    {
                        closed[p] = place;
                    }

                    break;
                }
            }

            next[applicant] = edge;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(int* first, int* program, int* order, int* next, int* left)
    {
        Sse.Prefetch0(first + order[-FetchList]);
        Sse.Prefetch0(next + order[-FetchList]);
        Sse.Prefetch0(program + first[order[-FetchEdge]]);
        var edge = first[order[-FetchProgram]];
        if (edge < first[order[-FetchProgram] + 1])
        {
            Sse.Prefetch0(left + program[edge]);
        }
    }

    /// <summary>The same when caps stand over some programs: a seat is free when every cap around it has room.</summary>
    private static void Capped(
        Market market, CapTree caps, int* order, int* next, int* left, int* closed, CancellationToken cancellationToken)
    {
        var rented = ArrayPool<int>.Shared.Rent(2 * caps.Caps);
        var room = rented.AsSpan(0, caps.Caps);
        var filled = rented.AsSpan(caps.Caps, caps.Caps);
        caps.Seats.CopyTo(room);
        for (var cap = 0; cap < room.Length; cap++)
        {
            filled[cap] = room[cap] > 0 ? 0 : int.MaxValue;
        }

        for (var place = market.Applicants - 1; place >= 0; place--)
        {
            if (place % Stretch == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var applicant = order[place];
            var edge = market.First[applicant];
            while (edge < market.First[applicant + 1] && !Take(caps, market.Program[edge], place, left, closed, room, filled))
            {
                edge++;
            }

            next[applicant] = edge;
        }

        // A program can give no seat once the first cap around it is full; the best place comes first.
        for (var p = 0; p < market.Programs; p++)
        {
            for (var node = caps.Parent[p]; node != Market.None; node = caps.Parent[node])
            {
                closed[p] = Math.Max(closed[p], filled[node - caps.Programs]);
            }
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    private static bool Take(CapTree caps, int program, int place, int* left, int* closed, Span<int> room, Span<int> filled)
    {
        if (left[program] == 0)
        {
            return false;
        }

        for (var node = caps.Parent[program]; node != Market.None; node = caps.Parent[node])
        {
            if (room[node - caps.Programs] == 0)
            {
                return false;
            }
        }

        if (--left[program] == 0)
        {
            closed[program] = place;
        }

        for (var node = caps.Parent[program]; node != Market.None; node = caps.Parent[node])
        {
            if (--room[node - caps.Programs] == 0)
            {
                filled[node - caps.Programs] = place;
            }
        }

        return true;
    }
}
