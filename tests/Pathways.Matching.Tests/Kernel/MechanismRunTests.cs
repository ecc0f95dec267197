using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

/// <summary>Every mechanism, asked from the outside, on problems with every condition: it keeps its promises or refuses.</summary>
public sealed class MechanismRunTests
{
    private const int Draws = 1200;

    [Fact]
    public void Whatever_is_not_refused_is_feasible_and_stable_where_that_is_promised()
    {
        var (solved, refused) = (new Dictionary<string, int>(), new HashSet<string>());
        for (var draw = 0ul; draw < Draws; draw++)
        {
            var problem = CompiledProblem.Compile(SeatProblems.Draw(draw));
            foreach (var options in AllOptions.With(draw).Append(new() { Improve = true, Seed = new(draw) }))
            {
                switch (Matcher.Match(problem, options))
                {
                    case MatchOutcome.Refused no:
                        refused.UnionWith(no.Reasons.Select(reason => reason.Code));
                        Assert.Equal(no.Reasons.Select(reason => reason.ToString()), Matcher.Refusals(problem, options).Select(reason => reason.ToString()));
                        break;
                    case MatchOutcome.Solved yes:
                        var key = $"{options.Mechanism} {yes.Result.Verification!.Concept.Name()}";
                        solved[key] = solved.GetValueOrDefault(key) + 1;
                        var report = yes.Result.Verification;
                        Assert.True(
                            report.IsFeasible && (report.IsStable || !options.Mechanism.IsStable),
                            $"{options} on draw {draw}: {string.Join(" ", report.Violations)} {string.Join(" ", report.BlockingPairs)}");
                        break;
                }
            }
        }

        Assert.Subset(solved.Keys.ToHashSet(), new HashSet<string>(
            from mechanism in new[] { Mechanism.StudentOptimal, Mechanism.LargestStable }
            from concept in Enum.GetValues<StabilityConcept>()
            select $"{mechanism} {concept.Name()}"));
        Assert.Subset(refused, new HashSet<string>
        {
            "mechanism.caps-cross", "mechanism.caps-order", "mechanism.reserves-under-cap", "mechanism.reserves-mixed", "mechanism.reserves",
            "mechanism.caps", "mechanism.reserves-and-caps",
        });
    }

    // Rural hospitals: which side proposes never decides who gets a seat, nor how many each root has, whatever the conditions.
    [Fact]
    public void Both_sides_place_the_same_number_and_students_like_their_own_result_better()
    {
        var compared = 0;
        for (var draw = 0ul; draw < Draws; draw++)
        {
            var problem = CompiledProblem.Compile(SeatProblems.Draw(draw));
            if (Matcher.Match(problem, new() { Mechanism = Mechanism.OpportunityOptimal }) is MatchOutcome.Solved other)
            {
                var best = Matcher.Match(problem).Get();
                Assert.Equal(best.Matching.MatchedCount, other.Result.Matching.MatchedCount);
                foreach (var student in problem.Problem.Students)
                {
                    var (own, theirs) = (Rank(best, student.Id), Rank(other.Result, student.Id));
                    Assert.True(own <= theirs, $"{student.Id} on draw {draw}: {own} and {theirs}");
                }

                compared++;
            }
        }

        Assert.True(compared > Draws / 3, $"Only {compared} were compared.");
    }

    [Fact]
    public void Settings_that_contradict_each_other_are_refused_with_every_reason()
    {
        var problem = SmallProblems.Draw(1).Compile();

        Assert.Equal(["mechanism.exact"], Codes(new() { Exact = true }));
        Assert.Equal(["mechanism.exact", "mechanism.time-limit"], Codes(new() { TimeLimit = Duration.Zero }));
        Assert.Equal(["mechanism.improve"], Codes(new() { Mechanism = Mechanism.TopTradingCycles, Improve = true }));
        Assert.Equal(
            ["mechanism.exact", "mechanism.improve"], Codes(new() { Mechanism = Mechanism.OpportunityOptimal, Exact = true, Improve = true }));
        Assert.Empty(Codes(new() { Mechanism = Mechanism.LargestStable, Exact = true, Improve = true, TimeLimit = Duration.FromSeconds(1) }));

        IEnumerable<string> Codes(MatchOptions options) => Matcher.Refusals(problem, options).Select(refusal => refusal.Code);
    }

    [Fact]
    public void The_exact_search_is_proved_and_places_no_fewer()
    {
        for (var draw = 0ul; draw < 300; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            var found = problem.Match(new() { Mechanism = Mechanism.LargestStable, Seed = new(draw) });
            var proved = problem.Match(new() { Mechanism = Mechanism.LargestStable, Seed = new(draw), Exact = true });
            var most = new BruteForce(problem).StableMatchings().Max(matching => matching.Count(o => o != BruteForce.Nothing));

            Assert.Null(found.Bound);
            Assert.Equal(new SizeBound(most, most), proved.Bound);
            Assert.Equal(most, proved.Matching.MatchedCount);
            Assert.True(found.Matching.MatchedCount <= most && proved.Verification!.IsStable);
        }
    }

    [Fact]
    public void Trading_among_equals_harms_nobody_and_helps_somebody_somewhere()
    {
        var helped = 0;
        for (var draw = 0ul; draw < 60; draw++)
        {
            var problem = Coarse(draw);
            var options = new MatchOptions { Ties = TieBreaking.LotteryPerOpportunity, Seed = new(draw) };
            var (before, after) = (Matcher.Match(problem, options).Get(), Matcher.Match(problem, options with { Improve = true }).Get());
            Assert.True(after.Verification!.IsStable);
            foreach (var student in before.Problem.Problem.Students)
            {
                Assert.True(Rank(after, student.Id) <= Rank(before, student.Id));
                helped += Rank(after, student.Id) < Rank(before, student.Id) ? 1 : 0;
            }
        }

        Assert.True(helped > 50, $"Only {helped} were helped.");
    }

    // Forty students, ten opportunities that tell two or three priorities apart.
    private static MatchingProblem Coarse(ulong draw)
    {
        var chance = new Chance(draw);
        var builder = new MatchingProblemBuilder();
        for (var s = 0; s < 40; s++)
        {
            builder.AddStudent($"s{s}", chance.Shuffled(Enumerable.Range(0, 10)).Take(6).Select(o => $"o{o}"));
        }

        for (var o = 0; o < 10; o++)
        {
            builder.AddOpportunity($"o{o}", 4, new PriorityOrder.Scored(
                Enumerable.Range(0, 40).ToDictionary(s => StudentId.From($"s{s}"), _ => (double)chance.Below(3))));
        }

        return builder.Build();
    }

    private static int Rank(MatchResult result, StudentId student) =>
        result.Matching.Of(student) is { } held
            ? result.Matching.Assignments.Single(seat => seat.Student == student && seat.Opportunity == held).Rank!.Value
            : int.MaxValue;
}
