using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>First choices were served for good before second ones, and so on.</summary>
/// <param name="problem">The problem.</param>
/// <param name="standings">How students compare.</param>
/// <param name="strict">The market that was matched.</param>
internal sealed class RoundReasons(CompiledProblem problem, Standings standings, StrictMarket strict) : IWhyNot
{
    private readonly Lazy<int[]> _lastRound = new(() => strict.LastRounds());

    /// <summary>Those who got a seat of an opportunity in the round in which a student asked for it.</summary>
    public static List<(int Student, int Opportunity, int Class)> SeatedInRound(StrictMarket strict, Standings standings, int s, int o)
    {
        var own = Round(strict.Market, s, o);
        return [.. standings.Seated(o).Where(seat => Round(strict.Market, seat.Student, o) == own).Select(seat => (seat.Student, o, seat.Class))];
    }

    /// <inheritdoc/>
    public Reason Of(int s, int o, int edge)
    {
        var columns = problem.Problem.Columns;
        var (id, seats) = (columns.Opportunities[o], columns.Seats[o]);
        var (own, last) = (Round(strict.Market, s, o), _lastRound.Value[o]);
        if (last == 0)
        {
            return new Reason.Blocks(id, seats - standings.Seated(o).Count());
        }

        if (last < own)
        {
            return new Reason.FilledEarlier(id, seats, own, last);
        }

        var ownClass = problem.Market.Class[edge];
        var rivals = SeatedInRound(strict, standings, s, o);
        var worst = standings.LastOf(rivals);
        var higher = rivals.Count(seat => seat.Class > ownClass);
        return new Reason.FilledInRound(
            id, seats, own, rivals.Count, higher, rivals.Count - higher,
            standings.Of(s, o, ownClass), standings.Of(worst.Student, o, worst.Class));
    }

    private static int Round(Market market, int s, int o) => market.EdgeTo(s, o) - market.First[s] + 1;
}
