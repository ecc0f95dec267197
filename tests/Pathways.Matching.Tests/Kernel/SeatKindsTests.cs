using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class SeatKindsTests
{
    public static TheoryData<string> AllRules => [.. Enum.GetNames<SeatRule>()];

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Everybody_has_a_seat_of_a_kind_they_may_have(string rule)
    {
        for (var draw = 0ul; draw < 1500; draw++)
        {
            var written = SeatMarket.Draw(draw, Enum.Parse<SeatRule>(rule), 6, 3);
            var market = written.Market;
            var (edgeOf, kinds) = Solved(market);
            var taken = new int[market.Plan!.Seats.Length];
            for (var a = 0; a < 6; a++)
            {
                var p = edgeOf[a] == Market.None ? Market.None : market.Program[edgeOf[a]];
                Assert.Equal(p != Market.None && market.Plan.Rules(p), kinds.KindOf[a] != Market.None);
                if (kinds.KindOf[a] is not Market.None and var kind)
                {
                    taken[kind]++;
                    var isMember = (market.Plan.Member[edgeOf[a]] >> (kind - market.Plan.First[p]) & 1) != 0;
                    Assert.True(kind >= market.Plan.First[p] && kind < market.Plan.First[p + 1]
                        && (isMember || market.Plan.Access[kind] != SeatAccess.MembersOnly || market.Plan.PassesOn[kind]), $"Draw {draw}, applicant {a}.{written}");
                }
            }

            Assert.All(taken, (count, kind) => Assert.True(count <= market.Plan.Seats[kind], $"Draw {draw}, kind {kind}.{written}"));
        }
    }

    [Theory]
    [MemberData(nameof(AllRules))]
    public void Whoever_beats_a_cutoff_would_be_taken_and_nobody_else(string rule)
    {
        var (taken, not) = (0, 0);
        for (var draw = 0ul; draw < 1500; draw++)
        {
            var written = SeatMarket.Draw(draw + 5000, Enum.Parse<SeatRule>(rule), 6, 2);
            var market = written.Market;
            var (edgeOf, kinds) = Solved(market);
            for (var a = 0; a < 6; a++)
            {
                for (var edge = market.First[a]; edge < market.First[a + 1]; edge++)
                {
                    var p = market.Program[edge];
                    if (edge == edgeOf[a] || !market.Plan!.Rules(p))
                    {
                        continue;
                    }

                    var held = Enumerable.Range(0, 6).Where(b => edgeOf[b] != Market.None && market.Program[edgeOf[b]] == p).Sum(b => 1 << b);
                    var expected = (written.Choose(p, held | (1 << a)) & (1 << a)) != 0;
                    Assert.True(expected == Beats(market, kinds, a, edge), $"Draw {draw}, applicant {a}, program {p}.{written}");
                    taken += expected ? 1 : 0;
                    not += expected ? 0 : 1;
                }
            }
        }

        Assert.True(rule == nameof(SeatRule.Merit) || (taken > 500 && not > 500), $"{taken} and {not} is too few.");
    }

    // From the words of the cutoffs alone.
    private static bool Beats(Market market, SeatKinds kinds, int applicant, int edge)
    {
        var (plan, p) = (market.Plan!, market.Program[edge]);
        var key = ((long)market.Class[edge] << 32) | (uint)(market.Applicants - 1 - applicant);
        for (var kind = plan.First[p]; kind < plan.First[p + 1]; kind++)
        {
            var isMember = ((plan.Member[edge] >> (kind - plan.First[p])) & 1) != 0;
            var own = plan.Access[kind] switch
            {
                SeatAccess.MembersOnly => isMember ? key : HeldBlock.Nobody - 1,
                SeatAccess.MembersFirst => isMember ? key | SlotChoice<SinglePlaceOrder>.MemberBit : key,
                _ => key,
            };
            if (own > kinds.Cutoff[kind])
            {
                return true;
            }
        }

        return key > kinds.RestCutoff[p];
    }

    private static (int[] EdgeOf, SeatKinds Kinds) Solved(Market market)
    {
        var (workspace, order) = (new Workspace(), Solving.LowerFirst(market));
        CumulativeOffer.Solve(market, new SeatChoice<SinglePlaceOrder>(market, order, workspace), workspace);
        int[] edgeOf = [.. Enumerable.Range(0, market.Applicants).Select(a => workspace.Next[a] < market.First[a + 1] ? workspace.Next[a] : Market.None)];
        return (edgeOf, SeatKinds.Of(market, order, edgeOf));
    }
}
