using Pathways.Matching.Problems;

namespace Pathways.Matching.Kernel;

/// <summary>Whom each program ranks, with or without being listed: for mechanisms in which a priority is worth something either way.</summary>
/// <remarks>
/// The applicants and programs of the compiled market, and its priority classes, with an edge for every priority. Programs that are open to
/// everyone have no edges here, since each would have one to everybody.
/// </remarks>
internal static class RankedMarket
{
    /// <summary>The priorities as edges, and by program whether it is open to everyone; null when none is.</summary>
    public static (Market Market, bool[]? RanksAll) Of(ProblemColumns problem)
    {
        var orders = MarketCompiler.PartnerOrders(problem);
        var all = new bool[problem.Seats.Length];
        var first = new int[problem.Students.Length + 1];
        for (var o = 0; o < all.Length; o++)
        {
            if (OrderOf(problem, orders, o) is { } order)
            {
                order.ForEach(place => Array.ForEach(place, student => first[student + 1]++));
                continue;
            }

            all[o] = problem.RanksEveryone[o];
            for (var entry = problem.PriorityStart[o]; entry < problem.PriorityStart[o + 1]; entry++)
            {
                first[problem.PriorityStudent[entry] + 1]++;
            }
        }

        for (var s = 0; s < problem.Students.Length; s++)
        {
            first[s + 1] += first[s];
        }

        var next = first.AsSpan(0, problem.Students.Length).ToArray();
        var (program, classes) = (new int[first[^1]], new int[first[^1]]);
        for (var o = 0; o < all.Length; o++)
        {
            if (OrderOf(problem, orders, o) is { } order)
            {
                for (var place = 0; place < order.Count; place++)
                {
                    Array.ForEach(order[place], student => Add(student, o, order.Count - 1 - place));
                }

                continue;
            }

            // From the worst: an entry opens a new class unless the one below it is tied to it.
            var (end, priorityClass) = (problem.PriorityStart[o + 1], -1);
            for (var entry = end - 1; entry >= problem.PriorityStart[o]; entry--)
            {
                priorityClass += entry + 1 < end && problem.PriorityTied[entry + 1] ? 0 : 1;
                Add(problem.PriorityStudent[entry], o, priorityClass);
            }
        }

        return (new(first, program, classes, problem.Seats, tied: null), Array.Exists(all, everyone => everyone) ? all : null);

        void Add(int student, int o, int priorityClass)
        {
            var edge = next[student]++;
            (program[edge], classes[edge]) = (o, priorityClass);
        }
    }

    private static List<int[]>? OrderOf(ProblemColumns problem, Dictionary<int, List<int[]>> orders, int o) =>
        problem.PartnerOf[o] >= 0 ? orders.GetValueOrDefault(problem.PartnerOf[o]) : null;
}
