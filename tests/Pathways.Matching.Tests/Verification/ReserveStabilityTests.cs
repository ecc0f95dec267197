using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using Pathways.Matching.Verification;
using static Pathways.Matching.Kernel.SeatAccess;

namespace Pathways.Matching.Tests.Verification;

public sealed class ReserveStabilityTests
{
    public static TheoryData<string> AllRules => [.. Enum.GetNames<SeatRule>()];

    // One program, everybody in one of three classes, and every order of the tied tried.
    [Theory]
    [MemberData(nameof(AllRules))]
    public void A_program_takes_whom_it_chooses_in_every_order_of_the_tied(string rule)
    {
        var (takes, refuses, depends) = (0, 0, 0);
        for (var draw = 0ul; draw < 2500; draw++)
        {
            var chance = new Chance(draw);
            var count = 2 + chance.Below(4);
            var written = OneProgram(draw, rule, count, 1 + chance.Below(3));
            var held = chance.Below(1 << count);
            var programOf = Enumerable.Range(0, count).Select(a => ((held >> a) & 1) != 0 ? 0 : Market.None).ToArray();
            var market = written.Market;
            var stability = new ReserveStability(market, programOf);
            var orders = Orders(written).ToList();
            for (var a = 0; a < count; a++)
            {
                if (programOf[a] == 0)
                {
                    continue;
                }

                var answers = orders.Select(order => (NaiveChoice.Choose(written.Programs[0].Rule, written.Programs[0].Kinds, order, held | (1 << a)) >> a) & 1).ToList();
                var expected = answers.TrueForAll(answer => answer == 1);
                Assert.True(expected == stability.Takes(a, market.First[a]), $"Draw {draw}, held {held:b}, applicant {a}: expected {expected}.{written}");
                takes += expected ? 1 : 0;
                refuses += answers.TrueForAll(answer => answer == 0) ? 1 : 0;
                depends += answers.Distinct().Count() > 1 ? 1 : 0;
            }

            var capacity = written.Programs[0].Capacity;
            var seated = orders.Max(order => int.PopCount(NaiveChoice.Choose(written.Programs[0].Rule, written.Programs[0].Kinds, order, held)));
            (int, int, int)[] unseated = seated < Math.Min(capacity, int.PopCount(held)) ? [(0, int.PopCount(held), seated)] : [];
            Assert.True(unseated.SequenceEqual(stability.Unseated()), $"Draw {draw}, held {held:b}: {seated} have seats.{written}");
        }

        Assert.True(takes > 200 && refuses > 200 && depends > 100, $"{takes}, {refuses}, {depends} is too few of one sort.");
    }

