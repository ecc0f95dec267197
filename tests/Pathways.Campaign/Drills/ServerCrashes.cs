namespace Pathways.Campaign;

/// <summary>The database server is stopped without a shutdown and started again, while processes go on trying.</summary>
internal static class ServerCrashes
{
    private const int AtOnce = 4;

    public static async Task<DrillResult> RunAsync(PostgreSqlTarget target, Profile profile)
    {
        if (!await target.IsOursAsync())
        {
            return new DrillResult("database crashes", target.Name).Figure("left out", "the server was not started by eng/postgres.sh, so it is not ours to crash");
        }

        var scope = Target.NewTenant();
        using (var first = await target.OpenAsync())
        {
            await Churn.PrepareAsync(first.Store, scope);
        }

        var recoveriesBefore = await PostgreSqlTarget.RecoveriesAsync();
        var children = Enumerable.Range(0, AtOnce).Select(at => Child.Start("worker", "churn", target.Address, scope.Tenant.Value, $"c{at}", $"{1000 + at}")).ToArray();
        await Task.WhenAll(children.Select(child => child.ReadyAsync()));
        foreach (var child in children)
        {
            child.Go();
        }

        for (var crash = 0; crash < profile.ServerCrashes; crash++)
        {
            // Not before every process has done something since the last one.
            var acks = children.Select(Acks).ToArray();
            while (children.Zip(acks).Any(pair => Acks(pair.First) < pair.Second + 3))
            {
                if (children.Any(child => child.Lines.Length > 0 && !child.IsAlive))
                {
                    throw new InvalidOperationException("A process gave up.");
                }

                await Task.Delay(20);
            }

            await PostgreSqlTarget.CrashAsync();
        }

        foreach (var child in children)
        {
            child.Kill();
            await child.EndAsync();
        }

        var promised = new Promised();
        foreach (var child in children)
        {
            promised.Hear(child.Lines);
            child.Dispose();
        }

        using var opened = await target.OpenAsync(); // the connections of before the crashes are gone
        var (lost, half) = await promised.CheckAsync(opened.Store, scope);
        var invariants = await Invariants.ReadAsync(opened.Store, scope);
        var result = new DrillResult("database crashes (pg_ctl stop -m immediate)", target.Name)
            .AtLeast("crashes", await PostgreSqlTarget.RecoveriesAsync() - recoveriesBefore, profile.ServerCrashes).AtLeast("faults met and tried again", promised.Faults, 1)
            .Figure("transitions", invariants.Transitions).Figure("acknowledged", promised.Acknowledged).None("lost after acknowledgement", lost).None("half there", half);
        return invariants.Into(result);
    }

    private static int Acks(Child child) => child.Lines.Count(line => line.StartsWith("ack", StringComparison.Ordinal));
}
