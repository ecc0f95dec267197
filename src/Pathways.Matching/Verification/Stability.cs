using Pathways.Matching.Kernel;

namespace Pathways.Matching.Verification;

/// <summary>Weak stability, from the definition: nobody has a choice that they strictly prefer and that would take them.</summary>
/// <remarks>
/// An acceptable pair blocks when the student strictly prefers the opportunity to their seat (or to none), and the opportunity has a
/// free seat or somebody of a strictly lower priority class; one that reserves seats is asked by <see cref="ReserveStability"/>, one under caps by
/// <see cref="CapStability"/>. A seat of a pair that is not acceptable is worth nothing to either side: the
/// student would rather have any acceptable choice, the opportunity any acceptable student. Shares no code with the mechanisms.
/// D. F. Manlove, "Algorithmics of Matching Under Preferences" (2013), section 3.1 (weak stability with ties).
/// </remarks>
internal static class Stability
{
    /// <summary>The complete list of blocking edges, in one pass over the edges.</summary>
    /// <param name="market">The market, ties and all.</param>
    /// <param name="programOf">By applicant, its program or <see cref="Market.None"/>.</param>
    /// <param name="reserves">What programs with kinds of seats would do in this matching; made when there are some and nothing is said.</param>
    /// <param name="cancellationToken">Gives up between applicants.</param>
    public static List<(int Applicant, int Program)> BlockingPairs(
        Market market, int[] programOf, ReserveStability? reserves = null, CancellationToken cancellationToken = default)
    {
        var taken = new int[market.Programs];
        var worst = new int[market.Programs];
        var ownEdge = new int[market.Applicants];
        Array.Fill(worst, int.MaxValue);
        for (var a = 0; a < market.Applicants; a++)
        {
            ownEdge[a] = market.First[a + 1];
            if (programOf[a] == Market.None)
            {
                continue;
            }

            taken[programOf[a]]++;
            if (market.EdgeTo(a, programOf[a]) is not Market.None and var edge)
            {
                ownEdge[a] = edge;
                worst[programOf[a]] = Math.Min(worst[programOf[a]], market.Class[edge]);
            }
            else
            {
                worst[programOf[a]] = -1; // anybody acceptable is better than somebody who is not
            }
        }

        // What an applicant would have to beat: any class where a seat is free, else that of the worst who has one.
        for (var p = 0; p < market.Programs; p++)
        {
            worst[p] = market.Capacity[p] == 0 ? int.MaxValue : taken[p] < market.Capacity[p] ? -1 : worst[p];
        }

        var caps = market.Caps is null ? null : new CapStability(market, programOf);
        var blocking = new List<(int, int)>();
        for (var a = 0; a < market.Applicants; a++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var better = StartOfTie(market, a, ownEdge[a]);
            for (var edge = market.First[a]; edge < better; edge++)
            {
                var program = market.Program[edge];
                if (market.Plan is { } plan && plan.Rules(program) ? (reserves ??= new(market, programOf)).Takes(a, edge)
                    : market.Caps is { } tree && tree.Rules(program) ? caps!.Takes(a, edge)
                    : market.Class[edge] > worst[program])
                {
                    blocking.Add((a, program));
                }
            }
        }

        return blocking;
    }

    private static int StartOfTie(Market market, int applicant, int edge)
    {
        if (market.Tied is { } tied && edge < market.First[applicant + 1])
        {
            while (tied[edge])
            {
                edge--;
            }
        }

        return edge;
    }
}
