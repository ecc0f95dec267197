using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Identifiers come from rosters and are compared letter for letter, whatever letters they have.</summary>
internal static class IdentifierCases
{
    private static readonly string Longest = string.Concat(Enumerable.Repeat("🙂", 128)); // 128 characters, 256 code units, 512 bytes of UTF-8

    public static ImmutableArray<string> Awkward { get; } =
    [
        "a", "A", "a ", " a", "a\t", "a\n", "Ж", "ж", "ı", "I", "i", "İ", "ß", "ss", "é", "e\u0301", "Å", "\u212B", "ﬁ", "fi", "'", "''", "\"", "%", "_", "__", "\\", "/", "//", "a/b", "~", "~1",
        "#", "a#1", "1", "10", "2", "01", "null", "NULL", "--", ";", "$1", "@p0", "{0}", "\uFF5E", "\uFFFD", "🙂", "🙃", "a🙂", "漢字", "\u200B", "a\u200B", "e\u0301\u0323", "e\u0323\u0301", new('x', 128), new('Ж', 128), Longest,
    ];

    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Awkward identifiers name things of their own, and are read back as they are", Things),
        new("Awkward identifiers are listed in ordinal order, in pages of any size", Ordered),
        new("Awkward names of students select that student's things alone", Students),
        new("Awkward names of opportunities have seats of their own", Opportunities),
        new("Awkward names of tenants have data of their own", Tenants),
        new("Awkward keys name requests of their own", Keys),
        new("Awkward subjects have chains of their own, listed in ordinal order", Subjects),
    ];

    private static async Task Things(IPathwaysStore store)
    {
        foreach (var id in Awkward)
        {
            await store.MustSaveAsync(North, Saving(Application(id), Listing(id, 1), Partner(id))).ConfigureAwait(false);
        }

        foreach (var id in Awkward)
        {
            await store.MustHoldAsync(North, Application(id)).ConfigureAwait(false);
            await store.MustHoldAsync(North, Listing(id, 1)).ConfigureAwait(false);
            await store.MustHoldAsync(North, Partner(id)).ConfigureAwait(false);
            Check.Same(1, await store.VersionAsync($"application/{id}").ConfigureAwait(false), $"The version of \"{id}\"");
        }

        await store.MustSaveAsync(North, Deleting([.. Awkward.Where((_, i) => i % 2 == 0).Select(id => new StoredDeletion($"application/{id}", 1))])).ConfigureAwait(false);
        foreach (var (id, i) in Awkward.Select((id, i) => (id, i)))
        {
            Check.Same(i % 2 == 0, (await store.StateAsync(North, $"application/{id}").ConfigureAwait(false)).IsDeleted, $"Whether \"{id}\" was deleted");
        }
    }

    private static async Task Ordered(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving([.. Awkward.Select(id => Partner(id))])).ConfigureAwait(false);
        foreach (var limit in new[] { 1, 2, 5, 1000 })
        {
            var found = await StoredText.AllAsync(new PartnerQuery { Limit = limit }, query => store.ListAsync(North, query)).ConfigureAwait(false);
            Check.Sequence(Awkward.Order(StringComparer.Ordinal), found.Select(partner => partner.Id.Value), $"The identifiers in pages of {limit}");
        }
    }

    private static async Task Students(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving([.. Awkward.Select((id, i) => Application($"a{i:000}", id))])).ConfigureAwait(false);
        foreach (var (id, i) in Awkward.Select((id, i) => (id, i)))
        {
            var found = (await store.ListAsync(North, new ApplicationQuery { Student = StudentId.From(id) }).ConfigureAwait(false)).Items;
            Check.Sequence([$"a{i:000}"], found.Select(application => application.Id.Value), $"The applications of \"{id}\"");
            Check.Same(1, await store.VersionAsync($"student/{id}").ConfigureAwait(false), $"The version of the student \"{id}\"");
        }

        await store.MustSaveAsync(North, Deleting(Leaving(Awkward[0], 1))).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving([.. Awkward.Skip(1).Select((id, i) => Application($"b{i:000}", id))])).ConfigureAwait(false);
    }

    private static async Task Opportunities(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving([.. Awkward.Select(id => Listing(id, 1))]) with { Seats = [.. Awkward.Select(id => Hold($"application/{id}", id))] }).ConfigureAwait(false);
        foreach (var id in Awkward)
        {
            var seat = Check.Only(await store.ListSeatsAsync(North, OpportunityId.From(id)).ConfigureAwait(false), $"Who has a seat of \"{id}\"");
            Check.Same($"application/{id}", seat.Holder, "The holder");
        }
    }

    private static async Task Tenants(IPathwaysStore store)
    {
        foreach (var (id, i) in Awkward.Select((id, i) => (id, i)))
        {
            await store.MustSaveAsync(TenantScope.Of(TenantId.From(id)), Saving(Application("a1", $"s{i}")) with { Command = Stamp("k") }).ConfigureAwait(false);
        }

        foreach (var (id, i) in Awkward.Select((id, i) => (id, i)))
        {
            var scope = TenantScope.Of(TenantId.From(id));
            await store.MustHoldAsync(scope, Application("a1", $"s{i}")).ConfigureAwait(false);
            Check.Same(1, (await store.ListAsync(scope, new ApplicationQuery()).ConfigureAwait(false)).Items.Length, $"The applications of the tenant \"{id}\"");
            Check.Same(1, (await store.PendingAsync(scope, 10).ConfigureAwait(false)).Length, $"The events of the tenant \"{id}\"");
        }
    }

    private static async Task Keys(IPathwaysStore store)
    {
        foreach (var (id, i) in Awkward.Select((id, i) => (id, i)))
        {
            await store.MustSaveAsync(North, Saving(Application($"a{i:000}")) with { Command = Stamp(id) }).ConfigureAwait(false);
        }

        foreach (var (id, i) in Awkward.Select((id, i) => (id, i)))
        {
            var found = await store.FindCommandAsync(North, CommandKey.From(id)).ConfigureAwait(false);
            Check.Same($"application/a{i:000} 1", found is null ? "nothing" : StoredText.Of(found.Receipt), $"What was saved under the key \"{id}\"");
        }
    }

    private static async Task Subjects(IPathwaysStore store)
    {
        for (var round = 0; round < 2; round++)
        {
            await store.MustSaveAsync(North, Saving(Application("a1") with { Version = round + 1 }) with { Audit = [.. Awkward.Select(id => new AuditLine($"x/{id}", round + 1, "Save", "", "Saved", Coordinator, Noon))] })
                .ConfigureAwait(false);
        }

        foreach (var limit in new[] { 1, 3, 1000 })
        {
            var found = await StoredText.AllAsync(new AuditQuery { Limit = limit }, query => store.ListAsync(North, query)).ConfigureAwait(false);
            var expected = Awkward.Select(id => $"x/{id}").Order(StringComparer.Ordinal).SelectMany(subject => new[] { $"{subject} 1", $"{subject} 2" });
            Check.Sequence(expected, found.Select(entry => $"{entry.Line.Subject} {entry.Number}"), $"The audit log in pages of {limit}");
        }

        foreach (var id in Awkward)
        {
            Check.Same(2, (await store.HistoryAsync(North, $"x/{id}").ConfigureAwait(false)).Length, $"The lines about \"x/{id}\"");
            Check.Same(2, (await store.ListAsync(North, new AuditQuery { Subject = $"x/{id}" }).ConfigureAwait(false)).Items.Length, $"The chain of \"x/{id}\"");
        }

        var verdict = await AuditVerifier.VerifyAsync(store, North).ConfigureAwait(false);
        Check.That(verdict.Holds, $"An honest log does not hold: {string.Join("; ", verdict.Findings)}");
    }
}
