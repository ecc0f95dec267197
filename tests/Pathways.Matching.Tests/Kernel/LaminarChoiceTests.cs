using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class LaminarChoiceTests
{
    public static TheoryData<int, int, int, int, int, int, int> Markets => new()
    {
        // applicants, programs, longest list, most seats, classes, deepest, widest
        { 60, 12, 6, 5, 3, 1, 5 },
        { 60, 12, 6, 5, 3, 3, 3 },
        { 120, 6, 5, 17, 2, 2, 3 },
        { 150, 4, 4, 40, 100, 2, 4 },
        { 100, 60, 8, 2, 4, 2, 20 },
        { 100, 80, 6, 1, 1, 1, 80 },
    };

    [Theory]
    [MemberData(nameof(Markets))]
    public void Blocks_heaps_and_wide_caps_find_what_the_textbook_finds(
        int applicants, int programs, int longest, int largest, int classes, int deepest, int widest)
    {
        var workspace = new Workspace();
        for (var draw = 0ul; draw < 12; draw++)
        {
            var market = CappedMarket.Random(
                new(draw), applicants, programs, longest, largest, classes, deepest, oneClass: draw % 2 == 0, widest);

            Assert.Equal(market.TextbookApplicantsPropose(), market.ApplicantsPropose(workspace));
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Caps_that_never_bind_are_no_caps(bool manySeats, bool oneCap)
    {
        for (var draw = 0ul; draw < 30; draw++)
        {
            var random = new RandomMarket(draw, 200, 20, 8, 12, 3, skewed: true);
            var sum = random.Capacity.Sum();
            var parent = Enumerable.Range(0, 20).Select(p => oneCap ? 20 : 20 + (p % 4)).Concat(Enumerable.Repeat(Market.None, 4));
            int[] seats = [.. Enumerable.Range(0, 4).Select(partner =>
                manySeats ? int.MaxValue : oneCap ? sum : random.Capacity.Where((_, p) => p % 4 == partner).Sum())];
            var market = random.Market.WithCaps(new([.. parent], seats));

            Assert.Equal(random.Textbook(), ApplicantsPropose(market, random.Order(market)));
        }
    }

    [Fact]
    public void A_market_without_caps_is_one_too()
    {
        var random = new RandomMarket(3, 200, 20, 8, 20, 3, skewed: true);

        Assert.Equal(random.Textbook(), ApplicantsPropose(random.Market, random.Order(random.Market)));
    }

    [Fact]
    public void Nobody_gets_a_seat_under_a_cap_of_none()
    {
        var market = RandomMarket.MarketOf([[0, 2], [1]], [[5, 0], [5]], [1, 1, 1]).WithCaps(new([3, 3, Market.None, Market.None], [0]));

        Assert.Equal([2, Market.None], ApplicantsPropose(market, Solving.LowerFirst(market)));
    }

    // A partner with one place in all. Whoever is wanted more at another of its programs takes the place from there.
    [Fact]
    public void The_worst_of_another_program_gives_way()
    {
        var market = RandomMarket.MarketOf([[0], [1, 2]], [[1], [2, 0]], [1, 1, 1]).WithCaps(new([3, 3, Market.None, Market.None], [1]));

        Assert.Equal([Market.None, 1], ApplicantsPropose(market, Solving.LowerFirst(market)));
    }

    // Program 0 is full, loses its applicant to the cap's better ones, and must not take worse ones than the cap has in turn.
    [Fact]
    public void A_program_emptied_by_its_cap_does_not_fill_up_again_with_worse()
    {
        var market = RandomMarket.MarketOf([[0], [1], [1], [0]], [[3], [5], [6], [2]], [1, 2])
            .WithCaps(new([2, 2, Market.None], [2]));

        Assert.Equal([Market.None, 1, 1, Market.None], ApplicantsPropose(market, Solving.LowerFirst(market)));
    }

    [Fact]
    public void A_run_that_fits_allocates_nothing()
    {
        var capped = CappedMarket.Random(new(7), 500, 60, 8, 6, 4, deepest: 2, oneClass: true, widest: 12);
        var (market, workspace) = (capped.Market, new Workspace());
        var order = capped.Order(market);
        void Run() => CumulativeOffer.Solve(market, new LaminarChoice<SinglePlaceOrder>(market, order, workspace), workspace);
        Run();
        Run();

        Assert.Equal(0, Allocations.Least(() =>
        {
            CumulativeOffer.Solve(market, new LaminarChoice<SinglePlaceOrder>(market, order, workspace), workspace);
        }));
    }

    [Fact]
    public void Who_is_out_once_stays_out_and_the_order_of_proposals_does_not_matter()
    {
        for (var draw = 0ul; draw < 500; draw++)
        {
            var capped = CappedMarket.Random(new(draw), 12, 5, 1, 3, 4, deepest: 2, oneClass: false);
            var market = capped.Market;
            int[] asking = [.. Enumerable.Range(0, capped.Applicants).Where(a => capped.Lists[a].Length > 0)];
            var contracts = asking.Select(a => (Applicant: a, Program: capped.Lists[a][0])).ToList();
            contracts.Sort(capped.Compare);
            var best = contracts.Zip(capped.Best(contracts)).Where(pair => pair.Second).Select(pair => pair.First.Applicant).Order();

            var workspace = new Workspace();
            var choice = new LaminarChoice<SinglePlaceOrder>(market, capped.Order(market), workspace);
            var held = new SortedSet<int>();
            foreach (var a in new Chance(draw).Shuffled(asking))
            {
                held.Add(a);
                var isOut = choice.Offer(capped.Lists[a][0], a, market.First[a]);
                Assert.True(isOut == Market.None || held.Remove(isOut), $"{isOut} was not held, seed {draw}: {capped}");
            }

            GC.KeepAlive(workspace);
            Assert.Equal(best, held);
        }
    }

    // The example of the page: a hospital with two programs of one seat each, and one mentor for both.
    [Fact]
    public void The_example_of_the_page()
    {
        // Clinic and lab belong to the hospital, which prefers Cy to Ben to Ana; the office belongs to nobody.
        var market = RandomMarket.MarketOf([[0, 2], [1, 0], [0]], [[0, 0], [1, 1], [2]], [1, 1, 1])
            .WithCaps(new([3, 3, Market.None, Market.None], [1]));

        Assert.Equal([2, Market.None, 0], ApplicantsPropose(market, Solving.LowerFirst(market)));
        Assert.Equal([2, 1, 0], ApplicantsPropose(market.WithCaps(market.Caps!.WithSeats(0, 2)), Solving.LowerFirst(market)));
    }

    private static int[] ApplicantsPropose(Market market, SinglePlaceOrder order)
    {
        var workspace = new Workspace();
        CumulativeOffer.Solve(market, new LaminarChoice<SinglePlaceOrder>(market, order, workspace), workspace);
        return
        [
            .. Enumerable.Range(0, market.Applicants)
                .Select(a => workspace.Next[a] < market.First[a + 1] ? market.Program[workspace.Next[a]] : Market.None),
        ];
    }
}
