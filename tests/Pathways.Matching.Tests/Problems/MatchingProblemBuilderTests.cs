namespace Pathways.Matching.Tests.Problems;

public sealed class MatchingProblemBuilderTests
{
    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var reading = new MatchingProblemBuilder()
            .AddStudent("ana", "clinic", "gym", "clinic")
            .AddStudent("ana")
            .AddOpportunity("clinic", -1)
            .AddOpportunity("clinic", 1, PriorityOrder.Of("ana", "zoe", "ana"))
            .AddOpportunity(OpportunityId.From("lab"), 1, minimum: 2, partner: PartnerId.From("nobody"), reserves: [new(PriorityGroupId.From("rural"), 2), new(PriorityGroupId.From("first"), 0)])
            .AddOpportunity(OpportunityId.From("pool"), 1, new PriorityOrder.Scored(new Dictionary<StudentId, double> { [StudentId.From("ana")] = double.NaN, [StudentId.From("kim")] = 1 }))
            .AddOpportunity(OpportunityId.From("spa"), 1, PriorityOrder.Of("ana"), partner: PartnerId.From("ranker"))
            .AddOpportunity(OpportunityId.From("bar"), 1, partner: PartnerId.From("capped"))
            .AddPartner(new() { Id = PartnerId.From("ranker"), Priorities = RankedList<StudentId>.Of("ana", "lee").Then("ana") })
            .AddPartner(new() { Id = PartnerId.From("capped"), Seats = 2 })
            .AddPartner(new() { Id = PartnerId.From("capped"), Seats = -2 })
            .TryBuild();
        Assert.Equal(
            [
                "students.preferences.duplicate", "students.id.duplicate", "opportunities.seats.malformed",
                "opportunities.id.duplicate", "opportunities.priorities.duplicate",
                "opportunities.reserves.malformed", "opportunities.minimum.above-seats", "opportunities.reserves.above-seats",
                "opportunities.scores.malformed", "partners.priorities.duplicate",
                "partners.id.duplicate", "partners.seats.malformed",
                "students.preferences.unknown", "opportunities.priorities.unknown", "opportunities.partner.unknown", "opportunities.scores.unknown",
                "partners.priorities.unknown", "opportunities.priorities.partner-ranks", "opportunities.scores.missing",
            ],
            reading.Errors.Select(error => error.Code["problem.".Length..]).Distinct());
        Assert.All(reading.Errors, error => Assert.Equal(("problem", 0, 0), (error.File, error.Line, error.Column)));
    }

    [Fact]
    public void Everything_that_is_wrong_with_slots_and_caps_is_said_at_once()
    {
        var rural = PriorityGroupId.From("rural");
        var reading = new MatchingProblemBuilder()
            .AddOpportunity(OpportunityId.From("clinic"), 2, slots: [new(0), new(1, Access: SlotAccess.MembersFirst), new(1, Transfers: true)])
            .AddOpportunity(OpportunityId.From("lab"), 2, reserves: [new(rural, 1)], slots: [new(1, rural, SlotAccess.MembersFirst, Transfers: true), new(2)])
            .AddOpportunity(OpportunityId.From("hall"), 64, slots: [.. Enumerable.Repeat(new Slot(1), 64)])
            .AddOpportunity(OpportunityId.From("yard"), 64, reserves: [.. Enumerable.Repeat(new Reserve(rural, 1), 63)])
            .AddCap(new() { Id = CapId.From("north"), Seats = -1, Opportunities = [OpportunityId.From("clinic"), OpportunityId.From("clinic"), OpportunityId.From("moon")], Kind = "" })
            .AddCap(new() { Id = CapId.From("north"), Seats = 1, Opportunities = default })
            .TryBuild();
        Assert.Equal(
            [
                "opportunities.slots.malformed", "opportunities.slots.group.missing", "opportunities.slots.transfer.needless", "opportunities.slots.both",
                "opportunities.slots.sum", "opportunities.slots.too-many", "opportunities.reserves.too-many", "caps.seats.malformed", "caps.kind.malformed",
                "caps.opportunities.duplicate", "caps.id.duplicate", "caps.opportunities.unknown",
            ],
            reading.Errors.Select(error => error.Code["problem.".Length..]).Distinct());
        Assert.Equal(2, reading.Errors.Count(error => error.Code == "problem.opportunities.slots.group.missing"));
    }

    [Fact]
    public void Slots_and_caps_are_kept_as_they_were_given()
    {
        var cap = new ProblemCap { Id = CapId.From("north"), Seats = 1, Opportunities = [OpportunityId.From("lab"), OpportunityId.From("clinic")], Kind = "region" };
        ImmutableArray<Slot> slots = [new(1, PriorityGroupId.From("rural"), Transfers: true), new(1), new(3, PriorityGroupId.From("rural"), SlotAccess.MembersFirst)];
        var problem = new MatchingProblemBuilder().AddCap(cap).AddOpportunity("clinic", 1).AddOpportunity(OpportunityId.From("lab"), 5, slots: slots).Build();
        Assert.Equal(slots.AsEnumerable(), problem.Opportunity(1).Slots);
        Assert.Empty(problem.Opportunity(0).Slots);
        Assert.Equal((cap.Id, 1, "region", "lab clinic"), (problem.Caps[0].Id, problem.Caps[0].Seats, problem.Caps[0].Kind, string.Join(' ', problem.Caps[0].Opportunities)));
    }

    [Fact]
    public void Build_throws_what_TryBuild_says()
    {
        var builder = new MatchingProblemBuilder().AddStudent("ana", "gym").AddOpportunity("lab", -1);
        Assert.Equal(builder.TryBuild().Errors.AsEnumerable(), Assert.Throws<InputException>(builder.Build).Errors);
    }

    [Fact]
    public void Names_may_be_used_before_they_are_added()
    {
        var problem = new MatchingProblemBuilder().AddOpportunity("x", 1, PriorityOrder.Of("b", "a")).AddStudent("a", "x").AddStudent("b", "x").Build();
        Assert.Equal("a b", string.Join(' ', problem.Students.Select(student => student.Id)));
        Assert.Equal("b 1, a 2", string.Join(", ", problem.Opportunity(0).Priorities.Select(p => $"{p.Student} {p.Place}")));
    }

    [Fact]
    public void What_is_missing_may_be_added_after_it_was_missed()
    {
        var builder = new MatchingProblemBuilder().AddStudent("a", "x").AddOpportunity(OpportunityId.From("y"), 1, partner: PartnerId.From("p"));
        Assert.Single(builder.TryBuild().Errors);
        Assert.Single(builder.TryBuild().Errors);
        Assert.Single(builder.AddOpportunity("x", 1).Build().Partners);
        Assert.Single(builder.AddPartner(new() { Id = PartnerId.From("p"), Priorities = RankedList<StudentId>.Of("a") }).Build().Partners[0].Priorities!.Places);
    }

    [Fact]
    public void A_builder_may_build_again_and_go_on()
    {
        var builder = new MatchingProblemBuilder().AddStudent("a", "x").AddOpportunity("x", 1);
        var first = builder.Build();
        var second = builder.AddStudent("b", "x").Build();
        builder.AddCap(new() { Id = CapId.From("north"), Seats = 1, Opportunities = [OpportunityId.From("x"), OpportunityId.From("y")] });
        Assert.Equal("problem.caps.opportunities.unknown", Assert.Single(builder.TryBuild().Errors).Code);
        var third = builder.AddOpportunity(OpportunityId.From("y"), 2, slots: [new(2)]).Build();
        Assert.Equal((1, 2), (first.StudentCount, second.StudentCount));
        Assert.Equal((0, 0, 1, 1), (first.Caps.Length, second.Caps.Length, third.Caps.Length, third.Opportunity(1).Slots.Length));
        Assert.False(first.TryFind(StudentId.From("b"), out _));
        Assert.True(first.TryFind(StudentId.From("a"), out _) && second.TryFind(StudentId.From("b"), out _));
    }

    [Fact]
    public void Nothing_is_a_problem_too()
    {
        var problem = new MatchingProblemBuilder().Build();
        Assert.Equal((0, 0, 0, 0), (problem.StudentCount, problem.OpportunityCount, problem.ChoiceCount, problem.Partners.Length));
    }

    [Fact]
    public void An_identifier_that_was_never_set_is_the_callers_fault() =>
        Assert.Throws<InvalidOperationException>(() => new MatchingProblemBuilder().AddStudent(default, RankedList<OpportunityId>.Empty).TryBuild());

    [Fact]
    public void Opportunities_of_a_partner_without_order_or_cap_rank_as_they_like()
    {
        var partner = PartnerId.From("p");
        var reading = new MatchingProblemBuilder().AddStudent("a", "x", "y", "z")
            .AddOpportunity(OpportunityId.From("x"), 1, PriorityOrder.Of("a"), partner: partner)
            .AddOpportunity(OpportunityId.From("y"), 1, partner: partner)
            .AddOpportunity(OpportunityId.From("z"), 1, new PriorityOrder.Scored(new Dictionary<StudentId, double> { [StudentId.From("a")] = 1 }), partner: partner)
            .AddPartner(new() { Id = partner })
            .TryBuild();
        Assert.True(reading.Succeeded);
    }

    [Fact]
    public void A_message_names_the_value_and_the_place()
    {
        var error = Assert.Single(new MatchingProblemBuilder().AddStudent("ana", "lab", "gym").AddOpportunity("lab", 1).TryBuild().Errors);
        Assert.Contains("students[0].preferences[1] of student \"ana\": ", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"gym\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("Maybe", error.Message, StringComparison.Ordinal);
    }
}
