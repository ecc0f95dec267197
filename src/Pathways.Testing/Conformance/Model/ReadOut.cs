namespace Pathways.Testing;

/// <summary>Reads everything out of a store, and says where it is not what the model says.</summary>
internal static class ReadOut
{
    public static async Task MustBeAsync(IPathwaysStore store, TenantScope scope, StoreModel model, string when)
    {
        await ThingsAsync(store, scope, model, when).ConfigureAwait(false);
        foreach (var (subject, version) in model.Deleted)
        {
            var state = await store.StateAsync(scope, subject).ConfigureAwait(false);
            Check.That(state.IsDeleted, $"{when}: {subject} was deleted, and the store does not say so.");
            if (StoredSubject.FindStudent(subject) is null)
            {
                Check.Same(version, state.Version, $"{when}: the last version of {subject}");
            }
        }

        foreach (var (student, version) in model.Students.Where(pair => !model.Deleted.ContainsKey(pair.Key)))
        {
            Check.Same(new SubjectState(student, version, IsDeleted: false), await store.StateAsync(scope, student).ConfigureAwait(false), $"{when}: the state of {student}");
        }

        var opportunities = model.Seats.Keys.Select(place => place.Opportunity).Concat(model.Things.Values.OfType<OpportunityListing>().Select(listing => listing.Id)).Distinct();
        foreach (var id in opportunities)
        {
            await SeatsAsync(store, scope, model, id, when).ConfigureAwait(false);
        }

        await LogAsync(store, scope, model, when).ConfigureAwait(false);
        foreach (var (key, carried) in model.Commands)
        {
            var found = await store.FindCommandAsync(scope, key).ConfigureAwait(false);
            Check.Same(
                $"{carried.Digest} {StoredText.Of(carried.Receipt)} {carried.At}", found is null ? "nothing" : $"{found.Digest} {StoredText.Of(found.Receipt)} {found.At}", $"{when}: the request {key}");
        }
    }

    private static async Task ThingsAsync(IPathwaysStore store, TenantScope scope, StoreModel model, string when)
    {
        foreach (var value in model.Things.Values)
        {
            Check.Same(StoredText.Of(value), StoredText.Of(await store.FindLikeAsync(scope, value).ConfigureAwait(false)), $"{when}: {value.Subject}");
            Check.Same(new SubjectState(value.Subject, value.Version, IsDeleted: false), await store.StateAsync(scope, value.Subject).ConfigureAwait(false), $"{when}: the state of {value.Subject}");
        }

        await Listed<OpportunityListing, OpportunityQuery>(new() { Limit = 2 }, query => store.ListAsync(scope, query), value => value.Id.Value).ConfigureAwait(false);
        await Listed<Application, ApplicationQuery>(new() { Limit = 2 }, query => store.ListAsync(scope, query), value => value.Id.Value).ConfigureAwait(false);
        await Listed<Placement, PlacementQuery>(new() { Limit = 2 }, query => store.ListAsync(scope, query), value => value.Id.Value).ConfigureAwait(false);
        await Listed<PlacementDocument, DocumentQuery>(new(), query => store.ListAsync(scope, query), value => value.Id.Value).ConfigureAwait(false);
        await Listed<HoursEntry, HoursQuery>(new(), query => store.ListAsync(scope, query), value => value.Id.Value).ConfigureAwait(false);
        await Listed<MatchRun, MatchRunQuery>(new(), query => store.ListAsync(scope, query), value => value.Id.Value).ConfigureAwait(false);
        await Listed<StudentRecordEntry, RecordQuery>(new(), query => store.ListAsync(scope, query), value => value.Subject).ConfigureAwait(false);
        await Listed<PartnerListing, PartnerQuery>(new(), query => store.ListAsync(scope, query), value => value.Id.Value).ConfigureAwait(false);

        async Task Listed<T, TQuery>(TQuery all, Func<TQuery, ValueTask<Page<T>>> list, Func<T, string> idOf)
            where T : class, IStored
            where TQuery : StoreQuery => Check.Sequence(
            model.Things.Values.OfType<T>().OrderBy(idOf, StringComparer.Ordinal).Select(value => StoredText.Of(value)),
            (await StoredText.AllAsync(all, list).ConfigureAwait(false)).Select(value => StoredText.Of(value)), $"{when}: the list of every {typeof(T).Name}");
    }

    private static async Task SeatsAsync(IPathwaysStore store, TenantScope scope, StoreModel model, OpportunityId id, string when)
    {
        var seats = model.Seats.Where(pair => pair.Key.Opportunity == id).OrderBy(pair => pair.Key.Holder, StringComparer.Ordinal).ToList();
        var filled = seats.Count(pair => pair.Value.IsFilled);
        Check.Same(new SeatCount(id, model.Capacity(id), seats.Count - filled, filled), await store.CountSeatsAsync(scope, id).ConfigureAwait(false), $"{when}: the seats of {id}");
        Check.Sequence(
            seats.Select(pair => new SeatHolding(id, pair.Key.Holder, pair.Value.IsFilled, pair.Value.Until)), await store.ListSeatsAsync(scope, id).ConfigureAwait(false),
            $"{when}: who has a seat of {id}");
    }

    private static async Task LogAsync(IPathwaysStore store, TenantScope scope, StoreModel model, string when)
    {
        var expected = new List<AuditEntry>();
        foreach (var chain in model.Audit.GroupBy(line => line.Subject, StringComparer.Ordinal).OrderBy(chain => chain.Key, StringComparer.Ordinal))
        {
            var (link, number) = (AuditChain.Start(scope.Tenant, chain.Key), 0);
            expected.AddRange(chain.Select(line => new AuditEntry(line, ++number, link = AuditChain.Next(link, number, line))));
            Check.Sequence(chain, await store.HistoryAsync(scope, chain.Key).ConfigureAwait(false), $"{when}: the history of {chain.Key}");
        }

        Check.Sequence(expected, await StoredText.AllAsync(new AuditQuery { Limit = 7 }, query => store.ListAsync(scope, query)).ConfigureAwait(false), $"{when}: the audit log");
        var pending = await store.PendingAsync(scope, 1000).ConfigureAwait(false);
        Check.Sequence(model.Events, pending.Select(waiting => waiting.Event), $"{when}: the events");
        Check.That(pending.Zip(pending.Skip(1)).All(pair => pair.First.Position < pair.Second.Position), $"{when}: the positions of events do not grow.");
    }
}
