using System.Collections.Concurrent;
using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Tries changes by running the mechanism again.</summary>
/// <param name="problem">The problem.</param>
/// <param name="market">The problem with its ties broken as they were for the matching.</param>
/// <param name="options">How the matching was made.</param>
/// <param name="refusals">Every rule that keeps a student from an opportunity.</param>
internal sealed class Reruns(
    CompiledProblem problem, StrictMarket market, MatchOptions options, Func<StudentId, OpportunityId, ImmutableArray<Refusal>>? refusals)
{
    // Where more seats need not be better for everybody, numbers are tried one by one, and no more than so many.
    private const int MostTries = 16;

    // Opportunities that were not listed.
    private const int MostListed = 20;

    // A search takes many times a plain run.
    private const int MostSearches = 3;

    private readonly ConcurrentBag<Workspace> _workspaces = [];
    private readonly LongerLists _longer = new(problem, market, refusals);

    private bool IsSearch => options.Mechanism == Mechanism.LargestStable;

    // With deferred acceptance, whom some seats more are enough for, more are, too; and so it is in turns. Under a cap, though, more seats may
    // draw others to them.
    private bool IsMonotonic => market.Market.Caps is null && !options.Improve && (options.Mechanism == Mechanism.StudentOptimal
        || options.Mechanism == Mechanism.OpportunityOptimal || options.Mechanism == Mechanism.SerialDictatorship);

    /// <summary>What would have given the student the opportunity, or something better.</summary>
    /// <param name="s">Who.</param>
    /// <param name="o">Where.</param>
    /// <param name="reason">Why not.</param>
    /// <param name="standings">Who got the seats.</param>
    /// <param name="cancellationToken">Gives up between runs.</param>
    public IEnumerable<WhatIf> For(int s, int o, Reason reason, Standings standings, CancellationToken cancellationToken)
    {
        var edge = market.Market.EdgeTo(s, o);
        return reason switch
        {
            Reason.NoSeats => Seats(s, o, cancellationToken),
            Reason.HoldsBetter => First(s, o, cancellationToken),
            Reason.SeatsFilled filled =>
                [.. Seats(s, o, cancellationToken), .. Order(s, o, standings.CutoffClass(o), filled.Cutoff, standings, cancellationToken)],
            Reason.KindsFilled =>
                [.. Seats(s, o, cancellationToken), .. Kinds(s, o, standings, cancellationToken)],
            Reason.CapFilled => [.. Seats(s, o, cancellationToken), .. Caps(s, o, cancellationToken)],
            Reason.TurnCameLate => [.. Seats(s, o, cancellationToken), .. Caps(s, o, cancellationToken)],
            Reason.FilledEarlier => [.. Seats(s, o, cancellationToken), .. First(s, o, cancellationToken)],
            Reason.FilledInRound filled =>
                [.. Seats(s, o, cancellationToken), .. Above(s, edge, RoundCutoff(s, o, standings), filled.Cutoff, o, cancellationToken), .. First(s, o, cancellationToken)],
            Reason.TradedAway => Seats(s, o, cancellationToken),
            _ => [],
        };
    }

    // Seats that went in earlier rounds are out of reach, whoever has them.
    private int RoundCutoff(int s, int o, Standings standings) =>
        standings.LastOf(RoundReasons.SeatedInRound(market, standings, s, o)).Class;

    /// <summary>What a student without a seat would have got by listing it, too.</summary>
    public IEnumerable<WhatIf> Longer(int s, CancellationToken cancellationToken) =>
        _longer.For(s, IsSearch ? MostSearches : MostListed, changed => Seat(changed, s, cancellationToken));

    /// <summary>The fewest more seats that would have opened an opportunity.</summary>
    private IEnumerable<WhatIf> Seats(int s, int o, CancellationToken cancellationToken)
    {
        var reverse = market.Market.Reverse;
        var most = reverse.First[o + 1] - reverse.First[o] - market.Market.Capacity[o];
        return Fewest(most, more => Opens(market.WithMoreSeats(o, more), s, o, cancellationToken)) is { } enough
            ? [new WhatIf.MoreSeats(problem.Problem.Columns.Opportunities[o], enough)]
            : [];
    }

    /// <summary>The fewest more seats under one of the caps around an opportunity that would have opened it.</summary>
    private IEnumerable<WhatIf> Caps(int s, int o, CancellationToken cancellationToken)
    {
        if (market.Market.Caps is not { } caps)
        {
            yield break;
        }

        for (var node = caps.Parent[o]; node != Market.None; node = caps.Parent[node])
        {
            var cap = node - caps.Programs;
            if (Fewest(MostTries, more => Opens(market.WithMoreUnderCap(cap, more), s, o, cancellationToken)) is { } enough)
            {
                yield return new WhatIf.MoreUnderCap(Theorems.Name(problem.Problem.Columns, problem.CapOwners[cap]), enough);
            }
        }
    }

    /// <summary>Whether an opportunity could have been had by listing it first.</summary>
    private IEnumerable<WhatIf> First(int s, int o, CancellationToken cancellationToken) =>
        Seat(market.WithFirst(s, market.Market.EdgeTo(s, o)), s, cancellationToken) == o
            ? [new WhatIf.ListedFirst(problem.Problem.Columns.Opportunities[o])]
            : [];

    /// <summary>A better number, or higher priority.</summary>
    private IEnumerable<WhatIf> Order(int s, int o, int cutoffClass, Standing cutoff, Standings standings, CancellationToken cancellationToken)
    {
        var edge = market.Market.EdgeTo(s, o);
        if (market.Market.Class[edge] != cutoffClass || cutoff.Lottery is null)
        {
            return Above(s, edge, cutoffClass, cutoff, o, cancellationToken);
        }

        return NumberToBeat(s, o, standings.ToBeat(s, o), cancellationToken) is { } number
            ? [new WhatIf.BetterLottery(problem.Problem.Columns.Opportunities[o], number, cutoff.IsInputPlace)]
            : [];
    }

    /// <summary>Priority above the last one of a kind of seats that the student may take.</summary>
    private IEnumerable<WhatIf> Kinds(int s, int o, Standings standings, CancellationToken cancellationToken)
    {
        var edge = market.Market.EdgeTo(s, o);
        var lowestFirst = standings.Seated(o).Select(seat => (seat.Student, seat.Class)).Distinct().OrderBy(seat => seat.Class);
        foreach (var (student, priorityClass) in lowestFirst.DistinctBy(seat => seat.Class))
        {
            if (Above(s, edge, priorityClass, standings.Of(student, o, priorityClass), o, cancellationToken).FirstOrDefault() is { } found)
            {
                return [found];
            }
        }

        return [];
    }

    private IEnumerable<WhatIf> Above(int s, int edge, int cutoffClass, Standing cutoff, int o, CancellationToken cancellationToken)
    {
        var id = problem.Problem.Columns.Opportunities[o];
        if (market.Market.Class[edge] < cutoffClass && cutoff.Points is not null
            && Opens(market.WithClass(s, edge, cutoffClass, above: false), s, o, cancellationToken))
        {
            return [new WhatIf.HigherPriority(id, cutoff.Points, cutoff.Place, EqualIsEnough: true)];
        }

        return market.Market.Class[edge] <= cutoffClass && Opens(market.WithClass(s, edge, cutoffClass, above: true), s, o, cancellationToken)
            ? [new WhatIf.HigherPriority(id, cutoff.Points, cutoff.Place, EqualIsEnough: false)]
            : [];
    }

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

    /// <summary>The least number from 1 that is enough; null when none up to the most is, or none of those that are tried.</summary>
    private int? Fewest(int most, Func<int, bool> isEnough)
    {
        if (!IsMonotonic)
        {
            var tried = Math.Min(most, IsSearch ? MostSearches : MostTries);
            return Enumerable.Range(1, Math.Max(0, tried)).Where(isEnough).Select(number => (int?)number).FirstOrDefault();
        }

        var (tooFew, enough) = (0, 1);
        while (enough <= most && !isEnough(enough))
        {
            (tooFew, enough) = (enough, Math.Max(enough + 1, Math.Min(2 * enough, most)));
        }

        if (enough > most)
        {
            return null;
        }

        while (enough - tooFew > 1)
        {
            var middle = (tooFew + enough) / 2;
            (tooFew, enough) = isEnough(middle) ? (tooFew, middle) : (middle, enough);
        }

        return enough;
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
