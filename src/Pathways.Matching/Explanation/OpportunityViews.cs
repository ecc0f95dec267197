using Pathways.Matching.Kernel;
using Pathways.Matching.Verification;

namespace Pathways.Matching.Explanation;

/// <summary>What opportunities see of a matching; each is looked at once, in about as long as it takes to sort those who list it.</summary>
internal sealed class OpportunityViews
{
    private readonly CompiledProblem _problem;
    private readonly ProblemMatching _matching;
    private readonly Standings _standings;
    private readonly bool _isByTurns;
    private readonly bool _isByPriority;
    private readonly Lazy<CapStability> _caps;
    private readonly Lazy<ReserveStability> _reserves;
    private readonly Lazy<SeatKinds> _kinds;
    private readonly Lazy<int[]> _better;
    private readonly Lazy<int[]> _listed;
    private readonly Lazy<int[]> _under;

    /// <param name="problem">The problem.</param>
    /// <param name="matching">Who has which seat.</param>
    /// <param name="standings">How students compare.</param>
    /// <param name="strict">The market with its ties broken as they were for the matching; in the order of the input when that is not known.</param>
    /// <param name="mechanism">How the matching was made; null when that is not known.</param>
    public OpportunityViews(CompiledProblem problem, ProblemMatching matching, Standings standings, StrictMarket strict, Mechanism? mechanism)
    {
        (_problem, _matching, _standings, _isByTurns) = (problem, matching, standings, mechanism == Mechanism.SerialDictatorship);
        _isByPriority = mechanism?.IsStable != false;
        _caps = new(() => new(problem.Market, matching.OpportunityOf));
        _reserves = new(() => new(problem.Market, matching.OpportunityOf));
        _kinds = new(() => strict.Kinds(matching.OpportunityOf));
        _better = new(() => Better(problem.Market, matching.OpportunityOf));
        _listed = new(() => Listed(problem));
        _under = new(() => Under(problem.Market.Caps!, matching.OpportunityOf));
    }

    /// <summary>The views of a result, which is taken for what it says it is.</summary>
    public static OpportunityViews Of(MatchResult result)
    {
        var (problem, options) = (result.Problem, result.Options);
        var standings = new Standings(problem, result.Matching, Standings.DecidesByNumber(options) ? options : null);
        return new(problem, result.Matching, standings, StrictMarket.Of(problem, options), options.Mechanism);
    }

    /// <summary>What became of one.</summary>
    public OpportunityExplanation Of(int o)
    {
        var columns = _problem.Problem.Columns;
        var seated = _standings.Seated(o).ToList();
        var waiting = Waiting(o);
        var places = new PlacesByClass(_problem, _standings, o, waiting.Count + 1);
        var seats = columns.Seats[o];
        // Where seats went by turns, rounds or trades, or by kinds, the last one's priority is not what it took.
        var hasCutoff = seated.Count >= seats && _isByPriority && _problem.Market.Plan?.Rules(o) is not true;
        return new(
            columns.Opportunities[o], seats, seated.Count, hasCutoff ? Last(seated, o, places) : null, Kinds(o, seated, places),
            seated.Count < seats ? EmptySeats(o, seats - seated.Count, seated, waiting) : [],
            [.. waiting.Select((at, i) => new WaitlistEntry(columns.Students[at.Student], i + 1, columns.RankIn(at.Student, o), places.Of(at.Student, at.Class)))]);
    }

    /// <summary>The acceptable students who would rather be there, in the order in which it would take them.</summary>
    private List<(int Student, int Class, int Edge)> Waiting(int o)
    {
        var (market, reverse, better) = (_problem.Market, _problem.Market.Reverse, _better.Value);
        var waiting = new List<(int Student, int Class, int Edge)>();
        for (var at = reverse.First[o]; at < reverse.First[o + 1]; at++)
        {
            var (s, edge) = (reverse.Applicant[at], reverse.Edge[at]);
            if (edge < better[s])
            {
                waiting.Add((s, market.Class[edge], edge));
            }
        }

        return waiting.Count < 2
            ? waiting
            : [.. waiting.OrderByDescending(at => at.Class).ThenBy(at => _standings.Number(at.Student, o) ?? 0).ThenBy(at => at.Student)];
    }

    // Where the better edges of each student end: those before the place of what the student has. A seat that the opportunity may not give is none.
    private static int[] Better(Market market, int[] opportunityOf)
    {
        var better = new int[market.Applicants];
        for (var s = 0; s < better.Length; s++)
        {
            var edge = opportunityOf[s] == Market.None ? Market.None : market.EdgeTo(s, opportunityOf[s]);
            better[s] = edge == Market.None ? market.First[s + 1] : edge;
            while (edge != Market.None && market.Tied?[better[s]] == true)
            {
                better[s]--;
            }
        }

        return better;
    }

    private Standing? Last(List<(int Student, int Class)> seated, int o, PlacesByClass places)
    {
        if (seated.Count == 0)
        {
            return null;
        }

        var (student, _, priorityClass) = _standings.LastOf(seated.Select(seat => (seat.Student, o, seat.Class)));
        return places.Of(student, priorityClass);
    }

