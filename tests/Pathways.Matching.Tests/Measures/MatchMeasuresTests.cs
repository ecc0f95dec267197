using Pathways.Matching.Tests.Files;

namespace Pathways.Matching.Tests.Measures;

public sealed class MatchMeasuresTests
{
    [Fact]
    public void Measures_are_those_of_the_definition()
    {
        for (var number = 0; number < 300; number++)
        {
            var problem = AnyProblem.Random(Seed.From(number));
            var matching = AnyMatching(problem, new Draws(Seed.From(number).Split("seats")));
            var measures = MatchMeasures.Of(matching);
            var ranks = matching.Assignments.Where(a => a.Rank is not null).Select(a => a.Rank!.Value).ToList();
            var longest = problem.Students.Select(s => s.ChoiceCount).DefaultIfEmpty().Max();
            var applicants = problem.Students.Count(s => s.ChoiceCount > 0);
            var seats = problem.Opportunities.Sum(o => (long)o.Seats);
            Assert.Equal((problem.StudentCount, applicants, matching.Assignments.Count(), seats), (measures.Students, measures.Applicants, measures.Matched, measures.Seats));
            Assert.Equal(ranks.Count == 0 ? null : ranks.Average(), measures.MeanRank);
            Assert.Equal(Enumerable.Range(1, longest).Select(rank => ranks.Count(r => r == rank)), measures.Ranks);
            Assert.Equal(applicants == 0 ? 1 : (double)measures.Matched / applicants, measures.MatchRate);
            Assert.Equal(seats == 0 ? 1 : (double)measures.Matched / seats, measures.FillRate);
            Assert.Equal(NaiveFill(matching, o => o.Partner?.Value), measures.PartnerFill);
            Assert.Empty(measures.SectorFill);
        }
    }

    [Fact]
    public void Parts_are_filled_as_by_definition_and_come_in_the_order_of_their_first_opportunity()
    {
        for (var number = 0; number < 300; number++)
        {
            var problem = AnyProblem.Random(Seed.From(number));
            var matching = AnyMatching(problem, new Draws(Seed.From(number).Split("seats")));
            Func<ProblemOpportunity, string?> part = o => (o.Index % 3) switch { 0 => "first", 1 => null, _ => $"other {o.Index % 2}" };
            Assert.Equal(NaiveFill(matching, part), Fill.By(matching, part));
        }
    }

    [Fact]
    public void Everybody_tied_at_the_top_is_a_first_choice()
    {
        var problem = new MatchingProblemBuilder()
            .AddStudent(StudentId.From("a"), RankedList<OpportunityId>.OfPlaces([[OpportunityId.From("x"), OpportunityId.From("y")], [OpportunityId.From("z")]]))
            .AddStudent("b", "z", "x")
            .AddOpportunity("x", 1).AddOpportunity("y", 1).AddOpportunity("z", int.MaxValue)
            .Build();
        var (matching, _) = ProblemMatching.From(problem, [new(StudentId.From("b"), OpportunityId.From("z"))]);
        Assert.Equal([new("x", 1, 1, 0, 1), new("y", 1, 1, 0, 1), new Fill("z", 1, int.MaxValue, 1, 1)], Fill.By(matching, o => o.Id.Value).AsEnumerable());
        Assert.Equal([new Fill("all", 3, int.MaxValue + 2L, 1, 3)], Fill.By(matching, _ => "all").AsEnumerable());
    }

    private static IEnumerable<Fill> NaiveFill(ProblemMatching matching, Func<ProblemOpportunity, string?> part)
    {
        var problem = matching.Problem;
        List<string> names = [];
        foreach (var opportunity in problem.Opportunities)
        {
            if (part(opportunity) is { } name && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        foreach (var name in names)
        {
            var own = problem.Opportunities.Where(o => part(o) == name).ToList();
            yield return new(
                name, own.Count, own.Sum(o => (long)o.Seats), own.Sum(o => matching.Assignments.Count(a => a.Opportunity == o.Id)),
                own.Sum(o => problem.Students.Count(s => s.RankOf(o.Id) == 1)));
        }
    }

    // Feasible or not: measures are of any matching.
    private static ProblemMatching AnyMatching(MatchingProblem problem, Draws draws) =>
        ProblemMatching.From(problem, problem.OpportunityCount == 0
            ? []
            : [.. problem.Students.Where(_ => draws.Below(3) > 0).Select(s => new Assignment(
                s.Id,
                s.ChoiceCount > 0 && draws.Below(4) > 0
                    ? s.Choices.ElementAt(draws.Below(s.ChoiceCount)).Opportunity
                    : problem.Opportunity(draws.Below(problem.OpportunityCount)).Id))]).Matching;
}
