using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Seats were traded away step by step.</summary>
/// <param name="problem">The problem.</param>
/// <param name="standings">How students compare.</param>
/// <param name="strict">The market that was matched.</param>
internal sealed class TradeReasons(CompiledProblem problem, Standings standings, StrictMarket strict) : IWhyNot
{
    private readonly Lazy<(int[] Own, int[] Last)> _steps = new(() =>
    {
        var (own, last) = (new int[strict.Market.Applicants], new int[strict.Market.Programs]);
        strict.Trade(new(), own, last, CancellationToken.None);
        return (own, last);
    });

    /// <inheritdoc/>
    public Reason Of(int s, int o, int edge)
    {
        var columns = problem.Problem.Columns;
        var (own, last) = (_steps.Value.Own[s], _steps.Value.Last[o]);
        return last == 0
            ? new Reason.Blocks(columns.Opportunities[o], columns.Seats[o] - standings.Seated(o).Count())
            : new Reason.TradedAway(columns.Opportunities[o], columns.Seats[o], own, last, standings.Of(s, o, problem.Market.Class[edge]));
    }
}
