using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>Pages give each thing once, whatever happens between two of them.</summary>
internal static class PagingCases
{
    private const int Count = 9;

    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Pages of any size give each thing once while others write", WhileOthersWrite),
        new("A page begins behind where the last one ended, also when that thing was deleted in between", BehindDeleted),
        new("A page that a query narrows is full while there is more", Narrowed),
        new("A limit outside 1 to 1,000 is a fault of the caller for every list", Limits),
    ];

    private static async Task WhileOthersWrite(IPathwaysStore store)
    {
        for (var limit = 1; limit <= Count + 1; limit++)
        {
            var scope = TenantScope.Of(TenantId.From($"t{limit}"));
            var things = Enumerable.Range(1, Count).Select(i => Application($"m{i}")).ToArray();
            await store.MustSaveAsync(scope, Saving([.. things])).ConfigureAwait(false);
            var (found, page) = (new List<string>(), 0);
            await StoredText.AllAsync(new ApplicationQuery { Limit = limit, Student = StudentId.From("ana") }, Read).ConfigureAwait(false);
            Check.Sequence(things.Select(thing => thing.Id.Value), found.Where(id => id[0] == 'm'), $"What was there from the beginning, in pages of {limit}");
            Check.Same(found.Count, found.Distinct().Count(), "How many things came, and how many different ones");

            async ValueTask<Page<Application>> Read(ApplicationQuery query)
            {
                var items = await store.ListAsync(scope, query).ConfigureAwait(false);
                found.AddRange(items.Items.Select(application => application.Id.Value));
                await store.MustSaveAsync(scope, Saving(Application($"a{page}"), Application($"z{page}"), Application($"b{page}", "ben"))).ConfigureAwait(false);
                page++;
                return page > Count + 5 ? items with { Next = null } : items; // each page brings a thing at the end
            }
        }
    }

    private static async Task BehindDeleted(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving([.. Enumerable.Range(1, Count).Select(i => Application($"m{i}"))])).ConfigureAwait(false);
        var first = await store.ListAsync(North, new ApplicationQuery { Limit = 3 }).ConfigureAwait(false);
        await store.MustSaveAsync(North, Deleting(new StoredDeletion("application/m3", 1), new StoredDeletion("application/m4", 1))).ConfigureAwait(false);
        var second = await store.ListAsync(North, new ApplicationQuery { Limit = 3, From = first.Next }).ConfigureAwait(false);
        Check.Sequence(["m5", "m6", "m7"], second.Items.Select(application => application.Id.Value), "The second page");
        await store.MustSaveAsync(North, Deleting([.. Enumerable.Range(5, 5).Select(i => new StoredDeletion($"application/m{i}", 1))])).ConfigureAwait(false);
        var third = await store.ListAsync(North, new ApplicationQuery { Limit = 3, From = second.Next }).ConfigureAwait(false);
        Check.That(third is { Items.Length: 0, HasMore: false }, "There is a third page of what was deleted.");
    }

    private static async Task Narrowed(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving([.. Enumerable.Range(0, 40).Select(i => Application($"m{i:00}", state: i % 10 == 9 ? ApplicationState.Offered : ApplicationState.Draft))])).ConfigureAwait(false);
        var query = new ApplicationQuery { Limit = 3, States = [ApplicationState.Offered] };
        var first = await store.ListAsync(North, query).ConfigureAwait(false);
        Check.Sequence(["m09", "m19", "m29"], first.Items.Select(application => application.Id.Value), "The first page");
        Check.That(first.HasMore, "The first of two pages says that there is no more.");
        var second = await store.ListAsync(North, query with { From = first.Next }).ConfigureAwait(false);
        Check.Sequence(["m39"], second.Items.Select(application => application.Id.Value), "The second page");
        Check.That(!second.HasMore, "The second of two pages says that there is more.");
    }

    private static async Task Limits(IPathwaysStore store)
    {
        foreach (var limit in new[] { 0, 1001 })
        {
            foreach (var (list, what) in new (Func<Task>, string)[]
            {
                (() => store.ListAsync(North, new OpportunityQuery { Limit = limit }).AsTask(), "opportunities"), (() => store.ListAsync(North, new PlacementQuery { Limit = limit }).AsTask(), "placements"),
                (() => store.ListAsync(North, new DocumentQuery { Limit = limit }).AsTask(), "documents"), (() => store.ListAsync(North, new HoursQuery { Limit = limit }).AsTask(), "hours"),
                (() => store.ListAsync(North, new MatchRunQuery { Limit = limit }).AsTask(), "match runs"), (() => store.ListAsync(North, new RecordQuery { Limit = limit }).AsTask(), "records"),
                (() => store.ListAsync(North, new PartnerQuery { Limit = limit }).AsTask(), "partners"), (() => store.ListAsync(North, new AuditQuery { Limit = limit }).AsTask(), "the audit log"),
                (() => store.ListAsync(North, new SealQuery { Limit = limit }).AsTask(), "seals"),
            })
            {
                await Check.Throws<ArgumentOutOfRangeException>(list, $"A limit of {limit} for {what}").ConfigureAwait(false);
            }
        }
    }
}
