using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pathways.Matching.Kernel;
using Search = Pathways.Matching.Kernel.LargestStable;

namespace Pathways.Benchmarks.LargestStable;

/// <summary>How many applicants the search places, against 200 lotteries on each of 500 markets with ties.</summary>
internal static class LargestStableReport
{
    private const int Instances = 100;
    private const int Lotteries = 200;

    /// <summary>Measures, and says it as a table.</summary>
    public static string Run(int instances = Instances)
    {
        var table = new StringBuilder();
        var all = new List<Measured>();
        foreach (var (number, family) in TiedFamily.All.Index())
        {
            List<Measured> measured = [.. Enumerable.Range(0, instances)
                .Select(i => Measure(TiedInstance.Of(family, new Seed((ulong)number).Split((ulong)i)), new Seed((ulong)i)))];
            all.AddRange(measured);
            Row(table, family.Name, measured);
        }

        Row(table, "All", all);
        return table.ToString();
    }

    private static void Row(StringBuilder table, string name, List<Measured> measured)
    {
        string Share(Func<Measured, bool> holds) => (100.0 * measured.Count(holds) / measured.Count).ToString("0.0", CultureInfo.InvariantCulture) + " %";
        string Mean(Func<Measured, double> of) => measured.Average(of).ToString("0.00", CultureInfo.InvariantCulture);
        table.AppendJoin(" | ", [
            "| " + name, measured.Count.ToString(CultureInfo.InvariantCulture), Share(m => m.Found >= m.Mean), Share(m => m.Found >= m.Best), Share(m => m.Found > m.Best),
            Mean(m => 100 * (m.Found - m.Mean) / m.Mean) + " %", Mean(m => 100 * (m.Found - m.Best) / m.Best) + " %", Mean(m => 100 * (m.OneStart - m.Mean) / m.Mean) + " %",
            Share(m => m.Found == m.Bound), Mean(m => m.Time) + " |"]);
        table.AppendLine();
    }

    private static Measured Measure(Market market, Seed seed)
    {
        var workspace = new Workspace();
        var (sum, best, fastest) = (0.0, 0, double.MaxValue);
        for (var lottery = 0ul; lottery < Lotteries; lottery++)
        {
            var own = seed.Split("lottery").Split(lottery);
            var broken = ShuffledPlaces.Of(market, own).Market;
            if (lottery % 2 == 1)
            {
                // A number for each applicant and program.
                var draws = new Draws(own);
                broken = broken.WithClasses(Array.ConvertAll(broken.Class, c => (c << 20) + draws.Below(1 << 20)));
            }

            var order = new LotteryOrder(broken.Class, market.Applicants, own);
            var start = Stopwatch.GetTimestamp();
            DeferredAcceptance.Solve(broken, order, workspace);
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var size = Enumerable.Range(0, market.Applicants).Count(a => workspace.Next[a] < market.First[a + 1]);
            (sum, best) = (sum + size, Math.Max(best, size));
        }

        var begin = Stopwatch.GetTimestamp();
        var found = Search.Solve(market, seed);
        var time = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        return new(Size(found), Size(Search.Start(market, seed, workspace)), sum / Lotteries, best, LargestMatching.Size(market), time / fastest);
    }

    private static int Size(int[] edgeOf) => edgeOf.Length - edgeOf.AsSpan().Count(Market.None);

    private sealed record Measured(int Found, int OneStart, double Mean, int Best, int Bound, double Time);
}
