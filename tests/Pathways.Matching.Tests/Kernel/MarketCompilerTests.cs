using FsCheck;
using FsCheck.Fluent;
using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class MarketCompilerTests
{
    [Fact]
    public void Every_acceptable_pair_has_one_edge_and_no_other_pair_has() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            var (definition, market) = (new BruteForce(problem), problem.Compile().Market);
            for (var s = 0; s < definition.Students; s++)
            {
                var programs = market.Program[market.First[s]..market.First[s + 1]];
                Assert.Equal(Enumerable.Range(0, definition.Opportunities).Where(o => definition.IsAcceptable(s, o)), programs.Order());
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Edges_are_in_the_order_of_the_list_with_its_ties() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            var (definition, market) = (new BruteForce(problem), problem.Compile().Market);
            for (var s = 0; s < definition.Students; s++)
            {
                for (var edge = market.First[s] + 1; edge < market.First[s + 1]; edge++)
                {
                    var (before, here) = (market.Program[edge - 1], market.Program[edge]);
                    Assert.False(definition.StudentPrefers(s, here, before));
                    Assert.Equal(!definition.StudentPrefers(s, before, here), market.Tied?[edge] ?? false);
                }

                Assert.False(market.First[s] < market.First[s + 1] && market.Tied is { } tied && tied[market.First[s]]);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_higher_class_is_a_higher_priority_and_an_equal_one_a_tie() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            var (definition, market) = (new BruteForce(problem), problem.Compile().Market);
            Assert.All(market.Class, priorityClass => Assert.True(priorityClass >= 0));
            for (var o = 0; o < definition.Opportunities; o++)
            {
                var edges = Enumerable.Range(0, definition.Students).Select(s => (s, market.EdgeTo(s, o))).Where(e => e.Item2 >= 0).ToList();
                Assert.All(edges, one => Assert.All(edges, other => Assert.Equal(
                    definition.OpportunityPrefers(o, one.s, other.s), market.Class[one.Item2] > market.Class[other.Item2])));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pairs_that_one_side_lists_are_counted_by_that_side() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            var compiled = problem.Compile();
            var definition = new BruteForce(problem);
            var listed = problem.Students.Sum(student => student.Places.Sum(place => place.Length));
            var ranked = problem.Opportunities.Sum(opportunity =>
                opportunity.Places?.Sum(place => place.Length) ?? opportunity.Scores?.Length ?? 0);
            var acceptable = Acceptable(definition, _ => true);
            var byThemselves = Acceptable(definition, o => problem.Opportunities[o] is { Places: not null } or { Scores: not null });

            Assert.Equal(acceptable, compiled.AcceptablePairs);
            Assert.Equal(new OneSidedPairs(listed - acceptable, ranked - byThemselves), compiled.Dropped);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Seats_and_positions_stay_what_they_are() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            var compiled = problem.Compile();
            Assert.Equal(problem.Opportunities.Select(opportunity => opportunity.Seats), compiled.Market.Capacity);
            Assert.Equal(problem.Students.Select(student => student.Id), compiled.Problem.Students.Select(student => student.Id.Value));
            Assert.Equal(problem.Opportunities.Select(o => o.Id), compiled.Problem.Opportunities.Select(o => o.Id.Value));
        }).QuickCheckThrowOnFailure();

    private static int Acceptable(BruteForce definition, Func<int, bool> counts) =>
        (from s in Enumerable.Range(0, definition.Students)
         from o in Enumerable.Range(0, definition.Opportunities)
         where counts(o) && definition.IsAcceptable(s, o)
         select 1).Count();
}
