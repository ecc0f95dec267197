using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Runs a mechanism again; an exact search only as far as a bound of work, the same on every machine, allows.</summary>
/// <param name="options">How the matching was made.</param>
/// <param name="cancellationToken">Gives up.</param>
/// <param name="mostWork">How many edges an exact search may go over, counted each time it asks whether it has to end.</param>
internal sealed class BoundedSearch(MatchOptions options, CancellationToken cancellationToken, long mostWork = BoundedSearch.MostWork)
{
    // Each time the search asks whether it has to end it has gone over the edges a few times.
    // On the Marlborough sample (3259 acceptable pairs) the search was not proved after 20 000 times of asking, which took 4 s and more; an explanation
    // of one student needs several such searches, so they are cut instead of waited for.
    public const long MostWork = 20_000_000;
    private const int MostEdges = 20_000;

    private bool _wasCut;

    private bool IsExact => options.Exact || options.TimeLimit is not null;

    /// <summary>By applicant, the program or <see cref="Market.None"/>; null when the search did not end.</summary>
    public int[]? Solve(StrictMarket market) =>
        Run(market, new()) is { } solution ? market.Programs(solution) : null;

    /// <summary>What one applicant gets: a program, or <see cref="Market.None"/>, also when the search did not end.</summary>
    public int SeatOf(StrictMarket market, int applicant, Workspace workspace) =>
        Run(market, workspace)?.EdgeOf[applicant] is not (null or Market.None) and { } edge ? market.Market.Program[edge] : Market.None;

    /// <summary>Whether, since this was last asked, a search was not ended by a proof, so that what it would have found is not known.</summary>
    public bool WasCut()
    {
        var wasCut = _wasCut;
        _wasCut = false;
        return wasCut;
    }

    private Solution? Run(StrictMarket market, Workspace workspace)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!IsExact)
        {
            return market.Run(workspace, isTimeUp: null, cancellationToken);
        }

        if (market.Market.Edges <= MostEdges)
        {
            var left = mostWork / Math.Max(1, market.Market.Edges);
            var solution = market.Run(workspace, () => --left < 0, cancellationToken);
            if (solution.UpperBound == solution.EdgeOf.Length - solution.EdgeOf.AsSpan().Count(Market.None))
            {
                return solution;
            }
        }

        _wasCut = true;
        return null;
    }
}
