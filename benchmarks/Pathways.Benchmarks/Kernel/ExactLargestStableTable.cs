using System.Globalization;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>How many markets are solved within limits of processor time, and how large the gap is where one is not.</summary>
internal static class ExactLargestStableTable
{
    /// <summary>Prints the table of <c>benchmarks/results/exact-largest-stable.md</c>.</summary>
    /// <param name="args">The number of seeds, then the limits in seconds, then optionally a part of the names of the families.</param>
    public static void Print(string[] args, TextWriter to)
    {
        var seeds = int.Parse(args[0], CultureInfo.InvariantCulture);
        var limits = args[1].Split(',').Select(limit => double.Parse(limit, CultureInfo.InvariantCulture)).ToArray();
        ExactLargestStable.Solve(TiedDraw.Families[6].Market(99), null, () => false); // compiled before anything is timed
        foreach (var family in TiedDraw.Families.Where(family => args.Length < 3 || family.Name.Contains(args[2], StringComparison.Ordinal)))
        {
            for (var seed = 1; seed <= seeds; seed++)
            {
                var market = family.Market((ulong)seed);
                var cells = new List<string> { family.Name, seed.ToString(CultureInfo.InvariantCulture) };
                foreach (var limit in limits)
                {
                    var start = Environment.CpuUsage.TotalTime;
                    var result = ExactLargestStable.Solve(market, null, () => (Environment.CpuUsage.TotalTime - start).TotalSeconds > limit);
                    var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
                    var isProved = result.Size == result.UpperBound;
                    cells.Add(isProved
                        ? string.Create(CultureInfo.InvariantCulture, $"{result.Size} in {seconds:F2} s")
                        : string.Create(CultureInfo.InvariantCulture, $"{result.Size} to {result.UpperBound}"));
                    if (isProved)
                    {
                        break;
                    }
                }

                to.WriteLine($"| {string.Join(" | ", cells)} |");
            }
        }
    }
}
