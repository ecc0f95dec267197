using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Verification;

public sealed class VerifierTests
{
    private static readonly SmallProblem Problem = SmallProblem.Of(
        [new("ana", [["lab"], ["clinic"]]), new("ben", [["lab"]])], [new("lab", 1, [["ana", "ben"]]), new("clinic", 1)]);

    [Fact]
    public void Names_the_problem_does_not_have_are_violations_and_the_rest_is_checked()
    {
        var report = Verifier.Verify(Problem.Compile(), [Seat("zoe", "lab"), Seat("ana", "moon"), Seat("yan", "mars"), Seat("ben", "lab")]);

        Assert.Equal(
        [
            "matching.student-unknown: There is no student zoe in the problem.",
            "matching.opportunity-unknown: There is no opportunity moon in the problem.",
            "matching.student-unknown: There is no student yan in the problem.",
            "matching.opportunity-unknown: There is no opportunity mars in the problem.",
        ],
            report.Violations.Select(violation => violation.ToString()));
        Assert.Equal(new BlockingPair(StudentId.From("ana"), OpportunityId.From("clinic")), Assert.Single(report.BlockingPairs));
        Assert.False(report.IsFeasible);
        Assert.False(report.IsStable);
    }

    [Fact]
    public void A_second_seat_is_a_violation_and_the_first_one_counts()
    {
        var report = Verifier.Verify(Problem.Compile(), [Seat("ana", "clinic"), Seat("ana", "lab"), Seat("ben", "lab")]);

        Assert.Equal("matching.student-twice: Student ana has seats at clinic and at lab.", Assert.Single(report.Violations).ToString());
        Assert.Empty(report.BlockingPairs);
        Assert.False(report.IsStable);
    }

    [Fact]
    public void An_opportunity_below_its_minimum_is_not_feasible_and_so_not_stable_though_no_pair_blocks()
    {
        var problem = SmallProblem.Of([new("ana", [["lab"]])], [new("lab", 2, Minimum: 2)]);

        var report = Verifier.Verify(problem.Compile(), [Seat("ana", "lab")]);

        Assert.Equal(Violation.BelowMinimum, Assert.Single(report.Violations).Code);
        Assert.Empty(report.BlockingPairs);
        Assert.False(report.IsStable);
    }

    [Fact]
    public void A_matching_of_another_problem_is_a_mistake_of_the_caller()
    {
        var matching = Problem.Match(MatchOptions.Default).Matching;

        Assert.Throws<ArgumentException>(() => Verifier.Verify(Problem.Compile(), matching));
    }

    // Nobody has a seat, so that every pair would block if the caps that nobody can serve were left out.
    [Fact]
    public void Where_it_is_not_settled_what_stable_means_no_pair_is_blamed_and_nothing_is_called_stable()
    {
        var problem = new MatchingProblemBuilder()
            .AddStudent("ana", "lab", "farm", "gym").AddOpportunity("lab", 1).AddOpportunity("farm", 1).AddOpportunity("gym", 1)
            .AddCap(Cap("north", "lab", "farm")).AddCap(Cap("west", "farm", "gym"))
            .Build();

        var report = Verifier.Verify(CompiledProblem.Compile(problem), []);

        Assert.Contains(report.NotJudged, refusal => refusal.Code == "mechanism.caps-cross");
        Assert.Empty(report.BlockingPairs);
        Assert.True(report.IsFeasible);
        Assert.False(report.IsStabilityJudged || report.IsStable);
    }

    [Fact]
    public void Nothing_is_checked_of_nothing()
    {
        var compiled = Problem.Compile();

        Assert.Throws<ArgumentNullException>("problem", () => Verifier.Verify(null!, (IEnumerable<Assignment>)[]));
        Assert.Throws<ArgumentNullException>("problem", () => Verifier.Verify(null!, (ProblemMatching)null!));
        Assert.Throws<ArgumentNullException>("matching", () => Verifier.Verify(compiled, (ProblemMatching)null!));
    }

    [Fact]
    public void Every_result_is_verified_unless_it_was_not_asked_for()
    {
        for (var draw = 0ul; draw < 500; draw++)
        {
            foreach (var options in AllOptions.With(draw))
            {
                var report = SmallProblems.Draw(draw).Match(options).Verification;
                Assert.True(report is { IsFeasible: true } && (report.IsStable || !options.Mechanism.IsStable), $"{options} on draw {draw}");
            }
        }

        Assert.Null(Problem.Match(new() { Verify = false }).Verification);
    }

    // The reserves of 400 students in one class, of whom the first thirty lost their seats: too many orders to try them all.
    [Fact]
    public void What_could_not_be_decided_is_told_and_nothing_is_called_stable()
    {
        PriorityGroupId[] groups = [PriorityGroupId.From("g0"), PriorityGroupId.From("g1"), PriorityGroupId.From("g2")];
        var builder = new MatchingProblemBuilder().AddOpportunity(OpportunityId.From("lab"), 170, slots:
            [new(40), new(40, groups[0]), new(40, groups[1], SlotAccess.MembersFirst), new(30, groups[2], Transfers: true), new(20)]);
        for (var s = 0; s < 400; s++)
        {
            builder.AddStudent(StudentId.From($"s{s}"), RankedList<OpportunityId>.Of("lab"), [.. groups.Where((_, g) => ((s * 7 % 8) & (1 << g)) != 0)]);
        }

        var result = Matcher.Match(builder.Build(), new() { Ties = TieBreaking.InputOrder }).Get();
        var fewer = Verifier.Verify(result.Problem, result.Matching.Assignments.Skip(25));

        Assert.True(result.Verification!.IsStable);
        Assert.True(fewer is { IsFeasible: true, IsStabilityJudged: false, IsStable: false }, string.Join(" ", fewer.NotJudged));
        var open = Assert.Single(fewer.NotJudged);
        Assert.Equal("verification.slots-undecided", open.Code);
        Assert.Contains("opportunity lab, in groups that overlap, that the first 10000 ways to fill its slots did not settle whether it would take each of ", open.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Compiling_and_checking_can_be_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        for (var draw = 0ul; draw < 30; draw++)
        {
            var problem = SeatProblems.Draw(draw);
            var compiled = CompiledProblem.Compile(problem);
            var matching = ProblemMatching.From(problem, []).Matching;

            Assert.Throws<OperationCanceledException>(() => CompiledProblem.Compile(problem, cancelled));
            Assert.Throws<OperationCanceledException>(() => Verifier.Verify(compiled, matching, cancelled));
            Assert.Throws<OperationCanceledException>(() => Verifier.Verify(compiled, [], cancelled));
            Assert.Throws<OperationCanceledException>(() => Matcher.Match(problem, cancellationToken: cancelled));
        }
    }

    private static ProblemCap Cap(string id, params string[] opportunities) =>
        new() { Id = CapId.From(id), Seats = 1, Opportunities = [.. opportunities.Select(OpportunityId.From)] };

    private static Assignment Seat(string student, string opportunity) => new(StudentId.From(student), OpportunityId.From(opportunity));
}
