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
        Assert.Equal((1, 2), (first.StudentCount, second.StudentCount));
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
        Assert.Contains("students[0].preferences[1]", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"gym\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("Maybe", error.Message, StringComparison.Ordinal);
    }
}
