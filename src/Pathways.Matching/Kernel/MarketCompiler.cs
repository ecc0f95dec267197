using Pathways.Matching.Problems;

namespace Pathways.Matching.Kernel;

/// <summary>Translates a problem into a market: the border between identifiers and integers.</summary>
/// <remarks>Positions stay what they are in the problem. Pairs that only one side lists get no edge, and are counted.</remarks>
internal static class MarketCompiler
{
    private const int NotAcceptable = -1;

    /// <param name="problem">The problem.</param>
    /// <param name="scales">By program that scores applicants on one scale with others: all scores, ascending, each once. Shorter when there is none.</param>
    /// <param name="cancellationToken">Gives up between opportunities.</param>
    public static (Market Market, OneSidedPairs Dropped) Compile(
        ProblemColumns problem, double[]?[] scales, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var orders = PartnerOrders(problem);
        if (Array.TrueForAll(problem.RanksEveryone, everyone => everyone) && orders.Count == 0)
        {
            var tied = problem.PreferenceTied.Any ? Ties(problem) : null;
            return (new(problem.PreferenceStart, problem.Preference, new int[problem.Preference.Length], problem.Seats, tied), default);
        }

        var (classes, unlisted) = Classes(problem, orders, scales, cancellationToken);
        var unranked = classes.Count(priorityClass => priorityClass == NotAcceptable);
        return (Compress(problem, classes, unranked), new(unranked, unlisted));
    }

    /// <summary>The class that a program puts an applicant into, listed or not, or <see cref="Market.None"/> when it does not accept the applicant.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="orders">See <see cref="PartnerOrders"/>.</param>
    /// <param name="scales">As for compiling.</param>
    /// <param name="o">The program.</param>
    /// <param name="s">The applicant.</param>
    public static int ClassOf(ProblemColumns problem, Dictionary<int, List<int[]>> orders, double[]?[] scales, int o, int s)
    {
        if (problem.PartnerOf[o] >= 0 && orders.GetValueOrDefault(problem.PartnerOf[o]) is { } order)
        {
            var place = order.FindIndex(students => students.Contains(s));
            return place < 0 ? Market.None : order.Count - 1 - place;
        }

        if (problem.RanksEveryone[o])
        {
            return 0;
        }

        var (first, end) = (problem.PriorityStart[o], problem.PriorityStart[o + 1]);
        var at = problem.PriorityStudent.AsSpan(first..end).IndexOf(s);
        if (at < 0)
        {
            return Market.None;
        }

        if (o < scales.Length && scales[o] is { } scale)
        {
            return Array.BinarySearch(scale, problem.PriorityScore![first + at]);
        }

        var below = 0;
        for (var entry = first + at + 1; entry < end; entry++)
        {
            below += problem.PriorityTied[entry] ? 0 : 1;
        }

        return below;
    }

    /// <summary>The priority class of every entry of every student's list, and how many ranked students did not list the opportunity.</summary>
    private static (int[] Classes, int Unlisted) Classes(
        ProblemColumns problem, Dictionary<int, List<int[]>> orders, double[]?[] scales, CancellationToken cancellationToken)
    {
        var classes = new int[problem.Preference.Length];
        var (start, entries, owners) = ByOpportunity(problem);
        var ranked = new int[problem.Students.Length];
        var rankedBy = new int[problem.Students.Length];
        var unlisted = 0;
        for (var o = 0; o < problem.Seats.Length; o++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var partner = problem.PartnerOf[o];
            var order = partner >= 0 ? orders.GetValueOrDefault(partner) : null;
            if (problem.RanksEveryone[o] && order is null)
            {
                continue;
            }

            var mark = o + 1;
            var listed = order is not null ? MarkPlaces(order, ranked, rankedBy, mark)
                : o < scales.Length && scales[o] is { } scale ? MarkScores(problem, o, scale, ranked, rankedBy, mark)
                : MarkOwn(problem, o, ranked, rankedBy, mark);
            for (var at = start[o]; at < start[o + 1]; at++)
            {
                var acceptable = rankedBy[owners[at]] == mark;
                classes[entries[at]] = acceptable ? ranked[owners[at]] : NotAcceptable;
                listed -= acceptable ? 1 : 0;
            }

            unlisted += order is null ? listed : 0;
        }

        return (classes, unlisted);
    }

