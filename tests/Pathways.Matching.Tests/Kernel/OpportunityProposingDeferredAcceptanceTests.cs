using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class OpportunityProposingDeferredAcceptanceTests
{
    [Theory]
    [InlineData(200, 40, 10, 8, 3, false)]
    [InlineData(300, 200, 30, 1, 1000, true)]
    [InlineData(500, 30, 20, 17, 2, true)]
    [InlineData(1000, 20, 20, 60, 1, false)]
    [InlineData(2000, 30, 30, 100, 1000, true)]
    public void Programs_propose_as_in_the_textbook(int applicants, int programs, int longest, int largest, int classes, bool skewed)
    {
        for (var draw = 0ul; draw < 12; draw++)
        {
            var random = new RandomMarket(draw, applicants, programs, longest, largest, classes, skewed);
            var market = random.Market;

            Assert.Equal(random.TextbookProgramsProposing(), Solving.ProgramsPropose(market, random.Order(market)));
        }
    }

    [Fact]
    public void The_two_sides_can_want_different_matchings()
    {
        // Each applicant is the last choice of their first choice.
        var market = RandomMarket.MarketOf([[0, 1], [1, 0]], [[0, 1], [0, 1]], [1, 1]);

        Assert.Equal([0, 1], Solving.ApplicantsPropose(market, Solving.LowerFirst(market)));
        Assert.Equal([1, 0], Solving.ProgramsPropose(market, Solving.LowerFirst(market)));
    }

    // Program p proposes to applicant p first, who already holds program p - 1 and likes it less: a chain of seats set free.
    [Fact]
    public void A_seat_that_was_given_back_is_offered_again()
    {
        const int Length = 3000;
        int[][] lists = [.. Enumerable.Range(0, Length).Select(a => a == 0 ? new[] { 0 } : [a, a - 1])];
        int[][] classes = [.. Enumerable.Range(0, Length).Select(a => a == 0 ? new[] { 0 } : [0, 1])];
        var market = RandomMarket.MarketOf(lists, classes, [.. Enumerable.Repeat(1, Length)]);

        Assert.Equal(Enumerable.Range(0, Length), Solving.ProgramsPropose(market, Solving.LowerFirst(market)));
    }

    [Fact]
    public void Programs_without_seats_or_without_applicants_stay_empty()
    {
        var market = RandomMarket.MarketOf([[0, 1], [], [1]], [[0, 0], [], [0]], [0, int.MaxValue, 4]);

        Assert.Equal([1, Market.None, 1], Solving.ProgramsPropose(market, Solving.LowerFirst(market)));
    }

    [Fact]
    public void Nobody_and_nothing_is_a_market_too()
    {
        var market = RandomMarket.MarketOf([], [], []);

        Assert.Empty(Solving.ProgramsPropose(market, Solving.LowerFirst(market)));
    }

    // Two markets of one size: in one every program has room for all, in the other everybody is proposed to again and again.
    [Fact]
    public void Proposals_allocate_nothing()
    {
        const int Size = 400;
        int[][] opposed = [.. Enumerable.Range(0, Size).Select(a => Enumerable.Range(0, Size).Select(i => (a + i) % Size).ToArray())];
        int[][] classes = [.. Enumerable.Range(0, Size).Select(_ => Enumerable.Range(0, Size).ToArray())];
        var contested = RandomMarket.MarketOf(opposed, classes, [.. Enumerable.Repeat(1, Size)]);
        var calm = RandomMarket.MarketOf(opposed, [.. classes.Select(own => own.Reverse().ToArray())], [.. Enumerable.Repeat(1, Size)]);

        Assert.InRange(Allocated(contested) - Allocated(calm), -4096, 4096);
    }

    [Fact]
    public void Cancelling_stops_the_run()
    {
        var market = new RandomMarket(1, 100, 10, 5, 5, 5).Market;

        Assert.Throws<OperationCanceledException>(() => OpportunityProposingDeferredAcceptance.Solve(
            market, Solving.LowerFirst(market), new CancellationToken(canceled: true)));
    }

    private static long Allocated(Market market)
    {
        var order = Solving.LowerFirst(market);
        OpportunityProposingDeferredAcceptance.Solve(market, order);
        return Allocations.Least(() => OpportunityProposingDeferredAcceptance.Solve(market, order));
    }
}
