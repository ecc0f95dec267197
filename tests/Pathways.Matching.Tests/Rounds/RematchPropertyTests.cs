using Pathways.Matching.Tests.Files;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Rounds;

/// <summary>What every re-match promises, on small problems with groups, reserves, slots, partners and caps, several rounds each.</summary>
public sealed class RematchPropertyTests
{
    private const int Draws = 600;

    [Fact]
    public void Kept_seats_stay_declined_ones_never_come_back_and_all_is_feasible_round_after_round()
    {
        var (solved, kept, refilled) = (0, 0, 0);
        foreach (var (draw, problem, options) in Problems())
        {
            var (round, chance) = (Round.Nothing, new Chance(draw ^ 77));
            for (var i = 0; i < 3; i++)
            {
                if (Rematch.Solve(problem, round.Kept, round.Declined, options) is not MatchOutcome.Solved { Result: var result })
                {
                    break;
                }

                solved++;
                kept += round.Kept.Length;
                refilled += i > 0 && result.Matching.MatchedCount > round.Kept.Length ? 1 : 0;
                var seats = result.Matching.Assignments.ToDictionary(seat => seat.Student, seat => seat.Opportunity);
                Assert.All(round.Kept, pair => Assert.Equal(pair.Opportunity, seats[pair.Student]));
                Assert.All(round.Declined, pair => Assert.False(seats.TryGetValue(pair.Student, out var seat) && seat == pair.Opportunity, $"draw {draw}"));
                Assert.Empty(Verifier.Verify(problem, result.Matching).Violations);
                Assert.True(result.Verification!.IsFeasible, $"draw {draw}");
                Assert.True(!options.Mechanism.IsStable || !result.Verification.IsStabilityJudged || result.Verification.IsStable, $"draw {draw}");
                Assert.Equal(result.Matching.MatchedCount, round.Kept.Length + result.Rematching!.Remaining.Matching.MatchedCount);
                round = round.Answered(result, chance);
            }
        }

        Assert.True(solved > 600 && kept > 400 && refilled > 150, $"{solved} solved, {kept} kept, {refilled} refilled");
    }

    [Fact]
    public void With_nothing_kept_and_nothing_declined_it_is_the_match_from_scratch()
    {
        foreach (var (_, problem, options) in Problems())
        {
            switch (Matcher.Match(problem, options), Rematch.Solve(problem, [], [], options))
            {
                case (MatchOutcome.Solved first, MatchOutcome.Solved again):
                    Assert.Equal(first.Result.Matching.Assignments, again.Result.Matching.Assignments);
                    Assert.Equal(first.Result.Verification!.IsStable, again.Result.Verification!.IsStable);
                    Assert.Equal(UnmatchedStudent.Of(first.Result), UnmatchedStudent.Of(again.Result));
                    Assert.Equal(AnyProblem.Described(problem.Problem), AnyProblem.Described(Rematch.Remaining(problem, [], []).Get()));
                    break;
                case (MatchOutcome.Refused first, MatchOutcome.Refused again):
                    Assert.Equal(first.Reasons.ToHashSet(), again.Reasons.ToHashSet());
                    break;
                case var other:
                    Assert.Fail($"One was refused, the other was not: {other}");
                    break;
            }
        }
    }

