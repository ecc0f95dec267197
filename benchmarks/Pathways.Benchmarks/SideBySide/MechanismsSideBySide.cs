using System.Globalization;
using System.Text;
using Pathways.Matching.Kernel;
using Pathways.Matching.Verification;

namespace Pathways.Benchmarks.SideBySide;

/// <summary>
/// The other mechanisms, caps and checks against plain deferred acceptance: in turn in one process on the same markets, a new draw each
/// time.
/// </summary>
internal sealed class MechanismsSideBySide
{
    private const string Plain = "deferred acceptance";
    private const string Serial = "serial dictatorship";
    private const string Immediate = "immediate acceptance";
    private const string Trades = "top trading cycles";
    private const string Capped = "deferred acceptance under caps of partners";
    private const string Cycles = "stable improvement cycles, after it";
    private const string Checked = "verification of stability";
    private const string Efficient = "verification of efficiency";

    private readonly Workspace _workspace = new();
    private readonly Workspace _other = new();
    private readonly StringBuilder _rows = new();
    private readonly List<(string Goal, double Found, double Most)> _goals = [];

    /// <summary>Runs all families, prints the tables and writes them.</summary>
    /// <param name="args">A file to write to, if any.</param>
    public static void Run(string[] args)
    {
        var comparison = new MechanismsSideBySide();
        for (var number = 0ul; number < 60; number++)
        {
            comparison.Once(new(2_000, number % 2 == 0, 1, HasScores: false), number, [], []);
            Thread.Sleep(10);
        }

        foreach (var (isZipf, seats) in ((bool, double)[])[(false, 1.05), (true, 0.9)])
        {
            foreach (var (applicants, draws) in ((int, int)[])[(1_000, 61), (10_000, 31), (100_000, 11)])
            {
                comparison.Compare(new(applicants, isZipf, seats, HasScores: false), draws);
            }
        }

        var report = comparison.Report();
        Console.WriteLine(report);
        if (args is [var path])
        {
            File.WriteAllText(path, report);
        }
    }

    private void Compare(Family family, int draws)
    {
        var times = new Dictionary<string, Samples>();
        List<double> perProposal = [];
        for (var number = 0; number < draws; number++)
        {
            Once(family, (ulong)number, times, perProposal);
            GC.Collect();
        }

        foreach (var (name, samples) in times)
        {
            _rows.AppendLine(Text($"| {family} | {name} | {samples.Minimum:0.000} | {samples.Median:0.000} | {samples.Ratio(times[Plain]):0.00} |"));
        }

        perProposal.Sort();
        var caps = perProposal[perProposal.Count / 2];
        _rows.AppendLine(Text($"| {family} | the same under caps, per proposal | | | {caps:0.00} |"));
        Console.Error.WriteLine(family);
        if (family.Applicants == 100_000)
        {
            _goals.Add(($"{family}: caps, per proposal", caps, 2));
        }
        else if (family.Applicants == 10_000)
        {
            _goals.Add(($"{family}: {Trades}", times[Trades].Ratio(times[Plain]), 20));
        }
        else
        {
            _goals.Add(($"{family}: {Cycles}", times[Cycles].Ratio(times[Plain]), 20));
        }
    }

    private void Once(Family family, ulong number, Dictionary<string, Samples> times, List<double> perProposal)
    {
        var random = new RandomMarket(family, number);
        var market = random.Market;
        var order = new SinglePlaceOrder(market.Class, random.Place!, random.ByPlace!);
        var under = market.WithCaps(Partners(market));
        _workspace.Fit(market);
        _other.Fit(under);
        var programOf = new int[market.Applicants];
        var edgeOf = new int[market.Applicants];
        var plain = 0.0;
        var capped = 0.0;

        // Who goes first changes from draw to draw, so that nobody always finds the caches warm.
        Action[] turns =
        [
            () =>
            {
                plain = Time(Plain, () => DeferredAcceptance.Solve(market, order, _workspace));
                for (var a = 0; a < edgeOf.Length; a++)
                {
                    edgeOf[a] = _workspace.Next[a] < market.First[a + 1] ? _workspace.Next[a] : Market.None;
                    programOf[a] = edgeOf[a] == Market.None ? Market.None : market.Program[edgeOf[a]];
                }

                plain /= Proposals(market, _workspace);
                Time(Checked, () => Stability.BlockingPairs(market, programOf));
                Time(Efficient, () => ParetoEfficiency.Trade(market, programOf));
                Time(Cycles, () => StableImprovementCycles.Improve(market, edgeOf));
            },
            () =>
            {
                capped = Time(Capped, () => CumulativeOffer.Solve(under, new LaminarChoice<SinglePlaceOrder>(under, order, _other), _other));
                capped /= Proposals(under, _other);
            },
            () => Time(Serial, () => SerialDictatorship.Solve(market, random.ByPlace!, _other)),
            () => Time(Immediate, () => ImmediateAcceptance.Solve(market, order, _other)),
            () => Time(Trades, () => TopTradingCycles.Solve(market, market, null, order, _other)),
        ];
        for (var turn = 0; turn < turns.Length; turn++)
        {
            turns[(turn + (int)number) % turns.Length]();
        }

        perProposal.Add(capped / plain);

        double Time(string name, Action action)
        {
            var time = CpuClock.Time(action);
            (times.TryGetValue(name, out var samples) ? samples : times[name] = new()).Add(time);
            return time;
        }
    }

    // Five programs a partner, which takes four fifths of their seats.
    private static CapTree Partners(Market market)
    {
        const int Programs = 5;
        var partners = (market.Programs + Programs - 1) / Programs;
        var parent = new int[market.Programs + partners];
        var seats = new int[partners];
        Array.Fill(parent, Market.None);
        for (var p = 0; p < market.Programs; p++)
        {
            parent[p] = market.Programs + (p / Programs);
            seats[p / Programs] += market.Capacity[p];
        }

        return new(parent, Array.ConvertAll(seats, all => all * 4 / 5));
    }

    private static double Proposals(Market market, Workspace workspace)
    {
        var proposals = 0L;
        for (var a = 0; a < market.Applicants; a++)
        {
            proposals += Math.Min(workspace.Next[a] + 1, market.First[a + 1]) - market.First[a];
        }

        return proposals;
    }

    private string Report()
    {
        var goals = string.Join("\n", _goals.Select(goal => Text($"| {goal.Goal} at most {goal.Most:0} | {goal.Found:0.00} | {(goal.Found <= goal.Most ? "met" : "NOT met")} |")));
        return $"""
            # Mechanisms side by side

            The other mechanisms, caps and checks against deferred acceptance on the same markets: ten choices each, a program for every five
            applicants, four priority classes and one lottery number each; partners of five programs take four fifths of their seats. In turn in one
            process, a new draw each time. Milliseconds of thread processor time. A ratio is the median over the draws of the row's time by that of deferred
            acceptance on the same draw: 2 means twice as long. Read the ratios; times belong to the machine.

            ```
            dotnet run -c Release --project benchmarks/Pathways.Benchmarks -- side-by-side mechanisms benchmarks/results/mechanisms.md
            ```

            | family | way | min ms | median ms | ratio |
            |---|---|---:|---:|---:|
            {_rows.ToString().TrimEnd()}

            ## Goals

            | goal | found | |
            |---|---:|---|
            {goals}

            """;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
