using Pathways.Matching.Kernel;

namespace Pathways.Matching.Verification;

/// <summary>A proof of stability that takes one pass to check: what it took to get in, at each program and under each cap.</summary>
/// <remarks>
/// <para>Every applicant has the first edge of the own list whose key is at least the cutoff of the program and of every cap around it, or
/// nothing when there is none; nothing has more than its seats; and what has a cutoff is full. Then whoever would rather be elsewhere
/// finds a full node on the way in all of whose seats went to better keys, so that nobody blocks: neither by these keys, nor
/// by the priorities from which they were made by breaking ties. Stable matchings are just the ones that have such cutoffs, and
/// then those that are the worst key held do.</para>
/// <para>E. M. Azevedo and J. D. Leshno, "A supply and demand framework for two-sided matching markets", Journal of Political Economy 124
/// (2016) 1235-1268, lemma 1; caps that lie inside each other add nothing but more cutoffs to meet. Shares no code with the mechanisms.</para>
/// </remarks>
internal static class CutoffCertificate
{
    /// <summary>A cutoff that every key meets.</summary>
    public const long Open = -1;

    /// <summary>A cutoff that no key meets: there are no seats.</summary>
    public const long Closed = long.MaxValue;

    /// <summary>By node of the caps, or by program where there are none, the worst key held where all seats are taken.</summary>
    /// <param name="market">A strict market without kinds of seats.</param>
    /// <param name="keys">By edge: higher is better, and comparable under each outermost cap.</param>
    /// <param name="programOf">By applicant, its program or <see cref="Market.None"/>.</param>
    public static long[] Tightest(Market market, long[] keys, int[] programOf)
    {
        var taken = new int[Nodes(market)];
        var cutoffs = new long[taken.Length];
        Array.Fill(cutoffs, Closed);
        for (var a = 0; a < programOf.Length; a++)
        {
            if (programOf[a] == Market.None)
            {
                continue;
            }

            var key = market.EdgeTo(a, programOf[a]) is not Market.None and var edge ? keys[edge] : Open;
            for (var node = programOf[a]; node != Market.None; node = Around(market, node))
            {
                taken[node]++;
                cutoffs[node] = Math.Min(cutoffs[node], key);
            }
        }

        for (var node = 0; node < cutoffs.Length; node++)
        {
            cutoffs[node] = taken[node] < Seats(market, node) ? Open : cutoffs[node];
        }

        return cutoffs;
    }

    /// <summary>Where cutoffs fail to prove a matching stable; none when they prove it.</summary>
    /// <param name="market">A strict market without kinds of seats.</param>
    /// <param name="keys">By edge: higher is better, and comparable under each outermost cap.</param>
    /// <param name="programOf">By applicant, its program or <see cref="Market.None"/>.</param>
    /// <param name="cutoffs">By node.</param>
    public static IEnumerable<CertificateFlaw> Flaws(Market market, long[] keys, int[] programOf, long[] cutoffs)
    {
        var taken = new int[Nodes(market)];
        for (var a = 0; a < programOf.Length; a++)
        {
            for (var node = programOf[a]; node != Market.None; node = Around(market, node))
            {
                taken[node]++;
            }

            var first = market.First[a];
            while (first < market.First[a + 1] && !Meets(market, market.Program[first], keys[first], cutoffs))
            {
                first++;
            }

            if (programOf[a] != (first < market.First[a + 1] ? market.Program[first] : Market.None))
            {
                yield return new(CertificateFlawKind.NotFirst, a);
            }
        }

        for (var node = 0; node < taken.Length; node++)
        {
            if (taken[node] > Seats(market, node))
            {
                yield return new(CertificateFlawKind.TooMany, node);
            }
            else if (cutoffs[node] > Open && taken[node] < Seats(market, node))
            {
                yield return new(CertificateFlawKind.NotFull, node);
            }
        }
    }

    private static bool Meets(Market market, int program, long key, long[] cutoffs)
    {
        var node = program;
        while (node != Market.None && key >= cutoffs[node])
        {
            node = Around(market, node);
        }

        return node == Market.None;
    }

    private static int Nodes(Market market) => market.Caps?.Parent.Length ?? market.Programs;

    private static int Around(Market market, int node) => market.Caps?.Parent[node] ?? Market.None;

    private static int Seats(Market market, int node) =>
        node < market.Programs ? market.Capacity[node] : market.Caps!.Seats[node - market.Programs];
}

/// <summary>Where cutoffs fail.</summary>
/// <param name="Kind">How.</param>
/// <param name="Index">The applicant, or the node.</param>
internal readonly record struct CertificateFlaw(CertificateFlawKind Kind, int Index);

/// <summary>How cutoffs fail.</summary>
internal enum CertificateFlawKind
{
    /// <summary>An applicant has another edge than the first that meets the cutoffs.</summary>
    NotFirst,

    /// <summary>A node has more than its seats.</summary>
    TooMany,

    /// <summary>A node has a cutoff, and empty seats.</summary>
    NotFull,
}
