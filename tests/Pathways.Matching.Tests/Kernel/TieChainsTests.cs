using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class TieChainsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chain_places_one_more_and_keeps_the_matching_stable(bool applicantsTie)
    {
        var (down, up) = (0, 0);
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie);
            var (seats, chains) = Loaded(tiny, draw);
            for (var a = 0; a < tiny.Applicants; a++)
            {
                if (seats.EdgeOf[a] == Market.None)
                {
                    chains.Forget();
                    down += Step(tiny, seats, () => chains.Down(a));
                }

                up += Step(tiny, seats, chains.Up);
            }
        }

        Assert.True(down > 100 && (up > 20 || !applicantsTie), $"{down} {up}");
    }

    [Fact]
    public void Nothing_is_larger_exactly_when_no_matching_is()
    {
        for (var draw = 0ul; draw < 3_000; draw++)
        {
            var tiny = new TiedMarket(draw, applicantsTie: draw % 2 == 0);
            var (seats, chains) = Loaded(tiny, draw);

            Assert.Equal(seats.Size == Largest(tiny.Market, 0, [.. tiny.Capacity]), chains.NothingLarger());
        }
    }

    [Fact]
    public void Work_is_counted()
    {
        var tiny = RandomMarket.MarketOf([[0], [0]], [[0], [0]], [1]);
        var seats = new StableSeats(tiny);
        var chains = new TieChains(seats);
        seats.Load([0, Market.None]);

        Assert.False(chains.Down(1));
        Assert.True(chains.NothingLarger());
        chains.Count(100);

        Assert.InRange(chains.Work, 103, 110);
    }

    private static int Step(TiedMarket tiny, StableSeats seats, Func<bool> chain)
    {
        var before = seats.Size;
        var found = chain();
        var after = tiny.Read(seats.EdgeOf);
        Assert.Equal(before + (found ? 1 : 0), TiedMarket.Size(after));
        Assert.True(tiny.IsStable(after), tiny.Said(after));
        return found ? 1 : 0;
    }

    private static (StableSeats Seats, TieChains Chains) Loaded(TiedMarket tiny, ulong draw)
    {
        var workspace = new Workspace();
        DeferredAcceptance.Solve(tiny.Market, new LotteryOrder(tiny.Market.Class, tiny.Applicants, new(draw)), workspace);
        var seats = new StableSeats(tiny.Market);
        seats.Load(workspace.Next.AsSpan(0, tiny.Applicants));
        return (seats, new(seats));
    }

    private static int Largest(Market market, int applicant, int[] left)
    {
        if (applicant == market.Applicants)
        {
            return 0;
        }

        var best = Largest(market, applicant + 1, left);
        for (var edge = market.First[applicant]; edge < market.First[applicant + 1]; edge++)
        {
            var p = market.Program[edge];
            if (left[p] > 0)
            {
                left[p]--;
                best = Math.Max(best, 1 + Largest(market, applicant + 1, left));
                left[p]++;
            }
        }

        return best;
    }
}
