namespace Pathways.Matching.Kernel;

/// <summary>Finds a weakly stable matching that leaves as few applicants as possible without a seat, and proves that no other leaves fewer.</summary>
/// <remarks>
/// <para><b>Method.</b> Ties make weakly stable matchings of different sizes. What makes one stable is one number a program: its threshold, the
/// lowest level it holds when it is full, 0 when it is not. Once all thresholds are known, the rest is a largest matching among the edges
/// they allow, which paths find. So the search is over thresholds: first everything that is in no weakly stable matching is
/// deleted (<see cref="ThresholdPropagation"/>) and what is left is split into parts (<see cref="TieComponents"/>); then, for each part, branch
/// and bound over ranges of thresholds (<see cref="ThresholdSearch"/>), with two upper bounds: the largest matching along edges that are
/// left (<see cref="ThresholdFlow"/>), and prices (<see cref="ThresholdBound"/>), which also guide where to look for
/// large matchings (<see cref="GuidedAcceptance"/>).</para>
/// <para><b>Guarantees.</b> The result is weakly stable and no smaller than the start. No weakly stable matching is larger than
/// <see cref="ExactMatching.UpperBound"/>; when both numbers are equal, the result is a largest one. The same without a limit, or with a limit of nodes, on every
/// machine; a limit of time stops where it stops. Which of several largest ones comes out is not the applicants' choice: truthfulness is not
/// promised.</para>
/// <para><b>Cost.</b> Exponential in the worst case: the problem is NP-hard even when every list has three entries. The root takes O(E) a round
/// for E edges, some hundred rounds; memory is O(E) for each level of the search.</para>
/// <para><b>Certificate.</b> For the matching none is needed: <see cref="Pathways.Matching.Verification.Stability"/> checks the definition. For the bound there is none
/// that another program could check: what proves it is that the search ended. Every step of that proof is in integers.</para>
/// <para><b>Source.</b> The problem: K. Iwama, D. F. Manlove, S. Miyazaki and Y. Morita, "Stable Marriage with Incomplete Lists and Ties", ICALP (1999)
/// 443-452. Preprocessing: R. W. Irving and D. F. Manlove, "Finding Large Stable Matchings", ACM Journal of Experimental Algorithmics 14
/// (2009), article 2. Exact models for comparison: M. Delorme, S. García, J. Gondzio, J. Kalcsics, D. F. Manlove and W. Pettersson,
/// "Mathematical Models for Stable Matching Problems with Ties and Incomplete Lists", European Journal of Operational Research 277 (2019)
/// 426-441.</para>
/// </remarks>
internal static class ExactLargestStable
{
    private const long FirstBudget = 25;

    /// <summary>Solves a market whose programs choose by merit alone; ties of applicants and of programs count as ties.</summary>
    /// <param name="market">The market.</param>
    /// <param name="start">A weakly stable matching to start from: by applicant, its edge or <see cref="Market.None"/>. Null starts from scratch.</param>
    /// <param name="isTimeUp">Asked often; once it says yes, the best found and the bound proved until then are returned.</param>
    /// <param name="nodeLimit">How many nodes of the search may be looked at; 0 leaves the bounds and heuristics of the root.</param>
    /// <param name="cancellationToken">Ends the search without a result.</param>
    /// <exception cref="ArgumentException">The market has seat plans or caps, or the start is not weakly stable.</exception>
    public static ExactMatching Solve(
        Market market, int[]? start, Func<bool> isTimeUp, long nodeLimit = long.MaxValue, CancellationToken cancellationToken = default)
    {
        if (!market.IsResponsive)
        {
            throw new ArgumentException("Seats by group and caps over several programs are not part of this problem.", nameof(market));
        }

        var core = TieCore.Of(market);
        if (start is not null && (start.Length != core.Applicants || !IsStable(core, start)))
        {
            throw new ArgumentException("The matching to start from is not weakly stable.", nameof(start));
        }

        var box = new ThresholdBox(core);
        if (!new ThresholdPropagation(core).RunAll(box))
        {
            throw new InvalidOperationException("Every market has a weakly stable matching; this one has none.");
        }

        var settled = new int[core.Applicants];
        var parts = TieComponents.Of(core, box, settled);
        var searches = new ThresholdSearch[parts.Count];
        for (var i = 0; i < searches.Length; i++)
        {
            searches[i] = new(parts[i].Core, parts[i].Box, start is null ? null : parts[i].Core.EdgesOf(start), IsOver);
            searches[i].Root();
        }

        Run(searches, IsOver, nodeLimit);
        return Result(core, settled, parts, searches);

        bool IsOver()
        {
            cancellationToken.ThrowIfCancellationRequested();
            return isTimeUp();
        }
    }

    /// <summary>Gives every part its turn, the smallest first, with more nodes each time round.</summary>
    private static void Run(ThresholdSearch[] searches, Func<bool> isOver, long nodeLimit)
    {
        var left = nodeLimit;
        for (var budget = FirstBudget; left > 0 && !isOver(); budget *= 3)
        {
            var isOpen = false;
            foreach (var search in searches)
            {
                if (search.IsProved || left <= 0)
                {
                    continue;
                }

                var before = search.Nodes;
                search.NodeLimit = left > long.MaxValue - before ? long.MaxValue : before + left;
                search.Try(budget);
                left -= search.Nodes - before;
                isOpen |= !search.IsProved;
            }

            if (!isOpen)
            {
                return;
            }
        }
    }

    private static ExactMatching Result(TieCore core, int[] settled, List<TieComponents.Part> parts, ThresholdSearch[] searches)
    {
        var edgeOf = Array.ConvertAll(settled, e => e == Market.None ? Market.None : core.MarketEdge[e]);
        var size = edgeOf.Length - edgeOf.AsSpan().Count(Market.None);
        var (bound, nodes) = (size, 0L);
        for (var i = 0; i < searches.Length; i++)
        {
            var (part, best) = (parts[i].Core, searches[i].BestEdge);
            size += searches[i].Best;
            bound += searches[i].UpperBound;
            nodes += searches[i].Nodes;
            for (var a = 0; a < best.Length; a++)
            {
                edgeOf[part.MarketApplicant[a]] = best[a] == Market.None ? Market.None : part.MarketEdge[best[a]];
            }
        }

        return new(edgeOf, size, bound, nodes);
    }

    private static bool IsStable(TieCore core, int[] start)
    {
        var edgeOf = core.EdgesOf(start);
        return edgeOf.AsSpan().Count(Market.None) == start.AsSpan().Count(Market.None) && core.IsStable(edgeOf);
    }
}

/// <summary>A weakly stable matching, and a bound on the size of all of them.</summary>
/// <param name="EdgeOf">By applicant, its edge or <see cref="Market.None"/>.</param>
/// <param name="Size">How many are matched.</param>
/// <param name="UpperBound">No weakly stable matching matches more; equal to <paramref name="Size"/> when the matching is proved to be a largest one.</param>
/// <param name="Nodes">How many nodes of the search were looked at.</param>
internal sealed record ExactMatching(int[] EdgeOf, int Size, int UpperBound, long Nodes);
