using static Pathways.EntityFrameworkCore.Tests.Samples;

namespace Pathways.EntityFrameworkCore.Tests;

/// <summary>Two seals at once, where the database lets both begin, seal every chain once.</summary>
public class SealRaceTests
{
    [PostgresFact]
    public async Task A_seal_that_comes_in_between_at_any_statement_leaves_no_chain_sealed_twice()
    {
        var between = 0;
        for (var at = 1; ; at++, between++)
        {
            await using var schema = await PostgresSchema.MakeAsync();
            await using var store = schema.Open();
            await using var rival = schema.Open(creates: false);
            await store.MustSaveAsync(Saving(Application("a1"), Application("a2", "ben")));
            var (left, hasCome, sealing) = (at, false, Task.CompletedTask);
            store.Watch = statement =>
            {
                if (statement != "COMMITTED" && --left == 0)
                {
                    // From another thread, and waited for no longer than a moment: it may have to wait for this one.
                    hasCome = true;
                    sealing = Task.Run(async () => await rival.SealAsync(North, Noon));
                    SpinWait.SpinUntil(() => sealing.IsCompleted, TimeSpan.FromMilliseconds(500));
                }
            };
            await store.SealAsync(North, Noon);
            store.Watch = null;
            await sealing;
            if (!hasCome)
            {
                break;
            }

            await rival.SealAsync(North, Noon);
            var seals = (await store.ListAsync(North, new SealQuery())).Items;
            Assert.Equal(["application/a1 1", "application/a2 1"], seals.SelectMany(seal => seal.Heads).Select(head => $"{head.Subject} {head.Number}").Order(StringComparer.Ordinal));
            Assert.True((await AuditVerifier.VerifyAsync(store, North)).Holds);
        }

        Assert.InRange(between, 3, 20);
    }
}