    private ImmutableArray<SeatKindTaken> Kinds(int o, List<(int Student, int Class)> seated, PlacesByClass places)
    {
        if (_problem.Market.Plan is not { } plan || !plan.Rules(o))
        {
            return [];
        }

        var byKind = seated.ToLookup(seat => _kinds.Value.KindOf[seat.Student]);
        var kinds = ImmutableArray.CreateBuilder<SeatKindTaken>();
        for (var kind = plan.First[o]; kind < plan.First[o + 1]; kind++)
        {
            var taken = byKind[kind].ToList();
            kinds.Add(new(
                plan.Group[kind] < 0 ? null : _problem.SeatGroups[plan.Group[kind]],
                plan.Seats[kind], taken.Count, taken.Count >= plan.Seats[kind] ? Last(taken, o, places) : null));
        }

        return kinds.ToImmutable();
    }

    private ImmutableArray<EmptySeats> EmptySeats(
        int o, int empty, List<(int Student, int Class)> seated, List<(int Student, int Class, int Edge)> waiting)
    {
        var (columns, market) = (_problem.Problem.Columns, _problem.Market);
        var id = columns.Opportunities[o];
        var reasons = ImmutableArray.CreateBuilder<EmptySeats>();
        var free = waiting.Count(at => IsTaken(o, at.Student, at.Edge));
        if (free > 0)
        {
            reasons.Add(new EmptySeats.Unstable(id, free));
        }

        if (waiting.Count > free)
        {
            reasons.AddRange(market.Caps is { } caps && caps.Rules(o)
                ? [CapFull(caps, o, waiting.Count - free)]
                : KeptForGroups(o, empty, seated, waiting.Count - free));
        }

        var acceptable = market.Reverse.First[o + 1] - market.Reverse.First[o];
        var among = seated.Count(seat => seat.Class >= 0);
        var content = acceptable - among - waiting.Count;
        var unacceptable = _listed.Value[o] - acceptable - seated.Count(seat => seat.Class < 0 && columns.RankIn(seat.Student, o) > 0);
        if (content + unacceptable > 0)
        {
            reasons.Add(new EmptySeats.Elsewhere(id, content, unacceptable));
        }
        else if (waiting.Count == 0)
        {
            reasons.Add(_listed.Value[o] == 0 ? new EmptySeats.NobodyLists(id) : new EmptySeats.AllSeated(id, _listed.Value[o]));
        }

        return reasons.ToImmutable();
    }

    /// <summary>Whether an opportunity with an empty seat would take a student who would rather be there.</summary>
    private bool IsTaken(int o, int s, int edge)
    {
        var market = _problem.Market;
        if (market.Plan is { } plan && plan.Rules(o))
        {
            // The answers of programs are kept as they are asked for, so one question at a time.
            lock (_reserves)
            {
                return _reserves.Value.Takes(s, edge);
            }
        }

        // Where students choose one after the other, whoever comes later gives no seat back, whatever their priority.
        return market.Caps is not { } caps || !caps.Rules(o) || (_isByTurns ? InnermostFull(caps, o) == Market.None : _caps.Value.Takes(s, edge));
    }

    private EmptySeats.CapFull CapFull(CapTree caps, int o, int students)
    {
        var cap = InnermostFull(caps, o) - caps.Programs;
        var columns = _problem.Problem.Columns;
        return new(columns.Opportunities[o], Theorems.Name(columns, _problem.CapOwners[cap]), caps.Seats[cap], students);
    }

    /// <summary>The innermost cap around an opportunity that is full, or <see cref="Market.None"/>.</summary>
    private int InnermostFull(CapTree caps, int o)
    {
        var node = caps.Parent[o];
        while (node != Market.None && _under.Value[node - caps.Programs] < caps.Seats[node - caps.Programs])
        {
            node = caps.Parent[node];
        }

        return node;
    }

    /// <summary>The seats that nobody but members may take, by group in the order of kinds.</summary>
    private IEnumerable<EmptySeats> KeptForGroups(int o, int empty, List<(int Student, int Class)> seated, int students)
    {
        var plan = _problem.Market.Plan!;
        var taken = seated.CountBy(seat => _kinds.Value.KindOf[seat.Student]).ToDictionary();
        return
            from kind in Enumerable.Range(plan.First[o], plan.First[o + 1] - plan.First[o])
            where plan.Access[kind] == SeatAccess.MembersOnly && !plan.PassesOn[kind]
            group plan.Seats[kind] - taken.GetValueOrDefault(kind) by plan.Group[kind] into left
            let seats = Math.Min(empty, left.Sum())
            where seats > 0
            select new EmptySeats.KeptForGroup(_problem.Problem.Columns.Opportunities[o], _problem.SeatGroups[left.Key], seats, students);
    }

    private static int[] Listed(CompiledProblem problem)
    {
        var listed = new int[problem.Market.Programs];
        foreach (var o in problem.Problem.Columns.Preference)
        {
            listed[o]++;
        }

        return listed;
    }

    private static int[] Under(CapTree caps, int[] opportunityOf)
    {
        var under = new int[caps.Caps];
        foreach (var o in opportunityOf.Where(o => o != Market.None))
        {
            for (var node = caps.Parent[o]; node != Market.None; node = caps.Parent[node])
            {
                under[node - caps.Programs]++;
            }
        }

        return under;
    }
}
