using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pathways.Benchmarks.Kernel;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Ties;

/// <summary>What a start and the improvement cycles cost, in multiples of deferred acceptance on the same market, taking turns.</summary>
internal static class StartReport
{
    private const int Least = 9;

    /// <summary>Measures, and says it as rows of a table.</summary>
    public static string Run()
    {
        var short1 = new TiedFamily("seats short, popularity skewed", (10, 10), (4, 4), 9, 0, 1);
        var table = new StringBuilder();
        foreach (var applicants in new[] { 1_000, 10_000, 100_000 })
        {
            var pool = Math.Clamp(400_000 / applicants, 4, 100);
            Row(table, "uniform, 1.05 seats each", [.. Enumerable.Range(0, pool).Select(i => new Draw((ulong)i, applicants, choices: 10).Market)]);
            Row(table, short1.Name, [.. Enumerable.Range(0, pool).Select(i => TiedInstance.Of(short1, new((ulong)i), applicants))]);
        }

        return table.ToString();
    }

    private static void Row(StringBuilder table, string name, Market[] pool)
    {
        var (one, other) = (new Workspace(), new Workspace());
        List<double> plain = [], start = [], cycles = [];
        for (var turn = 0; turn < Math.Max(Least, 1_000_000 / pool[0].Applicants); turn++)
        {
            var market = pool[turn % pool.Length];
            var order = new LotteryOrder(market.Class, market.Applicants, new((ulong)turn));
            plain.Add(Time(() => DeferredAcceptance.Solve(market, order, one)));
            start.Add(Time(() => PromotedProposals.Solve(market, order, other)));
            int[] edgeOf = [.. Enumerable.Range(0, market.Applicants)
                .Select(a => one.Next[a] < market.First[a + 1] ? one.Next[a] : Market.None)];
            cycles.Add(Time(() => StableImprovementCycles.Improve(market, edgeOf)));
        }

        table.Append(CultureInfo.InvariantCulture, $"| {pool[0].Applicants} | {name} | {Median(plain):0.000} ms ");
        table.AppendLine(CultureInfo.InvariantCulture, $"| {start.Min() / plain.Min():0.00} | {Median(Ratios(start)):0.00} | {cycles.Min() / plain.Min():0.00} | {Median(Ratios(cycles)):0.00} |");

        List<double> Ratios(List<double> times) => [.. times.Zip(plain, (time, rival) => time / rival)];
    }

    private static double Time(Action run)
    {
        var begin = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
