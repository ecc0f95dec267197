namespace Pathways.Campaign;

/// <summary>What must hold in a store after anything.</summary>
/// <param name="Transitions">How many changes were saved.</param>
/// <param name="WithoutOneLine">Things and versions that have not exactly one line in the audit log.</param>
/// <param name="WithoutOneEvent">Lines that have not exactly one event.</param>
/// <param name="Broken">Links of the audit log that do not hold.</param>
/// <param name="Oversold">Opportunities with more seats taken than there are.</param>
/// <param name="WrongSeats">Seats without the application that has them, or applications without the seat they must have.</param>
/// <param name="Overlapping">Pairs of exclusive placements of one student on the same days.</param>
internal sealed record Invariants(int Transitions, int WithoutOneLine, int WithoutOneEvent, int Broken, int Oversold, int WrongSeats, int Overlapping)
{
    /// <summary>Reads everything of a tenant, takes its events, and counts.</summary>
    public static async Task<Invariants> ReadAsync(IPathwaysStore store, TenantScope scope)
    {
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        var listings = await AllAsync(new OpportunityQuery { Limit = 1000 }, query => store.ListAsync(scope, query), (query, from) => query with { From = from });
        var applications = await AllAsync(new ApplicationQuery { Limit = 1000 }, query => store.ListAsync(scope, query), (query, from) => query with { From = from });
        var placements = await AllAsync(new PlacementQuery { Limit = 1000 }, query => store.ListAsync(scope, query), (query, from) => query with { From = from });
        var hours = await AllAsync(new HoursQuery { Limit = 1000 }, query => store.ListAsync(scope, query), (query, from) => query with { From = from });
        var entries = await AllAsync(new RecordQuery { Limit = 1000 }, query => store.ListAsync(scope, query), (query, from) => query with { From = from });
        var documents = await AllAsync(new DocumentQuery { Limit = 1000 }, query => store.ListAsync(scope, query), (query, from) => query with { From = from });
        var runs = await AllAsync(new MatchRunQuery { Limit = 1000 }, query => store.ListAsync(scope, query), (query, from) => query with { From = from });
        var partners = await AllAsync(new PartnerQuery { Limit = 1000 }, query => store.ListAsync(scope, query), (query, from) => query with { From = from });
        foreach (var value in (IEnumerable<IStored>)[.. listings, .. applications, .. placements, .. hours, .. entries, .. documents, .. runs, .. partners])
        {
            versions.Add(value.Subject, value.Version);
        }

        var lines = await AllAsync(new AuditQuery { Limit = 1000 }, query => store.ListAsync(scope, query), (query, from) => query with { From = from });
        var events = new List<TransitionEvent>();
        while (await store.PendingAsync(scope, 1000) is { IsEmpty: false } pending)
        {
            events.AddRange(pending.Select(waiting => waiting.Event));
            await store.MarkTakenAsync(scope, [.. pending.Select(waiting => waiting.Position)]);
        }

        // What was deleted has a line of its end and is not there any more.
        var ended = lines.Where(entry => entry.Line.Trigger == "Delete").ToDictionary(entry => entry.Line.Subject, entry => entry.Line.Version, StringComparer.Ordinal);
        var alive = ended.Keys.Count(versions.ContainsKey);
        var wanted = versions.Concat(ended).SelectMany(pair => Enumerable.Range(1, pair.Value).Select(version => (pair.Key, version))).ToHashSet();
        var found = lines.Select(entry => (entry.Line.Subject, entry.Line.Version)).ToList();
        var told = events.Select(happened => (happened.Subject, happened.Version)).ToList();
        var verdict = await AuditVerifier.VerifyAsync(store, scope);
        var (oversold, wrongSeats) = await SeatsAsync(store, scope, listings, applications);
        return new(
            wanted.Count,
            alive + wanted.Except(found).Count() + found.Except(wanted).Count() + (found.Count - found.Distinct().Count()),
            found.Except(told).Count() + told.Except(found).Count() + (told.Count - told.Distinct().Count()),
            verdict.Findings.Length, oversold, wrongSeats, Overlaps(placements));
    }

    public DrillResult Into(DrillResult result) => result
        .None("without exactly one audit line", WithoutOneLine).None("without exactly one event", WithoutOneEvent).None("broken chains", Broken)
        .None("oversubscribed", Oversold).None("seats wrong", WrongSeats).None("overlapping pairs", Overlapping);

    public static int Overlaps(IEnumerable<Placement> placements)
    {
        var pairs = 0;
        foreach (var own in placements.Where(placement => placement is { IsExclusive: true, IsLive: true }).GroupBy(placement => placement.Student))
        {
            var sorted = own.OrderBy(placement => placement.Dates.Start).ToList();
            pairs += sorted.SelectMany((one, at) => sorted.Skip(at + 1).Select(other => (one, other))).Count(pair => pair.other.Dates.Start <= pair.one.Dates.End);
        }

        return pairs;
    }

    public static async Task<List<T>> AllAsync<T, TQuery>(TQuery query, Func<TQuery, ValueTask<Page<T>>> list, Func<TQuery, PageCursor, TQuery> at)
    {
        var all = new List<T>();
        while (true)
        {
            var page = await list(query);
            all.AddRange(page.Items);
            if (page.Next is not { } next)
            {
                return all;
            }

            query = at(query, next);
        }
    }

    private static async Task<(int Oversold, int Wrong)> SeatsAsync(IPathwaysStore store, TenantScope scope, List<OpportunityListing> listings, List<Application> applications)
    {
        var (oversold, wrong) = (0, 0);
        var due = applications.Where(application => application.State is ApplicationState.Offered or ApplicationState.Accepted)
            .GroupBy(application => application.Opportunity)
            .ToDictionary(group => group.Key, group => group.Select(application => (application.Subject, application.State == ApplicationState.Accepted)).ToHashSet());
        foreach (var listing in listings)
        {
            var seats = await store.ListSeatsAsync(scope, listing.Id);
            var count = await store.CountSeatsAsync(scope, listing.Id);
            oversold += seats.Length > listing.Offer.Seats ? 1 : 0;
            var taken = seats.Select(seat => (seat.Holder, seat.IsFilled)).ToHashSet();
            var wanted = due.GetValueOrDefault(listing.Id, []);
            wrong += taken.Except(wanted).Count() + wanted.Except(taken).Count();
            wrong += count.Held + count.Filled == seats.Length && count.Filled == seats.Count(seat => seat.IsFilled) ? 0 : 1;
        }

        return (oversold, wrong);
    }
}
