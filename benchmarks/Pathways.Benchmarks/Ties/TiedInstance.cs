using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Ties;

/// <summary>A kind of market with ties: how lists and classes are drawn.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Choices">The fewest and the most programs on a list.</param>
/// <param name="Classes">The fewest and the most priority classes.</param>
/// <param name="Capacity">The largest.</param>
/// <param name="Ties">How often in a hundred a choice shares the place of the one before.</param>
/// <param name="Skew">0 for uniform popularity; 1 for popularity that falls as 1, 1/2, 1/3, ...</param>
internal sealed record TiedFamily(string Name, (int, int) Choices, (int, int) Classes, int Capacity, int Ties, double Skew)
{
    public static IReadOnlyList<TiedFamily> All { get; } =
    [
        new("Four classes, strict lists", (10, 10), (4, 4), 6, 0, 0),
        new("Popular programs, few classes", (4, 12), (1, 3), 10, 0, 1),
        new("Large programs, all equal", (3, 8), (1, 1), 20, 0, 0.7),
        new("Ties on both sides", (5, 10), (1, 5), 8, 30, 0.5),
        new("One seat each, ties on both sides", (3, 6), (1, 4), 1, 30, 0.3),
    ];
}

/// <summary>A random market of a family: 0.8 to 1.1 seats for each applicant.</summary>
internal static class TiedInstance
{
    /// <summary>One of 50 to 1,000 applicants.</summary>
    public static Market Of(TiedFamily family, Seed seed)
    {
        var draws = new Draws(seed.Split("size"));
        return Of(family, seed, (int)(50 * Math.Pow(20, draws.Below(1001) / 1000.0)));
    }

    /// <summary>One of a given size.</summary>
    public static Market Of(TiedFamily family, Seed seed, int applicants)
    {
        var draws = new Draws(seed);
        var seats = applicants * (80 + draws.Below(31)) / 100;
        var capacity = new List<int>();
        for (var left = seats; left > 0; left -= capacity[^1])
        {
            capacity.Add(Math.Min(left, 1 + draws.Below(family.Capacity)));
        }

        var weights = new double[capacity.Count];
        for (var p = 0; p < weights.Length; p++)
        {
            weights[p] = (p == 0 ? 0 : weights[p - 1]) + Math.Pow(p + 1, -family.Skew);
        }

        var classes = Between(family.Classes, ref draws);
        var first = new int[applicants + 1];
        List<int> program = [], priorityClass = [], tied = [];
        for (var a = 0; a < applicants; a++)
        {
            var choices = Math.Min(Between(family.Choices, ref draws), capacity.Count);
            while (program.Count - first[a] < choices)
            {
                var at = Array.BinarySearch(weights, draws.Below(1 << 24) * weights[^1] / (1 << 24));
                var p = at < 0 ? ~at : at;
                if (program.IndexOf(p, first[a]) >= 0)
                {
                    continue;
                }

                if (program.Count > first[a] && draws.Below(100) < family.Ties)
                {
                    tied.Add(program.Count);
                }

                program.Add(p);
                priorityClass.Add(draws.Below(classes));
            }

            first[a + 1] = program.Count;
        }

        var marks = family.Ties == 0 ? null : new TieMarks(program.Count);
        tied.ForEach(edge => marks![edge] = true);
        return new(first, [.. program], [.. priorityClass], [.. capacity], marks);
    }

    private static int Between((int Least, int Most) range, ref Draws draws) => range.Least + draws.Below(range.Most - range.Least + 1);
}
