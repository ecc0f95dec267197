using FsCheck;
using FsCheck.Fluent;
using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using Pathways.Matching.Verification;

namespace Pathways.Matching.Tests.Verification;

public sealed class StabilityTests
{
    [Fact]
    public void Every_matching_has_exactly_the_blocking_pairs_of_the_definition() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            var (definition, compiled) = (new BruteForce(problem), problem.Compile());
            foreach (var matching in definition.Matchings())
            {
                var report = Verifier.Verify(compiled, definition.Write(matching));

                Assert.Empty(report.Violations);
                Assert.Equal(Named(problem, definition.BlockingPairs(matching)), Named(report));
                Assert.Equal(definition.IsStable(matching), report.IsStable);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Assignments_that_are_no_matching_have_the_blocking_pairs_of_the_definition_too()
    {
        for (var draw = 0ul; draw < 20_000; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            var definition = new BruteForce(problem);
            var chance = new Chance(draw);
            int[] anything = [.. problem.Students.Select(_ => chance.Below(definition.Opportunities + 1) - 1)];

            var report = Verifier.Verify(problem.Compile(), definition.Write(anything));

            if (!Named(problem, definition.BlockingPairs(anything)).SequenceEqual(Named(report)))
            {
                Assert.Fail($"Seats {string.Join(" ", definition.Write(anything))} of {problem}");
            }
        }
    }

    [Fact]
    public void Pairs_are_in_the_order_of_students_and_their_lists() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            var written = problem.Students.SelectMany(student => student.Places.SelectMany(place => place).Select(o => (student.Id, o)));
            var report = Verifier.Verify(problem.Compile(), []);
            var listed = report.BlockingPairs.Select(pair => (pair.Student.Value, pair.Opportunity.Value)).ToList();

            Assert.Equal(written.Where(listed.Contains), listed);
        }).QuickCheckThrowOnFailure();

    // Both would have to gain strictly: neither an equal seat nor an equal student is a reason to object.
    [Theory]
    [InlineData("clinic", "clinic,lab", "ana=ben", false)]
    [InlineData("clinic", "lab,clinic", "ana=ben", false)]
    [InlineData("clinic", "lab=clinic", "ana,ben", false)]
    [InlineData("clinic", "lab,clinic", "ben,ana", false)]
    [InlineData("clinic", "lab,clinic", "ana,ben", true)]
    [InlineData("", "lab=clinic", "ana,ben", true)]
    [InlineData("", "lab", "ana=ben", false)]
    public void A_pair_blocks_only_when_both_strictly_gain(string has, string list, string priorities, bool blocks)
    {
        string[][] Places(string text) => [.. text.Split(',').Select(place => place.Split('='))];
        var problem = SmallProblem.Of(
            [new("ana", Places(list)), new("ben", [["lab"]])], [new("lab", 1, Places(priorities)), new("clinic", 1)]);
        List<Assignment> seats = [new(StudentId.From("ben"), OpportunityId.From("lab"))];
        if (has.Length > 0)
        {
            seats.Add(new(StudentId.From("ana"), OpportunityId.From(has)));
        }

        var report = Verifier.Verify(problem.Compile(), seats);

        Assert.Equal(blocks, report.BlockingPairs.Contains(new(StudentId.From("ana"), OpportunityId.From("lab"))));
    }

    // Whoever has it there has it against the rules, which is told as such; nobody better can have it by the rules.
    [Fact]
    public void Nobody_objects_for_a_place_without_seats()
    {
        var problem = SmallProblem.Of([new("ana", [["lab"]]), new("ben", [["lab"]])], [new("lab", 0, [["ana"], ["ben"]])]);

        Assert.Empty(Verifier.Verify(problem.Compile(), [new(StudentId.From("ben"), OpportunityId.From("lab"))]).BlockingPairs);
    }

    [Fact]
    public void Reserves_are_asked_whether_they_are_given_or_not_and_all_can_be_cancelled()
    {
        var blocking = 0;
        for (var draw = 0ul; draw < 50; draw++)
        {
            var market = SeatMarket.Draw(draw, SeatRule.Slots, 6, 3).Market;
            int[] nobody = [.. Enumerable.Repeat(Market.None, market.Applicants)];
            var pairs = Stability.BlockingPairs(market, nobody);

            Assert.Equal(Stability.BlockingPairs(market, nobody, new ReserveStability(market, nobody)), pairs);
            foreach (var any in new[] { market, market.WithPlan(null!) })
            {
                Assert.Throws<OperationCanceledException>(() => Stability.BlockingPairs(any, nobody, cancellationToken: new(canceled: true)));
            }

            blocking += pairs.Count;
        }

        Assert.True(blocking > 50, $"{blocking} pairs block.");
    }

    private static IEnumerable<(string, string)> Named(SmallProblem problem, IEnumerable<(int Student, int Opportunity)> pairs) =>
        pairs.Select(pair => (problem.Students[pair.Student].Id, problem.Opportunities[pair.Opportunity].Id)).Order();

    private static IEnumerable<(string, string)> Named(VerificationReport report) =>
        report.BlockingPairs.Select(pair => (pair.Student.Value, pair.Opportunity.Value)).Order();
}
