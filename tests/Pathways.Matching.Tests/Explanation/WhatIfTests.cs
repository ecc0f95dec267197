using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Explanation;

/// <summary>Every what-if is tried on a new problem that has the change.</summary>
public sealed class WhatIfTests
{
    [Fact]
    public void Every_change_does_what_it_says()
    {
        var seen = new Dictionary<string, int>();
        for (var draw = 0ul; draw < 1000; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            foreach (var options in AllOptions.Proposing(draw))
            {
                var explainer = new Explainer(problem.Match(options));
                Assert.True(explainer.IsReproduced);
                foreach (var student in problem.Students)
                {
                    foreach (var choice in explainer.Explain(StudentId.From(student.Id)).Choices)
                    {
                        var had = explainer.Explain(choice.Student).Seat;
                        Assert.Equal(choice.WhatIfs.Length, choice.WhatIfs.DistinctBy(whatIf => whatIf.Code).Count());
                        foreach (var whatIf in choice.WhatIfs)
                        {
                            seen[whatIf.Code] = seen.GetValueOrDefault(whatIf.Code) + 1;
                            if (!Holds(problem, options, student, choice, whatIf))
                            {
                                Assert.Fail($"{whatIf} for {student.Id} at {choice.Opportunity}, who has {had}, by {options.Mechanism} with {options.Ties.Name()} of seed {options.Seed} in {problem}");
                            }
                        }

                        if (choice.Reason is Reason.SeatsFilled or Reason.NoSeats)
                        {
                            Assert.Contains(choice.WhatIfs, whatIf => whatIf is WhatIf.MoreSeats);
                        }
                        else if (choice.Reason is not Reason.HoldsBetter)
                        {
                            Assert.Empty(choice.WhatIfs);
                        }
                    }
                }
            }
        }

        Assert.Equal(4, seen.Count);
        Assert.All(seen.Values, times => Assert.True(times > 100));
    }

    // The lottery number of the last one who got a seat is not enough to beat: who takes that seat sends its holder to the farm, from
    // where dee, who has the best number, comes back to take it.
    [Fact]
    public void A_better_number_that_would_set_off_a_chain_back_is_not_promised()
    {
        var problem = SmallProblem.Of(
            [new("dee", [["farm"], ["lab"]]), new("cy", [["lab"], ["farm"]]), new("ana", [["lab"]])],
            [new("lab", 1), new("farm", 1, [["cy"], ["dee"]])]);
        var explainer = new Explainer(problem.Match(new() { Ties = TieBreaking.InputOrder }));

        var choice = explainer.Explain(StudentId.From("ana"), OpportunityId.From("lab"));

        Assert.Equal(2, Assert.IsType<Reason.SeatsFilled>(choice.Reason).Cutoff.Lottery);
        Assert.Equal(1, Assert.Single(choice.WhatIfs.OfType<WhatIf.BetterLottery>()).BetterThan);
    }

    // Ben, with the fewest points, has a seat since he put the lab first. What was left for the second round went to Cy.
    [Fact]
    public void Where_rounds_count_it_is_those_of_the_own_round_who_have_to_be_passed()
    {
        var problem = SmallProblem.Of(
            [new("ana", [["farm"], ["lab"]]), new("ben", [["lab"]]), new("cy", [["farm"], ["lab"]]), new("dee", [["farm"]])],
            [new("lab", 2, Scores: [("ana", 4), ("ben", 1), ("cy", 5)]), new("farm", 1, [["dee"], ["ana", "cy"]])]);
        var explainer = new Explainer(problem.Match(new() { Mechanism = Mechanism.ImmediateAcceptance, Ties = TieBreaking.InputOrder }));

        var choice = explainer.Explain(StudentId.From("ana"), OpportunityId.From("lab"));

        Assert.IsType<Reason.FilledInRound>(choice.Reason);
        var higher = Assert.Single(choice.WhatIfs.OfType<WhatIf.HigherPriority>());
        Assert.Equal((5, 1, true), (higher.Points, higher.Place, higher.EqualIsEnough));
    }

    [Fact]
    public void A_student_with_something_better_needs_no_seat_at_a_place_without_seats()
    {
        var problem = SmallProblem.Of([new("ana", [["lab"], ["farm"]])], [new("lab", 1), new("farm", 0)]);

        var choice = new Explainer(problem.Match(new())).Explain(StudentId.From("ana"), OpportunityId.From("farm"));

        Assert.IsType<Reason.HoldsBetter>(choice.Reason);
        Assert.Empty(choice.WhatIfs);
    }

    [Fact]
    public void Matchings_of_unknown_origin_have_no_what_ifs()
    {
        for (var draw = 0ul; draw < 500; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            var compiled = problem.Compile();
            foreach (var matching in new BruteForce(problem).Matchings().Take(20))
            {
                var seats = ProblemMatching.From(compiled.Problem, new BruteForce(problem).Write(matching)).Matching;
                var unknown = new Explainer(compiled, seats);
                Assert.False(unknown.IsReproduced);
                Assert.All(problem.Students, student => Assert.All(
                    unknown.Explain(StudentId.From(student.Id)).Choices, choice => Assert.Empty(choice.WhatIfs)));

                var made = problem.Match(new()).Matching.Assignments.Select(seat => seat with { Rank = null });
                Assert.Equal(made.SequenceEqual(new BruteForce(problem).Write(matching)), new Explainer(compiled, seats, new()).IsReproduced);
            }
        }
    }

