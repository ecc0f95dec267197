using Pathways.Matching.Explanation;
using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

/// <summary>A market with one thing changed must run as if the changed problem had been built and its ties broken anew.</summary>
public class StrictMarketTests
{
    private static readonly MatchOptions[] Options =
    [
        .. AllOptions.With(3),
    ];

    [Fact]
    public void More_seats_are_the_same_as_a_problem_with_more_seats() => ForEach((options, draw) =>
    {
        var o = Seed.From(draw).DrawBelow(6);
        var changed = Problem(draw, seatsAt: o);
        if (DrawsOtherwise(options, draw, changed))
        {
            return;
        }

        var strict = StrictMarket.Of(Problem(draw), options);
        Assert.Equal(
            StrictMarket.Of(changed, options).Solve(new()),
            strict.WithMoreSeats(o, 4 - strict.Market.Capacity[o]).Solve(new()));
    });

    [Fact]
    public void Another_class_is_the_same_as_a_problem_with_another_score() => ForEach((options, draw) =>
    {
        var strict = StrictMarket.Of(Problem(draw), options);
        var (s, o, other) = Pair(draw);
        foreach (var above in new[] { false, true })
        {
            Assert.Equal(
                StrictMarket.Of(Problem(draw, raised: (s, o, above ? 1.5 : 1)), options).Solve(new()),
                strict.WithClass(s, [o], strict.Market.Class[strict.Market.EdgeTo(other, o)], above).Solve(new()));
        }
    });

    [Fact]
    public void Listing_first_is_the_same_as_a_problem_with_that_list() => ForEach((options, draw) =>
    {
        var strict = StrictMarket.Of(Problem(draw), options);
        var (s, o, _) = Pair(draw);
        var changed = Problem(draw, first: (s, o));
        if (DrawsOtherwise(options, draw, changed))
        {
            return;
        }

        Assert.Equal(
            StrictMarket.Of(changed, options).Solve(new()),
            strict.WithFirst(s, strict.Market.EdgeTo(s, o)).Solve(new()));
    });

    [Fact]
    public void One_applicant_alone_gets_what_the_whole_result_says() => ForEach((options, draw) =>
    {
        var strict = StrictMarket.Of(Problem(draw), options);
        var all = strict.Solve(new());
        var workspace = new Workspace();
        Assert.Equal(all, Enumerable.Range(0, all.Length).Select(s => strict.SolveFor(s, workspace)));
    });

    [Fact]
    public void A_moved_number_changes_nothing_in_the_market_it_came_from() => ForEach((options, draw) =>
    {
        var strict = StrictMarket.Of(Problem(draw), options);
        var before = strict.Solve(new());
        var (s, o, _) = Pair(draw);
        var reverse = strict.Market.Reverse;
        strict.WithNumber(new MovedNumber(s, reverse.Applicant[reverse.First[o]], o)).Solve(new());
        Assert.Equal(before, strict.Solve(new()));
    });

    // With the hybrid a change may make another opportunity one that is sought after: a new problem then draws other numbers.
    private static bool DrawsOtherwise(MatchOptions options, int draw, CompiledProblem changed) =>
        options.Ties == TieBreaking.Hybrid && !LotterySeeds.Of(Problem(draw), options).SequenceEqual(LotterySeeds.Of(changed, options));

    private static void ForEach(Action<MatchOptions, int> check)
    {
        foreach (var options in Options)
        {
            for (var draw = 0; draw < 25; draw++)
            {
                check(options, draw);
            }
        }
    }

    // Twelve students list four of six opportunities each; scores 0 to 2 in steps of 1, so there are many ties.
    private static CompiledProblem Problem(int draw, int seatsAt = -1, (int Student, int Opportunity, double Score)? raised = null, (int Student, int Opportunity)? first = null)
    {
        var builder = new MatchingProblemBuilder();
        var scores = Enumerable.Range(0, 6).Select(_ => new Dictionary<StudentId, double>()).ToArray();
        for (var s = 0; s < 12; s++)
        {
            var list = List(draw, s).ToList();
            foreach (var o in list)
            {
                scores[o][StudentId.From($"s{s}")] = raised is { } up && up.Student == s && up.Opportunity == o
                    ? up.Score
                    : Score(draw, s, o);
            }

            if (first is { } front && front.Student == s)
            {
                list.Remove(front.Opportunity);
                list.Insert(0, front.Opportunity);
            }

            builder.AddStudent($"s{s}", list.Select(o => $"o{o}"));
        }

        for (var o = 0; o < 6; o++)
        {
            builder.AddOpportunity($"o{o}", o == seatsAt ? 4 : 1, new PriorityOrder.Scored(scores[o]));
        }

        return CompiledProblem.Compile(builder.Build());
    }

    private static IEnumerable<int> List(int draw, int s) =>
        Enumerable.Range(0, 6).OrderBy(o => Seed.From(draw).Split((ulong)s).Split((ulong)(o + 100)).Draw()).Take(4);

    // A student, an opportunity on their list, and another student who has score 1 there.
    private static (int Student, int Opportunity, int Other) Pair(int draw) => (
        from s in Enumerable.Range(0, 12)
        from o in List(draw, s)
        from other in Enumerable.Range(0, 12)
        where other != s && List(draw, other).Contains(o) && Score(draw, other, o) == 1
        select (s, o, other)).First();

    private static int Score(int draw, int s, int o) => Seed.From(draw).Split((ulong)s).Split((ulong)o).DrawBelow(3);
}
