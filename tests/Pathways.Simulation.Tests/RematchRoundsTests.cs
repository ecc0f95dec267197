using Pathways.Matching;

namespace Pathways.Simulation.Tests;

/// <summary>A season of 10,000 students in rounds: seats are offered, some accept, some decline or let the offer expire, and the rest is matched again.</summary>
public class RematchRoundsTests
{
    private const int Rounds = 5;

    private static readonly RandomProblem District = new() { Students = 10_000, Opportunities = 500, Choices = 8, PriorityClasses = 4, Popularity = Popularity.Zipf };

    [Fact]
    public void With_scarce_seats_no_seat_is_held_twice_and_no_accepted_student_moves() => Season(District with { SeatsPerStudent = 0.9 });

    [Fact]
    public void So_it_is_with_seats_reserved_for_a_group() => Season(District with { Groups = 1, Reserve = 0.2 });

    [Fact]
    public void So_it_is_with_seats_that_stay_empty_without_the_group() => Season(District with { Groups = 1, Reserve = 0.2, HardReserves = true });

    [Fact]
    public void So_it_is_under_caps_of_partners_and_regions() => Season(District with { Partners = 100, PartnerCap = 0.8, Regions = 10 });

    private static void Season(RandomProblem model)
    {
        var problem = CompiledProblem.Compile(model.Make(Seed.From(2027)));
        MatchOptions options = new() { Seed = Seed.From(9) };
        List<Assignment> kept = [], declined = [];
        var offered = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var result = Rematch.Solve(problem, kept, declined, options).Get();
            var seats = result.Matching.Assignments.ToDictionary(seat => seat.Student);
            Assert.True(result.Verification is { IsFeasible: true, IsStable: true }, $"round {round}");
            Assert.All(problem.Problem.Opportunities.Zip(Held(problem, seats.Values)), pair => Assert.True(pair.Second <= pair.First.Seats));
            Assert.All(kept, pair => Assert.Equal(pair.Opportunity, seats[pair.Student].Opportunity));
            Assert.DoesNotContain(declined, pair => seats.TryGetValue(pair.Student, out var seat) && seat.Opportunity == pair.Opportunity);

            // Of ten, six accept, two may still answer, and two decline or never answer.
            var standing = kept.Select(pair => pair.Student).ToHashSet();
            foreach (var seat in seats.Values.Where(seat => !standing.Contains(seat.Student)))
            {
                offered++;
                var isOut = Seed.From(round).Split(seat.Student.Value).DrawBelow(10) < 2;
                (isOut ? declined : kept).Add(seat);
            }
        }

        Assert.True(offered > 8_000 && kept.Count > 6_000 && declined.Count > 1_500, $"{offered} offered, {kept.Count} kept, {declined.Count} declined");
    }

    private static int[] Held(CompiledProblem problem, IEnumerable<Assignment> seats)
    {
        var held = new int[problem.Problem.OpportunityCount];
        foreach (var seat in seats)
        {
            Assert.True(problem.Problem.TryFind(seat.Opportunity, out var opportunity));
            held[opportunity.Index]++;
        }

        return held;
    }
}
