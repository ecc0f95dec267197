using System.Security.Cryptography;

namespace Pathways.Campaign;

/// <summary>Somebody who can write the tables changes the audit log past the store; verifying finds each way.</summary>
internal static class Tampering
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 9, 1, 12, 0);

    // Every column of a line, each with another value; then whole lines; then seals.
    private static readonly (string Name, string Sql)[] Ways =
    [
        .. new (string Column, string Value)[]
        {
            ("version", "version + 1"), ("trigger_name", "'Other'"), ("from_state", "'Other'"), ("to_state", "'Other'"), ("by_id", "'other'"), ("by_role", "'Student'"), ("at", "'2020-01-01T00:00:00Z'"),
            ("reason", "'other'"), ("rule", "'other'"), ("about", "'other/1'"), ("hash", "substr(hash, 2) || 'x'"), ("number", "number + 1000"),
        }.Select(other => ($"line: {other.Column}", $"UPDATE pathways_audit SET {other.Column} = {other.Value} WHERE tenant = @ AND subject = 'application/a0' AND number = 2")),
        ("line taken out of the middle", "DELETE FROM pathways_audit WHERE tenant = @ AND subject = 'application/a0' AND number = 2"),
        ("lines taken out, the rest moved up", "DELETE FROM pathways_audit WHERE tenant = @ AND subject = 'application/a0' AND number = 2; "
            + "UPDATE pathways_audit SET number = number - 1 WHERE tenant = @ AND subject = 'application/a0' AND number = 3"),
        ("lines exchanged", "UPDATE pathways_audit SET number = 99 WHERE tenant = @ AND subject = 'application/a0' AND number = 1; "
            + "UPDATE pathways_audit SET number = 1 WHERE tenant = @ AND subject = 'application/a0' AND number = 2; "
            + "UPDATE pathways_audit SET number = 2 WHERE tenant = @ AND subject = 'application/a0' AND number = 99"),
        ("line put in", "INSERT INTO pathways_audit (tenant, subject, number, version, trigger_name, from_state, to_state, by_id, by_role, at, hash) "
            + "SELECT tenant, subject, 4, 4, trigger_name, from_state, to_state, by_id, by_role, at, hash FROM pathways_audit WHERE tenant = @ AND subject = 'application/a0' AND number = 3"),
        ("line moved to another subject", "UPDATE pathways_audit SET subject = 'application/a1', number = 4 WHERE tenant = @ AND subject = 'application/a0' AND number = 3"),
        ("end cut off", "DELETE FROM pathways_audit WHERE tenant = @ AND subject = 'application/a0' AND number = 3"),
        ("whole chain taken out", "DELETE FROM pathways_audit WHERE tenant = @ AND subject = 'application/a0'"),
        ("last seal taken out", "DELETE FROM pathways_seals WHERE tenant = @ AND number = 2"),
        ("first seal taken out", "DELETE FROM pathways_seals WHERE tenant = @ AND number = 1"),
        ("seal changed", "UPDATE pathways_seals SET value = replace(value, '\"at\":\"2026', '\"at\":\"2025') WHERE tenant = @ AND number = 1"),
    ];

    public static async Task<DrillResult> RunAsync(Target target, Profile profile)
    {
        using var opened = await target.OpenAsync();
        var (store, key) = (opened.Store, new AuditSealKey(RandomNumberGenerator.GetBytes(32)));
        var (tried, unseen, falseAlarms) = (0, new List<string>(), 0);
        for (var round = 0; round < profile.TamperRounds; round++)
        {
            foreach (var (name, sql) in Ways)
            {
                var (scope, anchor) = await PrepareAsync(store, key);
                falseAlarms += (await AuditVerifier.VerifyAsync(store, scope, key, anchor)).Findings.Length;
                await using (var connection = await target.ConnectAsync(scope))
                {
                    foreach (var statement in sql.Split("; "))
                    {
                        if (await RawSql.RunAsync(connection, statement.Replace("@", $"'{scope.Tenant}'", StringComparison.Ordinal)) == 0)
                        {
                            throw new InvalidOperationException($"{name}: nothing was changed.");
                        }
                    }
                }

                tried++;
                if ((await AuditVerifier.VerifyAsync(store, scope, key, anchor)).Holds)
                {
                    unseen.Add(name);
                }
            }

            tried++;
            if (await RebuiltAsync(target, store, key))
            {
                unseen.Add("chain built anew by somebody who knows how, without the key");
            }
        }

        return new DrillResult("tampering with the audit log", target.Name)
            .Figure("ways", Ways.Length + 1).AtLeast("tried", tried, profile.TamperRounds * (Ways.Length + 1)).None("not detected", unseen.Count).None("false alarms", falseAlarms)
            .Must(unseen.Count == 0, $"Not detected: {string.Join(", ", unseen.Distinct())}.")
            .Control("control: end cut off after the last seal, which nothing can show", await CutAfterSealAsync(target, store, key))
            .Control("control: last seal taken out, looked at with the key but without a seal's hash kept elsewhere", await WithoutAnchorAsync(target, store, key))
            .Control("control: chain and seals built anew, looked at without a key and without a hash", await WithoutKeyAsync(target, store));
    }

    private static async Task<(TenantScope Scope, string Anchor)> PrepareAsync(IPathwaysStore store, AuditSealKey? key)
    {
        var scope = Target.NewTenant();
        for (var version = 1; version <= 3; version++)
        {
            for (var at = 0; at < 2; at++)
            {
                var commit = Things.Saving(Things.Application($"a{at}", $"s{at}", "o0", ApplicationState.Submitted) with { Version = version });
                await store.CommitAsync(scope, commit);
            }

            if (version > 1)
            {
                await store.SealAsync(scope, Noon, key);
            }
        }

        return (scope, (await store.ListAsync(scope, new SealQuery())).Items[^1].Hash);
    }

    /// <summary>Whether a chain that was changed and built anew, with a plain seal over it, is taken for the old one.</summary>
    private static async Task<bool> RebuiltAsync(Target target, IPathwaysStore store, AuditSealKey key)
    {
        var (scope, anchor) = await PrepareAsync(store, key);
        await RebuildAsync(target, store, scope);
        return (await AuditVerifier.VerifyAsync(store, scope, key, anchor)).Holds;
    }

    private static async Task<long> CutAfterSealAsync(Target target, IPathwaysStore store, AuditSealKey key)
    {
        var (scope, anchor) = await PrepareAsync(store, key);
        await store.CommitAsync(scope, Things.Saving(Things.Application("a0", "s0", "o0", ApplicationState.Submitted) with { Version = 4 }));
        await using (var connection = await target.ConnectAsync(scope))
        {
            await RawSql.RunAsync(connection, $"DELETE FROM pathways_audit WHERE tenant = '{scope.Tenant}' AND subject = 'application/a0' AND number = 4");
        }

        return (await AuditVerifier.VerifyAsync(store, scope, key, anchor)).Holds ? 1 : 0;
    }

    /// <summary>Whether the last seal can be taken out unseen when no hash of a seal was kept elsewhere.</summary>
    private static async Task<long> WithoutAnchorAsync(Target target, IPathwaysStore store, AuditSealKey key)
    {
        var (scope, _) = await PrepareAsync(store, key);
        await using (var connection = await target.ConnectAsync(scope))
        {
            await RawSql.RunAsync(connection, $"DELETE FROM pathways_seals WHERE tenant = '{scope.Tenant}' AND number = 2");
        }

        return (await AuditVerifier.VerifyAsync(store, scope, key)).Holds ? 1 : 0;
    }

    /// <summary>Whether plain seals can be made anew over a chain that was built anew.</summary>
    private static async Task<long> WithoutKeyAsync(Target target, IPathwaysStore store)
    {
        var (scope, _) = await PrepareAsync(store, null);
        await RebuildAsync(target, store, scope);
        await using (var connection = await target.ConnectAsync(scope))
        {
            await RawSql.RunAsync(connection, $"DELETE FROM pathways_seals WHERE tenant = '{scope.Tenant}'");
        }

        await store.SealAsync(scope, Noon);
        return (await AuditVerifier.VerifyAsync(store, scope)).Holds ? 1 : 0;
    }

    /// <summary>Changes a line and makes every hash after it fit again.</summary>
    private static async Task RebuildAsync(Target target, IPathwaysStore store, TenantScope scope)
    {
        var entries = (await store.ListAsync(scope, new AuditQuery { Subject = "application/a0" })).Items;
        await using (var connection = await target.ConnectAsync(scope))
        {
            var link = AuditChain.Start(scope.Tenant, "application/a0");
            foreach (var entry in entries)
            {
                var line = entry.Number == 2 ? entry.Line with { Trigger = "Other" } : entry.Line;
                link = AuditChain.Next(link, entry.Number, line);
                await RawSql.RunAsync(
                    connection,
                    $"UPDATE pathways_audit SET trigger_name = '{line.Trigger}', hash = '{link}' WHERE tenant = '{scope.Tenant}' AND subject = 'application/a0' AND number = {entry.Number}");
            }
        }

    }
}
