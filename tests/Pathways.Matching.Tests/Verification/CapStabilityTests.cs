using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;
using Pathways.Matching.Verification;

namespace Pathways.Matching.Tests.Verification;

public sealed class CapStabilityTests
{
    [Fact]
    public void With_one_level_of_caps_these_are_the_three_conditions_of_student_project_allocation() =>
        ForEveryPair(deepest: 1, oneClass: true, draws: 4000, Blocks);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Taken_is_who_is_among_the_best_of_all_that_are_held_and_the_new_contract(bool oneClass) =>
        ForEveryPair(deepest: 3, oneClass, draws: 3000, (market, matching, a, p) => IsAmongTheBest(market, matching, a, p, ownStays: true));

    // With one class under a cap, one may as well say that the applicant gives up its own seat first.
    [Fact]
    public void With_one_class_under_a_cap_the_own_seat_counts_as_free() =>
        ForEveryPair(deepest: 3, oneClass: true, draws: 3000, (market, matching, a, p) => IsAmongTheBest(market, matching, a, p, ownStays: false));

    // With the own seat counted as free regardless of classes this market would have no stable matching at all.
    [Fact]
    public void A_cap_does_not_take_an_applicant_in_a_lower_class_than_it_has_it()
    {
        var market = RandomMarket.MarketOf([[0, 1], [0]], [[1, 3], [2]], [1, 1]).WithCaps(new([2, 2, Market.None], [1]));
        var stability = new CapStability(market, [1, Market.None]);

        Assert.False(stability.Takes(0, 0));
        Assert.False(stability.Takes(1, 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Both_sides_results_are_weakly_stable_with_the_ties_as_written(int side)
    {
        for (var draw = 0ul; draw < 400; draw++)
        {
            var capped = CappedMarket.Random(new(draw), 40, 10, 6, 5, 2, 1 + (int)(draw % 3), oneClass: draw % 2 == 0);
            var market = capped.Market;
            var matching = side == 0 ? capped.ApplicantsPropose() : capped.PartnersPropose();
            var stability = new CapStability(market, matching);

            Assert.True(capped.Fits(matching), $"Too many under a cap, seed {draw}: {capped}");
            for (var a = 0; a < capped.Applicants; a++)
            {
                for (var edge = market.First[a]; edge < market.First[a + 1] && market.Program[edge] != matching[a]; edge++)
                {
                    if (stability.Takes(a, edge))
                    {
                        Assert.Fail($"Applicant {a} and edge {edge} block, seed {draw}: {capped}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Whoever_is_not_acceptable_gives_way_to_anybody_who_is()
    {
        var market = RandomMarket.MarketOf([[0], []], [[0], []], [1, 1]).WithCaps(new([2, 2, Market.None], [1]));

        Assert.True(new CapStability(market, [Market.None, 1]).Takes(0, 0));
    }

    [Fact]
    public void Nobody_is_taken_where_there_are_no_seats()
    {
        var market = RandomMarket.MarketOf([[0]], [[7]], [1]).WithCaps(new([1, Market.None], [0]));

        Assert.False(new CapStability(market, [Market.None]).Takes(0, 0));
        Assert.True(new CapStability(market.WithCaps(new([1, Market.None], [1])), [Market.None]).Takes(0, 0));
        Assert.False(new CapStability(market.WithCapacity(0, 0).WithCaps(new([1, Market.None], [1])), [Market.None]).Takes(0, 0));

        // Not even for a seat under the same cap, which there ought not to be.
        var moving = RandomMarket.MarketOf([[0, 1]], [[7, 7]], [1, 1]).WithCaps(new([2, 2, Market.None], [0]));
        Assert.False(new CapStability(moving, [1]).Takes(0, 0));
    }

    [Fact]
    public void A_market_without_caps_is_for_another_check() =>
        Assert.Throws<ArgumentException>(() => new CapStability(RandomMarket.MarketOf([], [], []), []));

    private static void ForEveryPair(int deepest, bool oneClass, int draws, Func<CappedMarket, int[], int, int, bool> takes)
    {
        var (taken, not) = (0, 0);
        for (var draw = 0ul; draw < (ulong)draws; draw++)
        {
            var capped = CappedMarket.Tiny(draw, deepest, oneClass);
            if (capped.Seats.Length == 0)
            {
                continue;
            }

            var market = capped.Market;
            foreach (var matching in capped.Matchings())
            {
                var stability = new CapStability(market, matching);
                for (var a = 0; a < capped.Applicants; a++)
                {
                    for (var edge = market.First[a]; edge < market.First[a + 1] && market.Program[edge] != matching[a]; edge++)
                    {
                        var expected = takes(capped, matching, a, market.Program[edge]);
                        (taken, not) = expected ? (taken + 1, not) : (taken, not + 1);
                        if (expected != stability.Takes(a, edge))
                        {
                            Assert.Fail($"Applicant {a} at {market.Program[edge]} from {string.Join(' ', matching)}, seed {draw}: {capped}");
                        }
                    }
                }
            }
        }

        Assert.True(taken > 1000 && not > 1000, $"{taken} taken and {not} not.");
    }

    // Abraham, Irving and Manlove 2007, section 2, "prefers" meaning a strictly higher class.
    private static bool Blocks(CappedMarket market, int[] matching, int a, int p)
    {
        var lecturer = market.Root(p);
        var atProject = market.Under(p, matching);
        var atLecturer = market.Under(lecturer, matching);
        var projectHasRoom = atProject.Count < market.Capacity[p];
        var lecturerHasRoom = lecturer == p ? projectHasRoom : atLecturer.Count < market.Seats[lecturer - market.Programs];
        bool PrefersToOneOf(List<(int Applicant, int Program)> held) =>
            held.Exists(contract => market.Class[contract.Applicant][contract.Program] < market.Class[a][p]);

        return projectHasRoom && lecturerHasRoom
            || projectHasRoom && !lecturerHasRoom && (atLecturer.Exists(contract => contract.Applicant == a) || PrefersToOneOf(atLecturer))
            || !projectHasRoom && PrefersToOneOf(atProject);
    }

    // Ties are ordered against the applicant, except that of its own contracts it would give up the other.
    private static bool IsAmongTheBest(CappedMarket market, int[] matching, int a, int p, bool ownStays)
    {
        var contracts = matching.Select((program, other) => (Applicant: other, Program: program))
            .Where(contract => contract.Program != Market.None && (ownStays || contract.Applicant != a)).Append((Applicant: a, Program: p)).ToList();
        contracts = [.. contracts.OrderByDescending(contract => market.Class[contract.Applicant][contract.Program])
            .ThenBy(contract => contract.Applicant != a ? 0 : contract.Program == p ? 1 : 2)];
        return market.Best(contracts)[contracts.IndexOf((a, p))];
    }
}
