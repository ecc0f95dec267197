using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Ties;

/// <summary>How many applicants the search places, against 200 lotteries on each of 500 markets with ties.</summary>
internal static class LargestStableReport
{
    private const int Instances = 100;
    private const int Lotteries = 200;

    /// <summary>Measures, and says it as rows of a table.</summary>
    /// <param name="instances">Of each family.</param>
    public static string Run(int instances = Instances)
    {
        // What runs for the first time is slow.
        foreach (var family in TiedFamily.All)
        {
            Measure(TiedInstance.Of(family, new Seed(1), 200), new(1));
        }

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
        table.Append(CultureInfo.InvariantCulture, $"| {name} | {measured.Count} | {Share(m => m.Found >= m.Mean)} | {Share(m => m.Found >= m.Best)} ");
        table.Append(CultureInfo.InvariantCulture, $"| {Share(m => m.Found > m.Best)} | {More(m => m.OneStart, m => m.Mean)} | {More(m => m.Found, m => m.Mean)} ");
        table.Append(CultureInfo.InvariantCulture, $"| {More(m => m.Found, m => m.Best)} | {Share(m => m.Found == m.Bound)} ");
        var times = measured.Select(m => m.Time).Order().ToList();
        table.AppendLine(CultureInfo.InvariantCulture, $"| {times[times.Count / 2]:0} | {measured.Average(m => m.Milliseconds):0.0} ms |");

        string Share(Func<Measured, bool> holds) =>
            (100.0 * measured.Count(holds) / measured.Count).ToString("0.0", CultureInfo.InvariantCulture) + " %";

        string More(Func<Measured, double> one, Func<Measured, double> other) =>
            measured.Average(m => 100 * (one(m) - other(m)) / other(m)).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) + " %";
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
                // A number for each applicant and program, instead of one for each applicant.
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
        var found = LargestStable.Solve(market, seed);
        var time = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        var oneStart = Size(LargestStable.Start(market, seed, workspace));
        return new(Size(found), oneStart, sum / Lotteries, best, LargestMatching.Size(market), time, time / fastest);
    }

    private static int Size(int[] edgeOf) => edgeOf.Length - edgeOf.AsSpan().Count(Market.None);

    private sealed record Measured(int Found, int OneStart, double Mean, int Best, int Bound, double Milliseconds, double Time);
}
