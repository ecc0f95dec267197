namespace Pathways.Matching.Tests.Rounds;

/// <summary>What is left, worked out by hand; and every refusal.</summary>
public sealed class RematchTests
{
    private static readonly PriorityGroupId Rural = PriorityGroupId.From("rural");
    private static readonly PriorityGroupId First = PriorityGroupId.From("first");

    [Fact]
    public void Seats_minimums_partners_and_caps_shrink_by_what_the_kept_hold()
    {
        var problem = new MatchingProblemBuilder()
            .AddStudent("ana", "lab", "clinic").AddStudent("ben", "clinic", "lab").AddStudent("cy", "lab", "clinic")
            .AddOpportunity(OpportunityId.From("lab"), 3, Scores("ana", "ben", "cy"), minimum: 2, partner: PartnerId.From("p"))
            .AddOpportunity(OpportunityId.From("clinic"), 2, Scores("ana", "ben", "cy"), partner: PartnerId.From("p"))
            .AddPartner(new() { Id = PartnerId.From("p"), Seats = 4 })
            .AddCap(new() { Id = CapId.From("site"), Seats = 3, Opportunities = [OpportunityId.From("lab")] })
            .Build();
        var left = Rematch.Remaining(problem, [Pair("ana", "lab")], [Pair("cy", "lab")]).Get();
        Assert.Equal([(2, 1), (2, 0)], left.Opportunities.Select(opportunity => (opportunity.Seats, opportunity.Minimum)));
        Assert.Equal(3, left.Partners.Single().Seats);
        Assert.Equal(2, left.Caps.Single().Seats);
        Assert.Equal(["ben: clinic lab", "cy: clinic"], left.Students.Select(student => $"{student.Id}: {string.Join(' ', student.Choices.Select(choice => choice.Opportunity))}"));
    }

    /// <summary>Members sit on seats of their group first, others on open ones, and then on soft reserves in the order of the problem.</summary>
    [Theory]
    [InlineData("r1", "rural 1, first 1; 4 seats")]
    [InlineData("r1 r2 r3", "first 1; 2 seats")]
    [InlineData("n1", "rural 2, first 1; 4 seats")]
    [InlineData("n1 n2 n3", "rural 1, first 1; 2 seats")]
    [InlineData("n1 n2 n3 n4", "first 1; 1 seats")]
    [InlineData("r1 n1 n2 n3", "first 1; 1 seats")]
    [InlineData("n1 n2 n3 n4 f1", "; 0 seats")]
    public void Soft_reserves_shrink_by_their_members_and_then_by_whom_they_were_passed_on_to(string kept, string left) =>
        Assert.Equal(left, Left(hard: false, kept));

    [Theory]
    [InlineData("r1", "rural 1, first 1; 4 seats")]
    [InlineData("n1 n2", "rural 2, first 1; 3 seats")]
    [InlineData("n1 r1 r2 r3", "first 1; 1 seats")]
    [InlineData("n1 n2 n3", "rematch.reserved-seats")]
    [InlineData("n1 r1 r2 r3 r4", "rematch.reserved-seats")]
    [InlineData("n1 n2 n3 n4 f1 f2", "rematch.over-capacity")]
    public void Hard_reserves_shrink_by_their_members_alone(string kept, string left) => Assert.Equal(left, Left(hard: true, kept));

    /// <summary>Somebody of both groups may sit on either seat: what the others find depends on which, so nobody says.</summary>
    [Theory]
    [InlineData("b1", "rematch.reserves-overlap")]
    [InlineData("r1 r2 b1", "rural 0, first 0")]
    [InlineData("n1", "rural 2, first 1")]
    public void Groups_that_overlap_are_told_apart_only_where_there_is_one_way(string kept, string left)
    {
        var outcome = Rematch.Remaining(Lab(new(Rural, 2), new(First, 1)), Kept(kept), []);
        var reserves = outcome is RemainingOutcome.Left { Problem: var problem } ? problem.Opportunities.Single().Reserves : [];
        Assert.Equal(left, outcome is RemainingOutcome.Refused refused
            ? string.Join(' ', refused.Reasons.Select(reason => reason.Code))
            : $"rural {reserves.Where(r => r.Group == Rural).Sum(r => r.Seats)}, first {reserves.Where(r => r.Group == First).Sum(r => r.Seats)}");
    }

    [Theory]
    [InlineData("n1", "members 2, open 1")]
    [InlineData("r1", "rematch.slots")]
    [InlineData("n1 n2", "members 2, open 0")]
    [InlineData("n1 n2 r1", "members 1, open 0")]
    [InlineData("r1 r2 r3 r4", "members 0, open 0")]
    [InlineData("n1 n2 n3", "rematch.reserved-seats")]
    public void Slots_are_left_where_there_is_one_way_to_seat_the_kept(string kept, string left)
    {
        var builder = Students();
        builder.AddOpportunity(OpportunityId.From("lab"), 4, slots: [new(2, Rural), new(2)]);
        var outcome = Rematch.Remaining(builder.Build(), Kept(kept), []);
        var slots = outcome is RemainingOutcome.Left { Problem: var problem } ? problem.Opportunities.Single().Slots : [];
        Assert.Equal(left, outcome is RemainingOutcome.Refused refused
            ? string.Join(' ', refused.Reasons.Select(reason => reason.Code))
            : $"members {slots.Where(s => s.Group == Rural).Sum(s => s.Seats)}, open {slots.Where(s => s.Group is null).Sum(s => s.Seats)}");
    }

