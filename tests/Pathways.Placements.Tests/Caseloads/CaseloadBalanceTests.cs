using FsCheck;
using FsCheck.Fluent;
using Pathways.Placements.Tests.Placements;

namespace Pathways.Placements.Tests.Caseloads;

/// <summary>Coordinators look after many students; nobody after more than the limit (S163).</summary>
public class CaseloadBalanceTests
{
    private static readonly ActorId Ann = ActorId.From("ann");
    private static readonly ActorId Bob = ActorId.From("bob");

    [Fact]
    public void Who_has_least_gets_the_next_and_the_proposal_says_why()
    {
        var proposal = CaseloadBalance.Propose([new(Ann, 3, 1), new(Bob, 2)], Placements(5), CaseloadWeights.Equal);
        Assert.Equal(["bob", "ann", "bob", "ann"], proposal.Assignments.Select(given => given.Coordinator.Value));
        Assert.Equal("bob has the smallest load of 2 with room: 0 of 2, and 1 with this one.", proposal.Assignments[0].Sentence);
        Assert.Equal([3, 2], proposal.Caseloads.Select(caseload => caseload.Load));
        var gap = Assert.Single(proposal.Unassigned);
        Assert.Equal(("p-4", 2), (gap.Placement.Value, gap.Reasons.Length));
        Assert.All(gap.Reasons, reason => Assert.Equal("caseload.full", reason.Code));
    }

    [Fact]
    public void Without_coordinators_nobody_has_room()
    {
        Assert.Equal("caseload.nobody", Assert.Single(CaseloadBalance.Propose([], Placements(1), CaseloadWeights.Equal).Unassigned[0].Reasons).Code);
        Assert.Throws<ArgumentException>(() => CaseloadBalance.Propose([new(Ann, 1), new(Ann, 2)], [], CaseloadWeights.Equal));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void There_is_room_up_to_the_limit(int load, bool room) => Assert.Equal(room, new Caseload(Ann, 10, load).HasRoom());

    [Fact]
    public void A_caseload_counts_the_coordinators_own_live_placements_by_weight()
    {
        var program = PlacementProgramId.From("intern");
        var weights = new CaseloadWeights(ImmutableDictionary<PlacementProgramId, PlacementKind>.Empty.Add(program, PlacementKind.Internship), ImmutableDictionary<PlacementKind, int>.Empty.Add(PlacementKind.Internship, 3));
        var own = Given.Bare with { Coordinator = Ann };
        Placement[] all = [own, own with { Program = program }, own with { State = PlacementState.Completed }, own with { Coordinator = Bob }, Given.Bare];
        Assert.Equal(4, Caseload.Of(Ann, 10, all, weights).Load);
        Assert.Empty(CaseloadBalance.Propose([new(Ann, 10)], all[..4], weights).Assignments);
    }

    /// <summary>With equal weights: as many as there is room for, and no way to share them has a smaller largest load.</summary>
    [Fact]
    public void Equal_weights_are_shared_as_evenly_as_can_be()
    {
        var cases = from count in Gen.Choose(0, 6) from loads in Gen.Choose(0, 4).Zip(Gen.Choose(0, 5)).ListOf(3) select (count, loads);
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var before = given.loads.Select((one, at) => new Caseload(ActorId.From($"c-{at}"), one.Item2, one.Item1)).ToArray();
            var proposal = CaseloadBalance.Propose(before.Reverse(), Placements(given.count).Reverse(), CaseloadWeights.Equal);
            var placed = Math.Min(given.count, before.Sum(caseload => caseload.Room));
            var best = (from a in Enumerable.Range(0, placed + 1) from b in Enumerable.Range(0, placed + 1 - a) let c = placed - a - b
                        where a <= before[0].Room && b <= before[1].Room && c <= before[2].Room
                        select Largest(before, [a, b, c])).Min();
            var shared = before.Select(caseload => proposal.Assignments.Count(one => one.Coordinator == caseload.Coordinator)).ToArray();
            return proposal.Assignments.Length == placed && proposal.Unassigned.Length == given.count - placed && Largest(before, shared) == best
                && proposal.Caseloads.Zip(before).All(pair => pair.First.Load == pair.Second.Load || pair.First.Load <= pair.First.Limit);
        }).QuickCheckThrowOnFailure();
    }

    // Of those who get something: whoever was over the limit before gets nothing and says nothing about the sharing.
    private static int Largest(Caseload[] before, int[] shared) => before.Zip(shared).Where(pair => pair.Second > 0).Select(pair => pair.First.Load + pair.Second).DefaultIfEmpty(0).Max();

    private static Placement[] Placements(int count) => [.. Enumerable.Range(0, count).Select(at => Given.Bare with { Id = PlacementId.From($"p-{at}") })];
}
