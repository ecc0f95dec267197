using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Tries changes by running the mechanism again.</summary>
internal sealed class Reruns(CompiledProblem problem, MatchOptions options)
{
    /// <summary>What would have opened an opportunity whose seats went to others.</summary>
    public ImmutableArray<WhatIf> Filled(int s, int o, int edge, Reason.SeatsFilled filled, int cutoffClass)
    {
        var found = ImmutableArray.CreateBuilder<WhatIf>();
        found.AddRange(Seats(s, o, edge));
        var market = problem.Market;
        if (market.Class[edge] == cutoffClass)
        {
            if (Opens(Just(edge, cutoffClass, above: true), s, o))
            {
                found.Add(new WhatIf.BetterLottery(filled.Opportunity, filled.Cutoff.Lottery));
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

    // Classes are doubled to make room between any two of them.
    private Market Just(int edge, int priorityClass, bool above)
    {
        var market = problem.Market;
        var doubled = Array.ConvertAll(market.Class, c => 2 * c);
        doubled[edge] = (2 * priorityClass) + (above ? 1 : 0);
        return new(market.First, market.Program, doubled, market.Capacity, market.Tied);
    }

    private bool Opens(Market market, int s, int o)
    {
        var held = Matcher.Solve(problem.With(market), options, new Workspace())[s];
        var columns = problem.Problem.Columns;
        return held != Market.None && columns.RankIn(s, held) <= columns.RankIn(s, o);
    }
}
