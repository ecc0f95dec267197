using static Pathways.Testing.Things;

namespace Pathways.Testing;

/// <summary>No tenant reads or changes what another keeps.</summary>
internal static class TenantCases
{
    public static ImmutableArray<NamedCase> All { get; } =
    [
        new("Nothing of one tenant is read by another", ReadsNone),
        new("The same identifier in two tenants names two things", SameName),
        new("Seats of one tenant are not those of another", Seats),
    ];

    private static async Task ReadsNone(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Application("a1"), Placement("p1"), Document("d1"), Hours("h1")) with { Command = Stamp("k") }).ConfigureAwait(false);
        Check.Same(null, await store.FindAsync(South, OpportunityId.From("clinic")).ConfigureAwait(false), "An opportunity of another tenant");
        Check.Same(null, await store.FindAsync(South, StudentApplicationId.From("a1")).ConfigureAwait(false), "An application of another tenant");
        Check.Same(null, await store.FindAsync(South, PlacementId.From("p1")).ConfigureAwait(false), "A placement of another tenant");
        Check.Same(null, await store.FindAsync(South, DocumentId.From("d1")).ConfigureAwait(false), "A document of another tenant");
        Check.Same(null, await store.FindAsync(South, HoursEntryId.From("h1")).ConfigureAwait(false), "Hours of another tenant");
        Check.Same(null, await store.FindCommandAsync(South, CommandKey.From("k")).ConfigureAwait(false), "A request of another tenant");
        Check.Same(0, (await store.ListAsync(South, new OpportunityQuery()).ConfigureAwait(false)).Items.Length, "Opportunities of another tenant");
        Check.Same(0, (await store.ListAsync(South, new ApplicationQuery()).ConfigureAwait(false)).Items.Length, "Applications of another tenant");
        Check.Same(0, (await store.ListAsync(South, new PlacementQuery()).ConfigureAwait(false)).Items.Length, "Placements of another tenant");
        Check.Same(0, (await store.ListAsync(South, new DocumentQuery()).ConfigureAwait(false)).Items.Length, "Documents of another tenant");
        Check.Same(0, (await store.ListAsync(South, new HoursQuery()).ConfigureAwait(false)).Items.Length, "Hours of another tenant");
        Check.Same(0, (await store.HistoryAsync(South, "application/a1").ConfigureAwait(false)).Length, "The audit log of another tenant");
        Check.Same(0, (await store.PendingAsync(South, 10).ConfigureAwait(false)).Length, "Events of another tenant");
        await store.MarkTakenAsync(South, [.. (await store.PendingAsync(North, 10).ConfigureAwait(false)).Select(pending => pending.Position)]).ConfigureAwait(false);
        Check.Same(5, (await store.PendingAsync(North, 10).ConfigureAwait(false)).Length, "Events after another tenant took them");
    }

    private static async Task SameName(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Application("a1"))).ConfigureAwait(false);
        await store.MustSaveAsync(South, Saving(Application("a1", "ben"))).ConfigureAwait(false);
        await store.MustSaveAsync(South, Saving(Application("a1", "ben") with { Version = 2 })).ConfigureAwait(false);
        Check.Same(Application("a1"), await store.FindAsync(North, StudentApplicationId.From("a1")).ConfigureAwait(false), "The application of the first tenant");
    }

    private static async Task Seats(IPathwaysStore store)
    {
        await store.MustSaveAsync(North, Saving(Listing("clinic", 1), Application("a1")) with { Seats = [Hold("application/a1")] }).ConfigureAwait(false);
        await store.MustSaveAsync(South, Saving(Listing("clinic", 1))).ConfigureAwait(false);
        Check.Same(1, (await store.CountSeatsAsync(South, OpportunityId.From("clinic")).ConfigureAwait(false)).Free, "The free seats of the second tenant");
    }
}
