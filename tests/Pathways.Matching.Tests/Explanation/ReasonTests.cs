using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Explanation;

/// <summary>Every reason is true by definition, for matchings of every kind.</summary>
public sealed class ReasonTests
{
    [Fact]
    public void Results_have_the_one_reason_that_is_true()
    {
        var seen = new HashSet<string>();
        for (var draw = 0ul; draw < 2000; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            // A search takes many times a run, so it is asked on fewer problems.
            foreach (var options in AllOptions.With(draw).Where(options => options.Mechanism.IsStable && (options.Mechanism != Mechanism.LargestStable || draw % 8 == 0)))
            {
                // Where ties are taken for what they are, no number decided.
                var result = problem.Match(options);
                var numbers = options.Mechanism == Mechanism.LargestStable ? null : options;
                Check(problem, new(result), new BruteForce(problem).Read(result.Matching), numbers, seen);
            }
        }

        Assert.Equal(
            ["has-seat", "holds-better", "holds-equal", "no-seats", "not-acceptable", "not-listed", "seats-filled"],
            seen.Select(code => code["reason.".Length..]).Order());
    }

    [Fact]
    public void Assignments_of_any_origin_have_the_one_reason_that_is_true()
    {
        var seen = new HashSet<string>();
        for (var draw = 0ul; draw < 5000; draw++)
        {
            var (problem, chance) = (SmallProblems.Draw(draw), new Chance(draw));
            var definition = new BruteForce(problem);
            int[] anything = [.. problem.Students.Select(_ => chance.Below(definition.Opportunities + 1) - 1)];
            var compiled = problem.Compile();
            var matching = ProblemMatching.From(compiled.Problem, definition.Write(anything)).Matching;

            Check(problem, new(compiled, matching), anything, null, seen);
        }

        Assert.Equal(8, seen.Count);
    }

    private static void Check(SmallProblem problem, Explainer explainer, int[] matching, MatchOptions? options, HashSet<string> seen)
    {
        var definition = new BruteForce(problem);
        for (var s = 0; s < definition.Students; s++)
        {
            var student = StudentId.From(problem.Students[s].Id);
            var explanation = explainer.Explain(student);
            Assert.Equal(problem.Students[s].Places.SelectMany(place => place), explanation.Choices.Select(choice => choice.Opportunity.Value));
            Assert.Equal(matching[s] < 0 ? null : problem.Opportunities[matching[s]].Id, explanation.Seat?.Value);
            for (var o = 0; o < definition.Opportunities; o++)
            {
                var choice = explainer.Explain(student, OpportunityId.From(problem.Opportunities[o].Id));
                var expected = Expected(definition, matching, s, o, options);
                if (expected != Plain(choice.Reason))
                {
                    Assert.Fail($"{choice.Reason} should be {expected} in {problem}");
                }

                Assert.Equal(Rank(definition, s, o), choice.Rank);
                seen.Add(choice.Reason.Code);
            }
        }
    }

    // Arrays in records are compared by reference.
    private static Reason Plain(Reason reason)
    {
        if (reason is not Reason.NotAcceptable refused)
        {
            return reason;
        }

        Assert.Equal("problem.not-ranked", Assert.Single(refused.Refusals).Code);
        return refused with { Refusals = [] };
    }

    private static Reason Expected(BruteForce definition, int[] matching, int s, int o, MatchOptions? options)
    {
        var id = OpportunityId.From(definition.Problem.Opportunities[o].Id);
        var (rank, held, seats) = (Rank(definition, s, o), matching[s], definition.Problem.Opportunities[o].Seats);
        if (held == o)
        {
            return new Reason.HasSeat(id, rank);
        }

        if (rank is null)
        {
            return new Reason.NotListed(id, []);
        }

        if (!definition.IsAcceptable(s, o))
        {
            return new Reason.NotAcceptable(id, []);
        }

        if (held != BruteForce.Nothing && definition.IsAcceptable(s, held) && Rank(definition, s, held) is { } heldRank && heldRank <= rank)
        {
            var heldId = OpportunityId.From(definition.Problem.Opportunities[held].Id);
            return heldRank < rank ? new Reason.HoldsBetter(id, heldId, heldRank) : new Reason.HoldsEqual(id, heldId, heldRank);
        }

        if (seats == 0)
        {
            return new Reason.NoSeats(id);
        }

        var taken = matching.Count(seat => seat == o);
        if (definition.Blocks(matching, s, o))
        {
            return new Reason.Blocks(id, Math.Max(0, seats - taken));
        }

        var seated = Enumerable.Range(0, definition.Students).Where(other => matching[other] == o).ToList();
        var higher = seated.Count(other => definition.OpportunityPrefers(o, other, s));
        var numbers = options is null ? null : TieBroken.Numbers(definition.Problem, options, id.Value);
        var last = seated.Order(Comparer<int>.Create((one, other) =>
            definition.OpportunityPrefers(o, one, other) ? -1
            : definition.OpportunityPrefers(o, other, one) ? 1
            : Number(definition, numbers, one).CompareTo(Number(definition, numbers, other)))).Last();
        return new Reason.SeatsFilled(
            id, seats, higher, seated.Count - higher, Standing(definition, s, o, numbers, options), Standing(definition, last, o, numbers, options));
    }

    private static Standing Standing(BruteForce definition, int s, int o, string[]? numbers, MatchOptions? options)
    {
        var opportunity = definition.Problem.Opportunities[o];
        var acceptable = Enumerable.Range(0, definition.Students).Where(other => definition.IsAcceptable(other, o)).ToList();
        var isCommon = options is not null && TieBroken.IsCommon(definition.Problem, options, opportunity.Id);
        var counted = isCommon ? [.. Enumerable.Range(0, definition.Students)] : acceptable;
        return new(
            1 + acceptable.Count(other => definition.OpportunityPrefers(o, other, s)),
            opportunity.Scores?.First(entry => entry.Student == definition.Problem.Students[s].Id).Score,
            numbers is null ? null : 1 + counted.Count(other => Number(definition, numbers, other) < Number(definition, numbers, s)),
            IsInputPlace: options?.Ties == TieBreaking.InputOrder);
    }

    private static int Number(BruteForce definition, string[]? numbers, int s) =>
        numbers is null ? 0 : Array.IndexOf(numbers, definition.Problem.Students[s].Id);

    // As written, whether or not the other side agrees: 1 and the number of entries in better places.
    private static int? Rank(BruteForce definition, int s, int o)
    {
        var places = definition.Problem.Students[s].Places;
        var at = Array.FindIndex(places, place => place.Contains(definition.Problem.Opportunities[o].Id));
        return at < 0 ? null : 1 + places.Take(at).Sum(place => place.Length);
    }
}
