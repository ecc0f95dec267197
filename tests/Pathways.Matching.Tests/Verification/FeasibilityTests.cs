using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Verification;

public sealed class FeasibilityTests
{
    [Fact]
    public void Exactly_the_broken_conditions_are_reported()
    {
        var seen = new HashSet<string>();
        for (var draw = 0ul; draw < 5_000; draw++)
        {
            var chance = new Chance(draw);
            var problem = Limited(SmallProblems.Draw(draw), chance);
            var caps = Caps(problem, chance);
            var definition = new BruteForce(problem);
            int[] anything = [.. problem.Students.Select(_ => chance.Below(definition.Opportunities + 1) - 1)];

            var report = Verifier.Verify(problem.Compile(caps), definition.Write(anything));

            var expected = Broken(definition, anything).Concat(BrokenCaps(definition, caps, anything)).Order().ToList();
            Assert.Equal(expected, report.Violations.Select(violation => violation.Code).Order());
            Assert.Equal(expected.Count == 0, report.IsFeasible);
            Assert.All(report.Violations, violation => Assert.EndsWith(".", violation.Message, StringComparison.Ordinal));
            seen.UnionWith(expected);
        }

        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public void A_violation_names_who_and_how_many()
    {
        var problem = new SmallProblem(
            [new("ana", [["lab"]]), new("ben", [["lab"]]), new("cy", [])],
            [new("lab", 1, Partner: "hospital", Scores: [("ana", 1), ("ben", 1)]), new("clinic", 3, [["cy"]], Minimum: 2)],
            [new("hospital", null, Seats: 1)]);

        var report = Verifier.Verify(problem.Compile(), [Seat("ana", "lab"), Seat("ben", "lab"), Seat("cy", "clinic")]);

        Assert.Equal(
        [
            "matching.not-acceptable: Student cy has a seat at clinic, but the student does not list it.",
            "matching.over-capacity: Opportunity lab has more students (2) than seats (1).",
            "matching.below-minimum: Opportunity clinic needs 2 students to run and has 1. Maybe it should be closed (0 seats).",
            "matching.partner-over-capacity: Partner hospital has more students (2) than its cap (1).",
        ],
            report.Violations.Select(violation => violation.ToString()));
        Assert.False(report.IsFeasible || report.IsStable);
    }

    [Fact]
    public void A_cap_is_named_with_what_it_is_a_limit_of()
    {
        var problem = SmallProblem.Of([new("ana", [["lab"]]), new("ben", [["farm"]])], [new("lab", 1), new("farm", 1)]);
        ImmutableArray<OpportunityId> both = [OpportunityId.From("lab"), OpportunityId.From("farm")];

        var report = Verifier.Verify(
            problem.Compile([new() { Id = CapId.From("north"), Kind = "region", Seats = 1, Opportunities = both }, new() { Id = CapId.From("all"), Seats = 0, Opportunities = both }]),
            [Seat("ana", "lab"), Seat("ben", "farm")]);

        Assert.Equal(
            ["matching.cap-exceeded: Cap north (region) counts more students (2) than it has seats (1).", "matching.cap-exceeded: Cap all counts more students (2) than it has seats (0)."],
            report.Violations.Select(violation => violation.ToString()));
    }

    // Two seats, one only for members: two who are no members cannot both sit, though nobody is over the seats.
    [Theory]
    [InlineData("ana", "ben", true)]
    [InlineData("ana", "cy", false)]
    public void Seats_kept_for_members_of_a_group_are_no_seats_for_others(string one, string other, bool isBroken)
    {
        var rural = PriorityGroupId.From("rural");
        var problem = new MatchingProblemBuilder()
            .AddStudent("ana", "lab").AddStudent("ben", "lab").AddStudent(StudentId.From("cy"), RankedList<OpportunityId>.Of("lab"), [rural])
            .AddOpportunity(OpportunityId.From("lab"), 2, reserves: [new(rural, 1, IsHard: true)])
            .Build();

        var report = Verifier.Verify(CompiledProblem.Compile(problem), [Seat(one, "lab"), Seat(other, "lab")]);

        Assert.Equal(
            isBroken ? ["matching.reserved-seats: Opportunity lab has seats for 1 of its 2 students only: the others are kept for members of a group."] : [],
            report.Violations.Select(violation => violation.ToString()));
    }

    [Fact]
    public void A_pair_that_only_the_student_lists_is_not_acceptable()
    {
        var problem = SmallProblem.Of([new("ana", [["lab"]])], [new("lab", 1, [])]);

        var violation = Assert.Single(Verifier.Verify(problem.Compile(), [Seat("ana", "lab")]).Violations);

        Assert.Equal("matching.not-acceptable: Student ana has a seat at lab, but it does not rank the student.", violation.ToString());
    }

    private static Assignment Seat(string student, string opportunity) => new(StudentId.From(student), OpportunityId.From(opportunity));

    private static SmallProblem Limited(SmallProblem problem, Chance chance) => problem with
    {
        Opportunities = [.. problem.Opportunities.Select(opportunity => opportunity with { Minimum = chance.Below(opportunity.Seats + 1) })],
        Partners = [.. problem.Partners.Select(partner => partner with { Seats = chance.OneIn(2) ? chance.Below(3) : null })],
    };

    // Of any shape: they may cross each other and partners, be the same, or be empty.
    private static ProblemCap[] Caps(SmallProblem problem, Chance chance) =>
    [
        .. Enumerable.Range(0, chance.Below(4)).Select(i => new ProblemCap
        {
            Id = CapId.From($"cap {i}"),
            Seats = chance.Below(4),
            Opportunities = [.. problem.Opportunities.Where(_ => chance.OneIn(2)).Select(opportunity => OpportunityId.From(opportunity.Id))],
        }),
    ];

    private static IEnumerable<string> BrokenCaps(BruteForce definition, ProblemCap[] caps, int[] matching) =>
        from cap in caps
        where matching.Count(o => o != BruteForce.Nothing && cap.Opportunities.Any(id => id.Value == definition.Problem.Opportunities[o].Id)) > cap.Seats
        select "matching.cap-exceeded";

    private static IEnumerable<string> Broken(BruteForce definition, int[] matching)
    {
        for (var s = 0; s < matching.Length; s++)
        {
            if (matching[s] != BruteForce.Nothing && !definition.IsAcceptable(s, matching[s]))
            {
                yield return "matching.not-acceptable";
            }
        }

        for (var o = 0; o < definition.Opportunities; o++)
        {
            var (opportunity, taken) = (definition.Problem.Opportunities[o], matching.Count(seat => seat == o));
            if (taken > opportunity.Seats)
            {
                yield return "matching.over-capacity";
            }

            if (taken is > 0 && taken < opportunity.Minimum)
            {
                yield return "matching.below-minimum";
            }
        }

        foreach (var partner in definition.Problem.Partners)
        {
            var taken = matching.Count(o => o != BruteForce.Nothing && definition.Problem.Opportunities[o].Partner == partner.Id);
            if (taken > partner.Seats)
            {
                yield return "matching.partner-over-capacity";
            }
        }
    }
}
