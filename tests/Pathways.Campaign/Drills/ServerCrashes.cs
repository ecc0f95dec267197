using System.Data.Common;

namespace Pathways.Campaign;

/// <summary>The database server is stopped without a shutdown and started again, while processes go on trying.</summary>
internal static class ServerCrashes
{
    private const int AtOnce = 4;
    private const int LeastBetween = 10; // that every process must have saved since the last crash
    private const string Unsafe = "unflushed";

    public static async Task<DrillResult> RunAsync(PostgreSqlTarget target, Profile profile)
    {
        if (!await target.IsOursAsync())
        {
            return new DrillResult("database crashes", target.Name).LeaveOut("the server was not started by eng/postgres.sh, so it is not ours to crash");
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
            await BusyAsync(children, LeastBetween);
            await PostgreSqlTarget.CrashAsync();
        }

        await EndAsync(children);
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
            .AtLeast("transitions", invariants.Transitions, profile.ServerCrashes * AtOnce * LeastBetween).Figure("acknowledged", promised.Acknowledged).None("lost after acknowledgement", lost).None("half there", half);
        return invariants.Into(result);
    }

    /// <summary>The same with a server that acknowledges before it has written.</summary>
    public static async Task<DrillResult> ControlAsync(PostgreSqlTarget target, Profile profile)
    {
        var result = new DrillResult("database crashes: control that acknowledges before it has written", target.Name);
        if (!await target.IsOursAsync())
        {
            return result.LeaveOut("the server was not started by eng/postgres.sh, so it is not ours to crash");
        }

        await using (var first = await target.ConnectAsync())
        {
            await RawSql.RunAsync(first, "DROP TABLE IF EXISTS naive_unflushed");
            await RawSql.RunAsync(first, "CREATE TABLE naive_unflushed (id TEXT NOT NULL)");
        }

        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        var crashes = Math.Min(profile.ServerCrashes, 3);
        for (var crash = 0; crash < crashes; crash++)
        {
            var children = Enumerable.Range(0, AtOnce).Select(at => Child.Start("worker", Unsafe, target.Address, $"u{crash}-{at}")).ToArray();
            await Task.WhenAll(children.Select(child => child.ReadyAsync()));
            foreach (var child in children)
            {
                child.Go();
            }

            await BusyAsync(children, 200);
            await PostgreSqlTarget.CrashAsync();
            await EndAsync(children);
            acknowledged.UnionWith(children.SelectMany(child => child.Lines).Select(line => line["ack ".Length..]));
        }

        await using var connection = await target.ConnectAsync();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM naive_unflushed";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            kept.Add(reader.GetString(0));
        }

        return result.Figure("crashes", crashes).Figure("acknowledged", acknowledged.Count).Control("lost after acknowledgement", acknowledged.Count(id => !kept.Contains(id)));
    }

    /// <summary>A child of the control: it says that a row is saved when the server says so, which is before it is on the disk.</summary>
    public static async Task WorkUnsafelyAsync(string address, string name)
    {
        await using var connection = await Target.Parse(address).ConnectAsync();
        await RawSql.RunAsync(connection, "SET synchronous_commit = off");
        Parent.WaitForGo();
        try
        {
            for (var at = 0; ; at++)
            {
                await RawSql.RunAsync(connection, $"INSERT INTO naive_unflushed VALUES ('{name}-{at}')");
                Parent.Say($"ack {name}-{at}");
            }
        }
        catch (DbException)
        {
            Console.ReadLine(); // the server is gone; what was acknowledged is known, and nothing comes before the parent is gone too
        }
    }

    /// <summary>Waits until every process has saved so much more.</summary>
    private static async Task BusyAsync(Child[] children, int least)
    {
        var before = children.Select(child => child.Acknowledged).ToArray();
        while (children.Zip(before).Any(pair => pair.First.Acknowledged < pair.Second + least))
        {
            if (children.Any(child => !child.IsAlive))
            {
                throw new InvalidOperationException("A process gave up.");
            }

            await Task.Delay(20);
        }
    }

    private static async Task EndAsync(Child[] children)
    {
        foreach (var child in children)
        {
            child.Kill();
            await child.EndAsync();
        }
    }
}
