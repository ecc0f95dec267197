using FsCheck;
using FsCheck.Fluent;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Relations;

/// <summary>What must not matter does not matter.</summary>
public sealed class InvarianceTests
{
    [Fact]
    public void The_order_of_the_input_changes_nothing_when_ties_are_drawn() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            var chance = new Chance((ulong)problem.Students.Length);
            var shuffled = new SmallProblem(chance.Shuffled(problem.Students), chance.Shuffled(problem.Opportunities), problem.Partners);
            foreach (var options in AllOptions.With(seed: 11).Where(options => options.Ties != TieBreaking.InputOrder))
            {
                Assert.Equal(Seats(problem, options), Seats(shuffled, options));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_within_a_tie_changes_nothing_when_ties_are_drawn() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            var turned = new SmallProblem(
                [.. problem.Students.Select(student => student with { Places = Turned(student.Places)! })],
                [
                    .. problem.Opportunities.Select(opportunity => opportunity with
                    {
                        Places = Turned(opportunity.Places),
                        Scores = opportunity.Scores?.Reverse().ToArray(),
                    }),
                ],
                [.. problem.Partners.Select(partner => partner with { Places = Turned(partner.Places) })]);
            foreach (var options in AllOptions.With(seed: 12))
            {
                Assert.Equal(Seats(problem, options), Seats(turned, options));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Names_mean_nothing_when_priorities_are_strict() =>
        Prop.ForAll(SmallProblems.Strict, problem =>
        {
            string Other(string id) => $"{id.Length}-{string.Concat(id.Reverse())}";
            string[][]? Places(string[][]? places) => places?.Select(place => place.Select(Other).ToArray()).ToArray();
            var renamed = new SmallProblem(
                [.. problem.Students.Select(student => new SmallStudent(Other(student.Id), Places(student.Places)!))],
                [
                    .. problem.Opportunities.Select(opportunity => opportunity with
                    {
                        Id = Other(opportunity.Id),
                        Places = Places(opportunity.Places),
                        Scores = opportunity.Scores?.Select(entry => (Other(entry.Student), entry.Score)).ToArray(),
                    }),
                ],
                [.. problem.Partners.Select(partner => partner with { Places = Places(partner.Places) })]);
            // Who chooses first is drawn from the names.
            foreach (var options in AllOptions.With(seed: 13).Where(options => options.Mechanism != Mechanism.SerialDictatorship))
            {
                Assert.Equal(
                    Seats(problem, options).Select(seat => (Other(seat.Student), Other(seat.Opportunity))).Order(), Seats(renamed, options));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_student_who_wants_nothing_changes_nothing() =>
        Prop.ForAll(SmallProblems.Any, problem =>
        {
            var more = problem with { Students = [new("aaron", []), .. problem.Students] };
            foreach (var options in AllOptions.With(seed: 14))
            {
                Assert.Equal(Seats(problem, options), Seats(more, options));
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1837)]
    [InlineData(2379)]
    [InlineData(2429)]
    [InlineData(2935)]
    public void A_student_who_wants_nothing_does_not_shorten_the_search_for_the_largest(ulong draw)
    {
        // Here the search ends at its bound of work, so that what it finds depends on when that is.
        var problem = SmallProblems.Draw(draw);
        var more = problem with { Students = [new("aaron", []), .. problem.Students] };
        var options = new MatchOptions { Mechanism = Mechanism.LargestStable, Seed = new(14) };

        Assert.Equal(Seats(problem, options), Seats(more, options));
    }

    [Fact]
    public void The_same_seed_gives_the_same_matching_and_other_seeds_give_others()
    {
        string[] names = [.. Enumerable.Range(0, 30).Select(s => $"student {s}")];
        var problem = SmallProblem.Of(
            [.. names.Select(name => new SmallStudent(name, SmallProblem.Strict("lab", "clinic")))], [new("lab", 5), new("clinic", 5)]);
        foreach (var options in AllOptions.With(seed: 1).Where(options => options.Ties != TieBreaking.InputOrder))
        {
            Assert.Equal(Seats(problem, options), Seats(problem, options));
            Assert.True(Enumerable.Range(0, 20).Select(seed => string.Join(" ", Seats(problem, options with { Seed = Seed.From(seed) })))
                .Distinct().Count() > 15);
        }
    }

    [Fact]
    public void One_lottery_and_one_per_opportunity_are_not_the_same()
    {
        string[] names = [.. Enumerable.Range(0, 30).Select(s => $"student {s}")];
        var problem = SmallProblem.Of(
            [.. names.Select((name, s) => new SmallStudent(name, s % 2 == 0 ? [["lab"], ["clinic"]] : [["clinic"], ["lab"]]))],
            [new("lab", 5), new("clinic", 5)]);

        Assert.NotEqual(
            Seats(problem, new() { Ties = TieBreaking.Lottery }), Seats(problem, new() { Ties = TieBreaking.LotteryPerOpportunity }));
    }

    [Fact]
    public void Without_ties_no_tie_breaking_matters() =>
        Prop.ForAll(SmallProblems.Strict, problem =>
        {
            // Who chooses first is a matter of chance even so.
            foreach (var mechanism in Mechanism.All.Where(mechanism => mechanism != Mechanism.SerialDictatorship))
            {
                var all = AllOptions.With(seed: 15).Where(options => options.Mechanism == mechanism).Select(options => Seats(problem, options)).ToList();
                Assert.All(all, seats => Assert.Equal(all[0], seats));
            }
        }).QuickCheckThrowOnFailure();

    private static string[][]? Turned(string[][]? places) => places?.Select(place => place.Reverse().ToArray()).ToArray();

    private static (string Student, string Opportunity)[] Seats(SmallProblem problem, MatchOptions options) =>
        [.. problem.Match(options).Matching.Assignments.Select(seat => (seat.Student.Value, seat.Opportunity.Value)).Order()];
}
