using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <content>Higher priority, a better number, an earlier turn: the least of each that would have been enough.</content>
internal sealed partial class Reruns
{
    private int MostOrders => IsSearch ? Math.Clamp(MostSearchedEdges / Math.Max(1, market.Market.Edges), MostSearches, 64) : 64;

    /// <summary>The least better number where numbers decided, and the least higher priority.</summary>
    private IEnumerable<Tried> Order(int s, int o, Reason reason, Standings standings, BoundedSearch search)
    {
        var edge = market.Market.EdgeTo(s, o);
        var (node, last) = Last(s, o, reason, standings);
        var ties = last is { } of && of.Class == market.Market.Class[edge];
        var byNumber = standings.Number(s, o) is not null && (reason is Reason.KindsFilled or Reason.TradedAway || ties);
        var number = byNumber ? Number(s, o, last, standings, search) : default;
        if (byNumber)
        {
            yield return number;
        }

        // Where all are equal there is no priority to be had, nor is one needed where a number does it.
        var isRanked = !problem.Problem.Columns.RanksEveryone[o] || PartnerRanking(o) is not null;
        if (!byNumber || (isRanked && (number.Found is null || reason is not Reason.SeatsFilled and not Reason.FilledInRound)))
        {
            yield return Priority(s, o, node, last?.Class ?? int.MaxValue, standings, search);
        }
    }

    /// <summary>The last one of those who went before: within a cap (the node), at the opportunity, or in the round; null where trades decided.</summary>
    private (int Node, (int Student, int Opportunity, int Class)? Seat) Last(int s, int o, Reason reason, Standings standings)
    {
        if (reason is Reason.TradedAway)
        {
            return (o, null);
        }

        if (reason is not Reason.CapFilled capped)
        {
            // Seats that went in earlier rounds are out of reach, whoever has them.
            var seated = reason is Reason.FilledInRound ? RoundReasons.SeatedInRound(market, standings, s, o)
                : standings.Seated(o).Select(seat => (seat.Student, o, seat.Class));
            return (o, seated.Any() ? standings.LastOf(seated) : null);
        }

        var caps = market.Market.Caps!;
        var node = caps.Parent[o];
        while (Theorems.Name(problem.Problem.Columns, problem.CapOwners[node - caps.Programs]) != capped.Cap)
        {
            node = caps.Parent[node];
        }

        var under = caps.Under(node).SelectMany(p => standings.Seated(p).Select(seat => (seat.Student, Opportunity: p, seat.Class)));
        return (node, under.Any(seat => seat.Student != s) ? standings.LastOf(under.Where(seat => seat.Student != s)) : null);
    }

    private Tried Number(int s, int o, (int Student, int Opportunity, int Class)? last, Standings standings, BoundedSearch search)
    {
        var id = problem.Problem.Columns.Opportunities[o];
        var better = standings.Better(s, o);
        var likely = last is { } seat && standings.Number(seat.Student, seat.Opportunity) is { } number ? better.FindIndex(one => one.Number <= number) : better.Count - 1;
        var least = LeastEnough.Of(
            better.Count, likely < 0 ? better.Count - 1 : likely, MostOrders,
            at => Opens(market.WithNumber(new(s, better[at].Student, o)), s, o, search));
        return Tried.Of(
            search, least is { } enough ? new WhatIf.BetterLottery(id, better[enough.At].Number, standings.IsInputOrder) : null,
            new NoWhatIf.BetterLottery(id, standings.IsInputOrder), least?.IsLeast ?? true);
    }