    // With strict classes every pair is judged alike by the papers' words, whatever the matching.
    [Theory]
    [MemberData(nameof(AllRules))]
    public void The_blocking_pairs_are_all_there(string rule)
    {
        for (var draw = 0ul; draw < 1000; draw++)
        {
            var written = SeatMarket.Draw(draw, Enum.Parse<SeatRule>(rule), 5, 3);
            var chance = new Chance(draw + 77_000);
            var programOf = written.Lists.Select(list => list.Length == 0 || chance.OneIn(4) ? Market.None : list[chance.Below(list.Length)]).ToArray();
            var market = written.Market;
            var stability = new ReserveStability(market, programOf);
            for (var a = 0; a < 5; a++)
            {
                for (var edge = market.First[a]; edge < market.First[a + 1]; edge++)
                {
                    var p = market.Program[edge];
                    var held = Enumerable.Range(0, 5).Where(b => programOf[b] == p).Sum(b => 1 << b);
                    var expected = programOf[a] != p && ((written.Choose(p, held | (1 << a)) >> a) & 1) != 0;
                    Assert.True(expected == stability.Takes(a, edge), $"Draw {draw}: applicant {a} at program {p}.{written}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllRules))]
    public void What_the_mechanisms_find_stands_the_test_with_ties(string rule)
    {
        for (var draw = 0ul; draw < 12; draw++)
        {
            var market = Large(draw, rule);
            foreach (var programOf in new[] { Solving.ApplicantsProposeForSeats(market), Solving.ProgramsProposeSeats(market) })
            {
                Assert.Empty(Blocking(market, programOf));
                Assert.Empty(new ReserveStability(market, programOf).Unseated());
            }
        }
    }

    // Somebody loses a seat, which then is free for them; two who swap seats without both wanting to are told on.
    [Theory]
    [InlineData("SoftReserves")]
    [InlineData("SoftOverlap")]
    public void Planted_faults_are_found(string rule)
    {
        for (var draw = 0ul; draw < 12; draw++)
        {
            var market = Large(draw, rule);
            var right = Solving.ApplicantsProposeForSeats(market);
            var chance = new Chance(draw);
            var a = Enumerable.Range(0, right.Length).First(a => right[a] != Market.None);
            var robbed = (int[])right.Clone();
            robbed[a] = Market.None;

            Assert.Contains((a, right[a]), Blocking(market, robbed));

            var moved = (int[])right.Clone();
            moved[a] = Enumerable.Range(0, market.Programs).First(p => p != right[a] && market.EdgeTo(a, p) == Market.None);
            Assert.Contains((a, right[a]), Blocking(market, moved));
        }
    }

    [Fact]
    public void Others_than_members_cannot_fill_seats_for_members_only()
    {
        var market = new SeatMarket([new(SeatRule.HardQuotas, new SmallKind(2, MembersOnly, 0), new SmallKind(1))],
            [[0], [0], [0]], [[0], [0], [0]], [0, 0, 1]).Market;

        Assert.Equal([(0, 2, 1)], new ReserveStability(market, [0, 0, Market.None]).Unseated());
        Assert.Equal([(0, 3, 2)], new ReserveStability(market, [0, 0, 0]).Unseated());
        Assert.Empty(new ReserveStability(market, [0, Market.None, 0]).Unseated());
    }

    // The open seat goes first, and to either of two tied: the member, and the seat for members is free for another; or the other, and it is not.
    [Fact]
    public void A_tie_is_no_reason_to_complain()
    {
        var market = new SeatMarket([new(SeatRule.Slots, new SmallKind(1), new SmallKind(1, MembersOnly, 0))],
            [[0], [0], [0]], [[5], [5], [4]], [1, 0, 1]).Market;

        Assert.False(new ReserveStability(market, [0, 0, Market.None]).Takes(2, 2));
        var untied = market.WithClasses([6, 5, 4]);
        Assert.True(new ReserveStability(untied, [0, 0, Market.None]).Takes(2, 2));
    }

    [Fact]
    public void Somebody_held_without_being_acceptable_gives_way()
    {
        var market = new SeatMarket([new(SeatRule.Slots, new SmallKind(1, MembersFirst, 0)), new(SeatRule.Merit, new SmallKind(1))],
            [[1], [0, 1]], [[9], [0, 0]], [1, 0]).Market;

        Assert.True(new ReserveStability(market, [0, Market.None]).Takes(1, market.First[1]));
        Assert.False(new ReserveStability(market, [1, Market.None]).Takes(1, market.First[1] + 1));
    }

    // One class of 400 in eight sorts, and many seats: the search must not try them all.
    [Fact]
    public void Many_who_are_all_tied_are_judged_in_a_moment()
    {
        const int Many = 400;
        SmallKind[] kinds = [new(40), new(40, MembersOnly, 0), new(40, MembersFirst, 1), new(30, MembersOnly, 2, PassesOn: true), new(20)];
        var market = new SeatMarket([new(SeatRule.Slots, kinds)], [.. Enumerable.Range(0, Many).Select(_ => new[] { 0 })],
            [.. Enumerable.Range(0, Many).Select(_ => new[] { 3 })], [.. Enumerable.Range(0, Many).Select(a => a * 7 % 8)]).Market;
        var programOf = Solving.ApplicantsProposeForSeats(market);
        Assert.Equal(170, programOf.Count(p => p == 0));

        Assert.Empty(Blocking(market, programOf));
        Assert.Empty(new ReserveStability(market, programOf).Unseated());

        // With seats free, whoever may have one would be taken; with members elsewhere, seats for them only cannot be filled.
        var few = programOf.Select((p, a) => a < 300 ? Market.None : p).ToArray();
        Assert.Equal(Many - few.Count(p => p == 0), Blocking(market, few).Count);

        // With few seats free the search is too long, and ends all the same: it says so.
        var open = new ReserveStability(market, [.. programOf.Select((p, a) => a < 30 ? Market.None : p)]);
        Assert.False(open.Takes(0, 0));
        Assert.Equal([(0, 1, false)], open.Undecided);
        int[] others = [.. Enumerable.Range(0, Many).Select(a => a * 7 % 8 is 0 or 2 or 4 ? 0 : Market.None)];
        Assert.Equal([(0, 150, 130)], new ReserveStability(market, others).Unseated());
    }

    [Fact]
    public void With_few_tries_nothing_wrong_is_said_and_all_that_is_open_is_told()
    {
        var (pairs, seats) = (0, 0);
        for (var draw = 0ul; draw < 3000; draw++)
        {
            var chance = new Chance(draw);
            var market = OneProgram(draw, nameof(SeatRule.Slots), 4 + chance.Below(5), 1 + chance.Below(2)).Market;
            int[] programOf = [.. Enumerable.Range(0, market.Applicants).Select(_ => chance.OneIn(2) ? 0 : Market.None)];
            var (all, few) = (new ReserveStability(market, programOf), new ReserveStability(market, programOf, mostTries: 1));
            foreach (var a in Enumerable.Range(0, market.Applicants).Where(a => programOf[a] == Market.None))
            {
                var before = few.Undecided.Sum(open => open.Pairs);
                var (takes, said) = (all.Takes(a, market.First[a]), few.Takes(a, market.First[a]));
                var isOpen = few.Undecided.Sum(open => open.Pairs) > before;
                Assert.True(isOpen ? !said : takes == said, $"Draw {draw}, applicant {a}: {takes}, {said}");
                pairs += isOpen ? 1 : 0;
            }

            var (unseated, told) = (all.Unseated().ToList(), few.Unseated().ToList());
            var isSeatsOpen = few.Undecided.Any(open => open.Seats);
            Assert.True(isSeatsOpen ? told.Count == 0 : unseated.Select(own => own.Program).SequenceEqual(told.Select(own => own.Program)), $"Draw {draw}");
            seats += isSeatsOpen ? 1 : 0;
            Assert.Empty(all.Undecided);
        }

        Assert.True(pairs > 50 && seats > 20, $"{pairs} pairs and {seats} programs were left open.");
    }

    // Else a program with many groups may take as many times as long as one question may.
    [Fact]
    public void All_questions_about_a_program_share_its_tries_in_whatever_order_they_come()
    {
        var later = 0;
        for (var draw = 0ul; draw < 3000; draw++)
        {
            var chance = new Chance(draw);
            var written = OneProgram(draw, nameof(SeatRule.Slots), 4 + chance.Below(5), 1 + chance.Below(2));
            var market = written.Market;
            int[] programOf = [.. Enumerable.Range(0, market.Applicants).Select(_ => chance.OneIn(2) ? 0 : Market.None)];
            int[] asking = [.. Enumerable.Range(0, market.Applicants).Where(a => programOf[a] == Market.None)];
            var (forth, back) = (new ReserveStability(market, programOf, mostTries: 2), new ReserveStability(market, programOf, mostTries: 2));
            var open = asking.ToDictionary(a => a, a => IsOpen(forth, market, a));
            foreach (var a in asking.Reverse())
            {
                Assert.True(open[a] == IsOpen(back, market, a), $"Draw {draw}, applicant {a}");
            }

            foreach (var a in asking.Where(a => open[a]))
            {
                bool IsThere(int other) => other == a || programOf[other] == 0;
                var alone = written with
                {
                    Lists = [.. written.Lists.Select((list, other) => IsThere(other) ? list : [])],
                    Class = [.. written.Class.Select((list, other) => IsThere(other) ? list : [])],
                };
                later += IsOpen(new(alone.Market, programOf, mostTries: 2), alone.Market, a) ? 0 : 1;
            }
        }

        Assert.True(later > 20, $"{later} pairs were left open because others had been asked about.");
    }

    // Who checks a matching asks both, who explains it asks whom a program would take: they must not differ.
    [Fact]
    public void Whether_all_have_seats_is_asked_apart_from_whom_a_program_would_take()
    {
        for (var draw = 0ul; draw < 3000; draw++)
        {
            var chance = new Chance(draw);
            var market = OneProgram(draw, nameof(SeatRule.Slots), 4 + chance.Below(5), 1 + chance.Below(2)).Market;
            int[] programOf = [.. Enumerable.Range(0, market.Applicants).Select(_ => chance.OneIn(2) ? 0 : Market.None)];
            foreach (var mostTries in new[] { 1, 2, 4 })
            {
                var (before, after) = (new ReserveStability(market, programOf, mostTries), new ReserveStability(market, programOf, mostTries));
                var seated = before.Unseated().ToList();
                foreach (var a in Enumerable.Range(0, market.Applicants).Where(a => programOf[a] == Market.None))
                {
                    Assert.True(before.Takes(a, market.First[a]) == after.Takes(a, market.First[a]), $"Draw {draw}, applicant {a}, {mostTries} tries");
                }

                Assert.Equal(seated, after.Unseated());
                Assert.Equal(before.Undecided, after.Undecided);
            }
        }
    }

    private static bool IsOpen(ReserveStability stability, Market market, int applicant)
    {
        var before = stability.Undecided.Sum(open => open.Pairs);
        stability.Takes(applicant, market.First[applicant]);
        return stability.Undecided.Sum(open => open.Pairs) > before;
    }

    private static HashSet<(int Applicant, int Program)> Blocking(Market market, int[] programOf)
    {
        var stability = new ReserveStability(market, programOf);
        var blocking = new HashSet<(int, int)>();
        for (var a = 0; a < market.Applicants; a++)
        {
            for (var edge = market.First[a]; edge < market.First[a + 1] && market.Program[edge] != programOf[a]; edge++)
            {
                if (stability.Takes(a, edge))
                {
                    blocking.Add((a, market.Program[edge]));
                }
            }
        }

        return blocking;
    }

    private static Market Large(ulong draw, string rule)
    {
        var chance = new Chance(draw);
        var random = new RandomMarket(draw, 120, 8, 5, 1, 4, skewed: true);
        var written = random.Capacity.Select(_ => SeatMarket.DrawProgram(chance, Enum.Parse<SeatRule>(rule), most: 6)).ToArray();
        var overlap = rule is not (nameof(SeatRule.SoftReserves) or nameof(SeatRule.HardQuotas));
        return new SeatMarket(written, random.Lists, random.Class,
            [.. Enumerable.Range(0, 120).Select(_ => overlap ? chance.Below(8) : (1 << chance.Below(4)) & 7)]).Market;
    }

    private static SeatMarket OneProgram(ulong draw, string rule, int applicants, int classes)
    {
        var drawn = SeatMarket.Draw(draw, Enum.Parse<SeatRule>(rule), applicants, 1);
        var chance = new Chance(draw + 2_000_000);
        return drawn with
        {
            Programs = [SeatMarket.DrawProgram(chance, Enum.Parse<SeatRule>(rule))],
            Lists = [.. drawn.Lists.Select(_ => new[] { 0 })],
            Class = [.. drawn.Lists.Select(_ => new[] { chance.Below(classes) })],
        };
    }

    /// <summary>Every way to put the tied of a program in a strict order.</summary>
    private static IEnumerable<Candidate[]> Orders(SeatMarket written)
    {
        var count = written.Applicants;
        return From([]);

        IEnumerable<Candidate[]> From(List<int> worstFirst)
        {
            if (worstFirst.Count == count)
            {
                var all = new Candidate[count];
                for (var i = 0; i < count; i++)
                {
                    all[worstFirst[i]] = new(i, written.Groups[worstFirst[i]]);
                }

                yield return all;
                yield break;
            }

            var left = Enumerable.Range(0, count).Except(worstFirst).ToList();
            var lowest = left.Min(a => written.Class[a][0]);
            foreach (var a in left.Where(a => written.Class[a][0] == lowest))
            {
                foreach (var order in From([.. worstFirst, a]))
                {
                    yield return order;
                }
            }
        }
    }
}
