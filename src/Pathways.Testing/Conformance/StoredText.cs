using System.Text.Json;
using Pathways.Json;

namespace Pathways.Testing;

/// <summary>What is stored, as text: two things are the same when nothing of what they say differs.</summary>
internal static class StoredText
{
    public static string Of(IStored? value) => value switch
    {
        null => "nothing",
        OpportunityListing listing => JsonSerializer.Serialize(listing, StoredJsonContext.Default.OpportunityListing),
        Application application => JsonSerializer.Serialize(application, StoredJsonContext.Default.Application),
        Placement placement => JsonSerializer.Serialize(placement, StoredJsonContext.Default.Placement),
        PlacementDocument document => JsonSerializer.Serialize(document, StoredJsonContext.Default.PlacementDocument),
        HoursEntry entry => JsonSerializer.Serialize(entry, StoredJsonContext.Default.HoursEntry),
        MatchRun run => JsonSerializer.Serialize(run, StoredJsonContext.Default.MatchRun),
        StudentRecordEntry entry => JsonSerializer.Serialize(entry, StoredJsonContext.Default.StudentRecordEntry),
        PartnerListing partner => JsonSerializer.Serialize(partner, StoredJsonContext.Default.PartnerListing),
        _ => throw new ArgumentException($"{value.Subject} is of no kind that is stored.", nameof(value)),
    };

    public static string Of(CommitReceipt receipt) =>
        string.Join(", ", receipt.Saved.Select(saved => $"{saved.Subject} {saved.Version}").Concat(receipt.Deleted.Select(subject => $"{subject} deleted")));

    /// <summary>What came of a commit, with everything it says.</summary>
    public static string Of(CommitOutcome outcome) => outcome switch
    {
        CommitOutcome.Committed committed => $"Committed: {Of(committed.Receipt)}",
        CommitOutcome.Duplicate duplicate => $"Duplicate: {Of(duplicate.First)}",
        CommitOutcome.VersionConflict conflict => FormattableString.Invariant($"VersionConflict: {conflict.Subject} {conflict.Expected}, found {conflict.Found}"),
        CommitOutcome.KeyReused reused => $"KeyReused: {reused.Key}",
        CommitOutcome.Deleted deleted => $"Deleted: {deleted.Subject}",
        CommitOutcome.NoSeatLeft none => $"NoSeatLeft: {none.Opportunity}",
        CommitOutcome.Overlap overlap => $"Overlap: {overlap.Placement} and {overlap.Other}",
        CommitOutcome.TenantMismatch mismatch => $"TenantMismatch: {mismatch.Tenant}",
        _ => outcome.ToString(),
    };

    /// <summary>Finds a thing by what it is, as its own port does.</summary>
    public static async Task<IStored?> FindLikeAsync(this IPathwaysStore store, TenantScope scope, IStored value) => value switch
    {
        OpportunityListing listing => await store.FindAsync(scope, listing.Id).ConfigureAwait(false),
        Application application => await store.FindAsync(scope, application.Id).ConfigureAwait(false),
        Placement placement => await store.FindAsync(scope, placement.Id).ConfigureAwait(false),
        PlacementDocument document => await store.FindAsync(scope, document.Id).ConfigureAwait(false),
        HoursEntry entry => await store.FindAsync(scope, entry.Id).ConfigureAwait(false),
        MatchRun run => await store.FindAsync(scope, run.Id).ConfigureAwait(false),
        StudentRecordEntry entry => await store.FindAsync(scope, entry.Student, entry.Entry.Id).ConfigureAwait(false),
        PartnerListing partner => await store.FindAsync(scope, partner.Id).ConfigureAwait(false),
        _ => throw new ArgumentException($"{value.Subject} is of no kind that is stored.", nameof(value)),
    };

    /// <summary>The thing is there as it was saved.</summary>
    public static async Task MustHoldAsync(this IPathwaysStore store, TenantScope scope, IStored value) =>
        Check.Same(Of(value), Of(await store.FindLikeAsync(scope, value).ConfigureAwait(false)), value.Subject);

    /// <summary>The thing is not there.</summary>
    public static async Task MustLackAsync(this IPathwaysStore store, TenantScope scope, IStored value) =>
        Check.Same("nothing", Of(await store.FindLikeAsync(scope, value).ConfigureAwait(false)), value.Subject);

    /// <summary>Everything that a list gives, page by page.</summary>
    public static async Task<List<T>> AllAsync<T, TQuery>(TQuery query, Func<TQuery, ValueTask<Page<T>>> list)
        where TQuery : StoreQuery
    {
        var all = new List<T>();
        while (true)
        {
            var page = await list(query).ConfigureAwait(false);
            Check.That(page.Items.Length <= query.Limit, $"A page of {query.Limit} has {page.Items.Length} things.");
            Check.That(page.Next is null || page.Items.Length > 0, "A page with nothing on it says that there is more.");
            all.AddRange(page.Items);
            Check.That(all.Count < 100_000, "The pages have no end.");
            if (page.Next is not { } next)
            {
                return all;
            }

            query = query with { From = next };
        }
    }
}