    private static bool Holds(SmallProblem problem, MatchOptions options, SmallStudent student, ChoiceExplanation choice, WhatIf whatIf)
    {
        var opportunity = problem.Opportunities.First(other => other.Id == choice.Opportunity.Value);
        return whatIf switch
        {
            WhatIf.MoreSeats(_, var more) =>
                Opens(problem.With(opportunity with { Seats = opportunity.Seats + more }))
                && !Opens(problem.With(opportunity with { Seats = opportunity.Seats + more - 1 })),
            WhatIf.HigherPriority higher => Opens(Raised(problem, opportunity, student, higher)),
            WhatIf.ListedFirst => Seat(problem.With(student with
            {
                Places =
                [
                    [opportunity.Id],
                    .. student.Places.Select(place => place.Where(id => id != opportunity.Id).ToArray()).Where(place => place.Length > 0),
                ],
            })) == opportunity.Id,
            WhatIf.BetterLottery(_, var number, _) => Opened(WithNumber(problem, options, opportunity, student, number).Match(options).Matching.Of(StudentId.From(student.Id))?.Value),
            _ => false,
        };

        string? Seat(SmallProblem changed) => Kept(changed).Match(options).Matching.Of(StudentId.From(student.Id))?.Value;

        // Everybody keeps their numbers, also where the change would make another opportunity one that is sought after.
        SmallProblem Kept(SmallProblem changed) => options.Ties == TieBreaking.Hybrid
            ? TieBroken.Of(changed, options, where => TieBroken.Numbers(problem, options, where))
            : changed;

        bool Opens(SmallProblem changed) => Opened(Seat(changed));

        bool Opened(string? seat) => seat is not null
            && Array.FindIndex(student.Places, place => place.Contains(seat))
                <= Array.FindIndex(student.Places, place => place.Contains(opportunity.Id));
    }

    // The student joins the place of that number, or stands just above it, in the order of the partner where that one ranks for the opportunity.
    private static SmallProblem Raised(SmallProblem problem, SmallOpportunity opportunity, SmallStudent student, WhatIf.HigherPriority higher)
    {
        if (higher.Points is { } points)
        {
            var score = points + (higher.EqualIsEnough ? 0 : 0.01);
            return problem.With(opportunity with
            {
                Scores = [.. opportunity.Scores!.Where(entry => entry.Student != student.Id), (student.Id, score)],
            });
        }

        var definition = new BruteForce(problem);
        var partner = Array.Find(problem.Partners, one => one.Id == opportunity.Partner && one.Places is not null);
        var ranked = Enumerable.Range(0, problem.Opportunities.Length)
            .Where(o => partner is null ? problem.Opportunities[o].Id == opportunity.Id : problem.Opportunities[o].Partner == partner.Id).ToArray();
        var places = TieBroken.Places(problem, opportunity)
            .Select(place => place.Where(id => id != student.Id).ToArray()).Where(place => place.Length > 0).ToList();
        var acceptable = places.ConvertAll(place => place.Count(id => ranked.Any(o => definition.IsAcceptable(Array.FindIndex(problem.Students, other => other.Id == id), o))));
        var at = Enumerable.Range(0, places.Count).First(i => acceptable[i] > 0 && 1 + acceptable.Take(i).Sum() == higher.Place);
        if (higher.EqualIsEnough)
        {
            places[at] = [.. places[at], student.Id];
        }
        else
        {
            places.Insert(at, [student.Id]);
        }

        return partner is null
            ? problem.With(opportunity with { Places = [.. places] })
            : problem with { Partners = [.. problem.Partners.Select(one => one == partner ? one with { Places = [.. places] } : one)] };
    }

    private static SmallProblem WithNumber(SmallProblem problem, MatchOptions options, SmallOpportunity opportunity, SmallStudent student, int number)
    {
        var definition = new BruteForce(problem);
        var o = Array.FindIndex(problem.Opportunities, other => other.Id == opportunity.Id);
        var isCommon = TieBroken.IsCommon(problem, options, opportunity.Id);
        return TieBroken.Of(problem, options, where =>
        {
            var numbers = TieBroken.Numbers(problem, options, where);
            if (where != opportunity.Id && !(isCommon && TieBroken.IsCommon(problem, options, where)))
            {
                return numbers;
            }

            var counted = numbers.Where(id => isCommon || definition.IsAcceptable(Array.FindIndex(problem.Students, other => other.Id == id), o));
            var toBeat = counted.ElementAt(number - 1);
            return [.. numbers.Where(id => id != student.Id).SelectMany(id => id == toBeat ? (string[])[student.Id, id] : [id])];
        });
    }
}
