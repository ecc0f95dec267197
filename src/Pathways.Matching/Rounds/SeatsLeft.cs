using Pathways.Matching.Kernel;

namespace Pathways.Matching.Rounds;

/// <summary>What the kept leave of seats, minimums, partners' limits and caps.</summary>
/// <param name="Seats">By opportunity.</param>
/// <param name="Minimum">By opportunity, how many more it needs to run.</param>
/// <param name="PartnerSeats">By partner; <see langword="null"/> where there is no limit.</param>
/// <param name="CapSeats">By cap.</param>
/// <param name="KindSeats">By opportunity with kinds of seats of which some are held, what is left of each kind, in the order of the problem.</param>
internal sealed record SeatsLeft(int[] Seats, int[] Minimum, int?[] PartnerSeats, int[] CapSeats, IReadOnlyDictionary<int, int[]> KindSeats)
{
    /// <summary>Counts, and adds every reason why the kept do not fit.</summary>
    public static SeatsLeft Of(
        CompiledProblem problem, KeptPairs pairs, ImmutableArray<Refusal>.Builder reasons, CancellationToken cancellationToken)
    {
        var columns = problem.Problem.Columns;
        var held = new int[columns.Opportunities.Length];
        foreach (var o in pairs.OpportunityOf)
        {
            if (o != Market.None)
            {
                held[o]++;
            }
        }

        var (seats, minimum) = ((int[])columns.Seats.Clone(), (int[])columns.Minimum.Clone());
        var byPartner = new long[columns.Partners.Length];
        for (var o = 0; o < held.Length; o++)
        {
            (seats[o], minimum[o]) = (seats[o] - held[o], Math.Max(0, minimum[o] - held[o]));
            if (seats[o] < 0)
            {
                reasons.Add(new("rematch.over-capacity",
                    $"Opportunity {columns.Opportunities[o]} has fewer seats ({columns.Seats[o]}) than students who keep one there ({held[o]}). Maybe seats were withdrawn after they were offered."));
            }

            if (columns.PartnerOf[o] is >= 0 and var partner)
            {
                byPartner[partner] += held[o];
            }
        }

        var partners = columns.Partners.Select((partner, i) => Left(partner.Seats, byPartner[i])).ToArray();
        for (var partner = 0; partner < partners.Length; partner++)
        {
            if (partners[partner] < 0)
            {
                reasons.Add(new("rematch.partner-over-capacity",
                    $"Partner {columns.Partners[partner].Id} takes fewer students ({columns.Partners[partner].Seats}) than keep a seat there ({byPartner[partner]}). Maybe its limit was lowered after seats were offered."));
            }
        }

        var caps = new int[columns.Caps.Length];
        for (var cap = 0; cap < caps.Length; cap++)
        {
            var counted = columns.CapOpportunities[cap].Sum(o => (long)held[o]);
            caps[cap] = (int)(columns.Caps[cap].Seats - counted);
            if (caps[cap] < 0)
            {
                reasons.Add(new("rematch.cap-exceeded",
                    $"{Theorems.AtStart(Theorems.Name(columns.Caps[cap]))} counts more students who keep a seat ({counted}) than it has seats ({columns.Caps[cap].Seats}). Maybe it was lowered after seats were offered."));
            }
        }

        return new(seats, minimum, partners, caps, Kinds(problem, pairs, held, seats, reasons, cancellationToken));
    }

    private static int? Left(int? seats, long held) => seats is { } most ? (int)(most - held) : null;

    private static Dictionary<int, int[]> Kinds(
        CompiledProblem problem, KeptPairs pairs, int[] held, int[] seats, ImmutableArray<Refusal>.Builder reasons, CancellationToken cancellationToken)
    {
        var kinds = new Dictionary<int, int[]>();
        if (problem.Market.Plan is not { } plan)
        {
            return kinds;
        }

        var members = new Dictionary<int, List<ulong>>();
        for (var s = 0; s < pairs.OpportunityOf.Length; s++)
        {
            if (pairs.OpportunityOf[s] is not Market.None and var o && plan.Rules(o) && seats[o] >= 0 && problem.Market.EdgeTo(s, o) is not Market.None and var edge)
            {
                (members.TryGetValue(o, out var own) ? own : members[o] = []).Add(plan.Member[edge]);
            }
        }

        foreach (var (o, own) in members.OrderBy(entry => entry.Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (own.Count < held[o])
            {
                continue; // some are not acceptable, which is refused already
            }

            var use = HeldKinds.Of(plan, o, problem.Problem.Columns.Slots.ContainsKey(o), own);
            if (use.Seated < held[o])
            {
                reasons.Add(new("rematch.reserved-seats",
                    $"Opportunity {problem.Problem.Columns.Opportunities[o]} has seats for {use.Seated} of the {held[o]} students who keep one there: the others are kept for members of a group. Maybe reserves were added after seats were offered."));
            }
            else if (!use.IsCertain && seats[o] > 0)
            {
                reasons.Add(Uncertain(problem, o));
            }

            kinds.Add(o, use.Left);
        }

        return kinds;
    }

    private static Refusal Uncertain(CompiledProblem problem, int o) => problem.Problem.Columns.Slots.ContainsKey(o)
        ? new("rematch.slots",
            $"Students who keep a seat at opportunity {problem.Problem.Columns.Opportunities[o]} could sit in more than one of its slots, and the order of slots decides who else gets in; which are left cannot be said. Maybe its slots can be written anew for the seats that are left.")
        : new("rematch.reserves-overlap",
            $"Students who keep a seat at opportunity {problem.Problem.Columns.Opportunities[o]} belong to several groups that have seats there, and could sit on those of one or of another; which reserves are left cannot be said. Maybe they can be written anew for the seats that are left.");
}
