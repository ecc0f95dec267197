using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Seals say how far every chain has come that grew since the last one.</summary>
internal static class SealCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("A seal is over exactly the chains that grew since the last one", Grew),
        new("Each seal is over the one before it", Chained),
        new("There is nothing to seal when nothing was written", Nothing),
        new("A seal that was made with a key holds with that key alone", Keyed),
        new("Seals are listed oldest first, in pages of any size", Listed),
        new("Tenants have seals of their own", Apart),
    ];

    private static async Task Grew(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("b"), Application("B"), Application("a"))).ConfigureAwait(false);
        await Seal("application/B 1", "application/a 1", "application/b 1").ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a") with { Version = 2 }, Application("c"))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("a") with { Version = 3 })).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/b", 1))).ConfigureAwait(false);
        await Seal("application/a 3", "application/b 2", "application/c 1").ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Application("B") with { Version = 2 })).ConfigureAwait(false);
        await Seal("application/B 2").ConfigureAwait(false);

        async Task Seal(params string[] heads)
        {
            var seal = await store.SealAsync(North, Noon).ConfigureAwait(false) ?? throw new ConformanceException("Chains grew, and there is nothing to seal.");
            Check.Sequence(heads, seal.Heads.Select(head => $"{head.Subject} {head.Number}"), "What is sealed");
            foreach (var head in seal.Heads)
            {
                var chain = (await store.ListAsync(North, new AuditQuery { Subject = head.Subject }).ConfigureAwait(false)).Items;
                Check.Same(chain[^1].Hash, head.Hash, $"The sealed link of {head.Subject}");
            }
        }
    }

    private static async Task Chained(IPathwaysStore store)
    {
        AuditSeal? last = null;
        for (var version = 1; version <= 3; version++)
        {
            await store.MustSaveAsync(North, Saving(Application("a1") with { Version = version })).ConfigureAwait(false);
            var seal = await store.SealAsync(North, Noon + Duration.FromHours(version)).ConfigureAwait(false) ?? throw new ConformanceException("A chain grew, and there is nothing to seal.");
            var expected = AuditSeal.Over(North.Tenant, last, Noon + Duration.FromHours(version), seal.Heads, key: null);
            Check.Same(Text(expected), Text(seal), "The seal");
            last = seal;
        }

        Check.Sequence([1, 2, 3], (await store.ListAsync(North, new SealQuery()).ConfigureAwait(false)).Items.Select(seal => seal.Number), "The numbers of the seals");
    }

    private static async Task Nothing(IPathwaysStore store)
    {
        Check.Same(null, await store.SealAsync(North, Noon).ConfigureAwait(false), "A seal over an empty log");
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        await store.SealAsync(North, Noon).ConfigureAwait(false);
        await store.MustRefuseAsync<CommitOutcome.VersionConflict>(North, Saving(Application("a1")), "A second beginning").ConfigureAwait(false);
        Check.Same(null, await store.SealAsync(North, Noon).ConfigureAwait(false), "A seal over nothing new");
        Check.Same(1, (await store.ListAsync(North, new SealQuery()).ConfigureAwait(false)).Items.Length, "The seals");
    }

    private static async Task Keyed(IPathwaysStore store)
    {
        var key = new AuditSealKey([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        var seal = await store.SealAsync(North, Noon, key).ConfigureAwait(false);
        Check.That(seal is { IsKeyed: true } && seal.Hash == seal.HashFor(North.Tenant, key), "A seal with a key does not have the hash of the key.");
        Check.That((await AuditVerifier.VerifyAsync(store, North, key, seal!.Hash).ConfigureAwait(false)).Holds, "An honest log with a keyed seal does not hold.");
        Check.That(!(await AuditVerifier.VerifyAsync(store, North).ConfigureAwait(false)).Holds, "A keyed seal holds without its key.");
    }

    private static async Task Listed(IPathwaysStore store)
    {
        var made = new List<string>();
        for (var version = 1; version <= 11; version++)
        {
            await store.MustSaveAsync(North, Saving(Application("a1") with { Version = version })).ConfigureAwait(false);
            made.Add(Text((await store.SealAsync(North, Noon).ConfigureAwait(false))!));
        }

        foreach (var limit in new[] { 1, 2, 10, 11, 12 })
        {
            var found = await StoredText.AllAsync(new SealQuery { Limit = limit }, query => store.ListAsync(North, query)).ConfigureAwait(false);
            Check.Sequence(made, found.Select(Text), $"The seals in pages of {limit}");
        }
    }

    private static async Task Apart(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        Check.Same(null, await store.SealAsync(South, Noon).ConfigureAwait(false), "A seal of a tenant with an empty log");
        await store.MustSaveAsync(South, Saving(Application("a1"))).ConfigureAwait(false);
        var (north, south) = (await store.SealAsync(North, Noon).ConfigureAwait(false), await store.SealAsync(South, Noon).ConfigureAwait(false));
        Check.Same((1, 1), (north?.Number, south?.Number), "The numbers of the first seals");
        Check.Same(1, (await store.ListAsync(North, new SealQuery()).ConfigureAwait(false)).Items.Length, "The seals of one tenant");
    }

    private static string Text(AuditSeal seal) => FormattableString.Invariant(
        $"{seal.Number} {seal.At} {seal.Previous} {(seal.IsKeyed ? "keyed" : "plain")} {seal.Hash} {string.Join(", ", seal.Heads.Select(head => $"{head.Subject} {head.Number} {head.Hash}"))}");
}
