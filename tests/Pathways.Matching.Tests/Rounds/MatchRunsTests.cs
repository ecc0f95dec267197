using Pathways.Matching.Tests.Files;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Rounds;

public sealed class MatchRunsTests
{
    private static readonly MatchRunId Id = MatchRunId.From("r-2");

    [Fact]
    public void A_run_has_everything_that_its_result_has()
    {
        var problem = new MatchingProblemBuilder().AddStudent("ana", "lab").AddStudent("ben", "lab").AddStudent("cy").AddOpportunity("lab", 1).Build();
        MatchOptions options = new() { Seed = new(3), Ties = TieBreaking.LotteryPerOpportunity };
        var first = MatchRuns.Propose(MatchRunId.From("r-1"), Matcher.Match(problem, options).Get());
        Assert.Equal(("student-optimal", "lottery-per-opportunity", new Seed(3)), (first.Mechanism, first.Ties, first.Seed));
        Assert.Equal((MatchRunVerdict.Stable, MatchRunState.Proposed, 1, (MatchRunId?)null), (first.Verdict, first.State, first.Version, first.Follows));
        Assert.Equal(64, first.Digest.Length);
        Assert.Empty(first.Kept);
        var seat = Assert.Single(first.Seats);
        Assert.Equal(seat, first.New.Single());
        Assert.Equal(["no-seat-left", "no-preferences"], first.Unmatched.Select(student => student.Reason));

        var answer = new Assignment(seat.Student, seat.Opportunity);
        var kept = MatchRuns.Propose(Id, Rematch.Solve(problem, [answer], [], options).Get(), first.Id);
        Assert.Equal((first.Id, first.Seats.Single(), 0), (kept.Follows, kept.Kept.Single(), kept.New.Count()));
        Assert.NotEqual(first.Digest, kept.Digest);
        var declined = MatchRuns.Propose(Id, Rematch.Solve(problem, [], [answer], options).Get(), first.Id);
        Assert.NotEqual(seat.Student, declined.New.Single().Student);
        Assert.Equal(seat, declined.Declined.Single());
    }

    [Theory]
    [InlineData("student-optimal", true, MatchRunVerdict.Stable)]
    [InlineData("serial-dictatorship", true, MatchRunVerdict.Feasible)]
    [InlineData("student-optimal", false, MatchRunVerdict.NotChecked)]
    public void The_verdict_is_that_of_the_check(string name, bool verify, MatchRunVerdict verdict)
    {
        Assert.True(Mechanism.TryFind(name, out var mechanism));
        var problem = new MatchingProblemBuilder().AddStudent("ana", "lab").AddOpportunity("lab", 1).Build();
        Assert.Equal(verdict, MatchRuns.Propose(Id, Matcher.Match(problem, new() { Mechanism = mechanism, Verify = verify }).Get()).Verdict);
    }

    [Fact]
    public void A_broken_condition_is_a_failed_verdict()
    {
        var problem = new MatchingProblemBuilder().AddStudent("ana", "lab").AddOpportunity(OpportunityId.From("lab"), 3, minimum: 2).Build();
        Assert.Equal(MatchRunVerdict.Failed, MatchRuns.Propose(Id, Matcher.Match(problem).Get()).Verdict);
    }

    /// <summary>The digest is part of what runs are kept with for years: it must never change for the same inputs.</summary>
    [Fact]
    public void The_digest_of_known_inputs_is_the_known_one()
    {
        var problem = new MatchingProblemBuilder().AddStudent("ana", "lab", "clinic").AddOpportunity("lab", 1, PriorityOrder.Of("ana")).AddOpportunity("clinic", 2).Build();
        Assert.Equal("6c98e5dc47ece9b9469ecf1a976598d2d50103a55c9d60f1d43d543e1b101ab4", MatchRuns.Digest(problem, TieBreaking.Lottery, [], [new(StudentId.From("ana"), OpportunityId.From("lab"))]));
    }

    [Fact]
    public void Other_problems_have_other_digests_and_the_same_written_in_another_order_has_the_same()
    {
        var digests = new Dictionary<string, string>();
        for (var draw = 0ul; draw < 1_500; draw++)
        {
            var problem = draw % 2 == 0 ? AnyProblem.Random(new(draw)) : SeatProblems.Draw(draw);
            var shuffled = Shuffled.Of(problem, new Chance(draw));
            var digest = MatchRuns.Digest(problem, TieBreaking.Lottery, [], []);
            Assert.Equal(digest, MatchRuns.Digest(shuffled, TieBreaking.Lottery, [], []));
            var text = Canonical(problem);
            Assert.Equal(text, digests.TryGetValue(digest, out var known) ? known : text);
            digests[digest] = text;
        }

        Assert.True(digests.Count > 1_000, $"Only {digests.Count} problems.");
    }

    [Fact]
    public void Where_the_order_of_the_input_breaks_ties_it_counts()
    {
        var one = new MatchingProblemBuilder().AddStudent("ana", "lab").AddStudent("ben", "lab").AddOpportunity("lab", 1).Build();
        var other = new MatchingProblemBuilder().AddStudent("ben", "lab").AddStudent("ana", "lab").AddOpportunity("lab", 1).Build();
        Assert.Equal(MatchRuns.Digest(one, TieBreaking.Lottery, [], []), MatchRuns.Digest(other, TieBreaking.Lottery, [], []));
        Assert.NotEqual(MatchRuns.Digest(one, TieBreaking.InputOrder, [], []), MatchRuns.Digest(other, TieBreaking.InputOrder, [], []));
    }

    /// <summary>How many there are of each character in all that a problem says: two that say the same in another order have the same.</summary>
    private static string Canonical(MatchingProblem problem) => string.Concat(
        AnyProblem.Described(problem).Split('\n').Where(line => !line.StartsWith("cap ", StringComparison.Ordinal) && !line.StartsWith("partner ", StringComparison.Ordinal)).SelectMany(line => line).Order());
}
