namespace Pathways.Matching.Tests;

public sealed class TheoremsTests
{
    [Fact]
    public void Every_reason_names_what_stands_in_the_way_and_what_to_try()
    {
        var (rural, first) = (PriorityGroupId.From("rural"), PriorityGroupId.From("first"));
        var problem = new MatchingProblemBuilder()
            .AddStudent(StudentId.From("ana"), RankedList<OpportunityId>.Of("lab", "farm", "spa"), [rural, first])
            .AddOpportunity("lab", 1, PriorityOrder.Of("ana"))
            .AddOpportunity(OpportunityId.From("farm"), 1, PriorityOrder.Of("ana"), reserves: [new(rural, 1)])
            .AddOpportunity(OpportunityId.From("spa"), 2, reserves: [new(rural, 1, IsHard: true), new(first, 1)])
            .AddOpportunity("gym", 1)
            .AddCap(Cap("north", "region", "lab", "farm"))
            .AddCap(Cap("west", null, "farm", "gym"))
            .Build();

        Assert.Equal(
        [
            "mechanism.caps-cross: Cap north (region) and cap west both count opportunity farm, but neither counts all that the other does. Caps are served when each is inside the next or apart from it. Maybe an opportunity is missing from the larger one.",
            "mechanism.caps-order: Opportunities lab and farm are under a common cap (cap north (region)) but do not compare students on one scale, so nobody can say who gives way when it is full. Give all of them scores, or one partner with an order, or no order at all.",
            "mechanism.caps-order: Opportunities farm and gym are under a common cap (cap west) but do not compare students on one scale, so nobody can say who gives way when it is full. Give all of them scores, or one partner with an order, or no order at all.",
            "mechanism.reserves-under-cap: There is an opportunity (farm) with reserves or slots under a cap: whether a stable matching exists is then not known. Remove the reserves and slots there, or take the cap away and lower the seats of its opportunities.",
            "mechanism.reserves-mixed: There is an opportunity (spa) with both hard and other reserves, and students who belong to several of the groups: no fair way to fill the seats is known. Make all reserves there hard or none, or give the seats an order of precedence as slots.",
        ],
            CompiledProblem.Compile(problem).Unsettled.Select(refusal => refusal.ToString()));
    }

    [Fact]
    public void Caps_that_all_cross_are_counted_past_the_first_fifty()
    {
        var builder = new MatchingProblemBuilder().AddOpportunity("hub", 1);
        for (var i = 0; i < 20; i++)
        {
            builder.AddOpportunity($"o{i}", 1).AddCap(Cap($"c{i}", null, "hub", $"o{i}"));
        }

        var refusals = CompiledProblem.Compile(builder.Build()).Unsettled;

        Assert.Equal(51, refusals.Length);
        Assert.StartsWith("140 more pairs", refusals[^1].Sentence, StringComparison.Ordinal); // 20 x 19 / 2 - 50
    }

    [Fact]
    public void Many_opportunities_are_named_by_the_first_five()
    {
        var builder = new MatchingProblemBuilder().AddCap(Cap("north", null, [.. Enumerable.Range(0, 7).Select(i => $"o{i}")]));
        for (var i = 0; i < 7; i++)
        {
            builder.AddOpportunity(OpportunityId.From($"o{i}"), 1, slots: [new(1)]);
        }

        var refusal = Assert.Single(CompiledProblem.Compile(builder.Build()).Unsettled);

        Assert.StartsWith("There are 7 opportunities (o0, o1, o2, o3, o4 and 2 more) with", refusal.Sentence, StringComparison.Ordinal);
    }

    private static ProblemCap Cap(string id, string? kind, params string[] opportunities) =>
        new() { Id = CapId.From(id), Kind = kind, Seats = 1, Opportunities = [.. opportunities.Select(OpportunityId.From)] };
}
