using System.Buffers;
using System.Runtime.Intrinsics.X86;

namespace Pathways.Matching.Kernel;

/// <summary>Puts the applicants of every program in its order.</summary>
/// <remarks>
/// Applicants are dealt to the programs in the order of their low words, each to the end of the pile of its high word; so nothing is
/// compared, and the work is linear in edges, programs and piles. Where the high words are so far apart that there would be many more piles
/// than edges, the keys of each program are sorted instead. The low words must be the numbers from 0 on, as in both orders of
/// <see cref="IApplicantOrder"/>.
/// </remarks>
internal static unsafe class PriorityLists
{
    private const int FetchList = 32;
    private const int FetchEdge = 16;

    /// <summary>Fills the lists.</summary>
    /// <param name="market">The market.</param>
    /// <param name="order">How programs tell applicants apart.</param>
    /// <param name="start">Program <c>p</c> owns <c>list[start[p] .. start[p + 1]]</c>; room for one more than the programs.</param>
    /// <param name="list">Applicants, best first; room for all edges.</param>
    public static void Fill<TOrder>(Market market, TOrder order, Span<int> start, Span<int> list)
        where TOrder : struct, IApplicantOrder
    {
        var (programs, edges) = (market.Programs, market.Edges);
        var highest = -1;
        for (var e = 0; e < edges; e++)
        {
            highest = Math.Max(highest, order.High(e));
        }

        // Where the piles of each program start. As many for all as the one with most needs, if that is not too many.
        var pile = ArrayPool<int>.Shared.Rent(programs + 1);
        var piles = (highest + 1L) * programs;
        if (piles <= 2L * edges)
        {
            for (var p = 0; p <= programs; p++)
            {
                pile[p] = p * (highest + 1);
            }
        }
        else
        {
            piles = OwnPiles(market, order, pile);
        }

        if (piles <= 2L * edges)
        {
            Deal(market, order, pile, start, list);
        }
        else
        {
            Sort(market, order, start, list);
        }

        ArrayPool<int>.Shared.Return(pile);
    }

    /// <summary>As many piles for each program as it needs itself; returns how many there are.</summary>
    private static long OwnPiles<TOrder>(Market market, TOrder order, int[] pile)
        where TOrder : struct, IApplicantOrder
    {
        Array.Clear(pile, 0, market.Programs + 1);
        for (var e = 0; e < market.Edges; e++)
        {
            ref var own = ref pile[market.Program[e] + 1];
            own = Math.Max(own, order.High(e) + 1);
        }

        var piles = 0L;
        for (var p = 0; p < market.Programs; p++)
        {
            piles += pile[p + 1];
            pile[p + 1] = (int)Math.Min(piles, int.MaxValue);
        }

        return piles;
    }

    private static void Deal<TOrder>(Market market, TOrder order, int[] pile, Span<int> start, Span<int> list)
        where TOrder : struct, IApplicantOrder
    {
        // The pile of the highest word comes first, that of word 0 last, just before those of the next program.
        var piles = pile[market.Programs];
        var rented = ArrayPool<int>.Shared.Rent(piles + 1);
        fixed (int* first = market.First, program = market.Program, behind = pile, end = rented, dealt = list)
        {
            // Counted one pile further on, so that adding up gives the start of each.
            new Span<int>(end, piles + 1).Clear();
            for (var e = 0; e < market.Edges; e++)
            {
                end[behind[program[e] + 1] - order.High(e)]++;
            }

            for (var i = 0; i < piles; i++)
            {
                end[i + 1] += end[i];
            }

            for (var p = 0; p <= market.Programs; p++)
            {
                start[p] = end[behind[p]];
            }

            for (var low = market.Applicants - 1; low >= 0; low--)
            {
                if (Sse.IsSupported && low >= FetchList)
                {
                    Sse.Prefetch0(first + order.Applicant(low - FetchList));
                    Sse.Prefetch0(program + first[order.Applicant(low - FetchEdge)]);
                }

                var applicant = order.Applicant(low);
                for (var e = first[applicant]; e < first[applicant + 1]; e++)
                {
                    dealt[end[behind[program[e] + 1] - 1 - order.High(e)]++] = applicant;
                }
            }
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    private static void Sort<TOrder>(Market market, TOrder order, Span<int> start, Span<int> list)
        where TOrder : struct, IApplicantOrder
    {
        start[..(market.Programs + 1)].Clear();
        foreach (var p in market.Program)
        {
            start[p + 1]++;
        }

        for (var p = 0; p < market.Programs; p++)
        {
            start[p + 1] += start[p];
        }

        var (keys, next) = (ArrayPool<long>.Shared.Rent(market.Edges), ArrayPool<int>.Shared.Rent(market.Programs));
        start[..market.Programs].CopyTo(next);
        for (var a = 0; a < market.Applicants; a++)
        {
            for (var e = market.First[a]; e < market.First[a + 1]; e++)
            {
                // Negative, so that the best comes first.
                keys[next[market.Program[e]]++] = -(((long)order.High(e) << 32) | (uint)order.Low(a));
            }
        }

        for (var p = 0; p < market.Programs; p++)
        {
            keys.AsSpan(start[p]..start[p + 1]).Sort();
        }

        for (var i = 0; i < market.Edges; i++)
        {
            list[i] = order.Applicant((int)-keys[i]);
        }

        ArrayPool<long>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(next);
    }
}
