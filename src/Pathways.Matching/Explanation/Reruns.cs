using System.Collections.Concurrent;
using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Tries changes by running the mechanism again.</summary>
/// <param name="problem">The problem.</param>
/// <param name="market">The problem with its ties broken as they were for the matching.</param>
internal sealed class Reruns(CompiledProblem problem, StrictMarket market)
{
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    /// <summary>What would have opened an opportunity whose seats went to others.</summary>
    /// <param name="s">Who.</param>
    /// <param name="o">Where.</param>
    /// <param name="filled">Why not.</param>
    /// <param name="standings">Who got the seats.</param>
    /// <param name="cancellationToken">Gives up between runs.</param>
    public ImmutableArray<WhatIf> Filled(int s, int o, Reason.SeatsFilled filled, Standings standings, CancellationToken cancellationToken)
    {
        var cutoffClass = standings.CutoffClass(o);
        var found = ImmutableArray.CreateBuilder<WhatIf>();
        found.AddRange(Seats(s, o, cancellationToken));
        var edge = market.Market.EdgeTo(s, o);
        if (market.Market.Class[edge] == cutoffClass)
        {
            if (NumberToBeat(s, o, standings.ToBeat(s, o), cancellationToken) is { } number)
            {
                found.Add(new WhatIf.BetterLottery(filled.Opportunity, number, filled.Cutoff.IsInputPlace));
            }
        }
        else if (filled.Cutoff.Points is not null && Opens(market.WithClass(edge, cutoffClass, above: false), s, o, cancellationToken))
        {
            found.Add(new WhatIf.HigherPriority(filled.Opportunity, filled.Cutoff.Points, filled.Cutoff.Place, EqualIsEnough: true));
        }
        else if (Opens(market.WithClass(edge, cutoffClass, above: true), s, o, cancellationToken))
        {
            found.Add(new WhatIf.HigherPriority(filled.Opportunity, filled.Cutoff.Points, filled.Cutoff.Place, EqualIsEnough: false));
        }

        return found.ToImmutable();
    }

    /// <summary>The fewest more seats that would have opened an opportunity.</summary>
    public ImmutableArray<WhatIf> Seats(int s, int o, CancellationToken cancellationToken)
    {
        var (reverse, seats) = (market.Market.Reverse, market.Market.Capacity[o]);
        var most = reverse.First[o + 1] - reverse.First[o] - seats;
        var (tooFew, enough) = (0, 1);
        while (enough <= most && !OpensWith(enough))
        {
            (tooFew, enough) = (enough, Math.Max(enough + 1, Math.Min(2 * enough, most)));
        }

        if (enough > most)
        {
            return [];
        }

        while (enough - tooFew > 1)
        {
            var middle = (tooFew + enough) / 2;
            (tooFew, enough) = OpensWith(middle) ? (tooFew, middle) : (middle, enough);
        }

        return [new WhatIf.MoreSeats(problem.Problem.Columns.Opportunities[o], enough)];

        bool OpensWith(int more) => Opens(market.WithMoreSeats(o, more), s, o, cancellationToken);
    }

    /// <summary>Whether an opportunity below the one the student has could have been had by listing it first.</summary>
    public ImmutableArray<WhatIf> First(int s, int o, CancellationToken cancellationToken) =>
        Seat(market.WithFirst(s, market.Market.EdgeTo(s, o)), s, cancellationToken) == o
            ? [new WhatIf.ListedFirst(problem.Problem.Columns.Opportunities[o])]
            : [];

    // Beating the last one who got a seat is mostly enough. It is not when that one, sent on, sets off a chain that ends with somebody
    // of a still better number here; then the one to beat is looked for among those.
    private int? NumberToBeat(int s, int o, IReadOnlyList<(int Student, int Number)> lastFirst, CancellationToken cancellationToken)
    {
        if (OpensOver(0))
        {
            return lastFirst[0].Number;
        }

        var (tooFew, enough) = (0, lastFirst.Count - 1);
        if (enough == 0 || !OpensOver(enough))
        {
            return null;
        }

        while (enough - tooFew > 1)
        {
            var middle = (tooFew + enough) / 2;
            (tooFew, enough) = OpensOver(middle) ? (tooFew, middle) : (middle, enough);
        }

        return lastFirst[enough].Number;

        bool OpensOver(int at) => Opens(market.WithNumber(new(s, lastFirst[at].Student, o)), s, o, cancellationToken);
    }

    private bool Opens(StrictMarket changed, int s, int o, CancellationToken cancellationToken)
    {
        var held = Seat(changed, s, cancellationToken);
        var columns = problem.Problem.Columns;
        return held != Market.None && columns.RankIn(s, held) <= columns.RankIn(s, o);
    }

    private int Seat(StrictMarket changed, int s, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var workspace = _workspaces.TryTake(out var used) ? used : new();
        var seat = changed.SolveFor(s, workspace, cancellationToken);
        _workspaces.Add(workspace);
        return seat;
    }
}
