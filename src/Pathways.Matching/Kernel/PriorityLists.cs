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
        var highest = ArrayPool<int>.Shared.Rent(programs);
        Array.Fill(highest, -1, 0, programs);
        start[..(programs + 1)].Clear();
        fixed (int* program = market.Program, high = highest, degree = start)
        {
            for (var e = 0; e < edges; e++)
            {
                var p = program[e];
                degree[p + 1]++;
                high[p] = Math.Max(high[p], order.High(e));
            }
        }

        var piles = 0L;
        for (var p = 0; p < programs; p++)
        {
            start[p + 1] += start[p];
            piles += highest[p] + 1L;
        }

        if (piles <= 2L * edges)
        {
            Deal(market, order, highest, start, list, (int)piles);
        }
        else
        {
            Sort(market, order, start, list);
        }

        ArrayPool<int>.Shared.Return(highest);
    }

    private static void Deal<TOrder>(Market market, TOrder order, int[] highest, Span<int> start, Span<int> list, int piles)
        where TOrder : struct, IApplicantOrder
    {
        // After this, highest[p] is where the pile of high word 0 stands; those of higher words stand before it, the highest first.
        var rented = ArrayPool<int>.Shared.Rent(piles + 1);
        var pile = 0;
        for (var p = 0; p < market.Programs; p++)
        {
            pile += highest[p] + 1;
            highest[p] = pile - 1;
        }

        fixed (int* first = market.First, program = market.Program, lowest = highest, end = rented, dealt = list)
        {
            // Counted one pile further on, so that adding up gives the start of each.
            new Span<int>(end, piles + 1).Clear();
            for (var e = 0; e < market.Edges; e++)
            {
                end[lowest[program[e]] - order.High(e) + 1]++;
            }

            for (var i = 0; i < piles; i++)
            {
                end[i + 1] += end[i];
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
                    dealt[end[lowest[program[e]] - order.High(e)]++] = applicant;
                }
            }
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    private static void Sort<TOrder>(Market market, TOrder order, Span<int> start, Span<int> list)
        where TOrder : struct, IApplicantOrder
    {
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
