using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

/// <summary>Every rule against the papers' words, on random sets in random orders of arrival.</summary>
public sealed class SeatChoiceTests
{
    private static readonly SeatRule[] Rules = Enum.GetValues<SeatRule>();

    public static TheoryData<string> AllRules => [.. Rules.Select(rule => rule.ToString())];

    [Theory]
    [MemberData(nameof(AllRules))]
    public void A_program_holds_whom_the_rule_says_in_whatever_order_they_come(string rule)
    {
        var differing = 0;
        for (var draw = 0ul; draw < 6000; draw++)
        {
            var one = OneProgram(draw, rule, 7);
            var chance = new Chance(draw + 1_000_000);
            var set = chance.Below(128);
            var expected = one.Choose(0, set);

            var held = Held(one.Market, chance.Shuffled(Enumerable.Range(0, 7).Where(a => ((set >> a) & 1) != 0)));

            Assert.True(expected == held, $"Draw {draw}, set {set:b7}: {held:b7} instead of {expected:b7}.{one}");
            differing += expected == NaiveChoice.Best(Merits(one), set, one.Programs[0].Capacity) ? 0 : 1;
        }

        // The rule is not merit in disguise.
        Assert.Equal(rule == nameof(SeatRule.Merit), differing == 0);
    }

    // Blocks of more than 16 are heaps, those of fewer are scanned.
    [Theory]
    [MemberData(nameof(AllRules))]
    public void Many_seats_and_many_applicants_make_no_difference(string rule)
    {
        for (var draw = 0ul; draw < 60; draw++)
        {
            var chance = new Chance(draw + 9_000_000);
            var written = SeatMarket.DrawProgram(chance, Enum.Parse<SeatRule>(rule), most: 30);
            const int Many = 200;
            var merit = chance.Shuffled(Enumerable.Range(0, Many));
            var overlap = rule is not (nameof(SeatRule.SoftReserves) or nameof(SeatRule.HardQuotas));
            var groups = Enumerable.Range(0, Many).Select(_ => overlap ? chance.Below(8) : (1 << chance.Below(4)) & 7).ToArray();
            var one = new SeatMarket([written], [.. merit.Select(_ => new[] { 0 })], [.. merit.Select(m => new[] { m })], groups);
            var market = one.Market;

            var any = HeldApplicants(market, chance.Shuffled(Enumerable.Range(0, Many)));
            var best = HeldApplicants(market, Enumerable.Range(0, Many).OrderByDescending(a => merit[a]));
            var worst = HeldApplicants(market, Enumerable.Range(0, Many).OrderBy(a => merit[a]));

            Assert.Equal(best, any);
            Assert.Equal(best, worst);
            Assert.True(written.FillsTogether || best.SetEquals(OneByOne(written, merit, groups)), $"Draw {draw}.");
        }
    }

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Nobody_comes_back_fewer_never_follow_from_more_and_the_rejected_do_not_matter(string rule)
    {
        Assert.Equal(ChoiceGuarantees.All, SeatChoice<SinglePlaceOrder>.Guarantees);
        for (var draw = 0ul; draw < 250; draw++)
        {
            var one = OneProgram(draw + 500_000, rule, 6);
            var market = one.Market;
            var chosen = Enumerable.Range(0, 64).Select(set => Held(market, Enumerable.Range(0, 6).Where(a => ((set >> a) & 1) != 0))).ToArray();
            for (var set = 0; set < 64; set++)
            {
                for (var more = set; more < 64; more = (more + 1) | set)
                {
                    var why = $"Draw {draw}, sets {set:b6} and {more:b6}.{one}";
                    Assert.True((chosen[more] & set & ~chosen[set]) == 0, $"Not substitutable. {why}");
                    Assert.True(int.PopCount(chosen[set]) <= int.PopCount(chosen[more]), $"Not size monotonic. {why}");
                    Assert.True((chosen[more] & ~set) != 0 || chosen[set] == chosen[more], $"Not consistent. {why}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Offers_allocate_nothing(string rule)
    {
        var written = Enumerable.Range(0, 20).Select(p => SeatMarket.DrawProgram(new((ulong)p), Enum.Parse<SeatRule>(rule), most: 20)).ToArray();
        var random = new RandomMarket(4, 2000, 20, 8, 1, 50);
        var market = new SeatMarket(written, random.Lists, random.Class, [.. Enumerable.Range(0, 2000).Select(a => a % 8)]).Market;
        var order = random.Order(market);
        var workspace = new Workspace();
        CumulativeOffer.Solve(market, new SeatChoice<SinglePlaceOrder>(market, order, workspace), workspace);

        Assert.Equal(0, Allocations.Least(() =>
        {
            CumulativeOffer.Solve(market, new SeatChoice<SinglePlaceOrder>(market, order, workspace), workspace);
        }));
    }

    private static SeatMarket OneProgram(ulong draw, string rule, int applicants)
    {
        var drawn = SeatMarket.Draw(draw, Enum.Parse<SeatRule>(rule), applicants, 1);
        var program = SeatMarket.DrawProgram(new(draw + 2_000_000), Enum.Parse<SeatRule>(rule));
        var merit = new Chance(draw + 3_000_000).Shuffled(Enumerable.Range(0, applicants));
        return drawn with { Programs = [program], Lists = [.. merit.Select(_ => new[] { 0 })], Class = [.. merit.Select(m => new[] { m })] };
    }

    private static Candidate[] Merits(SeatMarket one) => [.. one.Class.Select((own, a) => new Candidate(own[0], one.Groups[a]))];

    private static int Held(Market market, IEnumerable<int> arriving) => HeldApplicants(market, arriving).Sum(a => 1 << a);

    private static HashSet<int> HeldApplicants(Market market, IEnumerable<int> arriving)
    {
        var choice = new SeatChoice<SinglePlaceOrder>(market, Solving.LowerFirst(market), new Workspace());
        var held = new HashSet<int>();
        foreach (var a in arriving)
        {
            held.Add(a);
            var isOut = choice.Offer(0, a, market.First[a]);
            Assert.True(isOut == Market.None || held.Remove(isOut), $"Applicant {isOut} is out without having been held.");
        }

        return held;
    }

    private static IEnumerable<int> OneByOne(SmallProgram written, int[] merit, int[] groups)
    {
        var left = Enumerable.Range(0, merit.Length).OrderByDescending(a => merit[a]).ToList();
        var passedOn = 0;
        foreach (var kind in written.Kinds)
        {
            for (var seat = 0; seat < kind.Seats; seat++)
            {
                var at = kind.Access == SeatAccess.Anyone ? -1 : left.FindIndex(a => ((groups[a] >> kind.Group) & 1) != 0);
                at = at < 0 && kind.Access != SeatAccess.MembersOnly && left.Count > 0 ? 0 : at;
                passedOn += at < 0 && kind.PassesOn ? 1 : 0;
                if (at >= 0)
                {
                    yield return left[at];
                    left.RemoveAt(at);
                }
            }
        }

        foreach (var a in left.Take(passedOn))
        {
            yield return a;
        }
    }
}