    private Tried Priority(int s, int o, int node, int cutoffClass, Standings standings, BoundedSearch search)
    {
        var (id, own) = (problem.Problem.Columns.Opportunities[o], market.Market.Class[market.Market.EdgeTo(s, o)]);
        var hasPoints = standings.Of(s, o, own).Points is not null;
        // A partner ranks once for all its opportunities, so whoever is raised at one is raised at each.
        var partner = PartnerRanking(o);
        int[] changed = partner is null ? [o] : OpportunitiesOf(partner);
        var rivals = Rivals(s, o, node, own, hasPoints, changed);
        var steps = rivals.SelectMany(rival => hasPoints && rival.Class > own ? (bool[])[false, true] : [true], (rival, above) => (Rival: rival, IsAbove: above)).ToList();
        var likely = steps.FindIndex(step => step.Rival.Class >= cutoffClass);
        var least = LeastEnough.Of(
            steps.Count, likely < 0 ? steps.Count - 1 : likely, MostOrders,
            at => Opens(market.WithClass(s, changed, steps[at].Rival.Class, steps[at].IsAbove), s, o, search));
        if (least is not { } enough)
        {
            return Tried.Of(search, null, new NoWhatIf.HigherPriority(id));
        }

        var ((student, where, priorityClass), isAbove) = steps[enough.At];
        var standing = standings.Of(student, where, priorityClass);
        var place = partner is not null ? standings.Among(student, where, priorityClass, changed).Place
            : node == o ? standings.Of(s, o, priorityClass).Place
            : standings.Among(student, where, priorityClass, market.Market.Caps!.Under(node)).Place;
        var higher = new WhatIf.HigherPriority(id, hasPoints ? standing.Points : null, place, EqualIsEnough: !isAbove, partner?.Id);
        return Tried.Of(search, higher, new NoWhatIf.HigherPriority(id), enough.IsLeast);
    }

    /// <summary>The partner whose order is that of an opportunity; null when the opportunity has its own or none.</summary>
    private ProblemPartner? PartnerRanking(int o) =>
        problem.Problem.Columns is var columns && columns.PartnerOf[o] is >= 0 and var partner && columns.Partners[partner].Priorities is not null
            ? columns.Partners[partner]
            : null;

    private int[] OpportunitiesOf(ProblemPartner partner) =>
        [.. Enumerable.Range(0, market.Market.Programs).Where(o => PartnerRanking(o) == partner)];

    /// <summary>One other student of each class that is no lower than the student's, from the lowest.</summary>
    private List<(int Student, int Opportunity, int Class)> Rivals(int s, int o, int node, int own, bool hasPoints, int[] ranked)
    {
        // Points are on one scale under the outermost cap, and count in trades of seats even for who does not list it.
        var caps = market.Market.Caps;
        IEnumerable<int> programs = ranked is not [_] || caps is null || !caps.Rules(o) ? ranked : hasPoints ? caps.Under(caps.Root[o]) : node == o ? [o] : caps.Under(node);
        var classes = options.Mechanism == Mechanism.TopTradingCycles && hasPoints ? market.RankedClasses : market.Market;
        var reverse = classes.Reverse;
        return
        [
            .. programs.SelectMany(
                    program => Enumerable.Range(reverse.First[program], reverse.First[program + 1] - reverse.First[program]),
                    (program, at) => (Student: reverse.Applicant[at], Opportunity: program, Class: classes.Class[reverse.Edge[at]]))
                .Where(rival => rival.Student != s && rival.Class >= own)
                .OrderBy(rival => rival.Class).DistinctBy(rival => rival.Class),
        ];
    }

    /// <summary>The latest turn that would have been early enough.</summary>
    private IEnumerable<Tried> Turn(int s, int o, int lastTurn, BoundedSearch search)
    {
        var (id, own) = (problem.Problem.Columns.Opportunities[o], market.TurnOf(s));
        var least = LeastEnough.Of(own - 1, own - 1 - lastTurn, MostOrders, at => Opens(market.WithTurn(s, own - 1 - at), s, o, search));
        yield return Tried.Of(
            search, least is { } enough ? new WhatIf.EarlierTurn(id, own - 1 - enough.At) : null, new NoWhatIf.EarlierTurn(id), least?.IsLeast ?? true);
    }
}
