using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Explanation;

/// <summary>Points, numbers and turns that would have been enough are the least: with one less, the problem written anew gives nothing better.</summary>
public sealed class SmallestChangeTests
{
    [Fact]
    public void What_is_told_is_enough_and_one_less_is_not()
    {
        var seen = new Dictionary<string, int>();
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
        WhatIf.BetterLottery better => (
            ChangedProblem.Of(problem, place: (student, better.BetterThan)), ChangedProblem.Of(problem, place: (student, better.BetterThan + 1))),
        WhatIf.EarlierTurn earlier => (
            ChangedProblem.Of(problem, place: (student, earlier.Turn)), ChangedProblem.Of(problem, place: (student, earlier.Turn + 1))),
        _ => null,
    };

    private static bool Opens(MatchingProblem changed, MatchOptions options, ProblemStudent student, OpportunityId opportunity) =>
        Matcher.Match(changed, options).Get().Matching.Of(student.Id) is { } had && student.RankOf(had) <= student.RankOf(opportunity);
}
