using Pathways.Matching.Problems;

namespace Pathways.Matching.Kernel;

/// <summary>Whom each program ranks, listed or not: what top trading cycles let programs point at.</summary>
/// <param name="Market">An edge for every priority; applicants and programs as in the market of the problem.</param>
/// <param name="RanksAll">By program, whether it makes no difference between applicants, and so ranks all by their numbers alone.</param>
internal sealed record RankedMarket(Market Market, bool[] RanksAll)
{
    public static RankedMarket Of(ProblemColumns problem)
    {
        var orders = MarketCompiler.PartnerOrders(problem);
        var first = new int[problem.Students.Length + 1];
        var ranksAll = new bool[problem.Seats.Length];
        for (var o = 0; o < ranksAll.Length; o++)
        {
            ranksAll[o] = problem.RanksEveryone[o] && Order(problem, orders, o) is null;
            foreach (var (s, _) in Ranks(problem, orders, o))
            {
                first[s + 1]++;
            }
        }

        for (var s = 0; s < problem.Students.Length; s++)
        {
            first[s + 1] += first[s];
        }

        var (program, priorityClass) = (new int[first[^1]], new int[first[^1]]);
        var next = first.AsSpan(0, problem.Students.Length).ToArray();
        for (var o = 0; o < ranksAll.Length; o++)
        {
            foreach (var (s, own) in Ranks(problem, orders, o))
            {
                (program[next[s]], priorityClass[next[s]]) = (o, own);
                next[s]++;
            }
        }

        return new(new(first, program, priorityClass, problem.Seats, tied: null), ranksAll);
    }

    /// <summary>Everybody whom an opportunity ranks by an order, with the priority class; nobody where it has none.</summary>
    private static IEnumerable<(int Student, int Class)> Ranks(ProblemColumns problem, Dictionary<int, List<int[]>> orders, int o)
    {
        if (Order(problem, orders, o) is { } places)
        {
            return places.SelectMany((place, at) => place.Select(s => (s, places.Count - 1 - at)));
        }

        return problem.RanksEveryone[o] ? [] : Own(problem, o);
    }

    private static IEnumerable<(int Student, int Class)> Own(ProblemColumns problem, int o)
    {
        var priorityClass = 0;
        for (var entry = problem.PriorityStart[o + 1] - 1; entry >= problem.PriorityStart[o]; entry--)
        {
            yield return (problem.PriorityStudent[entry], priorityClass);
            priorityClass += problem.PriorityTied[entry] ? 0 : 1;
        }
    }

    private static List<int[]>? Order(ProblemColumns problem, Dictionary<int, List<int[]>> orders, int o) =>
        problem.PartnerOf[o] is >= 0 and var partner ? orders.GetValueOrDefault(partner) : null;
}
