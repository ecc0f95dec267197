using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class DeferredAcceptanceTests
{
    public static TheoryData<int, int, int, int, int, bool> Markets => new()
    {
        { 200, 40, 10, 8, 3, false },
        { 300, 200, 30, 1, 1000, true },
        { 500, 30, 20, 16, 2, true },
        { 500, 30, 20, 17, 2, true },
        { 1000, 20, 20, 60, 1, false },
        { 2000, 30, 30, 100, 4, true },
        { 2000, 500, 12, 5, 50, true },
    };

    [Theory]
    [MemberData(nameof(Markets))]
    public void Blocks_and_heaps_find_what_the_textbook_finds(int applicants, int programs, int longest, int largest, int classes, bool skewed)
    {
        for (var draw = 0ul; draw < 12; draw++)
        {
            var random = new RandomMarket(draw, applicants, programs, longest, largest, classes, skewed);
            var market = random.Market;

            Assert.Equal(random.Textbook(), Solving.ApplicantsPropose(market, random.Order(market)));
        }
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(33)]
    [InlineData(100)]
    public void A_program_of_any_size_keeps_its_best(int seats)
    {
        for (var draw = 0ul; draw < 20; draw++)
        {
            var place = new Chance(draw).Shuffled(Enumerable.Range(0, 4 * seats));
            var market = RandomMarket.MarketOf(
                [.. place.Select(_ => new[] { 0 })], [.. place.Select(_ => new[] { 0 })], [seats]);

            var matched = Solving.ApplicantsPropose(market, new SinglePlaceOrder(market.Class, place, TieBreaker.Inverse(place)));

            Assert.Equal(place.Select(p => p >= 3 * seats ? 0 : Market.None), matched);
        }
    }

    // Applicant a lists program a, then a + 1; everybody prefers who comes from the program before. One newcomer moves them all.
    [Fact]
    public void One_newcomer_can_move_everybody()
    {
        const int Length = 5000;
        int[][] lists = [.. Enumerable.Range(0, Length).Select(a => new[] { a, a + 1 }), [0]];
        int[][] classes = [.. Enumerable.Range(0, Length).Select(_ => new[] { 0, 1 }), [1]];
        var market = RandomMarket.MarketOf(lists, classes, [.. Enumerable.Repeat(1, Length + 1)]);

        var matched = Solving.ApplicantsPropose(market, Solving.LowerFirst(market));

        Assert.Equal([.. Enumerable.Range(1, Length), 0], matched);
    }

    [Fact]
    public void A_program_without_seats_takes_nobody()
    {
        var market = RandomMarket.MarketOf([[0, 1], [0]], [[5, 0], [5]], [0, 1]);

        Assert.Equal([1, Market.None], Solving.ApplicantsPropose(market, Solving.LowerFirst(market)));
    }

    [Fact]
    public void Any_number_of_seats_may_stay_empty()
    {
        var market = RandomMarket.MarketOf([[0], [0], [0, 1]], [[0], [0], [0, 0]], [int.MaxValue, int.MaxValue]);

        Assert.Equal([0, 0, 0], Solving.ApplicantsPropose(market, Solving.LowerFirst(market)));
    }

    [Fact]
    public void Who_lists_nothing_gets_nothing()
    {
        var market = RandomMarket.MarketOf([[], [0], []], [[], [0], []], [1]);

        Assert.Equal([Market.None, 0, Market.None], Solving.ApplicantsPropose(market, Solving.LowerFirst(market)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(100, 0)]
    public void Nobody_or_nothing_is_a_market_too(int applicants, int programs)
    {
        var market = RandomMarket.MarketOf(
            [.. Enumerable.Repeat(Array.Empty<int>(), applicants)], [.. Enumerable.Repeat(Array.Empty<int>(), applicants)], new int[programs]);

        Assert.All(Solving.ApplicantsPropose(market, Solving.LowerFirst(market)), program => Assert.Equal(Market.None, program));
    }

    [Fact]
    public void Among_equals_the_place_decides()
    {
        const int Applicants = 300;
        var everything = Enumerable.Range(0, 3).ToArray();
        var market = RandomMarket.MarketOf(
            [.. Enumerable.Repeat(everything, Applicants)], [.. Enumerable.Repeat(new int[3], Applicants)], [20, 10, 30]);

        var matched = Solving.ApplicantsPropose(market, Solving.LowerFirst(market));

        Assert.Equal(
            [.. Enumerable.Repeat(0, 20), .. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(2, 30), .. Enumerable.Repeat(Market.None, 240)],
            matched);
    }

    [Fact]
    public void Relabelling_applicants_and_programs_changes_nothing()
    {
        for (var draw = 0ul; draw < 50; draw++)
        {
            var random = new RandomMarket(draw, 60, 12, 8, 6, 4);
            var chance = new Chance(draw);
            var oldApplicant = chance.Shuffled(Enumerable.Range(0, 60));
            var newProgram = chance.Shuffled(Enumerable.Range(0, 12));
            var capacity = new int[12];
            Array.ForEach(newProgram.Index().ToArray(), program => capacity[program.Item] = random.Capacity[program.Index]);
            var relabelled = RandomMarket.MarketOf(
                [.. oldApplicant.Select(a => random.Lists[a].Select(p => newProgram[p]).ToArray())],
                [.. oldApplicant.Select(a => random.Class[a])],
                capacity);
            int[] place = [.. oldApplicant.Select(a => random.Place[a])];
            var (order, newOrder) = (random.Order(random.Market), new SinglePlaceOrder(relabelled.Class, place, TieBreaker.Inverse(place)));

            var matched = Solving.ApplicantsPropose(random.Market, order);
            int[] expected = [.. oldApplicant.Select(a => matched[a] == Market.None ? Market.None : newProgram[matched[a]])];
            Assert.Equal(expected, Solving.ApplicantsPropose(relabelled, newOrder));

            matched = Solving.ProgramsPropose(random.Market, order);
            expected = [.. oldApplicant.Select(a => matched[a] == Market.None ? Market.None : newProgram[matched[a]])];
            Assert.Equal(expected, Solving.ProgramsPropose(relabelled, newOrder));
        }
    }

    [Fact]
    public void A_run_in_a_workspace_that_fits_allocates_nothing()
    {
        var random = new RandomMarket(1, 1000, 50, 10, 30, 5, skewed: true);
        var market = random.Market;
        var order = random.Order(market);
        var workspace = new Workspace();
        DeferredAcceptance.Solve(market, order, workspace);
        DeferredAcceptance.Solve(market, order, workspace);

        Assert.Equal(0, Allocations.Least(() =>
        {
            DeferredAcceptance.Solve(market, order, workspace);
        }));
    }

    [Fact]
    public void Cancelling_stops_the_run()
    {
        var market = new RandomMarket(1, 100, 10, 5, 5, 5).Market;

        Assert.Throws<OperationCanceledException>(
            () => DeferredAcceptance.Solve(market, Solving.LowerFirst(market), new(), new CancellationToken(canceled: true)));
    }
}
