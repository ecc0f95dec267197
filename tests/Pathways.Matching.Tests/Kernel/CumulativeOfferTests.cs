using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class CumulativeOfferTests
{
    public static TheoryData<string> AllRules => [.. Enum.GetNames<SeatRule>().Where(rule => rule != nameof(SeatRule.Merit))];

    [Theory]
    [MemberData(nameof(AllRules))]
    public void No_stable_matching_is_better_for_anybody(string rule)
    {
        var several = 0;
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var market = SeatMarket.Draw(draw, Enum.Parse<SeatRule>(rule), 4, 3);
            var definition = new SeatBruteForce(market);
            var stable = definition.StableMatchings();

            var found = Solving.ApplicantsProposeForSeats(market.Market);

            Assert.True(definition.IsStable(found), $"Draw {draw}: {Text(found)} is not stable.{market}");
            foreach (var other in stable)
            {
                Assert.True(Enumerable.Range(0, 4).All(a => definition.Place(a, found[a]) <= definition.Place(a, other[a])),
                    $"Draw {draw}: somebody prefers {Text(other)} to {Text(found)}.{market}");
                Assert.True(found.Count(p => p == Market.None) == other.Count(p => p == Market.None),
                    $"Draw {draw}: {Text(other)} places another number than {Text(found)}.{market}");
            }

            several += stable.Count > 1 ? 1 : 0;
        }

        Assert.True(several > 100, $"Only {several} markets had several stable matchings.");
    }

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Nobody_gains_by_another_list(string rule)
    {
        for (var draw = 0ul; draw < 1000; draw++)
        {
            var market = SeatMarket.Draw(draw + 20_000, Enum.Parse<SeatRule>(rule), 4, 3);
            var honest = Solving.ApplicantsProposeForSeats(market.Market);
            for (var a = 0; a < 4; a++)
            {
                foreach (var list in Sublists(market.Lists[a]))
                {
                    var gained = Solving.ApplicantsProposeForSeats(market.WithList(a, list).Market)[a];
                    Assert.True(Place(market, a, honest[a]) <= Place(market, a, gained), $"Draw {draw}: applicant {a} gains by {Text(list)}.{market}");
                }
            }
        }
    }

    [Theory]
    [InlineData(300, 200, 30, 1, 1000, true)]
    [InlineData(1000, 20, 20, 60, 1, false)]
    [InlineData(2000, 30, 30, 100, 1000, true)]
    public void By_merit_it_is_deferred_acceptance(int applicants, int programs, int longest, int largest, int classes, bool skewed)
    {
        for (var draw = 0ul; draw < 5; draw++)
        {
            var random = new RandomMarket(draw, applicants, programs, longest, largest, classes, skewed);
            var (market, workspace) = (random.Market, new Workspace());

            CumulativeOffer.Solve(market, new ResponsiveChoice<SinglePlaceOrder>(market, random.Order(market), workspace), workspace);

            Assert.Equal(random.Textbook(), Enumerable.Range(0, applicants)
                .Select(a => workspace.Next[a] < market.First[a + 1] ? market.Program[workspace.Next[a]] : Market.None));
        }
    }

    // The example of docs/algorithms/cumulative-offer.md: ana, ben and cy; the clinic and the lab.
    [Fact]
    public void The_worked_example_comes_out_as_the_page_says()
    {
        int[] With(params SmallKind[] clinic) => Solving.ApplicantsProposeForSeats(new SeatMarket(
            [new(SeatRule.Slots, clinic), new(SeatRule.Merit, new SmallKind(1))], [[0], [0, 1], [1, 0]], [[3], [2, 3], [2, 1]], [0, 0, 1]).Market);

        Assert.Equal([0, 0, 1], With(new SmallKind(2)));
        Assert.Equal([0, 1, 0], With(new(1, SeatAccess.MembersOnly, 0), new(1)));
        Assert.Equal([0, 0, 1], With(new(1, SeatAccess.MembersOnly, 0, PassesOn: true), new(1)));
    }

    // Program 0 and program 1 have one seat together: who proposes to one puts out whoever the other holds.
    [Fact]
    public void Somebody_held_elsewhere_may_be_put_out()
    {
        var market = RandomMarket.MarketOf([[0, 2], [1, 2], [0, 1]], [[0, 0], [1, 0], [2, 2]], [1, 1, 1]);
        var workspace = new Workspace();

        CumulativeOffer.Solve(market, new OneSeatForTwo(market, [Market.None, Market.None]), workspace);

        Assert.Equal([2, Market.None, 0], Enumerable.Range(0, 3)
            .Select(a => workspace.Next[a] < market.First[a + 1] ? market.Program[workspace.Next[a]] : Market.None));
    }

    [Fact]
    public void Nobody_and_nothing_is_a_market_too()
    {
        var market = RandomMarket.MarketOf([], [], []);
        var workspace = new Workspace();

        CumulativeOffer.Solve(market, new ResponsiveChoice<SinglePlaceOrder>(market, Solving.LowerFirst(market), workspace), workspace);

        Assert.Equal(0, market.Applicants);
    }

    [Fact]
    public void Cancelling_stops_the_run()
    {
        var market = new RandomMarket(1, 100, 10, 5, 5, 5).Market;
        var workspace = new Workspace();

        Assert.Throws<OperationCanceledException>(() => CumulativeOffer.Solve(
            market, new ResponsiveChoice<SinglePlaceOrder>(market, Solving.LowerFirst(market), workspace), workspace, new CancellationToken(canceled: true)));
    }

    private static int Place(SeatMarket market, int a, int program) =>
        program == Market.None ? int.MaxValue : Array.IndexOf(market.Lists[a], program) is >= 0 and var place ? place : int.MaxValue;

    private static IEnumerable<int[]> Sublists(int[] list)
    {
        yield return [];
        foreach (var first in list)
        {
            foreach (var rest in Sublists([.. list.Where(other => other != first)]))
            {
                yield return [first, .. rest];
            }
        }
    }

    private static string Text(int[] programs) => $"[{string.Join(", ", programs)}]";

    private readonly struct OneSeatForTwo(Market market, int[] held) : IChoiceFunction
    {
        public static ChoiceGuarantees Guarantees => ChoiceGuarantees.All;

        public void Fetch(int program, int edge)
        {
        }

        public void FetchHeld(int program)
        {
        }

        public int Offer(int program, int applicant, int edge)
        {
            var group = program / 2;
            var seated = held[group];
            if (seated == Market.None || market.Class[edge] > Array.Find(market.Class[market.First[seated]..market.First[seated + 1]], _ => true))
            {
                held[group] = applicant;
                return seated;
            }

            return applicant;
        }
    }
}