    private static int MarkOwn(ProblemColumns problem, int o, int[] ranked, int[] rankedBy, int mark)
    {
        var (first, end) = (problem.PriorityStart[o], problem.PriorityStart[o + 1]);
        var priorityClass = -1;
        for (var entry = end - 1; entry >= first; entry--)
        {
            // Walking from the worst: an entry opens a new class unless the one below it is tied to it.
            priorityClass += entry + 1 < end && problem.PriorityTied[entry + 1] ? 0 : 1;
            ranked[problem.PriorityStudent[entry]] = priorityClass;
            rankedBy[problem.PriorityStudent[entry]] = mark;
        }

        return end - first;
    }

    private static int MarkScores(ProblemColumns problem, int o, double[] scale, int[] ranked, int[] rankedBy, int mark)
    {
        var (first, end) = (problem.PriorityStart[o], problem.PriorityStart[o + 1]);
        for (var entry = first; entry < end; entry++)
        {
            ranked[problem.PriorityStudent[entry]] = Array.BinarySearch(scale, problem.PriorityScore![entry]);
            rankedBy[problem.PriorityStudent[entry]] = mark;
        }

        return end - first;
    }

    private static int MarkPlaces(List<int[]> places, int[] ranked, int[] rankedBy, int mark)
    {
        for (var place = 0; place < places.Count; place++)
        {
            foreach (var student in places[place])
            {
                ranked[student] = places.Count - 1 - place;
                rankedBy[student] = mark;
            }
        }

        return places.Sum(place => place.Length);
    }

    internal static Dictionary<int, List<int[]>> PartnerOrders(ProblemColumns problem)
    {
        var orders = new Dictionary<int, List<int[]>>();
        for (var partner = 0; partner < problem.Partners.Length; partner++)
        {
            if (problem.Partners[partner].Priorities is { } order)
            {
                orders[partner] = [.. order.Places.Select(place => place.Select(id => problem.StudentIndex[id.Value]).ToArray())];
            }
        }

        return orders;
    }

    /// <summary>The entries of all lists by opportunity, with the student of each.</summary>
    private static (int[] Start, int[] Entries, int[] Owners) ByOpportunity(ProblemColumns problem)
    {
        var start = new int[problem.Seats.Length + 1];
        foreach (var o in problem.Preference)
        {
            start[o + 1]++;
        }

        for (var o = 0; o < problem.Seats.Length; o++)
        {
            start[o + 1] += start[o];
        }

        var next = start.AsSpan(0, problem.Seats.Length).ToArray();
        var entries = new int[problem.Preference.Length];
        var owners = new int[problem.Preference.Length];
        for (var s = 0; s < problem.Students.Length; s++)
        {
            for (var entry = problem.PreferenceStart[s]; entry < problem.PreferenceStart[s + 1]; entry++)
            {
                var at = next[problem.Preference[entry]]++;
                entries[at] = entry;
                owners[at] = s;
            }
        }

        return (start, entries, owners);
    }

    private static Market Compress(ProblemColumns problem, int[] classes, int dropped)
    {
        if (dropped == 0)
        {
            var tied = problem.PreferenceTied.Any ? Ties(problem) : null;
            return new(problem.PreferenceStart, problem.Preference, classes, problem.Seats, tied);
        }

        var edges = classes.Length - dropped;
        var (first, program, priorityClass) = (new int[problem.PreferenceStart.Length], new int[edges], new int[edges]);
        var marks = problem.PreferenceTied.Any ? new TieMarks(edges) : null;
        var edge = 0;
        for (var s = 0; s < problem.Students.Length; s++)
        {
            first[s] = edge;
            var keptInGroup = false;
            for (var entry = problem.PreferenceStart[s]; entry < problem.PreferenceStart[s + 1]; entry++)
            {
                keptInGroup &= problem.PreferenceTied[entry];
                if (classes[entry] == NotAcceptable)
                {
                    continue;
                }

                if (keptInGroup)
                {
                    marks![edge] = true;
                }

                keptInGroup = true;
                (program[edge], priorityClass[edge]) = (problem.Preference[entry], classes[entry]);
                edge++;
            }
        }

        first[^1] = edge;
        return new(first, program, priorityClass, problem.Seats, marks);
    }

    private static TieMarks Ties(ProblemColumns problem)
    {
        var marks = new TieMarks(problem.Preference.Length);
        for (var entry = 0; entry < problem.Preference.Length; entry++)
        {
            if (problem.PreferenceTied[entry])
            {
                marks[entry] = true;
            }
        }

        return marks;
    }
}
