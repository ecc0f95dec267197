using System.Collections.Concurrent;
using Pathways.Matching.Kernel;

namespace Pathways.Matching.Explanation;

/// <summary>Tries changes by running the mechanism again.</summary>
/// <param name="problem">The problem.</param>
/// <param name="market">The problem with its ties broken as they were for the matching.</param>
/// <param name="options">How the matching was made.</param>
/// <param name="refusals">Every rule that keeps a student from an opportunity.</param>
/// <param name="mostWork">See <see cref="BoundedSearch"/>.</param>
internal sealed partial class Reruns(
    CompiledProblem problem, StrictMarket market, MatchOptions options, Func<StudentId, OpportunityId, ImmutableArray<Refusal>>? refusals,
    long mostWork = BoundedSearch.MostWork)
{
    // Where more seats need not be better for everybody, numbers are tried one by one, and no more than so many.
    private const int MostTries = 16;

    // Opportunities that were not listed.
    private const int MostListed = 20;

    // A search takes many times a plain run.
    private const int MostSearches = 3;

    // So many edges in all may searches that look for the least priority go over.
    private const int MostSearchedEdges = 50_000;

    private readonly ConcurrentBag<Workspace> _workspaces = [];
    private readonly LongerLists _longer = new(problem, market, refusals);

    private bool IsSearch => options.Mechanism == Mechanism.LargestStable;

    // With deferred acceptance, whom some seats more are enough for, more are, too; and so it is in turns. Under a cap, though, more seats may
    // draw others to them.
    private bool IsMonotonic => market.Market.Caps is null && !options.Improve && (options.Mechanism == Mechanism.StudentOptimal
        || options.Mechanism == Mechanism.OpportunityOptimal || options.Mechanism == Mechanism.SerialDictatorship);

    /// <summary>What would have given the student the opportunity, or something better; and what would not, where nothing is found.</summary>
    /// <param name="s">Who.</param>
    /// <param name="o">Where.</param>
    /// <param name="reason">Why not.</param>
    /// <param name="standings">Who got the seats.</param>
    /// <param name="cancellationToken">Gives up between runs.</param>
    public (ImmutableArray<WhatIf> Found, ImmutableArray<NoWhatIf> Failed) For(
        int s, int o, Reason reason, Standings standings, CancellationToken cancellationToken)
    {
        var search = new BoundedSearch(options, cancellationToken, mostWork);
        Tried[] tried =
        [
            .. reason switch
            {
                Reason.NoSeats => Seats(s, o, search),
                Reason.HoldsBetter => First(s, o, search),
                Reason.SeatsFilled or Reason.KindsFilled => [.. Seats(s, o, search), .. Order(s, o, reason, standings, search)],
                Reason.CapFilled =>
                    [.. Seats(s, o, search), .. Caps(s, o, search), .. Order(s, o, reason, standings, search)],
                Reason.TurnCameLate late => [.. Seats(s, o, search), .. Caps(s, o, search), .. Turn(s, o, late.LastTurn, search)],
                Reason.FilledEarlier => [.. Seats(s, o, search), .. First(s, o, search)],
                Reason.FilledInRound =>
                    [.. Seats(s, o, search), .. Order(s, o, reason, standings, search), .. First(s, o, search)],
                Reason.TradedAway => [.. Seats(s, o, search), .. Order(s, o, reason, standings, search)],
                _ => Array.Empty<Tried>(),
            },
        ];
        var found = tried.Where(one => one.Found is not null).Select(one => one.Found!).ToImmutableArray();
        return (found, !found.IsEmpty || reason is Reason.HoldsBetter ? [] : [.. tried.Select(one => one.Failed!).Distinct()]);
    }

    /// <summary>What a student without a seat would have got by listing it, too; and why that is not all, where a search was cut.</summary>
    public (ImmutableArray<WhatIf> Found, ImmutableArray<NoWhatIf> Failed) Longer(int s, CancellationToken cancellationToken)
    {
        var search = new BoundedSearch(options, cancellationToken, mostWork);
        ImmutableArray<WhatIf> found = [.. _longer.For(s, IsSearch ? MostSearches : MostListed, changed => Seat(changed, s, search))];
        return (found, search.WasCut() ? [new NoWhatIf.SearchCut()] : []);
    }

    /// <summary>The fewest more seats that would have opened an opportunity.</summary>
    private IEnumerable<Tried> Seats(int s, int o, BoundedSearch search)
    {
        var (reverse, id) = (market.Market.Reverse, problem.Problem.Columns.Opportunities[o]);
        var most = reverse.First[o + 1] - reverse.First[o] - market.Market.Capacity[o];
        var least = Fewest(most, more => Opens(market.WithMoreSeats(o, more), s, o, search));
        yield return Tried.Of(
            search,
            least is { } enough ? new WhatIf.MoreSeats(id, enough) { GivesAnother = Seat(market.WithMoreSeats(o, enough), s, search) != o } : null,
            new NoWhatIf.MoreSeats(id, IsMonotonic ? most : Math.Min(most, MostOneByOne)));
    }

    /// <summary>The fewest more seats under one of the caps around an opportunity that would have opened it.</summary>
    private IEnumerable<Tried> Caps(int s, int o, BoundedSearch search)
    {
        if (market.Market.Caps is not { } caps)
        {
            yield break;
        }

        for (var node = caps.Parent[o]; node != Market.None; node = caps.Parent[node])
        {
            var cap = node - caps.Programs;
            var name = Theorems.Name(problem.Problem.Columns, problem.CapOwners[cap]);
            var least = Fewest(MostTries, more => Opens(market.WithMoreUnderCap(cap, more), s, o, search));
            yield return Tried.Of(search, least is { } enough ? new WhatIf.MoreUnderCap(name, enough) : null, new NoWhatIf.MoreUnderCap(name, MostOneByOne));
        }
    }

    /// <summary>Whether an opportunity could have been had by listing it first.</summary>
    private IEnumerable<Tried> First(int s, int o, BoundedSearch search)
    {
        var id = problem.Problem.Columns.Opportunities[o];
        var isOpen = Seat(market.WithFirst(s, market.Market.EdgeTo(s, o)), s, search) == o;
        yield return Tried.Of(search, isOpen ? new WhatIf.ListedFirst(id) : null, new NoWhatIf.ListedFirst(id));
    }

    private int MostOneByOne => IsSearch ? MostSearches : MostTries;

    /// <summary>The least number from 1 that is enough; null when none up to the most is, or none of those that are tried.</summary>
    private int? Fewest(int most, Func<int, bool> isEnough)
    {
        if (!IsMonotonic)
        {
            var tried = Math.Min(most, MostOneByOne);
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

    private bool Opens(StrictMarket changed, int s, int o, BoundedSearch search)
    {
        var held = Seat(changed, s, search);
        var columns = problem.Problem.Columns;
        return held != Market.None && columns.RankIn(s, held) <= columns.RankIn(s, o);
    }

    private int Seat(StrictMarket changed, int s, BoundedSearch search)
    {
        var workspace = _workspaces.TryTake(out var used) ? used : new();
        var seat = search.SeatOf(changed, s, workspace);
        _workspaces.Add(workspace);
        return seat;
    }

    /// <summary>A change that was tried, and what came of it.</summary>
    private readonly record struct Tried(WhatIf? Found, NoWhatIf? Failed)
    {
        /// <summary>What is known of it: a search that was cut says neither that less is not enough nor that nothing is.</summary>
        public static Tried Of(BoundedSearch search, WhatIf? found, NoWhatIf failed, bool isLeast = true)
        {
            var wasCut = search.WasCut();
            return found is not null ? new(found with { IsLeast = isLeast && !wasCut }, null) : new(null, wasCut ? new NoWhatIf.SearchCut() : failed);
        }
    }
}
