using System.Diagnostics;

namespace Pathways.Matching.Kernel;

/// <summary>Finds a stable matching of at least two thirds of the largest size, with ties on both sides and one level of caps over programs.</summary>
/// <remarks>
/// <para><b>Method.</b> Proposals with a second chance, as in <see cref="PromotedProposals"/>, and three rules more. Among tied programs an
/// applicant first asks one that has room: a free seat, and room under its cap. Who sits in such a seat while a tied program still
/// has room is in doubt: whoever asks for the seat gets it, and the one in doubt takes a seat at the other without having been
/// rejected. A full cap puts out its worst, in whichever program. (Cooper and Manlove end with moves to free seats under the same cap.
/// There are none here: an applicant has one key under a cap, so whoever is put out of a program was no worse than all it had refused.)</para>
/// <para><b>Guarantees.</b> Weakly stable for strict gains (under a cap: as in student-project allocation). No stable matching is more than
/// 3/2 as large.</para>
/// <para><b>Cost.</b> O(E (log c + k)) time for E edges, largest capacity c and at most k programs under one cap; O(E) space.</para>
/// <para><b>Certificate.</b> None of the size; stability is checked from its definition.</para>
/// <para><b>Source.</b> Ties on both sides: Z. Király, "Linear Time Local Approximation Algorithm for Maximum Stable Marriage", Algorithms 6
/// (2013) 471-484. Caps: F. Cooper and D. Manlove, "A 3/2-Approximation Algorithm for the Student-Project Allocation Problem", 17th
/// International Symposium on Experimental Algorithms (2018) 8:1-8:13.</para>
/// </remarks>
internal static class PromotedProjectProposals
{
    /// <summary>
    /// Whether the theorem is about such a market: one level of caps, and under each of them an applicant in one and the same class wherever it
    /// applies. A lecturer has one list for all projects.
    /// </summary>
    public static bool Covers(Market market)
    {
        if (market.Plan is not null || market.Caps is { Depth: > 1 })
        {
            return false;
        }

        for (var a = 0; market.Caps is { } caps && a < market.Applicants; a++)
        {
            for (var edge = market.First[a]; edge < market.First[a + 1]; edge++)
            {
                for (var other = market.First[a]; other < edge; other++)
                {
                    if (caps.Root[market.Program[edge]] == caps.Root[market.Program[other]] && market.Class[edge] != market.Class[other])
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>By applicant, the edge of its seat or <see cref="Market.None"/>.</summary>
    /// <param name="market">One that the algorithm <see cref="Covers"/>.</param>
    /// <param name="order">The high word must be the class alone.</param>
    /// <param name="cancellationToken">Looked at every few thousand turns.</param>
    public static int[] Solve<TOrder>(Market market, TOrder order, CancellationToken cancellationToken = default)
        where TOrder : struct, IApplicantOrder
    {
        Debug.Assert(Covers(market), "No theorem is about this market.");
        return new SecondChances<TOrder>(market, order).ToEnd(cancellationToken);
    }
}
