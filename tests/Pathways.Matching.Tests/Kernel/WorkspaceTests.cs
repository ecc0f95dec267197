using Pathways.Matching.Kernel;
using Pathways.Matching.Tests.Support;

namespace Pathways.Matching.Tests.Kernel;

public sealed class WorkspaceTests
{
    [Fact]
    public void A_used_workspace_gives_what_a_fresh_one_gives()
    {
        var workspace = new Workspace();
        var chance = new Chance(5);
        for (var draw = 0ul; draw < 200; draw++)
        {
            var random = new RandomMarket(draw, chance.Below(300), 1 + chance.Below(40), 1 + chance.Below(20), 1 + chance.Below(40), 3);
            var market = random.Market;
            var order = random.Order(market);

            Assert.Equal(Solving.ApplicantsPropose(market, order), Solving.ApplicantsPropose(market, order, workspace));
        }
    }

    // A cutoff that lags behind changes no result, and makes every run slower.
    [Fact]
    public void The_cutoff_of_a_full_program_is_the_class_of_the_worst_it_holds()
    {
        for (var draw = 0ul; draw < 20; draw++)
        {
            var random = new RandomMarket(draw, 300, 20, 10, 25, 1000, skewed: true);
            var (market, workspace) = (random.Market, new Workspace());
            DeferredAcceptance.Solve(market, random.Order(market), workspace);
            for (var p = 0; p < market.Programs; p++)
            {
                int[] held = [.. Enumerable.Range(0, market.Applicants).Select(a => (Edge: workspace.Next[a], End: market.First[a + 1]))
                    .Where(seat => seat.Edge < seat.End && market.Program[seat.Edge] == p).Select(seat => market.Class[seat.Edge])];

                Assert.Equal(held.Length, workspace.Programs[p].Count);
                Assert.Equal(market.Capacity[p] == 0 ? int.MaxValue : held.Length < market.Capacity[p] ? 0 : held.Min(), workspace.Programs[p].Cutoff);
            }
        }
    }

    [Fact]
    public void Room_is_made_once_and_kept()
    {
        var (small, large) = (new RandomMarket(1, 10, 3, 3, 2, 2).Market, new RandomMarket(2, 500, 30, 5, 20, 2).Market);
        var workspace = new Workspace().Fit(large);
        var (next, held, cutoff) = (workspace.Next, workspace.Held, workspace.Cutoff);

        Assert.Same(workspace, workspace.Fit(small).Fit(large));
        Assert.Same(next, workspace.Next);
        Assert.Same(held, workspace.Held);
        Assert.Same(cutoff, workspace.Cutoff);
    }

    [Fact]
    public void Each_part_grows_on_its_own()
    {
        var workspace = new Workspace().Fit(RandomMarket.MarketOf([], [], new int[50]));
        var market = RandomMarket.MarketOf([.. Enumerable.Repeat(new[] { 0 }, 40)], [.. Enumerable.Repeat(new[] { 0 }, 40)], [30]);

        workspace.Fit(market);

        Assert.True(workspace.Next.Length >= 40 && workspace.Queue.Length >= 40 && workspace.Rejected.Length >= 40);
        Assert.True(workspace.Cutoff.Length >= 50 && workspace.Count.Length >= 50);
        Assert.True(workspace.Held.Length >= 30);
    }
}
