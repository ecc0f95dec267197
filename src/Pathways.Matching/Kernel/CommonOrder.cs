using Pathways.Matching.Problems;

namespace Pathways.Matching.Kernel;

/// <summary>Whether programs under one cap compare applicants on one scale.</summary>
/// <remarks>
/// They do when all have the order of the same partner, or all have scores, or none has any order. A program that accepts nobody compares
/// nobody, so it never stands in the way.
/// </remarks>
internal static class CommonOrder
{
    private enum Scale
    {
        None,
        Partner,
        Scores,
        Own,
    }

    /// <summary>Two programs that do not; null when all do, and then those that score share a scale.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="programs">Those under the cap.</param>
    /// <param name="scales">By program, all scores it is compared by, ascending; filled in here.</param>
    public static (int Program, int Other)? Find(ProblemColumns problem, int[] programs, double[]?[] scales)
    {
        var judging = Array.FindAll(programs, program => AcceptsSomebody(problem, program));
        if (judging.Length < 2)
        {
            return null;
        }

        var first = Of(problem, judging[0]);
        for (var i = 1; i < judging.Length; i++)
        {
            if (first.Scale == Scale.Own || Of(problem, judging[i]) != first)
            {
                return (judging[0], judging[i]);
            }
        }

        if (first.Scale == Scale.Scores)
        {
            var scale = Together(problem, judging);
            foreach (var program in judging)
            {
                scales[program] = scale;
            }
        }

        return null;
    }

    private static (Scale Scale, int Partner) Of(ProblemColumns problem, int program) =>
        PartnerRanks(problem, program) ? (Scale.Partner, problem.PartnerOf[program])
        : problem.RanksEveryone[program] ? (Scale.None, Market.None)
        : HasScores(problem, program) ? (Scale.Scores, Market.None)
        : (Scale.Own, Market.None);

    private static bool AcceptsSomebody(ProblemColumns problem, int program) => PartnerRanks(problem, program)
        ? problem.Partners[problem.PartnerOf[program]].Priorities!.Places.Length > 0
        : problem.RanksEveryone[program] || problem.PriorityStart[program] < problem.PriorityStart[program + 1];

    private static bool PartnerRanks(ProblemColumns problem, int program) =>
        problem.RanksEveryone[program] && problem.PartnerOf[program] is >= 0 and var partner && problem.Partners[partner].Priorities is not null;

    private static bool HasScores(ProblemColumns problem, int program) =>
        problem.PriorityScore is { } scores && !double.IsNaN(scores[problem.PriorityStart[program]]);

    private static double[] Together(ProblemColumns problem, int[] programs)
    {
        var all = new List<double>();
        foreach (var program in programs)
        {
            all.AddRange(problem.PriorityScore.AsSpan(problem.PriorityStart[program]..problem.PriorityStart[program + 1]));
        }

        all.Sort();
        var distinct = 0;
        for (var i = 0; i < all.Count; i++)
        {
            if (i == 0 || all[i] != all[distinct - 1])
            {
                all[distinct++] = all[i];
            }
        }

        return [.. all.Take(distinct)];
    }
}
