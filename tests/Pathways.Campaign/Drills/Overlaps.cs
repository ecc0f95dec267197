namespace Pathways.Campaign;

/// <summary>Many processes place the same students on days that overlap, touch, move and have no gap.</summary>
internal static class Overlaps
{
    public static async Task<DrillResult> RunAsync(Target target, Profile profile)
    {
        var result = new DrillResult("overlaps", target.Name);
        using var opened = await target.OpenAsync();
        var (asked, saved, refused, pairs) = (0L, 0L, 0L, 0L);
        for (var round = 0; round < profile.OverlapRounds; round++)
        {
            var scope = Target.NewTenant();
            var said = await Contention.TogetherAsync(
                profile.Processes,
                at => ["worker", "overlap", target.Address, scope.Tenant.Value, $"{at}", $"{profile.OverlapRequests / profile.Processes}", $"{round}"], () => { });
            foreach (var counts in said.Select(line => line.Split(' ').Select(long.Parse).ToArray()))
            {
                (asked, saved, refused) = (asked + counts[0], saved + counts[1], refused + counts[2]);
            }

            pairs += Invariants.Overlaps(
                await Invariants.AllAsync(new PlacementQuery { Limit = 1000 }, query => opened.Store.ListAsync(scope, query), (query, from) => query with { From = from }));
        }

        return result.Figure("requests", asked).AtLeast("saved", saved, asked / 50).AtLeast("refused", refused, asked / 50).None("overlapping pairs", pairs);
    }

    /// <summary>The same where each looks first and writes then.</summary>
    public static async Task<DrillResult> ControlAsync(Target target, Profile profile)
    {
        await using var connection = await target.ConnectAsync();
        await RawSql.RunAsync(connection, "DROP TABLE IF EXISTS naive_placements");
        await RawSql.RunAsync(connection, "CREATE TABLE naive_placements (student TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL)");
        await Contention.TogetherAsync(profile.Processes, at => ["worker", "naive-overlap", target.Address, $"{at}", $"{profile.OverlapRequests / profile.Processes * 4}"], () => { });
        return new DrillResult("overlaps: control that looks first and writes then", target.Name).Control(
            "overlapping pairs",
            await RawSql.CountAsync(
                connection,
                "SELECT COUNT(*) FROM naive_placements a JOIN naive_placements b ON a.student = b.student AND a.starts < b.starts AND b.starts <= a.ends"));
    }

    /// <summary>A child: places, and moves what it placed.</summary>
    public static async Task WorkAsync(string address, string tenant, int own, int requests, int round)
    {
        using var opened = await Target.Parse(address).OpenAsync();
        var scope = TenantScope.Of(TenantId.From(tenant));
        _ = await opened.Store.StateAsync(scope, "placement/none");
        var chance = new Random((round * 100) + own);
        Parent.WaitForGo();
        var (saved, refused) = (0, 0);
        var mine = new List<Placement>();
        for (var at = 0; at < requests; at++)
        {
            var isMove = mine.Count > 0 && chance.Next(4) == 0;
            var next = isMove
                ? mine[chance.Next(mine.Count)] is var before ? before with { Version = before.Version + 1, Dates = Days(chance) } : throw new InvalidOperationException()
                : Things.Placement($"p{own}-{at}", $"s{chance.Next(40)}", "o0", Days(chance));
            switch (await Contention.SavedAsync(opened.Store, scope, Things.Saving(next), () => { }))
            {
                case CommitOutcome.Committed:
                    saved++;
                    mine.RemoveAll(placement => placement.Id == next.Id);
                    mine.Add(next);
                    break;
                case CommitOutcome.Overlap:
                    refused++;
                    break;
                case var other:
                    throw new InvalidOperationException($"{other}");
            }
        }

        Parent.Say(FormattableString.Invariant($"{requests} {saved} {refused}"));
    }

    /// <summary>A child of the control.</summary>
    public static async Task WorkNaivelyAsync(string address, int own, int requests)
    {
        await using var connection = await Target.Parse(address).ConnectAsync();
        var chance = new Random(own);
        Parent.WaitForGo();
        for (var at = 0; at < requests; at++)
        {
            var (student, start) = ($"s{chance.Next(requests)}", (chance.Next(60) * 1000) + (own * 100) + (at % 100));
            if (await RawSql.CountAsync(connection, $"SELECT COUNT(*) FROM naive_placements WHERE student = '{student}' AND starts <= {start + 9000} AND {start} <= ends") == 0)
            {
                await Task.Delay(3); // as long as a decision takes, so that the control does not go right by luck
                await RawSql.RunAsync(connection, $"INSERT INTO naive_placements VALUES ('{student}', {start}, {start + 9000})");
            }
        }

        Parent.Say("0");
    }

    // From one day to ten weeks, around the days on which clocks change, often next to one another.
    private static DateInterval Days(Random chance)
    {
        var start = new LocalDate(2026, 9, 1).PlusDays(chance.Next(26) * 7);
        return new(start, start.PlusDays(chance.Next(10) * 7 is var weeks and > 0 ? weeks - 1 : 0));
    }
}
