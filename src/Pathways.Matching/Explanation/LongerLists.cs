using System.Numerics;
using Pathways.Matching.Kernel;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Explanation;

/// <summary>Tries what a student without a seat would have got had the list been longer.</summary>
/// <param name="problem">The problem.</param>
/// <param name="market">The problem with its ties broken as they were for the matching.</param>
/// <param name="refusals">Every rule that keeps a student from an opportunity.</param>
internal sealed class LongerLists(
    CompiledProblem problem, StrictMarket market, Func<StudentId, OpportunityId, ImmutableArray<Refusal>>? refusals)
{
    // A student may add thousands, each of which takes a run.
    private const int MostFound = 5;

    private readonly Lazy<Dictionary<int, List<int[]>>> _orders = new(() => MarketCompiler.PartnerOrders(problem.Problem.Columns));

    /// <summary>Opportunities that the student does not list, and would have got at the end of the list; the first of the problem, up to a few.</summary>
    /// <param name="s">Who.</param>
    /// <param name="mostTries">How many are tried.</param>
    /// <param name="seatOf">What the student gets in a changed market.</param>
    public IEnumerable<WhatIf> For(int s, int mostTries, Func<StrictMarket, int> seatOf) =>
        (from changed in Changed(s).Take(mostTries)
         where seatOf(changed.Market) == changed.Opportunity
         select new WhatIf.LongerList(problem.Problem.Columns.Opportunities[changed.Opportunity])).Take(MostFound);

    private IEnumerable<(int Opportunity, StrictMarket Market)> Changed(int s)
    {
        var columns = problem.Problem.Columns;
        for (var o = 0; o < columns.Seats.Length; o++)
        {
            if (columns.Seats[o] == 0 || columns.RankIn(s, o) > 0
                || MarketCompiler.ClassOf(columns, _orders.Value, problem.Scales, o, s) is not (not Market.None and var priorityClass)
                || refusals?.Invoke(columns.Students[s], columns.Opportunities[o]) is { IsEmpty: false })
            {
                continue;
            }

            // One who is the first to belong to two groups would change the rule by which the seats are filled.
            var member = Member(columns, s, o);
            if (BitOperations.PopCount(member) <= 1 || !columns.Reserves.ContainsKey(o) || problem.Market.Plan!.FillsTogether[o])
            {
                yield return (o, market.WithLast(s, o, priorityClass, member));
            }
        }
    }

    private ulong Member(ProblemColumns columns, int s, int o)
    {
        if (problem.Market.Plan is not { } plan || !plan.Rules(o) || !columns.Groups.TryGetValue(s, out var groups))
        {
            return 0;
        }

        var member = 0ul;
        for (var kind = plan.First[o]; kind < plan.First[o + 1]; kind++)
        {
            member |= plan.Group[kind] >= 0 && groups.Contains(problem.SeatGroups[plan.Group[kind]]) ? 1ul << (kind - plan.First[o]) : 0;
        }

        return member;
    }
}