    /// <summary>What is left is a problem like any other: it can be written and read, and it has as few theorems missing as the whole.</summary>
    [Fact]
    public void What_is_left_is_a_problem_that_the_same_mechanisms_serve()
    {
        using var folder = new TempFolder();
        var left = 0;
        foreach (var (draw, problem, options) in Problems())
        {
            var round = Round.Any(problem, new Chance(draw ^ 78));
            if (Rematch.Remaining(problem, round.Kept, round.Declined) is not RemainingOutcome.Left { Problem: var remaining })
            {
                continue;
            }

            left++;
            var compiled = CompiledProblem.Compile(remaining);
            Assert.Empty(compiled.Unsettled);
            if (Matcher.Refusals(problem, options).IsEmpty)
            {
                Assert.Empty(Matcher.Refusals(compiled, options));
            }

            if (draw % 10 == 0)
            {
                var path = folder.At("left.json");
                Pathways.Matching.Files.ProblemFile.Write(remaining, path);
                Assert.Equal(AnyProblem.Described(remaining), AnyProblem.Described(Pathways.Matching.Files.ProblemFile.Read(path).Get()));
            }

            var kept = round.Kept.Select(pair => pair.Student).ToHashSet();
            Assert.Equal(problem.Problem.Students.Select(student => student.Id).Where(id => !kept.Contains(id)), remaining.Students.Select(student => student.Id));
            Assert.All(remaining.Students, student => Assert.True(remaining.TryFind(student.Id, out var found) && found.Index == student.Index));
            Assert.All(kept, id => Assert.False(remaining.TryFind(id, out _)));
        }

        Assert.True(left > Draws / 5, $"Only {left} were left.");
    }

    /// <summary>More kept than can sit is never solved, and never leaves a problem: the verifier decides by itself whether they can.</summary>
    [Fact]
    public void Kept_pairs_that_do_not_fit_are_refused_and_those_that_fit_are_not_said_to_break_anything()
    {
        string[] unsure = ["rematch.reserves-overlap", "rematch.slots"];
        var (refused, accepted) = (0, 0);
        foreach (var (draw, problem, _) in Problems().Where(one => one.Problem.Unsettled.IsEmpty))
        {
            var round = Round.Any(problem, new Chance(draw ^ 79));
            var fits = Verifier.Verify(problem, round.Kept).IsFeasible;
            switch (Rematch.Remaining(problem, round.Kept, round.Declined))
            {
                case RemainingOutcome.Refused no:
                    Assert.Equal(fits, no.Reasons.All(reason => unsure.Contains(reason.Code)));
                    refused += fits ? 0 : 1;
                    break;
                default:
                    Assert.True(fits, $"draw {draw}");
                    accepted++;
                    break;
            }
        }

        Assert.True(refused > 80 && accepted > 80, $"{refused} refused, {accepted} accepted");
    }

    [Fact]
    public void The_order_of_the_input_changes_nothing_when_ties_are_drawn()
    {
        var compared = 0;
        foreach (var (draw, problem, options) in Problems().Where(one => one.Options.Ties != TieBreaking.InputOrder).Take(300))
        {
            var chance = new Chance(draw ^ 80);
            var round = Round.Any(problem, chance);
            var shuffled = CompiledProblem.Compile(Shuffled.Of(problem.Problem, chance));
            Assert.Equal(
                MatchRuns.Digest(problem.Problem, options.Ties, round.Kept, round.Declined),
                MatchRuns.Digest(shuffled.Problem, options.Ties, chance.Shuffled(round.Kept), chance.Shuffled(round.Declined)));
            var one = Rematch.Solve(problem, round.Kept, round.Declined, options);
            var other = Rematch.Solve(shuffled, chance.Shuffled(round.Kept), chance.Shuffled(round.Declined), options);
            Assert.Equal(one is MatchOutcome.Solved, other is MatchOutcome.Solved);
            if ((one, other) is (MatchOutcome.Solved first, MatchOutcome.Solved second))
            {
                compared++;
                Assert.Equal(first.Result.Matching.Assignments.ToHashSet(), second.Result.Matching.Assignments.ToHashSet());
            }
        }

        Assert.True(compared > 50, $"Only {compared} were compared.");
    }

    private static IEnumerable<(ulong Draw, CompiledProblem Problem, MatchOptions Options)> Problems()
    {
        MatchOptions[] options = [.. AllOptions.With(seed: 21)];
        for (var draw = 0ul; draw < Draws; draw++)
        {
            var problem = draw % 3 == 0 ? SmallProblems.Draw(draw).Build() : SeatProblems.Draw(draw);
            yield return (draw, CompiledProblem.Compile(problem), draw % 2 == 0 ? new() { Seed = new(draw) } : options[draw / 2 % (ulong)options.Length]);
        }
    }
}
