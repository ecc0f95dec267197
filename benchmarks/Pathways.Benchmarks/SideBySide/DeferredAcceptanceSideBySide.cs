using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Pathways.Benchmarks.Kernel;
using Pathways.Matching.Kernel;
using Pathways.Matching.Verification;

namespace Pathways.Benchmarks.SideBySide;

/// <summary>
/// Deferred acceptance of the kernel, of two rivals in C++ and of C# with lists and queues, in turn in one process on the same arrays, a new
/// draw each time. All must agree. A machine that runs one after the other, or sees one draw twice, would favour one of them.
/// </summary>
internal sealed class DeferredAcceptanceSideBySide : IDisposable
{
    private const string Ours = "Pathways";
    private const string Verification = "Pathways, verification";
    private const string Textbook = "C++ textbook";
    private const string Tuned = "C++ tuned";
    private const string Objects = "C# objects";

    private readonly NativeRivals? _native = NativeRivals.Build();
    private readonly Workspace _workspace = new();
    private byte[] _rank = [];
    private readonly StringBuilder _rows = new();
    private readonly List<(string Goal, string Found, bool? IsMet)> _goals = [];

    /// <summary>Runs all families, prints the tables and writes them.</summary>
    /// <param name="args">A file to write to; or the one number of applicants to look at, then nothing is written.</param>
    public static void Run(string[] args)
    {
        using var comparison = new DeferredAcceptanceSideBySide();
        int? only = args is [var first] && int.TryParse(first, CultureInfo.InvariantCulture, out var number) ? number : null;
        comparison.WarmUp();
        foreach (var hasScores in (bool[])[true, false])
        {
            foreach (var (isZipf, seats) in ((bool, double)[])[(false, 1.05), (true, 0.9)])
            {
                foreach (var (applicants, draws) in ((int, int)[])[(10_000, 31), (100_000, 15), (1_000_000, 5)])
                {
                    if (only is null || applicants == only)
                    {
                        comparison.Compare(new(applicants, isZipf, seats, hasScores), draws);
                    }
                }
            }
        }

        var report = comparison.Report();
        Console.WriteLine(report);
        if (args is [var path] && only is null)
        {
            File.WriteAllText(path, report);
        }
    }

    public void Dispose() => _native?.Dispose();

    // Until the run-time has compiled everything for good.
    private void WarmUp()
    {
        for (var number = 0ul; number < 60; number++)
        {
            Once(new(2_000, number % 2 == 0, 1, number % 4 < 2), number, []);
            Thread.Sleep(10);
        }
    }

    private void Compare(Family family, int draws)
    {
        var times = new Dictionary<string, Samples>();
        for (var number = 0; number < draws; number++)
        {
            Once(family, (ulong)number, times);
            GC.Collect();
        }

        foreach (var (name, samples) in times)
        {
            var shares = string.Join(" | ", ((string[])[Tuned, Textbook, Objects]).Select(rival =>
                times.TryGetValue(rival, out var others) && rival != name ? Text($"{others.Ratio(samples):0.00}") : ""));
            _rows.AppendLine(Text($"| {family} | {name} | {samples.Minimum:0.000} | {samples.Median:0.000} | {shares} |"));
        }

        Console.Error.WriteLine(family);
        Judge(family, times);
    }

