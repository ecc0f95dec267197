using FsCheck;
using FsCheck.Fluent;
using Pathways.Matching.Tests.Support;

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

    private static IEnumerable<(string, string)> Named(SmallProblem problem, IEnumerable<(int Student, int Opportunity)> pairs) =>
        pairs.Select(pair => (problem.Students[pair.Student].Id, problem.Opportunities[pair.Opportunity].Id)).Order();

    private static IEnumerable<(string, string)> Named(VerificationReport report) =>
        report.BlockingPairs.Select(pair => (pair.Student.Value, pair.Opportunity.Value)).Order();
}
