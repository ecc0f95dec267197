using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>First choices were served for good before second ones, and so on.</summary>
/// <param name="problem">The problem.</param>
/// <param name="standings">How students compare.</param>
/// <param name="strict">The market that was matched.</param>
internal sealed class RoundReasons(CompiledProblem problem, Standings standings, StrictMarket strict) : IWhyNot
{
    private readonly Lazy<int[]> _lastRound = new(() => strict.LastRounds());

    /// <inheritdoc/>
    public Reason Of(int s, int o, int edge)
    {
        var columns = problem.Problem.Columns;
        var (id, seats) = (columns.Opportunities[o], columns.Seats[o]);
        var (own, last) = (Round(s, o), _lastRound.Value[o]);
        if (last == 0)
        {
            return new Reason.Blocks(id, seats - standings.Seated(o).Count());
        }

        if (last < own)
        {
            return new Reason.FilledEarlier(id, seats, own, last);
        }

        var ownClass = problem.Market.Class[edge];
        var rivals = standings.Seated(o).Where(seat => Round(seat.Student, o) == own).Select(seat => (seat.Student, Opportunity: o, seat.Class)).ToList();
        var worst = standings.LastOf(rivals);
        var higher = rivals.Count(seat => seat.Class > ownClass);
        return new Reason.FilledInRound(
            id, seats, own, rivals.Count, higher, rivals.Count - higher,
            standings.Of(s, o, ownClass), standings.Of(worst.Student, o, worst.Class));
    }

    private int Round(int s, int o) => strict.Market.EdgeTo(s, o) - strict.Market.First[s] + 1;
}