    private void Once(Family family, ulong number, Dictionary<string, Samples> times)
    {
        var random = new RandomMarket(family, number);
        var market = random.Market;
        _workspace.Fit(market);
        if (_rank.Length < market.Applicants)
        {
            _rank = new byte[market.Applicants];
        }

        var ours = new int[market.Applicants];
        var native = new List<byte[]>();

        // Who goes first changes from draw to draw, so that nobody always finds the caches warm.
        Action[] turns =
        [
            () =>
            {
                Time(Ours, () => Solve(random));
                ours = _workspace.Next[..market.Applicants];
            },
            () => Native(Tuned, () => _native!.Tuned(random, _workspace, _rank)),
            () => Native(Textbook, () => _native!.Textbook(random, _workspace, _rank)),
        ];
        for (var turn = 0; turn < turns.Length; turn++)
        {
            turns[(turn + (int)number) % turns.Length]();
        }

        foreach (var ranks in native)
        {
            Agree(market, a => market.First[a] + ranks[a], a => ours[a]);
        }

        int Program(int a) => ours[a] < market.First[a + 1] ? market.Program[ours[a]] : Market.None;
        var programOf = Enumerable.Range(0, market.Applicants).Select(Program).ToArray();
        var blocking = 0;
        Time(Verification, () => blocking = Stability.BlockingPairs(market, programOf).Count);
        if (blocking != 0)
        {
            throw new InvalidOperationException($"{blocking} pairs block the matching of draw {number} of {family}.");
        }

        if (market.Applicants <= 100_000)
        {
            var objects = new MarketObjects(market, random.Place ?? [.. Enumerable.Range(0, market.Applicants)]);
            var seats = new Dictionary<ApplicantObject, ProgramObject>();
            Time(Objects, () => seats = objects.ApplicantsPropose());
            Agree(market, a => seats.GetValueOrDefault(objects.Applicants[a])?.Number ?? Market.None, a => programOf[a]);
        }

        void Native(string name, Action solve)
        {
            if (_native is not null)
            {
                Time(name, solve);
                native.Add([.. _rank]);
            }
        }

        void Time(string name, Action action)
        {
            if (!times.TryGetValue(name, out var samples))
            {
                times[name] = samples = new();
            }

            samples.Add(CpuClock.Time(action));
        }
    }

    private void Solve(RandomMarket random)
    {
        if (random.Place is { } place)
        {
            DeferredAcceptance.Solve(random.Market, new SinglePlaceOrder(random.Market.Class, place, random.ByPlace!), _workspace);
        }
        else
        {
            DeferredAcceptance.Solve(random.Market, new OwnRankOrder(random.Market.Class), _workspace);
        }
    }

    private static void Agree(Market market, Func<int, int> rival, Func<int, int> ours)
    {
        for (var a = 0; a < market.Applicants; a++)
        {
            if (rival(a) != ours(a))
            {
                throw new InvalidOperationException($"Two ways differ for applicant {a}: {rival(a)} and {ours(a)}.");
            }
        }
    }

    private void Judge(Family family, Dictionary<string, Samples> times)
    {
        switch (family.Applicants)
        {
            case 1_000_000:
                Goal(Ours, Tuned, 1.3);
                Goal(Ours, Textbook, family.IsZipf ? 1 / 2.5 : 1 / 3.0);
                Goal(Verification, Textbook, 0.5);
                break;
            case 100_000:
                Goal(Ours, Tuned, 1.1);
                Goal(Ours, Objects, 1 / 10.0);
                break;
        }

        void Goal(string own, string rival, double most)
        {
            var found = times.TryGetValue(rival, out var others) ? times[own].Ratio(others) : (double?)null;
            _goals.Add((
                Text($"{family}: {own} / {rival} at most {most:0.000}"),
                found is { } ratio ? Text($"{ratio:0.000}") : "not measured",
                found is null ? null : found <= most));
        }
    }

    private string Report()
    {
        var text = new StringBuilder();
        text.AppendLine(Text($"""
            # Deferred acceptance side by side

            The kernel, a textbook and a tuned C++ kernel (`benchmarks/native`), and C# with lists, dictionaries and priority queues: in turn in one process
            on the same arrays, a new draw each time, the first to run changing from draw to draw; all agree on every draw.
            Milliseconds of thread processor time. A ratio is the median over the draws of the rival's time by the row's own
            on the same draw: 2 means that the rival takes twice as long. Read the ratios; times belong to the machine.

            ```
            dotnet run -c Release --project benchmarks/Pathways.Benchmarks -- side-by-side deferred-acceptance benchmarks/results/side-by-side.md
            ```

            {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors ({Processor()}), {(_native is null ? "NATIVE RIVALS SKIPPED: no g++" : $"rivals built with `{NativeRivals.Command}`")}.

            | family | way | min ms | median ms | C++ tuned / this | C++ textbook / this | C# objects / this |
            |---|---|---:|---:|---:|---:|---:|
            """));
        text.Append(_rows);
        text.AppendLine().AppendLine("## Goals").AppendLine().AppendLine("| goal | found | |").AppendLine("|---|---:|---|");
        foreach (var (goal, found, isMet) in _goals)
        {
            text.AppendLine(Text($"| {goal} | {found} | {(isMet switch { true => "met", false => "NOT met", null => "" })} |"));
        }

        return text.ToString();
    }

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1] ?? ""
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
