using System.Globalization;
using System.Text;

namespace Pathways.Testing.Tests;

/// <summary>Stores that commit rightly, and answer wrongly.</summary>
internal static class WrongReads
{
    public static IEnumerable<WrongStore> All =>
    [
        WrongStore.Of("the tenant is not looked at", () => new OneTenant(), "Nothing of one tenant is read by another"),
        WrongStore.Of("requests of all tenants share their keys", () => new SharedKeys(), "Tenants do not share keys"),
        WrongStore.Of("identifiers are compared without case", () => new FoldsCase(), "Awkward identifiers name things of their own, and are read back as they are"),
        WrongStore.Of("identifiers are composed before they are compared", () => new Composes(), "Awkward identifiers name things of their own, and are read back as they are"),
        WrongStore.Of("spaces at the end of identifiers are cut off", () => new Trims(), "Awkward identifiers name things of their own, and are read back as they are"),
        WrongStore.Of("a page that is not the last leaves out its last thing", () => new WrongPages((page, _) => page.HasMore ? page with { Items = page.Items[..^1] } : page), "Pages are in ordinal order of identifiers, without gap or repetition"),
        WrongStore.Of("pages are in an order without case", () => new WrongPages((page, _) => page with { Items = [.. page.Items.OrderBy(one => one.Id.Value, StringComparer.OrdinalIgnoreCase)] }), "Pages are in ordinal order of identifiers, without gap or repetition"),
        WrongStore.Of("identifiers are in the order of their UTF-8 bytes", () => new Utf8Order(), "Awkward identifiers are listed in ordinal order, in pages of any size"),
        WrongStore.Of("a page begins at a count of things, not behind a thing", () => new Offsets(), "Pages of any size give each thing once while others write"),
        WrongStore.Of("the last page says that there is more", () => new WrongPages((page, query) => page with { Next = page.Items.Length == query.Limit ? new PageCursor(page.Items[^1].Id.Value) : page.Next }), "A page says whether there is more"),
        WrongStore.Of("the days of a query are not looked at", () => new NoDays(), "Every two questions about placements select what both mean"),
        WrongStore.Of("each line of the audit log is linked to the beginning, not to the line before", () => new Unchained(), "The lines of a subject form a chain from its own beginning"),
        WrongStore.Of("a seal leaves out a chain", () => new ShortSeals(), "A seal is over exactly the chains that grew since the last one"),
        WrongStore.Of("the history of what was deleted is gone", () => new NoHistory(), "What was written about a thing stays when it is deleted"),
        WrongStore.Of("all requests are forgotten, not only old ones", () => new WrongForget(Instant.MaxValue), "Requests that are older than a moment are forgotten, and no others"),
        WrongStore.Of("nothing is ever forgotten", () => new WrongForget(Instant.MinValue), "Requests that are older than a moment are forgotten, and no others"),
        WrongStore.Of("every message comes for the first time", () => new NoInbox(), "A message comes for the first time once"),
        WrongStore.Of("an event that was handed out is gone", () => new TakesAtOnce(), "Events wait, oldest first, until they are taken"),
        WrongStore.Of("filled seats are not listed", () => new HeldOnly(), "Who has a seat is listed by holder, ordinally, with what is said of it"),
    ];

    private sealed class OneTenant : Wrong
    {
        protected override ValueTask<T> ReadAsync<T>(Func<IPathwaysStore, ValueTask<T>> read, CancellationToken cancellationToken) => read(new Everybody(Right));

        protected override ValueTask<T> WriteAsync<T>(Func<IPathwaysStore, ValueTask<T>> write, Func<T, bool> isChange, CancellationToken cancellationToken) => write(new Everybody(Right));
    }

    /// <summary>Everybody's data is one tenant's.</summary>
    private sealed class Everybody(InMemoryPathwaysStore right) : StoreWrapper
    {
        private static readonly TenantScope One = TenantScope.Of(TenantId.From("one"));

        public override ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default) => right.CommitAsync(One, commit, cancellationToken);

        public override ValueTask<Application?> FindAsync(TenantScope scope, StudentApplicationId id, CancellationToken cancellationToken = default) => right.FindAsync(One, id, cancellationToken);

