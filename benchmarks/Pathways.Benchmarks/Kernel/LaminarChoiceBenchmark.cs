using BenchmarkDotNet.Attributes;
using Pathways.Matching.Kernel;

namespace Pathways.Benchmarks.Kernel;

/// <summary>
/// Applicants propose under caps (partners of five programs, places for four fifths of their seats): the kernel, the same written with
/// sorted sets, and plain deferred acceptance on the same market without caps, which makes up to three times fewer proposals.
/// </summary>
[MemoryDiagnoser]
public class LaminarChoiceBenchmark
{
    private readonly Workspace _workspace = new();
    private Draw[] _draws = [];
    private Market[] _markets = [];
    private int _turn;

    [Params(1_000, 10_000, 100_000)]
    public int Applicants { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _draws = [.. Enumerable.Range(0, Math.Clamp(200_000 / Applicants, 4, 64)).Select(i => new Draw((ulong)i, Applicants, choices: 10))];
        _markets = [.. _draws.Select(draw => UnderPartners(draw.Market))];
        for (_turn = 0; _turn < _draws.Length; _turn++)
        {
            var objects = Solve();
            Run();
            for (var a = 0; a < Applicants; a++)
            {
                if (_workspace.Next[a] != objects[a])
                {
                    throw new InvalidOperationException($"The two ways differ for applicant {a}.");
                }
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int Objects()
    {
        Turn();
        return Solve()[0];
    }

    [Benchmark]
    public int Kernel()
    {
        Turn();
        Run();
        return _workspace.Next[0];
    }

    [Benchmark]
    public int WithoutCaps()
    {
        Turn();
        DeferredAcceptance.Solve(_draws[_turn].Market, _draws[_turn].Order, _workspace);
        return _workspace.Next[0];
    }

    internal static Market UnderPartners(Market market)
    {
        var partners = (market.Programs + 4) / 5;
        var seats = new int[partners];
        var parent = new int[market.Programs + partners];
        Array.Fill(parent, Market.None);
        for (var p = 0; p < market.Programs; p++)
        {
            parent[p] = market.Programs + (p / 5);
            seats[p / 5] += market.Capacity[p];
        }

        return market.WithCaps(new(parent, Array.ConvertAll(seats, all => all * 4 / 5)));
    }

    private void Turn() => _turn = (_turn + 1) % _draws.Length;

    private void Run() => CumulativeOffer.Solve(
        _markets[_turn], new LaminarChoice<SinglePlaceOrder>(_markets[_turn], _draws[_turn].Order, _workspace), _workspace);

    private int[] Solve()
    {
        var (market, order) = (_markets[_turn], _draws[_turn].Order);
        var next = market.First[..^1];
        var held = market.Capacity.Select(_ => new SortedSet<(int Class, int Place, int Program)>()).ToArray();
        var partners = market.Caps!.Seats.Select(_ => new SortedSet<(int Class, int Place, int Program)>()).ToArray();
        var free = new Queue<int>(Enumerable.Range(0, Applicants));
        while (free.TryDequeue(out var a))
        {
            if (next[a] == market.First[a + 1])
            {
                continue;
            }

            var p = market.Program[next[a]];
            var partner = partners[p / 5];
            var contract = (market.Class[next[a]], order.Low(a), p);
            held[p].Add(contract);
            partner.Add(contract);
            var full = held[p].Count > market.Capacity[p] ? held[p] : partner.Count > market.Caps.Seats[p / 5] ? partner : null;
            if (full is not null)
            {
                var worst = full.Min;
                held[worst.Program].Remove(worst);
                partner.Remove(worst);
                var loser = order.Applicant(worst.Place);
                next[loser]++;
                free.Enqueue(loser);
            }
        }

        return next;
    }
}
