using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>The audit log is a chain for each subject, and nothing of it is ever changed.</summary>
internal static class AuditCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("The lines of a subject form a chain from its own beginning", Chained),
        new("The audit log is listed by subject and number, in pages of any size", Listed),
        new("The lines of one commit are kept in their order", InOrder),
        new("A refused commit writes no line", Refused),
        new("Chains of two tenants differ and do not mix", Apart),
        new("An honest log holds, after changes, deletions and seals", Holds),
    ];

    private static async Task Chained(IPathwaysStore store)
    {
        for (var version = 1; version <= 4; version++)
        {
            await store.MustSaveAsync(North, Saving(Application("a1") with { Version = version }, Partner("hospital") with { Version = version })).ConfigureAwait(false);
        }

        foreach (var subject in new[] { "application/a1", "partner/hospital" })
        {
            var link = AuditChain.Start(North.Tenant, subject);
            var entries = (await store.ListAsync(North, new AuditQuery { Subject = subject }).ConfigureAwait(false)).Items;
            Check.Same(4, entries.Length, $"The lines about {subject}");
            for (var i = 0; i < entries.Length; i++)
            {
                link = AuditChain.Next(link, i + 1, entries[i].Line);
                Check.Same(i + 1, entries[i].Number, $"The number of line {i + 1} about {subject}");
                Check.Same(link, entries[i].Hash, $"The link of line {i + 1} about {subject}");
            }

            Check.Sequence(await store.HistoryAsync(North, subject).ConfigureAwait(false), entries.Select(entry => entry.Line), $"The history of {subject}");
        }
    }

    private static async Task Listed(IPathwaysStore store)
    {
        string[] ids = ["b", "B", "a", "a#2", "a/1", "10", "9"];
        for (var version = 1; version <= 3; version++)
        {
            await store.MustSaveAsync(North, Saving([.. ids.Select(id => Application(id) with { Version = version })])).ConfigureAwait(false);
        }

        var expected = ids.Order(StringComparer.Ordinal).SelectMany(id => Enumerable.Range(1, 3).Select(number => $"application/{id} {number}")).ToArray();
        for (var limit = 1; limit <= expected.Length + 1; limit++)
        {
            var found = await StoredText.AllAsync(new AuditQuery { Limit = limit }, query => store.ListAsync(North, query)).ConfigureAwait(false);
            Check.Sequence(expected, found.Select(entry => $"{entry.Line.Subject} {entry.Number}"), $"The audit log in pages of {limit}");
            var one = await StoredText.AllAsync(new AuditQuery { Limit = limit, Subject = "application/a" }, query => store.ListAsync(North, query)).ConfigureAwait(false);
            Check.Sequence(["application/a 1", "application/a 2", "application/a 3"], one.Select(entry => $"{entry.Line.Subject} {entry.Number}"), $"One chain in pages of {limit}");
        }

        Check.Same(0, (await store.ListAsync(North, new AuditQuery { Subject = "application/none" }).ConfigureAwait(false)).Items.Length, "The chain of nothing");
    }

    private static async Task InOrder(IPathwaysStore store)
    {
        string[] triggers = ["Submit", "Endorse", "Shortlist", "Offer", "Accept", "Annotate"];
        await store.MustSaveAsync(North, Saving(Application("a1")) with { Audit = [.. triggers.Select(trigger => new AuditLine("application/a1", 1, trigger, "", "", Coordinator, Noon))] }).ConfigureAwait(false);
        Check.Sequence(triggers, (await store.HistoryAsync(North, "application/a1").ConfigureAwait(false)).Select(line => line.Trigger), "The lines");
    }

    private static async Task Refused(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"), Placement("p1"), Listing("clinic", 0)) with { Command = Stamp("k") }).ConfigureAwait(false);
        foreach (var refused in new[]
        {
            Saving(Application("a1"), Partner("x")), Saving(Partner("x")) with { Command = Stamp("k") }, Saving(Partner("x")) with { Command = Stamp("k", 'b') },
            Saving(Partner("x"), Application("a2")) with { Seats = [Hold("application/a2")] }, Saving(Partner("x"), Placement("p2")), Saving(Partner("x")) with { Unchanged = [Student("ana", 0)] },
        })
        {
            Check.That(await store.CommitAsync(North, refused).ConfigureAwait(false) is not CommitOutcome.Committed, "A commit that must be refused was saved.");
        }

        Check.Same(3, (await store.ListAsync(North, new AuditQuery()).ConfigureAwait(false)).Items.Length, "The lines of the audit log");
        Check.Same(3, (await store.PendingAsync(North, 10).ConfigureAwait(false)).Length, "The events");
        await store.MustLackAsync(North, Partner("x")).ConfigureAwait(false);
    }

    private static async Task Apart(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        await store.MustSaveAsync(South, Saving(Application("a1"))).ConfigureAwait(false);
        await store.MustSaveAsync(South, Saving(Application("a1") with { Version = 2 })).ConfigureAwait(false);
        var (north, south) = (await store.ListAsync(North, new AuditQuery()).ConfigureAwait(false), await store.ListAsync(South, new AuditQuery()).ConfigureAwait(false));
        Check.Same((1, 2), (north.Items.Length, south.Items.Length), "The lines of each tenant");
        Check.That(north.Items[0].Line == south.Items[0].Line && north.Items[0].Hash != south.Items[0].Hash, "One line of two tenants has one link.");
    }

    private static async Task Holds(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(ReadBackCases.OfEveryKind)).ConfigureAwait(false);
        await store.SealAsync(North, Noon).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting([.. ReadBackCases.OfEveryKind.Take(3).Select(StoredDeletion.Of)])).ConfigureAwait(false);
        var seal = await store.SealAsync(North, Noon).ConfigureAwait(false);
        await store.MustSaveAsync(North, Saving(Partner("hospital") with { Version = 2 })).ConfigureAwait(false);
        var verdict = await AuditVerifier.VerifyAsync(store, North, anchor: seal?.Hash).ConfigureAwait(false);
        Check.That(verdict.Holds, $"An honest log does not hold: {string.Join("; ", verdict.Findings)}");
        var count = ReadBackCases.OfEveryKind.Length;
        Check.Same((count + 4L, count, 2, 1L), (verdict.Lines, verdict.Subjects, verdict.Seals, verdict.Unsealed), "The lines, chains, seals, and lines that are not sealed");
    }
}
