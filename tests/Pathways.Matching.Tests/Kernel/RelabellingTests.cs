using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public class RelabellingTests
{
    [Fact]
    public void Everything_that_a_market_says_is_said_of_the_same_pair()
    {
        for (var draw = 0ul; draw < 500; draw++)
        {
            var market = SmallProblems.Draw(draw).Compile().Market;
            var chance = new Chance(draw);
            var applicants = chance.Shuffled(Enumerable.Range(0, market.Applicants));
            var programs = chance.Shuffled(Enumerable.Range(0, market.Programs));

            var moved = Relabelling.Of(market, applicants, programs).Market;

            Assert.Equal(Pairs(market, [.. Enumerable.Range(0, market.Applicants)], [.. Enumerable.Range(0, market.Programs)]), Pairs(moved, applicants, programs));
            Assert.Equal(programs.Select(p => market.Capacity[p]), moved.Capacity);
        }
    }

    [Fact]
    public void A_matching_goes_there_and_back()
    {
        for (var draw = 0ul; draw < 500; draw++)
        {
            var market = SmallProblems.Draw(draw).Compile().Market;
            var chance = new Chance(draw);
            var applicants = chance.Shuffled(Enumerable.Range(0, market.Applicants));
            var programs = chance.Shuffled(Enumerable.Range(0, market.Programs));
            var relabelling = Relabelling.Of(market, applicants, programs);
            var edgeOf = Enumerable.Range(0, market.Applicants)
                .Select(a => market.First[a] + chance.Below(market.First[a + 1] - market.First[a] + 1))
                .Select((edge, a) => edge == market.First[a + 1] ? Market.None : edge).ToArray();

            var moved = relabelling.Forth(edgeOf);

            Assert.Equal(edgeOf, relabelling.Back(moved));
            for (var a = 0; a < moved.Length; a++)
            {
                Assert.Equal(
                    edgeOf[applicants[a]] == Market.None ? Market.None : market.Program[edgeOf[applicants[a]]],
                    moved[a] == Market.None ? Market.None : programs[relabelling.Market.Program[moved[a]]]);
            }
        }
    }

    [Fact]
    public void Caps_stay_around_their_programs()
    {
        var market = RandomMarket.MarketOf([[0, 1, 2]], [[0, 0, 0]], [1, 1, 1]).WithCaps(new([3, Market.None, 3, Market.None], [1]));

        var moved = Relabelling.Of(market, [0], [1, 2, 0]).Market;

        Assert.Equal([Market.None, 3, 3, Market.None], moved.Caps!.Parent);
        Assert.Equal([1], moved.Caps.Seats);
    }

    // Program, class and tie of every edge in its place, by applicant, with the positions that they had.
    private static string[] Pairs(Market market, int[] applicants, int[] programs)
    {
        var pairs = new string[market.Applicants];
        for (var a = 0; a < market.Applicants; a++)
        {
            pairs[applicants[a]] = string.Join(" ", Enumerable.Range(market.First[a], market.First[a + 1] - market.First[a])
                .Select(edge => $"{(market.Tied?[edge] is true ? "=" : ">")}{programs[market.Program[edge]]}:{market.Class[edge]}"));
        }

        return pairs;
    }
}