    [Fact]
    public void Everything_that_does_not_fit_is_said_at_once_and_no_sentence_names_another_student()
    {
        var problem = new MatchingProblemBuilder()
            .AddStudent("ana", "lab", "clinic").AddStudent("ben", "clinic", "lab").AddStudent("cy", "lab")
            .AddOpportunity(OpportunityId.From("lab"), 1, Scores("ana", "ben", "cy"), partner: PartnerId.From("p"))
            .AddOpportunity(OpportunityId.From("clinic"), 1, PriorityOrder.Of("ana", "ben"))
            .AddOpportunity("farm", 1)
            .AddPartner(new() { Id = PartnerId.From("p"), Seats = 1 })
            .AddCap(new() { Id = CapId.From("site"), Seats = 1, Opportunities = [OpportunityId.From("lab")] })
            .Build();
        var refused = Assert.IsType<RemainingOutcome.Refused>(Rematch.Remaining(
            problem,
            [Pair("ana", "lab"), Pair("ben", "lab"), Pair("ben", "clinic"), Pair("cy", "farm"), Pair("zoe", "mill")],
            [Pair("ana", "lab"), Pair("cy", "mill")]));
        Assert.Equal(
            [
                "rematch.student-twice", "rematch.not-acceptable", "rematch.student-unknown", "rematch.opportunity-unknown", "rematch.kept-and-declined",
                "rematch.opportunity-unknown", "rematch.over-capacity", "rematch.partner-over-capacity", "rematch.cap-exceeded",
            ],
            refused.Reasons.Select(reason => reason.Code));
        string[] names = ["ana", "ben", "cy", "zoe"];
        Assert.All(refused.Reasons, reason => Assert.InRange(names.Count(name => reason.Sentence.Contains($" {name} ", StringComparison.Ordinal)), 0, 1));
    }

    [Fact]
    public void Whoever_declined_all_they_could_get_is_told_so()
    {
        var problem = new MatchingProblemBuilder().AddStudent("ana", "lab").AddStudent("ben", "lab").AddStudent("cy").AddOpportunity("lab", 2).Build();
        var result = Rematch.Solve(problem, [Pair("ben", "lab")], [Pair("ana", "lab")]).Get();
        Assert.Equal(
            [new(StudentId.From("ana"), UnmatchedStudent.AllDeclined), new(StudentId.From("cy"), UnmatchedStudent.NoPreferences)],
            UnmatchedStudent.Of(result));
    }

    [Fact]
    public void A_problem_that_no_mechanism_serves_is_refused_as_a_whole()
    {
        var problem = new MatchingProblemBuilder()
            .AddStudent(StudentId.From("ana"), RankedList<OpportunityId>.Of("lab"), [Rural])
            .AddOpportunity(OpportunityId.From("lab"), 1, Scores("ana"), partner: PartnerId.From("p"), reserves: [new(Rural, 1)])
            .AddPartner(new() { Id = PartnerId.From("p"), Seats = 1 })
            .Build();
        var refused = Assert.IsType<MatchOutcome.Refused>(Rematch.Solve(problem, [Pair("ana", "lab")], []));
        Assert.Equal(["mechanism.reserves-under-cap"], refused.Reasons.Select(reason => reason.Code));
    }

    private static string Left(bool hard, string kept) =>
        Rematch.Remaining(Lab(new(Rural, 2, hard), new(First, 1, hard)), Kept(kept).Where(pair => pair.Student.Value != "b1"), []) switch
        {
            RemainingOutcome.Left { Problem: var left } =>
                $"{string.Join(", ", left.Opportunities.Single().Reserves.Select(reserve => $"{reserve.Group} {reserve.Seats}"))}; {left.Opportunities.Single().Seats} seats",
            RemainingOutcome.Refused refused => string.Join(' ', refused.Reasons.Select(reason => reason.Code)),
            _ => "",
        };

    private static MatchingProblem Lab(params ImmutableArray<Reserve> reserves)
    {
        var builder = Students(reserves.All(reserve => !reserve.IsHard));
        builder.AddOpportunity(OpportunityId.From("lab"), 5, reserves: reserves);
        return builder.Build();
    }

    /// <summary>Four of the group rural, two first, one of both (when asked), four of none.</summary>
    private static MatchingProblemBuilder Students(bool both = true)
    {
        var builder = new MatchingProblemBuilder();
        foreach (var id in new[] { "r1", "r2", "r3", "r4", "f1", "f2", "b1", "n1", "n2", "n3", "n4" }.Where(id => both || id != "b1"))
        {
            builder.AddStudent(
                StudentId.From(id), RankedList<OpportunityId>.Of("lab"),
                id[0] switch { 'r' => [Rural], 'f' => [First], 'b' => [Rural, First], _ => [] });
        }

        return builder;
    }

    private static IEnumerable<Assignment> Kept(string students) => students.Split(' ').Select(student => Pair(student, "lab"));

    private static PriorityOrder.Scored Scores(params IEnumerable<string> students) =>
        new(students.ToDictionary(StudentId.From, student => (double)student.Length));

    private static Assignment Pair(string student, string opportunity) => new(StudentId.From(student), OpportunityId.From(opportunity));
}
