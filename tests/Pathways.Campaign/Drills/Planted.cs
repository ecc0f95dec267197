namespace Pathways.Campaign;

/// <summary>Faults of every kind that the drills count are planted past the store; whatever does not show one would not show it in a drill either.</summary>
internal static class Planted
{
    private const string Key = "planted";

    private static readonly (string Name, string Sql, Func<Invariants, int> Count)[] Faults =
    [
        ("event taken out", "DELETE FROM pathways_outbox WHERE tenant = @ AND position = (SELECT MIN(position) FROM pathways_outbox WHERE tenant = @)", found => found.WithoutOneEvent),
        ("event doubled", "INSERT INTO pathways_outbox (tenant, value) SELECT tenant, value FROM pathways_outbox WHERE tenant = @ AND position = (SELECT MIN(position) FROM pathways_outbox WHERE tenant = @)",
            found => found.WithoutOneEvent),
        ("line taken out", "DELETE FROM pathways_audit WHERE tenant = @ AND subject = 'hours-entry/h1'", found => found.WithoutOneLine),
        ("thing taken out", "DELETE FROM pathways_hours WHERE tenant = @ AND id = 'h1'", found => found.WithoutOneLine),
        ("line changed", "UPDATE pathways_audit SET trigger_name = 'Other' WHERE tenant = @ AND subject = 'hours-entry/h1'", found => found.Broken),
        ("seat taken away", "DELETE FROM pathways_seats WHERE tenant = @ AND holder = 'application/a1'", found => found.WrongSeats),
        ("seat of nobody", "UPDATE pathways_seats SET holder = 'application/a9' WHERE tenant = @ AND holder = 'application/a1'", found => found.WrongSeats),
        ("seat too many", "UPDATE pathways_opportunities SET value = replace(value, '\"seats\":2', '\"seats\":1') WHERE tenant = @ AND id = 'o0'", found => found.Oversold),
        ("overlap", "UPDATE pathways_placements SET value = replace(value, '\"s2\"', '\"s1\"') WHERE tenant = @ AND id = 'p2'", found => found.Overlapping),
    ];

    public static async Task<DrillResult> RunAsync(Target target)
    {
        var result = new DrillResult("planted faults, each seen by what the drills count with", target.Name);
        using var opened = await target.OpenAsync();
        var clean = await PrepareAsync(opened.Store);
        var before = await PromisedOf("application/a1", 1).CheckAsync(opened.Store, clean);
        result.None("before", before.Lost + before.Half);
        (await Invariants.ReadAsync(opened.Store, clean)).Into(result);
        foreach (var (name, sql, count) in Faults)
        {
            var scope = await PrepareAsync(opened.Store);
            await PlantAsync(target, scope, sql);
            result.Control(name, count(await Invariants.ReadAsync(opened.Store, scope)));
        }

        var forgotten = await PrepareAsync(opened.Store);
        await PlantAsync(target, forgotten, $"DELETE FROM pathways_commands WHERE tenant = @ AND command_key = '{Key}'");
        var (lost, _) = await PromisedOf("application/a1", 1).CheckAsync(opened.Store, forgotten);
        var (_, half) = await PromisedOf("application/a1", 1, isAnswered: false).CheckAsync(opened.Store, forgotten);
        var (late, _) = await PromisedOf("application/a1", 2).CheckAsync(opened.Store, clean);
        return result.Control("request taken out: lost", lost).Control("half there", half).Control("acknowledged and not there: lost", late);
    }

    private static async Task<TenantScope> PrepareAsync(IPathwaysStore store)
    {
        var scope = Target.NewTenant();
        var (one, two) = (Things.Application("a1", "s1", "o0", ApplicationState.Accepted), Things.Application("a2", "s2", "o0", ApplicationState.Accepted));
        await store.CommitAsync(scope, Things.Saving(Things.Listing("o0", 2)));
        var outcome = await store.CommitAsync(scope, Things.Saving(one, two, Things.Placement("p1", "s1", "o0", Things.Fall), Things.Placement("p2", "s2", "o0", Things.Fall), Things.Hours("h1", "p1", "s1")) with
        {
            Seats = [Things.Seat(SeatMove.Take, one.Subject, "o0"), Things.Seat(SeatMove.Take, two.Subject, "o0")], Command = Things.Stamp(Key),
        });
        return outcome is CommitOutcome.Committed ? scope : throw new InvalidOperationException($"{outcome}");
    }

    private static async Task PlantAsync(Target target, TenantScope scope, string sql)
    {
        await using var connection = await target.ConnectAsync(scope);
        if (await RawSql.RunAsync(connection, sql.Replace("@", $"'{scope.Tenant}'", StringComparison.Ordinal)) == 0)
        {
            throw new InvalidOperationException($"Nothing was changed by: {sql}");
        }
    }

    private static Promised PromisedOf(string subject, int version, bool isAnswered = true)
    {
        var promised = new Promised();
        promised.Hear([FormattableString.Invariant($"try {Key} {subject} {version}"), .. isAnswered ? (string[])[$"ack {Key}"] : []]);
        return promised;
    }
}
