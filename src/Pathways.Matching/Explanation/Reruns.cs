using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Tries changes by running the mechanism again.</summary>
internal sealed class Reruns(CompiledProblem problem, MatchOptions options)
{
    /// <summary>What would have opened an opportunity whose seats went to others.</summary>
    /// <param name="s">Who.</param>
    /// <param name="o">Where.</param>
    /// <param name="edge">The edge of the two.</param>
    /// <param name="filled">Why not.</param>
    /// <param name="standings">Who got the seats.</param>
    public ImmutableArray<WhatIf> Filled(int s, int o, int edge, Reason.SeatsFilled filled, Standings standings)
    {
        var cutoffClass = standings.CutoffClass(o);
        var found = ImmutableArray.CreateBuilder<WhatIf>();
        found.AddRange(Seats(s, o, edge));
        var market = problem.Market;
        if (market.Class[edge] == cutoffClass)
        {
            if (NumberToBeat(s, o, standings.ToBeat(s, o)) is { } number)
            {
                found.Add(new WhatIf.BetterLottery(filled.Opportunity, number, filled.Cutoff.IsInputPlace));
            }
        }
        else if (filled.Cutoff.Points is not null && Opens(Just(edge, cutoffClass, above: false), s, o))
        {
            found.Add(new WhatIf.HigherPriority(filled.Opportunity, filled.Cutoff.Points, filled.Cutoff.Place, EqualIsEnough: true));
        }
        else if (Opens(Just(edge, cutoffClass, above: true), s, o))
        {
            found.Add(new WhatIf.HigherPriority(filled.Opportunity, filled.Cutoff.Points, filled.Cutoff.Place, EqualIsEnough: false));
        }

        return found.ToImmutable();
    }

    /// <summary>The fewest more seats that would have opened an opportunity.</summary>
    public ImmutableArray<WhatIf> Seats(int s, int o, int edge)
    {
        var (market, id) = (problem.Market, problem.Problem.Columns.Opportunities[o]);
        var most = market.Reverse.First[o + 1] - market.Reverse.First[o] - market.Capacity[o];
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

        return [new WhatIf.MoreSeats(id, enough)];

        bool OpensWith(int more) => Opens(market.WithCapacity(o, market.Capacity[o] + more), s, o);
    }

    /// <summary>Whether an opportunity below the one the student has could have been had by listing it first.</summary>
    public ImmutableArray<WhatIf> First(int s, int o, int edge)
    {
        var market = problem.Market.WithFirst(s, edge);
        return Matcher.Solve(problem.With(market), options, new Workspace())[s] == o
            ? [new WhatIf.ListedFirst(problem.Problem.Columns.Opportunities[o])]
            : [];
    }

    // Beating the last one who got a seat is mostly enough. It is not when that one, sent on, sets off a chain that ends with somebody
    // of a still better number here; then the one to beat is looked for among those.
    private int? NumberToBeat(int s, int o, IReadOnlyList<(int Student, int Number)> lastFirst)
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

        bool OpensOver(int at) => Opens(problem.Market, s, o, new(s, lastFirst[at].Student, o));
    }

    // Classes are doubled to make room between any two of them.
    private Market Just(int edge, int priorityClass, bool above)
    {
        var market = problem.Market;
        var doubled = Array.ConvertAll(market.Class, c => 2 * c);
        doubled[edge] = (2 * priorityClass) + (above ? 1 : 0);
        return new(market.First, market.Program, doubled, market.Capacity, market.Tied);
    }

    private bool Opens(Market market, int s, int o, MovedNumber? moved = null)
    {
        var held = Matcher.Solve(problem.With(market), options, new Workspace(), moved)[s];
        var columns = problem.Problem.Columns;
        return held != Market.None && columns.RankIn(s, held) <= columns.RankIn(s, o);
    }
}
