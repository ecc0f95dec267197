using Pathways.Testing;

namespace Pathways.Campaign;

/// <summary>Who calls, and where pages of the other tenant are.</summary>
internal sealed record Caller(IPathwaysStore Store, TenantScope Scope, (IPathwaysStore Store, TenantScope Scope) Neighbour);

/// <summary>Any call of a store, drawn by chance, with names that another tenant uses too. The answer is text that says everything but positions in the outbox.</summary>
internal static class AnyCall
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 9, 1, 12, 0);

    // A method of a port each, by turns: what is asked and what is saved.
    private static readonly Func<Random, string, long[], Func<Caller, Task<string>>>[] Calls =
    [
        (_, id, _) => async caller => StoredText.Of(await caller.Store.FindAsync(caller.Scope, OpportunityId.From(id))),
        (_, id, _) => async caller => StoredText.Of(await caller.Store.FindAsync(caller.Scope, StudentApplicationId.From(id))),
        (_, id, _) => async caller => StoredText.Of(await caller.Store.FindAsync(caller.Scope, PlacementId.From(id))),
        (_, id, _) => async caller => StoredText.Of(await caller.Store.FindAsync(caller.Scope, DocumentId.From(id))),
        (_, id, _) => async caller => StoredText.Of(await caller.Store.FindAsync(caller.Scope, HoursEntryId.From(id))),
        (_, id, _) => async caller => StoredText.Of(await caller.Store.FindAsync(caller.Scope, MatchRunId.From(id))),
        (_, id, _) => async caller => StoredText.Of(await caller.Store.FindAsync(caller.Scope, StudentId.From(id), EntryId.From(id))),
        (_, id, _) => async caller => StoredText.Of(await caller.Store.FindAsync(caller.Scope, PartnerId.From(id))),
        (chance, id, _) => Query(new OpportunityQuery { Partner = chance.Next(2) == 0 ? PartnerId.From("hospital") : null }, chance, (store, scope, query) => store.ListAsync(scope, query)),
        (chance, id, _) => Query(new ApplicationQuery { Opportunity = chance.Next(2) == 0 ? OpportunityId.From(id) : null }, chance, (store, scope, query) => store.ListAsync(scope, query)),
        (chance, id, _) => Query(new PlacementQuery { Student = chance.Next(2) == 0 ? StudentId.From(id) : null }, chance, (store, scope, query) => store.ListAsync(scope, query)),
        (chance, id, _) => Query(new DocumentQuery { Placement = chance.Next(2) == 0 ? PlacementId.From(id) : null }, chance, (store, scope, query) => store.ListAsync(scope, query)),
        (chance, id, _) => Query(new HoursQuery { Placement = chance.Next(2) == 0 ? PlacementId.From(id) : null }, chance, (store, scope, query) => store.ListAsync(scope, query)),
        (chance, _, _) => Query(new MatchRunQuery(), chance, (store, scope, query) => store.ListAsync(scope, query)),
        (chance, id, _) => Query(new RecordQuery { Student = chance.Next(2) == 0 ? StudentId.From(id) : null }, chance, (store, scope, query) => store.ListAsync(scope, query)),
        (chance, _, _) => Query(new PartnerQuery(), chance, (store, scope, query) => store.ListAsync(scope, query)),
        (_, id, _) => async caller => $"{await caller.Store.CountSeatsAsync(caller.Scope, OpportunityId.From(id))} {string.Join(' ', await caller.Store.ListSeatsAsync(caller.Scope, OpportunityId.From(id)))}",
        (_, id, _) => async caller => string.Join('\n', await caller.Store.HistoryAsync(caller.Scope, $"application/{id}")),
        (_, id, _) => async caller => string.Join('\n', (await caller.Store.ListAsync(caller.Scope, new AuditQuery { Subject = $"opportunity/{id}", Limit = 1000 })).Items),
        (_, _, _) => async caller => string.Join(' ', (await caller.Store.ListAsync(caller.Scope, new SealQuery { Limit = 1000 })).Items.Select(seal => seal.Hash)),
        (_, id, _) => async caller => await caller.Store.FindCommandAsync(caller.Scope, CommandKey.From(id)) is { } carriedOut ? $"{carriedOut.Digest} {StoredText.Of(carriedOut.Receipt)}" : "nothing",
        (_, id, _) => async caller => $"{await caller.Store.StateAsync(caller.Scope, $"student/{id}")} {await caller.Store.StateAsync(caller.Scope, $"hours-entry/{id}")}",
        (chance, _, _) => Forget(chance.Next(20) == 0 ? Noon.Plus(Duration.FromDays(400)) : Noon.Minus(Duration.FromDays(30))),
        (_, id, _) => async caller => $"{await caller.Store.TryReceiveAsync(caller.Scope, ForeignThings.Message(id))}",
        (_, _, _) => async caller => (await caller.Store.SealAsync(caller.Scope, Noon))?.Hash ?? "nothing to seal",
        (_, _, positions) => caller => TakeAsync(caller, positions),
        .. Enumerable.Repeat<Func<Random, string, long[], Func<Caller, Task<string>>>>((chance, id, _) => Save(chance, id), 12),
    ];

    public static Func<Caller, Task<string>> Draw(Random chance, long[] positions) =>
        Calls[chance.Next(Calls.Length)](chance, ForeignThings.Ids[chance.Next(ForeignThings.Ids.Length)], positions);

    private static Func<Caller, Task<string>> Query<T, TQuery>(
        TQuery query, Random chance, Func<IPathwaysStore, TenantScope, TQuery, ValueTask<Page<T>>> list)
        where T : class, IStored
        where TQuery : StoreQuery
    {
        var (limit, skipped) = (chance.Next(1, 30), chance.Next(-8, 8));
        return async caller =>
        {
            // The mark of a page of the other tenant, which names a thing that this one may have too.
            var mark = skipped > 0 ? (await list(caller.Neighbour.Store, caller.Neighbour.Scope, query with { Limit = skipped })).Next : null;
            var page = await list(caller.Store, caller.Scope, query with { Limit = limit, From = mark });
            return $"{string.Join('\n', page.Items.Select(StoredText.Of))} {page.HasMore}";
        };
    }

    private static Func<Caller, Task<string>> Forget(Instant before) => async caller => $"{await caller.Store.ForgetAsync(caller.Scope, before)}";

    // Takes its own events, and names positions of the other's, which are none of its own.
    private static async Task<string> TakeAsync(Caller caller, long[] foreign)
    {
        var (store, scope, _) = caller;
        var pending = await store.PendingAsync(scope, 1000);
        var known = pending.Select(waiting => waiting.Position).ToHashSet();
        await store.MarkTakenAsync(scope, [.. known, .. store is InMemoryPathwaysStore ? [] : foreign.Where(position => !known.Contains(position))]);
        return string.Join('\n', pending.Select(waiting => waiting.MessageId));
    }

    private static Func<Caller, Task<string>> Save(Random chance, string id)
    {
        var (kind, fresh, number) = (chance.Next(9), $"n{chance.Next(400)}", chance.Next(40));
        var stamp = chance.Next(2) == 0 ? Things.Stamp(chance.Next(4) == 0 ? id : $"k{chance.Next(4000)}") : null;
        SavedVersion? fence = kind > 1 && chance.Next(8) == 0 ? new($"opportunity/{id}", 1) : null;
        return async caller =>
        {
            var (store, scope, _) = caller;
            var commit = kind switch
            {
                0 or 1 => await store.FindAsync(scope, OpportunityId.From(id)) is { } listing
                    ? Things.Saving(listing with { Version = listing.Version + 1, Offer = listing.Offer with { Seats = 3 + (number % 5) } })
                    : null,
                2 => Things.Saving(Things.Application(fresh, id, id)) with { Seats = [Things.Seat(SeatMove.Hold, $"application/{fresh}", id)] },
                3 => await store.FindAsync(scope, StudentApplicationId.From(number % 4 == 0 ? id : fresh)) is { State: ApplicationState.Offered } held
                    ? Things.Saving(held with { Version = held.Version + 1, State = ApplicationState.Declined }) with { Seats = [Things.Seat(SeatMove.Release, held.Subject, held.Opportunity.Value)] }
                    : null,
                4 => Things.Saving(Things.Placement(fresh, id, id, Days(number))),
                5 => Things.Saving(Things.Hours(fresh, id, id)),
                6 => await store.FindAsync(scope, HoursEntryId.From(number % 4 == 0 ? id : fresh)) is { } entry ? Things.Deleting(entry) : null,
                7 => Things.Saving(Things.Entry(fresh, id)),
                _ => await store.FindAsync(scope, PartnerId.From(id)) is { } partner
                    ? Things.Saving(partner with { Version = partner.Version + 1, State = number % 2 == 0 ? PartnerState.Active : PartnerState.Dormant })
                    : null,
            };
            return commit is null ? "nothing to save" : StoredText.Of(await store.CommitAsync(scope, commit with { Command = stamp, Unchanged = fence is { } named ? [named] : [] }));
        };
    }

    private static DateInterval Days(int number) => new(Things.Fall.End.PlusDays(1 + (number * 10)), Things.Fall.End.PlusDays(20 + (number * 10)));
}
