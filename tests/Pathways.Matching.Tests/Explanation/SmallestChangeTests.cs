using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Explanation;

/// <summary>Points, numbers and turns that would have been enough are the least: with one less, the problem written anew gives nothing better.</summary>
public sealed class SmallestChangeTests
{
    [Fact]
    public void What_is_told_is_enough_and_one_less_is_not()
    {
        var seen = new Dictionary<string, int>();
        var ways = new HashSet<string>();
        for (var draw = 0ul; draw < 400; draw++)
        {
            var problem = draw % 4 == 0 ? SmallProblems.Draw(draw).Build() : SeatProblems.Draw(draw);
            foreach (var options in AllOptions.With(draw).Append(new() { Ties = TieBreaking.InputOrder, Improve = true }))
            {
                // Places in the input can be changed by hand. A search takes many times a plain run.
                if (options.Ties != TieBreaking.InputOrder || (options.Mechanism == Mechanism.LargestStable && draw % 16 > 0)
                    || Matcher.Match(problem, options) is not MatchOutcome.Solved { Result: var result })
                {
                    continue;
                }

                var explainer = new Explainer(result);
                foreach (var student in problem.Students)
                {
                    foreach (var choice in explainer.Explain(student.Id).Choices)
                    {
                        foreach (var whatIf in choice.WhatIfs)
                        {
                            if (Changed(problem, student.Id, whatIf) is not var (enough, tooLittle))
                            {
                                continue;
                            }

                            var key = $"{options.Mechanism}{(options.Improve ? "+" : "")} {choice.Reason.Code} {whatIf.Code}";
                            seen[key] = seen.GetValueOrDefault(key) + 1;
                            if (whatIf is WhatIf.HigherPriority { Points: null } && !IsSettled(enough, options))
                            {
                                // Where nobody has an order, one for one opportunity may be none that a cap can go by.
                                Assert.Null(((WhatIf.HigherPriority)whatIf).Partner);
                                continue;
                            }

                            ways.UnionWith(whatIf is WhatIf.HigherPriority higher ? [$"{options.Mechanism} {(higher.Points is not null ? "points" : higher.Partner is null ? "place" : "place of partner")}"] : []);
                            Assert.True(Opens(enough, options, student, choice.Opportunity), $"{whatIf} for {student.Id}, draw {draw}, {options}");
                            Assert.False(Opens(tooLittle, options, student, choice.Opportunity), $"less than {whatIf} for {student.Id}, draw {draw}, {options}");
                        }
                    }
                }
            }
        }

        Assert.All(
            [
                "student-optimal reason.seats-filled what-if.better-lottery", "student-optimal reason.seats-filled what-if.higher-priority",
                "student-optimal reason.cap-filled what-if.better-lottery", "student-optimal reason.cap-filled what-if.higher-priority",
                "student-optimal reason.kinds-filled what-if.higher-priority", "student-optimal+ reason.seats-filled what-if.higher-priority",
                "serial-dictatorship reason.turn-came-late what-if.earlier-turn", "immediate-acceptance reason.filled-in-round what-if.better-lottery",
                "immediate-acceptance reason.filled-in-round what-if.higher-priority", "top-trading-cycles reason.traded-away what-if.better-lottery",
                "top-trading-cycles reason.traded-away what-if.higher-priority",
            ],
            key => Assert.True(seen.GetValueOrDefault(key) > 5, $"{key}: {seen.GetValueOrDefault(key)} of {string.Join("; ", seen)}"));
        Assert.Superset(
            new HashSet<string>(
                from mechanism in (Mechanism[])[Mechanism.StudentOptimal, Mechanism.OpportunityOptimal, Mechanism.LargestStable, Mechanism.ImmediateAcceptance, Mechanism.TopTradingCycles]
                from way in (string[])["points", "place", "place of partner"]
                select $"{mechanism} {way}"),
            ways);
    }

    // The partner ranks once for p and q: raised at both, s1 needs no more than to pass s4.
    [Fact]
    public void A_partner_ranks_for_all_its_opportunities_at_once()
    {
        var result = new SmallProblem(
            [
                new("s0", [["p"], ["r"], ["q"]]), new("s1", [["q"], ["p"], ["r"]]), new("s2", [["q"], ["p"], ["r"]]), new("s3", [["p"], ["q"], ["r"]]),
                new("s4", [["q"], ["p"], ["r"]]),
            ],
            [new("p", 1, Partner: "mill"), new("q", 2, Partner: "mill"), new("r", 1, SmallProblem.Strict("s3", "s4", "s0", "s1", "s2"))],
            [new("mill", SmallProblem.Strict("s0", "s4", "s3", "s1", "s2"), 2)]).Match(new());

        var choice = new Explainer(result).Explain(StudentId.From("s1"), OpportunityId.From("p"));

        var higher = Assert.Single(choice.WhatIfs.OfType<WhatIf.HigherPriority>());
        Assert.Equal((2, null), (higher.Place, higher.Points));
        Assert.Equal("Ranked by partner mill before everybody at place 2 it would have been open.", higher.Sentence);
    }

