namespace Pathways.Campaign;

/// <summary>Processes are killed at any moment; nothing that was acknowledged is lost, and nothing is there by halves.</summary>
internal static class RandomKills
{
    private const int AtOnce = 4;

    public static async Task<DrillResult> RunAsync(Target target, Profile profile)
    {
        var scope = Target.NewTenant();
        using var opened = await target.OpenAsync();
        await Churn.PrepareAsync(opened.Store, scope);
        var (promised, kills) = (new Promised(), 0);
        for (var round = 0; kills < profile.Kills; round++)
        {
            var children = Enumerable.Range(0, AtOnce)
                .Select(at => Child.Start("worker", "churn", target.Address, scope.Tenant.Value, $"w{round}-{at}", $"{(round * AtOnce) + at}")).ToArray();
            await Task.WhenAll(children.Select(child => child.ReadyAsync()));
            foreach (var child in children)
            {
                child.Go();
            }

            await Task.WhenAll(children.Select(async (child, at) =>
            {
                var own = new Random((round * AtOnce) + at); // each its own, since they draw at the same time

                // Not before it has done something: a process that is killed while it starts proves nothing.
                var least = own.Next(1, 60);
                while (child.Acknowledged < least)
                {
                    if (!child.IsAlive)
                    {
                        throw new InvalidOperationException($"A process ended by itself, with {child.ExitCode}.");
                    }

                    await Task.Delay(own.Next(1, 8));
                }

                child.Kill();
                await child.EndAsync();
            }));
            kills += children.Count(child => child.WasKilled);
            foreach (var child in children)
            {
                promised.Hear(child.Lines);
                child.Dispose();
            }
        }

        var (lost, half) = await promised.CheckAsync(opened.Store, scope);
        var invariants = await Invariants.ReadAsync(opened.Store, scope);
        var result = new DrillResult("processes killed at random (SIGKILL)", target.Name)
            .AtLeast("kills", kills, profile.Kills).AtLeast("transitions", invariants.Transitions, profile.LeastTransitions).Figure("acknowledged", promised.Acknowledged)
            .AtLeast("killed within a commit", promised.Unknown, 1).None("lost after acknowledgement", lost).None("half there", half);
        return invariants.Into(result);
    }

    /// <summary>The same without a transaction: a state, its line and its event one after the other.</summary>
    public static async Task<DrillResult> ControlAsync(Target target, Profile profile)
    {
        await using var connection = await target.ConnectAsync();
        foreach (var table in (string[])["naive_state", "naive_line", "naive_event"])
        {
            await RawSql.RunAsync(connection, $"DROP TABLE IF EXISTS {table}");
            await RawSql.RunAsync(connection, $"CREATE TABLE {table} (id TEXT NOT NULL)");
        }

        var chance = new Random(7);
        for (var kill = 0; kill < Math.Min(profile.Kills, 60); kill += AtOnce)
        {
            var children = Enumerable.Range(0, AtOnce).Select(at => Child.Start("worker", "naive-churn", target.Address, $"w{kill + at}")).ToArray();
            await Task.WhenAll(children.Select(child => child.ReadyAsync()));
            foreach (var child in children)
            {
                child.Go();
            }

            await Task.Delay(chance.Next(100, 300));
            foreach (var child in children)
            {
                child.Kill();
                await child.EndAsync();
                child.Dispose();
            }
        }

        return new DrillResult("processes killed at random: control without a transaction", target.Name)
            .Figure("transitions", await RawSql.CountAsync(connection, "SELECT COUNT(*) FROM naive_state"))
            .Control("half there", await RawSql.CountAsync(connection, "SELECT COUNT(*) FROM naive_state WHERE id NOT IN (SELECT id FROM naive_event)"));
    }

    /// <summary>A child of the control.</summary>
    public static async Task WorkNaivelyAsync(string address, string name)
    {
        await using var connection = await Target.Parse(address).ConnectAsync();
        Parent.WaitForGo();
        for (var at = 0; ; at++)
        {
            await RawSql.RunAsync(connection, $"INSERT INTO naive_state VALUES ('{name}-{at}')");
            await RawSql.RunAsync(connection, $"INSERT INTO naive_line VALUES ('{name}-{at}')");
            await RawSql.RunAsync(connection, $"INSERT INTO naive_event VALUES ('{name}-{at}')");
        }
    }
}
