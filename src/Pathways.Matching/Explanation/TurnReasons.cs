using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Students chose one after the other.</summary>
/// <param name="problem">The problem.</param>
/// <param name="standings">Who has which seat.</param>
/// <param name="byPlace">The students from the last turn to the first.</param>
internal sealed class TurnReasons(CompiledProblem problem, Standings standings, int[] byPlace) : IWhyNot
{
    private readonly int[] _place = TieBreaker.Inverse(byPlace);

    /// <inheritdoc/>
    public Reason Of(int s, int o, int edge)
    {
        var (columns, caps) = (problem.Problem.Columns, problem.Market.Caps);
        var id = columns.Opportunities[o];
        var own = Turn(s);
        for (var node = o; node != Market.None; node = caps?.Parent[node] ?? Market.None)
        {
            var isCap = node >= columns.Seats.Length;
            var seats = isCap ? caps!.Seats[node - caps.Programs] : columns.Seats[o];
            var turns = (isCap ? caps!.Under(node) : [o]).SelectMany(standings.Seated).Select(seat => Turn(seat.Student)).ToList();
            var last = turns.DefaultIfEmpty(0).Max();
            if (turns.Count >= seats && last < own)
            {
                return new Reason.TurnCameLate(
                    id, columns.Seats[o], own, last, isCap ? Theorems.Name(columns, problem.CapOwners[node - caps!.Programs]) : null);
            }
        }

        return new Reason.Blocks(id, Math.Max(0, columns.Seats[o] - standings.Seated(o).Count()));
    }

    private int Turn(int s) => _place.Length - _place[s];
}
