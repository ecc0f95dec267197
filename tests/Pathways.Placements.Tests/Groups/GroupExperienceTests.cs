using Pathways.Placements.Tests.Placements;

namespace Pathways.Placements.Tests.Groups;

/// <summary>Site visits, job shadows and try-outs of groups (S147, S158, S166): all students of the group, or none.</summary>
public class GroupExperienceTests
{
    private static readonly DateInterval Day = new(Given.Today, Given.Today);
    private static readonly PlacementProgram Visit = PlacementProgram.For(PlacementProgramId.From("visit"), PlacementKind.SiteVisit);
    private static readonly OpportunityListing Listing = new()
    {
        State = OpportunityState.Published,
        Offer = new()
        {
            Id = OpportunityId.From("mill"), Partner = PartnerId.From("p"), Title = "Mill", Kind = OpportunityKind.JobShadowing, Sector = SectorId.From("s"), Seats = 30, Dates = Given.Bare.Dates,
        },
    };

    [Fact]
    public void Each_student_of_the_group_gets_a_placement_and_a_seat()
    {
        var arranged = Assert.IsType<GroupOutcome.Arranged>(Arrange(Visit, Day, Members(3)));
        Assert.Equal(["s-0", "s-1", "s-2"], arranged.Placements.Select(change => change.Value.Student.Value));
        Assert.All(arranged.Placements, change => Assert.Equal(
            (ExperienceGroupId.From("class"), Visit.Id, SeatMove.Take, $"placement/{change.Value.Id}"), (change.Value.Group!.Value, change.Value.Program!.Value, change.Seat!.Value.Move, change.Seat.Value.Holder)));
    }

    [Theory]
    [InlineData("published", "")]
    [InlineData("full", "group.not-published")]
    [InlineData("one seat too few", "group.seats")]
    [InlineData("exactly enough seats", "")]
    [InlineData("a day too long", "placement.maximum-days")]
    [InlineData("an internship", "group.kind")]
    [InlineData("before it opens", "group.dates")]
    [InlineData("nobody", "group.empty")]
    [InlineData("a teacher", "placement.role")]
    public void What_stands_in_the_way_of_the_group_is_said_once(string what, string code)
    {
        var outcome = what switch
        {
            "full" => Arrange(Visit, Day, Members(3), listing: Listing with { State = OpportunityState.Full }),
            "one seat too few" => Arrange(Visit, Day, Members(3), 2),
            "exactly enough seats" => Arrange(Visit, Day, Members(3), 3),
            "a day too long" => Arrange(Visit, new(Given.Today, Given.Today.PlusDays(1)), Members(3)),
            "an internship" => Arrange(new() { Id = Visit.Id, Kind = PlacementKind.Internship }, Day, Members(3)),
            "before it opens" => Arrange(Visit, new(Given.Today.PlusDays(-1), Given.Today.PlusDays(-1)), Members(3)),
            "nobody" => Arrange(Visit, Day, []),
            "a teacher" => Arrange(Visit, Day, Members(3), role: Role.Teacher),
            _ => Arrange(Visit, Day, Members(3)),
        };
        Assert.Equal(code, outcome is GroupOutcome.Refused { Reasons: var reasons } ? Assert.Single(reasons).Code : "");
    }

    [Fact]
    public void One_student_who_cannot_come_is_named_and_nobody_gets_a_placement()
    {
        var busy = Given.Bare with { Id = PlacementId.From("p-busy"), State = PlacementState.Active, Dates = new(Given.Today.PlusDays(-5), Given.Today) };
        ImmutableArray<GroupMember> members = [.. Members(3), new(StudentId.From("s-1"), PlacementId.From("p-9"), [busy])];
        var refused = Assert.IsType<GroupOutcome.Refused>(Arrange(Visit, Day, members));
        Assert.Empty(refused.Reasons);
        var one = Assert.Single(refused.Students);
        Assert.Equal(("s-1", "group.listed-twice group.overlap"), (one.Student.Value, string.Join(' ', one.Reasons.Select(reason => reason.Code))));
    }

    [Theory]
    [InlineData(-1, PlacementState.Active, true, true)]
    [InlineData(0, PlacementState.Active, true, false)]
    [InlineData(0, PlacementState.Completed, true, true)]
    [InlineData(0, PlacementState.Active, false, true)]
    public void Another_placement_is_in_the_way_while_it_runs_and_leaves_no_time(int ends, PlacementState state, bool exclusive, bool fits)
    {
        var other = Given.Bare with { Id = PlacementId.From("p-o"), State = state, IsExclusive = exclusive, Dates = new(Given.Today.PlusDays(-9), Given.Today.PlusDays(ends)) };
        Assert.Equal(fits, Arrange(Visit, Day, [new(StudentId.From("s"), PlacementId.From("p"), [other])]) is GroupOutcome.Arranged);
    }

    private static ImmutableArray<GroupMember> Members(int count) =>
        [.. Enumerable.Range(0, count).Select(at => new GroupMember(StudentId.From($"s-{at}"), PlacementId.From($"p-{at}"), []))];

    private static GroupOutcome Arrange(
        PlacementProgram program, DateInterval dates, ImmutableArray<GroupMember> members, int seats = 30, Role role = Role.Coordinator, OpportunityListing? listing = null) =>
        GroupExperience.Arrange(ExperienceGroupId.From("class"), listing ?? Listing, program, dates, members, seats, null, Given.By(role), Given.Now);
}