    // With the best number s gets ahead of nobody who has 10 points; with 10 points s does, by the place in the input.
    [Fact]
    public void Where_the_best_number_is_not_enough_points_are_tried()
    {
        var result = SmallProblem.Of(
            [new("last", [["lab"], ["farm"]]), new("s", [["lab"]]), new("t", [["farm"], ["lab"]])],
            [new("lab", 1, Scores: [("t", 10), ("last", 5), ("s", 5)]), new("farm", 1, Scores: [("last", 5), ("t", 1)])])
            .Match(new() { Ties = TieBreaking.InputOrder });

        var choice = new Explainer(result).Explain(StudentId.From("s"), OpportunityId.From("lab"));

        Assert.Empty(choice.WhatIfs.OfType<WhatIf.BetterLottery>());
        var higher = Assert.Single(choice.WhatIfs.OfType<WhatIf.HigherPriority>());
        Assert.Equal((10, 1, true), (higher.Points, higher.Place, higher.EqualIsEnough));
    }

    [Fact]
    public void A_choice_that_others_took_has_a_change_or_every_one_that_failed()
    {
        var failed = new HashSet<string>();
        for (var draw = 0ul; draw < 300; draw++)
        {
            var problem = draw % 4 == 0 ? SmallProblems.Draw(draw).Build() : SeatProblems.Draw(draw);
            foreach (var options in AllOptions.With(draw))
            {
                if ((options.Mechanism == Mechanism.LargestStable && draw % 32 > 1) || Matcher.Match(problem, options) is not MatchOutcome.Solved { Result: var result })
                {
                    continue;
                }

                var explainer = new Explainer(result);
                foreach (var choice in problem.Students.SelectMany(student => explainer.Explain(student.Id).Choices))
                {
                    if (choice.Reason is not Reason.HoldsBetter)
                    {
                        var isOpenToChange = choice.Reason is not (Reason.HasSeat or Reason.HoldsEqual or Reason.NotAcceptable);
                        Assert.Equal(isOpenToChange, !choice.WhatIfs.IsEmpty || !choice.WithoutWhatIfs.IsEmpty);
                    }

                    failed.UnionWith(choice.WithoutWhatIfs.Select(without => without.Code));
                    Assert.All(choice.WithoutWhatIfs, without => Assert.EndsWith(".", without.Sentence, StringComparison.Ordinal));
                }
            }
        }

        Assert.Contains("no-what-if.more-seats", failed);
        Assert.Contains("no-what-if.more-under-cap", failed);
    }

    // Ann has the last turn. What she wants is gone at turn 2.
    [Fact]
    public void The_latest_turn_that_is_early_enough_is_told_whatever_the_numbers_elsewhere()
    {
        var problem = SmallProblem.Of(
            [new("cy", [["farm"]]), new("ben", [["lab"]]), new("dee", [["farm"]]), new("ana", [["lab"]])], [new("lab", 1), new("farm", 2)]);
        var result = problem.Match(new() { Mechanism = Mechanism.SerialDictatorship, Ties = TieBreaking.InputOrder });

        var choice = new Explainer(result).Explain(StudentId.From("ana"), OpportunityId.From("lab"));

        Assert.Equal(2, Assert.IsType<Reason.TurnCameLate>(choice.Reason).LastTurn);
        var turn = Assert.Single(choice.WhatIfs.OfType<WhatIf.EarlierTurn>());
        Assert.Equal(2, turn.Turn);
        Assert.Equal("With turn 2 or an earlier one it would have been open.", turn.Sentence);
    }

    private static (MatchingProblem Enough, MatchingProblem TooLittle)? Changed(MatchingProblem problem, StudentId student, WhatIf whatIf) => whatIf switch
    {
        WhatIf.HigherPriority { Points: { } points } higher => (
            ChangedProblem.Of(problem, score: (higher.Opportunity, student, points + (higher.EqualIsEnough ? 0 : 0.01))),
            ChangedProblem.Of(problem, score: (higher.Opportunity, student, points - (higher.EqualIsEnough ? 0.01 : 0)))),
        WhatIf.HigherPriority higher when ChangedProblem.Raised(problem, higher.Opportunity, student, higher.Place) is var (at, below) => (
            ChangedProblem.Of(problem, order: (higher.Opportunity, at)),
            below is null ? problem : ChangedProblem.Of(problem, order: (higher.Opportunity, below))),
        WhatIf.BetterLottery better => (
            ChangedProblem.Of(problem, place: (student, better.BetterThan)), ChangedProblem.Of(problem, place: (student, better.BetterThan + 1))),
        WhatIf.EarlierTurn earlier => (
            ChangedProblem.Of(problem, place: (student, earlier.Turn)), ChangedProblem.Of(problem, place: (student, earlier.Turn + 1))),
        _ => null,
    };

    private static bool IsSettled(MatchingProblem problem, MatchOptions options) => Matcher.Match(problem, options) is MatchOutcome.Solved;

    private static bool Opens(MatchingProblem changed, MatchOptions options, ProblemStudent student, OpportunityId opportunity) =>
        Matcher.Match(changed, options).Get().Matching.Of(student.Id) is { } had && student.RankOf(had) <= student.RankOf(opportunity);
}
