using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class OpportunityProposingChoiceTests
{
    public static TheoryData<string> AllRules => [.. Enum.GetNames<SeatRule>().Where(rule => rule != nameof(SeatRule.Merit))];

    [Theory]
    [MemberData(nameof(AllRules))]
    public void No_stable_matching_is_better_for_any_program_or_worse_for_any_applicant(string rule)
    {
        var differing = 0;
        for (var draw = 0ul; draw < 10_000; draw++)
        {
            var market = SeatMarket.Draw(draw + 70_000, Enum.Parse<SeatRule>(rule), 4, 3);
            var definition = new SeatBruteForce(market);

            var found = Solving.ProgramsProposeSeats(market.Market);

            Assert.True(definition.IsStable(found), $"Draw {draw}: not stable.{market}");
            foreach (var other in definition.StableMatchings())
            {
                differing += found.SequenceEqual(other) ? 0 : 1;
                Assert.True(Enumerable.Range(0, 4).All(a => definition.Place(a, found[a]) >= definition.Place(a, other[a])),
                    $"Draw {draw}: somebody has less in another stable matching.{market}");
                for (var p = 0; p < 3; p++)
                {
                    var (own, theirs) = (Set(found, p), Set(other, p));
                    Assert.True(definition.Choose(p, own | theirs) == own, $"Draw {draw}: program {p} would rather have somebody it has in another stable matching.{market}");
                }
            }
        }

        Assert.True(differing > 100, $"Only {differing} other stable matchings.");
    }

    [Theory]
    [InlineData(200, 40, 10, 8, 3, false)]
    [InlineData(500, 30, 20, 17, 2, true)]
    [InlineData(2000, 30, 30, 100, 1000, true)]
    public void By_merit_it_is_the_plain_one(int applicants, int programs, int longest, int largest, int classes, bool skewed)
    {
        for (var draw = 0ul; draw < 5; draw++)
        {
            var random = new RandomMarket(draw, applicants, programs, longest, largest, classes, skewed);
            // Half of the programs are written as one kind of seats that is open to anyone.
            var written = random.Capacity.Select((seats, p) => new SmallProgram(p % 2 == 0 ? SeatRule.Merit : SeatRule.Slots, new SmallKind(seats)));
            var market = new SeatMarket([.. written], random.Lists, random.Class, new int[applicants]).Market;

            var edges = OpportunityProposingChoice.Solve(market, random.Order(market), new Workspace());

            Assert.Equal(random.TextbookProgramsProposing(), edges.Select(edge => edge == Market.None ? Market.None : market.Program[edge]));
        }
    }

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Both_sides_place_the_same_number_in_large_markets(string rule)
    {
        for (var draw = 0ul; draw < 4; draw++)
        {
            var chance = new Chance(draw);
            var random = new RandomMarket(draw, 600, 30, 12, 1, 100_000, skewed: true);
            var written = random.Capacity.Select(_ => SeatMarket.DrawProgram(chance, Enum.Parse<SeatRule>(rule), most: 12)).ToArray();
            var overlap = rule is not (nameof(SeatRule.SoftReserves) or nameof(SeatRule.HardQuotas));
            var groups = Enumerable.Range(0, 600).Select(_ => overlap ? chance.Below(8) : (1 << chance.Below(4)) & 7).ToArray();
            var market = new SeatMarket(written, random.Lists, random.Class, groups).Market;

            var (best, worst) = (Solving.ApplicantsProposeForSeats(market), Solving.ProgramsProposeSeats(market));

            Assert.Equal(best.CountBy(p => p).OrderBy(count => count.Key), worst.CountBy(p => p).OrderBy(count => count.Key));
            for (var a = 0; a < 600; a++)
            {
                Assert.True(Place(random.Lists[a], best[a]) <= Place(random.Lists[a], worst[a]), $"Draw {draw}: applicant {a}.");
            }
        }
    }

    // The example of docs/algorithms/opportunity-proposing-choice.md: ana, ben and cy; the clinic and the lab.
    [Fact]
    public void The_worked_example_comes_out_as_the_page_says()
    {
        SmallKind[] clinic = [new(1, SeatAccess.MembersOnly, 0, PassesOn: true), new(1)];
        var market = new SeatMarket([new(SeatRule.Slots, clinic), new(SeatRule.Merit, new SmallKind(1))],
            [[0, 1], [0, 1], [1, 0]], [[3, 2], [2, 3], [1, 1]], [0, 0, 1]).Market;

        Assert.Equal([0, 0, 1], Solving.ApplicantsProposeForSeats(market));
        Assert.Equal([0, 1, 0], Solving.ProgramsProposeSeats(market));
    }

    [Fact]
    public void A_market_without_kinds_of_seats_is_refused() =>
        Assert.Throws<ArgumentException>(() => Solving.ProgramsProposeSeats(new RandomMarket(1, 10, 3, 3, 3, 3).Market));

    [Fact]
    public void Cancelling_stops_the_run()
    {
        var market = SeatMarket.Draw(1, SeatRule.Slots, 4, 3).Market;

        Assert.Throws<OperationCanceledException>(() => OpportunityProposingChoice.Solve(
            market, Solving.LowerFirst(market), new Workspace(), new CancellationToken(canceled: true)));
    }

    private static int Set(int[] programOf, int p) => Enumerable.Range(0, programOf.Length).Where(a => programOf[a] == p).Sum(a => 1 << a);

    private static int Place(int[] list, int program) => program == Market.None ? list.Length : Array.IndexOf(list, program);
}