        public override ValueTask<OpportunityListing?> FindAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) => right.FindAsync(One, id, cancellationToken);

        protected override ValueTask<T> ReadAsync<T>(Func<IPathwaysStore, ValueTask<T>> read, CancellationToken cancellationToken) => read(right);

        protected override ValueTask<T> WriteAsync<T>(Func<IPathwaysStore, ValueTask<T>> write, Func<T, bool> isChange, CancellationToken cancellationToken) => write(right);
    }

    private sealed class SharedKeys : Wrong
    {
        private readonly Dictionary<CommandKey, string> _keys = [];

        public override ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default) =>
            commit.Command is { } command && !_keys.TryAdd(command.Key, command.Digest) && _keys[command.Key] != command.Digest
                ? new(new CommitOutcome.KeyReused(command.Key))
                : base.CommitAsync(scope, commit, cancellationToken);
    }

    private abstract class OtherNames : Wrong
    {
        protected abstract string Name(string id);

        public override ValueTask<CommitOutcome> CommitAsync(TenantScope scope, Commit commit, CancellationToken cancellationToken = default) => base.CommitAsync(
            scope,
            commit with
            {
                Changes =
                [
                    .. commit.Changes.Select(change => change.Value is Application application
                        ? change with { Value = application with { Id = StudentApplicationId.From(Name(application.Id.Value)) } } : change),
                ],
            },
            cancellationToken);

        public override ValueTask<Application?> FindAsync(TenantScope scope, StudentApplicationId id, CancellationToken cancellationToken = default) =>
            base.FindAsync(scope, StudentApplicationId.From(Name(id.Value)), cancellationToken);
    }

    private sealed class FoldsCase : OtherNames
    {
        protected override string Name(string id) => id.ToUpperInvariant();
    }

    private sealed class Composes : OtherNames
    {
        protected override string Name(string id) => id.Replace("e\u0301", "\u00E9", StringComparison.Ordinal).Replace("\u212B", "\u00C5", StringComparison.Ordinal);
    }

    private sealed class Trims : OtherNames
    {
        protected override string Name(string id) => id.TrimEnd(' ');
    }

    private sealed class WrongPages(Func<Page<Application>, ApplicationQuery, Page<Application>> wrongly) : Wrong
    {
        public override async ValueTask<Page<Application>> ListAsync(TenantScope scope, ApplicationQuery query, CancellationToken cancellationToken = default) =>
            wrongly(await base.ListAsync(scope, query, cancellationToken), query);
    }

    private sealed class Utf8Order : Wrong
    {
        public override async ValueTask<Page<PartnerListing>> ListAsync(TenantScope scope, PartnerQuery query, CancellationToken cancellationToken = default)
        {
            var page = await base.ListAsync(scope, query, cancellationToken);
            return page with { Items = [.. page.Items.OrderBy(partner => Convert.ToHexString(Encoding.UTF8.GetBytes(partner.Id.Value)), StringComparer.Ordinal)] };
        }
    }

    private sealed class Offsets : Wrong
    {
        public override async ValueTask<Page<Application>> ListAsync(TenantScope scope, ApplicationQuery query, CancellationToken cancellationToken = default)
        {
            var all = (await base.ListAsync(scope, query with { From = null, Limit = 1000 }, cancellationToken)).Items;
            var start = query.From is { } from ? int.Parse(from.After, CultureInfo.InvariantCulture) : 0;
            var end = Math.Min(all.Length, start + query.Limit);
            return new(all[Math.Min(start, end)..end], end < all.Length ? new PageCursor(end.ToString(CultureInfo.InvariantCulture)) : null);
        }
    }

    private sealed class NoDays : Wrong
    {
        public override ValueTask<Page<Placement>> ListAsync(TenantScope scope, PlacementQuery query, CancellationToken cancellationToken = default) =>
            base.ListAsync(scope, query with { Days = null }, cancellationToken);
    }

    private sealed class Unchained : Wrong
    {
        public override async ValueTask<Page<AuditEntry>> ListAsync(TenantScope scope, AuditQuery query, CancellationToken cancellationToken = default)
        {
            var page = await base.ListAsync(scope, query, cancellationToken);
            return page with { Items = [.. page.Items.Select(entry => entry with { Hash = AuditChain.Next(AuditChain.Start(scope.Tenant, entry.Line.Subject), entry.Number, entry.Line) })] };
        }
    }

    private sealed class ShortSeals : Wrong
    {
        public override async ValueTask<AuditSeal?> SealAsync(TenantScope scope, Instant at, AuditSealKey? key = null, CancellationToken cancellationToken = default)
        {
            var seal = await base.SealAsync(scope, at, key, cancellationToken);
            return seal is { Heads.Length: > 1 } ? AuditSeal.Over(scope.Tenant, previous: null, at, seal.Heads[..^1], key) : seal;
        }
    }

    private sealed class NoHistory : Wrong
    {
        public override async ValueTask<ImmutableArray<AuditLine>> HistoryAsync(TenantScope scope, string subject, CancellationToken cancellationToken = default) =>
            (await StateAsync(scope, subject, cancellationToken)).IsDeleted ? [] : await base.HistoryAsync(scope, subject, cancellationToken);
    }

    private sealed class WrongForget(Instant before) : Wrong
    {
        public override ValueTask<int> ForgetAsync(TenantScope scope, Instant asked, CancellationToken cancellationToken = default) => base.ForgetAsync(scope, before, cancellationToken);
    }

    private sealed class NoInbox : Wrong
    {
        public override async ValueTask<bool> TryReceiveAsync(TenantScope scope, InboxMessage message, CancellationToken cancellationToken = default)
        {
            _ = await base.TryReceiveAsync(scope, message, cancellationToken);
            return true;
        }
    }

    private sealed class TakesAtOnce : Wrong
    {
        public override async ValueTask<ImmutableArray<OutboxEvent>> PendingAsync(TenantScope scope, int limit, CancellationToken cancellationToken = default)
        {
            var pending = await base.PendingAsync(scope, limit, cancellationToken);
            await MarkTakenAsync(scope, [.. pending.Select(waiting => waiting.Position)], cancellationToken);
            return pending;
        }
    }

    private sealed class HeldOnly : Wrong
    {
        public override async ValueTask<ImmutableArray<SeatHolding>> ListSeatsAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default) =>
            [.. (await base.ListSeatsAsync(scope, id, cancellationToken)).Where(seat => !seat.IsFilled)];
    }
}
