using Pathways.Testing;

namespace Pathways.Campaign;

/// <summary>What both tenants have under the same names, and everything of one as text.</summary>
internal static class ForeignThings
{
    public static readonly string[] Ids = [.. Enumerable.Range(0, 12).Select(at => $"x{at}")];

    private static readonly Instant Noon = Instant.FromUtc(2026, 9, 1, 12, 0);

    public static InboxMessage Message(string id) => new("lms", id, Noon);

    public static async Task FillAsync(IPathwaysStore store, TenantScope scope, string words, int seats)
    {
        foreach (var id in Ids)
        {
            await SavedAsync(Things.Saving(
                Listing(id, words, seats), Things.Application(id, id, id), Things.Placement(id, id, id, Things.Fall), Hours(id, words), Things.Entry(id, id), Things.Document(id, words),
                Things.Partner(id, words), Things.Run(id, words)) with
            {
                Seats = [Things.Seat(SeatMove.Hold, $"application/{id}", id)], Command = Things.Stamp(id),
            });
        }

        await store.SealAsync(scope, Noon);
        await store.TryReceiveAsync(scope, Message("x0"));

        async Task SavedAsync(Commit commit)
        {
            if (await store.CommitAsync(scope, commit) is var outcome and not CommitOutcome.Committed)
            {
                throw new InvalidOperationException(StoredText.Of(outcome));
            }
        }
    }

    public static OpportunityListing Listing(string id, string words, int seats) => Things.Listing(id, seats) is var listing ? listing with { Offer = listing.Offer with { Title = words } } : listing;

    public static HoursEntry Hours(string id, string words) => Things.Hours(id, id, id) with { Text = Note.From(words) };

    /// <summary>Everything of a tenant that can be read, without changing anything.</summary>
    public static async Task<string> TextAsync(IPathwaysStore store, TenantScope scope)
    {
        var all = new List<string>();
        var listings = (await store.ListAsync(scope, new OpportunityQuery { Limit = 1000 })).Items;
        foreach (var listing in listings)
        {
            all.AddRange((await store.ListSeatsAsync(scope, listing.Id)).Select(seat => $"{seat}"));
        }

        all.AddRange(listings.Select(StoredText.Of));
        all.AddRange((await store.ListAsync(scope, new ApplicationQuery { Limit = 1000 })).Items.Select(StoredText.Of));
        all.AddRange((await store.ListAsync(scope, new PlacementQuery { Limit = 1000 })).Items.Select(StoredText.Of));
        all.AddRange((await store.ListAsync(scope, new DocumentQuery { Limit = 1000 })).Items.Select(StoredText.Of));
        all.AddRange((await store.ListAsync(scope, new HoursQuery { Limit = 1000 })).Items.Select(StoredText.Of));
        all.AddRange((await store.ListAsync(scope, new MatchRunQuery { Limit = 1000 })).Items.Select(StoredText.Of));
        all.AddRange((await store.ListAsync(scope, new RecordQuery { Limit = 1000 })).Items.Select(StoredText.Of));
        all.AddRange((await store.ListAsync(scope, new PartnerQuery { Limit = 1000 })).Items.Select(StoredText.Of));
        all.AddRange((await store.ListAsync(scope, new AuditQuery { Limit = 1000 })).Items.Select(entry => $"{entry}"));
        all.AddRange((await store.ListAsync(scope, new SealQuery { Limit = 1000 })).Items.Select(seal => seal.Hash));
        all.AddRange((await store.PendingAsync(scope, 1000)).Select(waiting => $"{waiting.Position} {waiting.MessageId}"));
        foreach (var id in Ids)
        {
            all.Add($"{await store.FindCommandAsync(scope, CommandKey.From(id)) is not null} {await store.StateAsync(scope, $"student/{id}")}");
        }

        return string.Join('\n', all);
    }
}
