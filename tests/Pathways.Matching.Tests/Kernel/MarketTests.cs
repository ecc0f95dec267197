using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class MarketTests
{
    [Fact]
    public void A_block_is_no_larger_than_the_seats_or_the_edges()
    {
        var market = RandomMarket.MarketOf([[0, 1, 2], [1, 2], [2]], [[0, 0, 0], [0, 0], [0]], [5, 1, 0, int.MaxValue]);

        Assert.Equal([0, 1, 2, 2, 2], market.HeldStart);
        Assert.Equal((3, 4, 6), (market.Applicants, market.Programs, market.Edges));
    }

    [Fact]
    public void An_edge_is_found_or_is_none()
    {
        for (var draw = 0ul; draw < 20; draw++)
        {
            var random = new RandomMarket(draw, 10, 6, 6, 2, 3);
            for (var a = 0; a < 10; a++)
            {
                for (var p = 0; p < 6; p++)
                {
                    var at = Array.IndexOf(random.Lists[a], p);
                    var edge = random.Market.EdgeTo(a, p);
                    Assert.Equal(at < 0 ? Market.None : random.Market.First[a] + at, edge);
                }
            }
        }
    }

    [Fact]
    public void Another_capacity_leaves_the_rest_as_it_was()
    {
        var market = new RandomMarket(3, 30, 5, 5, 3, 3).Market;

        var changed = market.WithCapacity(2, 77);

        Assert.Equal([market.Capacity[0], market.Capacity[1], 77, market.Capacity[3], market.Capacity[4]], changed.Capacity);
        Assert.NotEqual(77, market.Capacity[2]);
        Assert.Equal((market.First, market.Program, market.Class), (changed.First, changed.Program, changed.Class));
        Assert.Equal(30 - 0, changed.Applicants);
        Assert.True(changed.HeldStart[3] - changed.HeldStart[2] >= market.HeldStart[3] - market.HeldStart[2]);
    }

    // The market with a choice moved to the front equals that of the problem whose list says so.
    [Fact]
    public void A_choice_put_first_is_what_its_own_list_would_have_given()
    {
        var tried = 0;
        for (var draw = 0ul; draw < 3000; draw++)
        {
            var problem = SmallProblems.Draw(draw);
            var market = problem.Compile().Market;
            for (var s = 0; s < market.Applicants; s++)
            {
                for (var edge = market.First[s]; edge < market.First[s + 1]; edge++)
                {
                    var (student, id) = (problem.Students[s], problem.Opportunities[market.Program[edge]].Id);
                    var rest = student.Places.Select(place => place.Where(other => other != id).ToArray()).Where(place => place.Length > 0);
                    var expected = problem.With(student with { Places = [[id], .. rest] }).Compile().Market;

                    var moved = market.WithFirst(s, edge);

                    Assert.Equal(expected.First, moved.First);
                    Assert.Equal(Groups(expected), Groups(moved));
                    Assert.Equal(expected.Capacity, moved.Capacity);
                    tried++;
                }
            }
        }

        Assert.True(tried > 5000, $"Only {tried} choices were moved.");
    }

    // By applicant, the places of its list as sorted sets of (program, class): the order within a tie means nothing.
    private static string[] Groups(Market market)
    {
        var groups = new string[market.Applicants];
        for (var a = 0; a < market.Applicants; a++)
        {
            var places = new List<List<(int, int)>>();
            for (var edge = market.First[a]; edge < market.First[a + 1]; edge++)
            {
                if (market.Tied?[edge] is not true)
                {
                    places.Add([]);
                }

                places[^1].Add((market.Program[edge], market.Class[edge]));
            }

            groups[a] = string.Join(" | ", places.Select(place => string.Join(" ", place.Order())));
        }

        return groups;
    }
}
