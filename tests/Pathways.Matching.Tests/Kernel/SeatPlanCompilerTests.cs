using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

/// <summary>Kinds of seats as the problem's own words say them, against the plan.</summary>
public sealed class SeatPlanCompilerTests
{
    private const ulong Draws = 2000;

    [Fact]
    public void Every_opportunity_has_the_kinds_of_its_reserves_or_slots()
    {
        var (together, cascades, slots) = (0, 0, 0);
        for (var draw = 0ul; draw < Draws; draw++)
        {
            var problem = SeatProblems.Draw(draw);
            var (compiled, caps) = (CompiledProblem.Compile(problem), new StatedCaps(problem).All);
            foreach (var opportunity in problem.Opportunities)
            {
                var o = opportunity.Index;
                var isServed = !IsCapped(caps, o) && !IsMixed(compiled, o);
                var expected = isServed ? Kinds(opportunity) : [];
                Assert.True(expected.SequenceEqual(Kinds(compiled, o)), $"Draw {draw}, opportunity {o}");
                if (expected.Count > 0)
                {
                    var fillsTogether = compiled.Market.Plan!.FillsTogether[o];
                    Assert.Equal(!opportunity.Reserves.IsEmpty && Overlaps(compiled, o), fillsTogether);
                    Assert.Equal(opportunity.Seats, expected.Sum(kind => kind.Seats));
                    (together, cascades, slots) = (together + (fillsTogether ? 1 : 0), cascades + (fillsTogether ? 0 : 1), slots + opportunity.Slots.Length);
                }
            }

            Assert.Equal(compiled.Market.Plan is null, Enumerable.Range(0, problem.OpportunityCount).All(o => Kinds(compiled, o).Count == 0));
        }

        Assert.True(Math.Min(together, Math.Min(cascades, slots)) > 100, $"{together} {cascades} {slots}");
    }

    [Fact]
    public void A_member_is_whoever_is_in_the_group_of_the_kind()
    {
        var members = 0;
        for (var draw = 0ul; draw < Draws; draw++)
        {
            var compiled = CompiledProblem.Compile(SeatProblems.Draw(draw));
            if (compiled.Market is not { Plan: { } plan } market)
            {
                continue;
            }

            for (var s = 0; s < market.Applicants; s++)
            {
                for (var edge = market.First[s]; edge < market.First[s + 1]; edge++)
                {
                    var kinds = Kinds(compiled, market.Program[edge]);
                    for (var i = 0; i < 64; i++)
                    {
                        var expected = i < kinds.Count && kinds[i].Group is { } group && compiled.Problem.Student(s).Groups.Contains(group);
                        Assert.Equal(expected, (plan.Member[edge] >> i & 1) == 1);
                        members += expected ? 1 : 0;
                    }
                }
            }
        }

        Assert.True(members > 1000);
    }

    [Fact]
    public void Seats_by_group_under_a_cap_and_mixed_reserves_for_common_members_are_told()
    {
        var seen = new Dictionary<string, int>();
        for (var draw = 0ul; draw < Draws; draw++)
        {
            var problem = SeatProblems.Draw(draw);
            var (compiled, caps) = (CompiledProblem.Compile(problem), new StatedCaps(problem).All);
            var byGroup = problem.Opportunities.Where(o => Kinds(o).Count > 0).Select(o => o.Index).ToList();
            Same("mechanism.reserves-under-cap", byGroup.Where(o => IsCapped(caps, o)));
            Same("mechanism.reserves-mixed", byGroup.Where(o => !IsCapped(caps, o) && IsMixed(compiled, o)));

            void Same(string code, IEnumerable<int> expected)
            {
                var names = expected.Select(o => problem.Opportunity(o).Id.Value).ToList();
                var told = compiled.Unsettled.Where(refusal => refusal.Code == code).ToList();
                Assert.Equal(names.Count > 0 ? 1 : 0, told.Count);
                Assert.All(told, refusal => Assert.Contains($"({string.Join(", ", names.Take(5))}", refusal.Sentence, StringComparison.Ordinal));
                seen[code] = seen.GetValueOrDefault(code) + told.Count;
            }
        }

        Assert.All(seen.Values, times => Assert.True(times > 20, $"Only {times}."));
    }

    [Fact]
    public void A_problem_without_groups_has_no_plan() =>
        Assert.True(SmallProblem.Of([new("ana", [["lab"]])], [new("lab", 1)]).Compile().Market.IsResponsive);

    private static List<Kind> Kinds(ProblemOpportunity opportunity) =>
    [
        .. opportunity.Slots.Select(slot => slot.Group is null ? new Kind(slot.Seats, SeatAccess.Anyone, false, null)
            : slot.Access == SlotAccess.MembersFirst ? new(slot.Seats, SeatAccess.MembersFirst, false, slot.Group)
            : new(slot.Seats, SeatAccess.MembersOnly, slot.Transfers, slot.Group)),
        .. opportunity.Reserves.Select(reserve => new Kind(reserve.Seats, SeatAccess.MembersOnly, !reserve.IsHard, reserve.Group)),
        .. opportunity.Reserves.Take(1).Select(_ => new Kind(opportunity.Seats - opportunity.Reserves.Sum(reserve => reserve.Seats), SeatAccess.Anyone, false, null)),
    ];

    private static List<Kind> Kinds(CompiledProblem compiled, int o) => compiled.Market.Plan is not { } plan ? [] :
    [
        .. Enumerable.Range(plan.First[o], plan.First[o + 1] - plan.First[o]).Select(kind => new Kind(
            plan.Seats[kind], plan.Access[kind], plan.PassesOn[kind], plan.Group[kind] < 0 ? null : compiled.SeatGroups[plan.Group[kind]])),
    ];

    private static bool IsCapped(List<StatedCap> caps, int o) => caps.Any(cap => cap.Counts.Contains(o));

    private static bool IsMixed(CompiledProblem compiled, int o)
    {
        var reserves = compiled.Problem.Opportunity(o).Reserves;
        return reserves.Select(reserve => reserve.IsHard).Distinct().Count() == 2 && Overlaps(compiled, o);
    }

    // Whether a student and the opportunity accept each other, and two of its reserves are for groups that the student belongs to.
    private static bool Overlaps(CompiledProblem compiled, int o) => compiled.Problem.Students.Any(student =>
        compiled.Market.EdgeTo(student.Index, o) != Market.None
        && compiled.Problem.Opportunity(o).Reserves.Count(reserve => student.Groups.Contains(reserve.Group)) > 1);

    private sealed record Kind(int Seats, SeatAccess Access, bool PassesOn, PriorityGroupId? Group);
}
