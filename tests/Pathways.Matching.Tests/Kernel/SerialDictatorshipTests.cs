using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class SerialDictatorshipTests
{
    [Theory]
    [InlineData(200, 40, 10, 8, false)]
    [InlineData(300, 200, 30, 1, true)]
    [InlineData(2000, 30, 30, 100, true)]
    [InlineData(3000, 600, 12, 5, false)]
    public void It_is_deferred_acceptance_where_programs_know_only_the_lottery(int applicants, int programs, int longest, int largest, bool skewed)
    {
        for (var draw = 0ul; draw < 6; draw++)
        {
            var random = new RandomMarket(draw, applicants, programs, longest, largest, classes: 1, skewed);
            var market = random.Market;
            var (turns, proposals) = (new Workspace(), new Workspace());

            Assert.Equal(Solving.ApplicantsPropose(market, random.Order(market), proposals), Solving.InTurn(market, ByPlace(random), turns));
            Assert.Equal(proposals.Next[..applicants], turns.Next[..applicants]);
            Assert.Equal(proposals.Programs[..programs].Select(program => program.Count), turns.Count[..programs]);
        }
    }

    // Of all matchings within the seats and caps the first in turn picks the best for itself, of those left the second, and so on.
    [Fact]
    public void Each_in_turn_gets_the_best_that_is_left_of_all_matchings()
    {
        var capped = 0;
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var tiny = TinyMarket.Draw(draw);
            var chance = new Chance(draw);
            var caps = chance.OneIn(3) ? null : RandomCaps(chance, tiny.Programs);
            var market = caps is null ? tiny.Compile() : tiny.Compile().WithCaps(caps);
            int[] byPlace = chance.Shuffled(Enumerable.Range(0, tiny.Applicants));
            var left = tiny.Matchings().Where(matching => caps is null || Fits(caps, matching)).ToList();
            var feasible = left;
            foreach (var a in byPlace.Reverse())
            {
                var best = tiny.Lists[a].FirstOrDefault(p => left.Exists(matching => matching[a] == p), Market.None);
                left = [.. left.Where(matching => matching[a] == best)];
            }

            var matched = Solving.InTurn(market, byPlace);

            capped += caps is null || Fits(caps, Solving.InTurn(tiny.Compile(), byPlace)) ? 0 : 1;
            if (!matched.SequenceEqual(Assert.Single(left)) || feasible.Exists(better => tiny.Improves(better, matched)))
            {
                Assert.Fail($"Draw {draw}: {tiny} in the order {string.Join(" ", byPlace.Reverse())} gives {TinyMarket.Write(matched)}.");
            }
        }

        Assert.True(capped > 1000, $"Caps matter in {capped} markets only.");
    }

    [Fact]
    public void Everybody_has_the_first_program_whose_cutoff_the_own_place_reaches()
    {
        for (var draw = 0ul; draw < 300; draw++)
        {
            var random = new RandomMarket(draw, 60, 8, 8, 9, classes: 1);
            var caps = draw % 2 == 0 ? null : RandomCaps(new(draw), 8);
            var market = caps is null ? random.Market : random.Market.WithCaps(caps);
            var workspace = new Workspace();

            var matched = Solving.InTurn(market, ByPlace(random), workspace);

            var expected = random.Lists.Select((list, a) => list.Append(Market.None).First(p => p == Market.None || random.Place[a] >= workspace.Cutoff[p]));
            Assert.Equal(expected, matched);
            Assert.Equal(Enumerable.Range(0, 8).Select(p => matched.Count(own => own == p)), workspace.Count[..8]);
        }
    }

    // The page about this algorithm.
    [Fact]
    public void Worked_example()
    {
        // ana: clinic, lab; ben: clinic, lab; cy: lab, clinic. Both belong to one hospital, which takes two students.
        var market = RandomMarket.MarketOf([[0, 1], [0, 1], [1, 0]], [[0, 0], [0, 0], [0, 0]], [1, 2]);
        int[] cyThenAna = [1, 0, 2];

        Assert.Equal([0, 1, 1], Solving.InTurn(market, cyThenAna));
        Assert.Equal([0, Market.None, 1], Solving.InTurn(market.WithCaps(new([2, 2, Market.None], [2])), cyThenAna));
    }

    [Fact]
    public void Nobody_nothing_and_no_seats_are_markets_too()
    {
        Assert.Empty(Solving.InTurn(RandomMarket.MarketOf([], [], [1]), []));
        Assert.Equal([Market.None], Solving.InTurn(RandomMarket.MarketOf([[]], [[]], []), [0]));
        Assert.Equal([1], Solving.InTurn(RandomMarket.MarketOf([[0, 1]], [[0, 0]], [0, int.MaxValue]), [0]));
        Assert.Equal(
            [Market.None], Solving.InTurn(RandomMarket.MarketOf([[0]], [[0]], [1]).WithCaps(new([1, Market.None], [0])), [0]));
    }

    [Fact]
    public void Relabelling_applicants_and_programs_changes_nothing() => Relabelled.Check(
        (market, place) => Solving.InTurn(market, TieBreaker.Inverse(place)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_in_a_workspace_that_fits_allocates_nothing(bool capped)
    {
        var random = new RandomMarket(1, 1000, 50, 10, 30, 1, skewed: true);
        var market = capped ? random.Market.WithCaps(RandomCaps(new(1), 50)) : random.Market;
        var (byPlace, workspace) = (ByPlace(random), new Workspace());
        SerialDictatorship.Solve(market, byPlace, workspace);
        SerialDictatorship.Solve(market, byPlace, workspace);

        Assert.Equal(0, Allocations.Least(() =>
        {
            SerialDictatorship.Solve(market, byPlace, workspace);
        }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cancelling_stops_the_run(bool capped)
    {
        var random = new RandomMarket(1, 100, 10, 5, 5, 5);
        var market = capped ? random.Market.WithCaps(RandomCaps(new(1), 10)) : random.Market;

        Assert.Throws<OperationCanceledException>(
            () => SerialDictatorship.Solve(market, ByPlace(random), new(), new CancellationToken(canceled: true)));
    }

    private static int[] ByPlace(RandomMarket random) => TieBreaker.Inverse(random.Place);

    /// <summary>Some programs under one cap or two, and sometimes one around both.</summary>
    private static CapTree RandomCaps(Chance chance, int programs)
    {
        int[] parent = [.. Enumerable.Range(0, programs).Select(_ => chance.Below(3)).Select(cap => cap == 2 ? Market.None : programs + cap)];
        var outer = chance.OneIn(2) ? programs + 2 : Market.None;
        return new([.. parent, outer, outer, Market.None], [chance.Below(3), 1 + chance.Below(2), 1 + chance.Below(3)]);
    }

    private static bool Fits(CapTree caps, int[] matching) => Enumerable.Range(0, caps.Caps).All(cap =>
        matching.Count(program => program != Market.None && Above(caps, program).Contains(caps.Programs + cap)) <= caps.Seats[cap]);

    private static IEnumerable<int> Above(CapTree caps, int node) =>
        caps.Parent[node] == Market.None ? [] : Above(caps, caps.Parent[node]).Prepend(caps.Parent[node]);
}
