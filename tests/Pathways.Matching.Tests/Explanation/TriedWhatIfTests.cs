using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Explanation;

/// <summary>What would have changed an answer, of every mechanism and under every condition, is tried on a problem that is written anew.</summary>
public sealed class TriedWhatIfTests
{
    [Fact]
    public void Every_change_gives_this_or_better()
    {
        var seen = new Dictionary<string, int>();
        for (var draw = 0ul; draw < 300; draw++)
        {
            var problem = draw % 4 == 0 ? SmallProblems.Draw(draw).Build() : SeatProblems.Draw(draw);
            foreach (var options in AllOptions.With(draw))
            {
                // Which opportunities are sought after, and with that the hybrid's numbers, may change with the problem.
                // A search takes many times a plain run.
                if (options.Ties == TieBreaking.Hybrid || (options.Mechanism == Mechanism.LargestStable && draw % 64 > 1) || Matcher.Match(problem, options) is not MatchOutcome.Solved { Result: var result })
                {
                    continue;
                }

                var explainer = new Explainer(result);
                foreach (var student in problem.Students)
                {
                    var explanation = explainer.Explain(student.Id);
                    var all = explanation.Choices.SelectMany(choice => choice.WhatIfs.Select(whatIf => (choice.Opportunity, WhatIf: whatIf)))
                        .Concat(explanation.WhatIfs.Select(whatIf => (Assert.IsType<WhatIf.LongerList>(whatIf).Opportunity, whatIf)));
                    foreach (var (opportunity, whatIf) in all)
                    {
                        seen[whatIf.Code] = seen.GetValueOrDefault(whatIf.Code) + 1;
                        if (Changed(problem, student, whatIf) is { } changed)
                        {
                            Assert.True(Opens(changed, options, student, opportunity, whatIf), $"{whatIf} for {student.Id}, draw {draw}, {options}");
                        }
                    }
                }
            }
        }

        Assert.All(
            ["what-if.more-seats", "what-if.more-under-cap", "what-if.higher-priority", "what-if.listed-first", "what-if.longer-list"],
            code => Assert.True(seen.GetValueOrDefault(code) > 20, $"{code}: {seen.GetValueOrDefault(code)}"));
    }

    [Fact]
    public void Whoever_has_a_seat_needs_no_longer_list_and_refusals_are_heeded()
    {
        var result = SmallProblem.Of(
            [new("ana", [["lab"]]), new("ben", [["lab"]])], [new("lab", 1), new("farm", 1), new("mill", 2), new("moon", 0)])
            .Match(new() { Ties = TieBreaking.InputOrder });

        Assert.Empty(new Explainer(result).Explain(StudentId.From("ana")).WhatIfs);
        Assert.Equal(["farm", "mill"], Longer(new(result)));
        Assert.Equal(["mill"], Longer(new(result, (_, o) => o.Value == "farm" ? [new("age", "Too young.")] : [])));
        Assert.Empty(Longer(new(result.Problem, result.Matching)));

        static IEnumerable<string> Longer(Explainer explainer) =>
            explainer.Explain(StudentId.From("ben")).WhatIfs.Cast<WhatIf.LongerList>().Select(longer => longer.Opportunity.Value);
    }

    [Fact]
    public void No_more_than_five_longer_lists_are_told()
    {
        var result = SmallProblem.Of([new("ana", [])], [.. Enumerable.Range(0, 9).Select(o => new SmallOpportunity($"o{o}", 1))]).Match(new());

        Assert.Equal(
            ["o0", "o1", "o2", "o3", "o4"],
            new Explainer(result).Explain(StudentId.From("ana")).WhatIfs.Cast<WhatIf.LongerList>().Select(longer => longer.Opportunity.Value));
    }

    [Fact]
    public void A_class_asked_for_alone_is_the_one_that_was_compiled()
    {
        for (var draw = 0ul; draw < 500; draw++)
        {
            var problem = CompiledProblem.Compile(draw % 2 == 0 ? SmallProblems.Draw(draw).Build() : SeatProblems.Draw(draw));
            var (columns, market) = (problem.Problem.Columns, problem.Market);
            var orders = MarketCompiler.PartnerOrders(columns);
            for (var s = 0; s < market.Applicants; s++)
            {
                foreach (var o in columns.PreferencesOf(s))
                {
                    var expected = market.EdgeTo(s, o) is not Market.None and var edge ? market.Class[edge] : Market.None;
                    Assert.Equal(expected, MarketCompiler.ClassOf(columns, orders, problem.Scales, o, s));
                }
            }
        }
    }

    private static MatchingProblem? Changed(MatchingProblem problem, ProblemStudent student, WhatIf whatIf) => whatIf switch
    {
        WhatIf.MoreSeats more => ChangedProblem.Of(problem, seats: (more.Opportunity, more.More)),
        WhatIf.MoreUnderCap more => ChangedProblem.Of(problem, cap: (more.Cap, more.More)),
        WhatIf.HigherPriority { Points: { } points } higher =>
            ChangedProblem.Of(problem, score: (higher.Opportunity, student.Id, points + (higher.EqualIsEnough ? 0 : 0.01))),
        WhatIf.ListedFirst first => ChangedProblem.Of(problem, list: (student.Id,
            ChangedProblem.Places(student).Select(place => place.Where(o => o != first.Opportunity).ToArray())
                .Where(place => place.Length > 0).Prepend([first.Opportunity]))),
        WhatIf.LongerList longer => ChangedProblem.Of(problem, list: (student.Id, ChangedProblem.Places(student).Append([longer.Opportunity]))),
        _ => null,
    };

    private static bool Opens(MatchingProblem changed, MatchOptions options, ProblemStudent student, OpportunityId opportunity, WhatIf whatIf)
    {
        var seat = Matcher.Match(changed, options).Get().Matching.Of(student.Id);
        return whatIf is WhatIf.ListedFirst or WhatIf.LongerList
            ? seat == opportunity
            : seat is { } had && student.RankOf(had) <= student.RankOf(opportunity);
    }
}
