using Pathways.Matching.Kernel;
using Pathways.Matching.Verification;

namespace Pathways.Matching.Explanation;

/// <summary>Others went before by priority: for all seats, for the kinds of seats that the student may take, or under a cap.</summary>
/// <param name="problem">The problem.</param>
/// <param name="matching">Who has which seat.</param>
/// <param name="standings">How students compare.</param>
/// <param name="strict">The market with its ties broken as they were for the matching; in the order of the input when that is not known.</param>
internal sealed class PriorityReasons(CompiledProblem problem, ProblemMatching matching, Standings standings, StrictMarket strict) : IWhyNot
{
    private readonly Lazy<CapStability> _caps = new(() => new(problem.Market, matching.OpportunityOf));
    private readonly Lazy<ReserveStability> _reserves = new(() => new(problem.Market, matching.OpportunityOf));
    private readonly Lazy<SeatKinds> _kinds = new(() => strict.Kinds(matching.OpportunityOf));

    /// <inheritdoc/>
    public Reason Of(int s, int o, int edge)
    {
        var market = problem.Market;
        return market.Plan is { } plan && plan.Rules(o) ? WhyNoKind(plan, s, o, edge)
            : market.Caps is { } caps && caps.Rules(o) ? WhyCapped(caps, s, o, edge)
            : standings.WhyFull(s, o, edge);
    }

    private Reason WhyNoKind(SeatPlan plan, int s, int o, int edge)
    {
        var (columns, market) = (problem.Problem.Columns, problem.Market);
        var id = columns.Opportunities[o];
        if (TakesByReserves(s, edge))
        {
            return new Reason.Blocks(id, Math.Max(0, columns.Seats[o] - standings.Seated(o).Count()));
        }

        var byKind = standings.Seated(o).ToLookup(seat => _kinds.Value.KindOf[seat.Student], seat => (seat.Student, Opportunity: o, seat.Class));
        var kinds = ImmutableArray.CreateBuilder<SeatKindFilled>();
        for (var kind = plan.First[o]; kind < plan.First[o + 1]; kind++)
        {
            // Beside members, others have the seats that members left to them: who is no member is compared with those others.
            var taken = byKind[kind].ToList();
            var isMember = IsMember(s, kind);
            var rivals = isMember || plan.Access[kind] == SeatAccess.Anyone ? taken : taken.Where(seat => !IsMember(seat.Student, kind)).ToList();
            var mayTake = isMember || plan.Access[kind] != SeatAccess.MembersOnly || rivals.Count > 0;
            kinds.Add(new(
                plan.Group[kind] < 0 ? null : problem.SeatGroups[plan.Group[kind]],
                plan.Seats[kind], taken.Count, mayTake, mayTake ? LastOf(rivals) : null, LastOf(taken),
                MembersFirst: mayTake && !isMember && plan.Access[kind] != SeatAccess.Anyone));
        }

        return new Reason.KindsFilled(id, kinds.ToImmutable(), standings.Of(s, o, market.Class[edge]), plan.FillsTogether[o]);

        Standing? LastOf(List<(int Student, int Opportunity, int Class)> seated) =>
            seated.Count > 0 && standings.LastOf(seated) is var last ? standings.Of(last.Student, o, last.Class) : null;

        bool IsMember(int student, int kind) =>
            market.EdgeTo(student, o) is not Market.None and var own && (plan.Member[own] & (1ul << (kind - plan.First[o]))) != 0;
    }

    private Reason WhyCapped(CapTree caps, int s, int o, int edge)
    {
        var (columns, market) = (problem.Problem.Columns, problem.Market);
        var id = columns.Opportunities[o];
        if (_caps.Value.Takes(s, edge))
        {
            return new Reason.Blocks(id, Math.Max(0, columns.Seats[o] - standings.Seated(o).Count()));
        }

        if (standings.Seated(o).Count() >= columns.Seats[o])
        {
            return standings.WhyFull(s, o, edge);
        }

        // The innermost cap that is full turned the student away.
        var own = market.Class[edge];
        for (var cap = caps.Parent[o]; ; cap = caps.Parent[cap])
        {
            var under = caps.Under(cap);
            var seats = caps.Seats[cap - caps.Programs];
            var seated = under.SelectMany(p => standings.Seated(p).Select(seat => (seat.Student, Opportunity: p, seat.Class))).ToList();
            if (seated.Count < seats)
            {
                continue;
            }

            var name = Theorems.Name(columns, problem.CapOwners[cap - caps.Programs]);
            var where = standings.Among(s, o, own, under);
            if (seats == 0)
            {
                return new Reason.CapFilled(id, name, 0, 0, 0, where, where);
            }

            var last = standings.LastOf(seated);
            var others = seated.Where(seat => seat.Student != s).ToList();
            var higher = others.Count(seat => seat.Class > own);
            var held = seated.Count > others.Count ? seated.Find(seat => seat.Student == s) : ((int Student, int Opportunity, int Class)?)null;
            return new Reason.CapFilled(
                id, name, seats, higher, others.Count - higher, where, standings.Among(last.Student, last.Opportunity, last.Class, under),
                held is { } seat ? columns.Opportunities[seat.Opportunity] : null,
                held is { } at ? standings.Among(s, at.Opportunity, at.Class, under) : null);
        }
    }

    // The answers of programs are kept as they are asked for, so one question at a time.
    private bool TakesByReserves(int s, int edge)
    {
        lock (_reserves)
        {
            return _reserves.Value.Takes(s, edge);
        }
    }
}
