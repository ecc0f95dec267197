namespace Pathways.Placements;

/// <summary>Brings about what time alone does: offers that nobody answered end, and so do applications whose season is over; documents expire, and work stops for them.</summary>
/// <remarks>Run it as often as wanted, from several processes at once if need be: what is done is not done again.</remarks>
/// <param name="store">Where changes are saved.</param>
/// <param name="opportunities">The opportunities.</param>
/// <param name="applications">The applications.</param>
/// <param name="placements">The placements.</param>
/// <param name="documents">The documents.</param>
/// <param name="listings">Moves opportunities.</param>
/// <param name="papers">Moves documents.</param>
/// <param name="work">Moves placements.</param>
/// <param name="districts">The districts' rules.</param>
/// <param name="clock">The time.</param>
public sealed class ClockService(
    ICommitStore store, IOpportunityStore opportunities, IApplicationStore applications, IPlacementStore placements, IDocumentStore documents,
    OpportunityService listings, DocumentService papers, PlacementService work, IDistrictRules districts, IClock clock)
{
    private readonly CommandLoop _loop = new(store);

    /// <summary>Brings about everything that is due for a tenant.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="cancellationToken">Stops between two changes; what was done stays.</param>
    /// <exception cref="AggregateException">Something could not be done; everything else is done.</exception>
    public async ValueTask<ClockSweep> SweepAsync(TenantScope scope, CancellationToken cancellationToken = default)
    {
        // Documents and placements first: work that must stop stops, whatever else goes wrong.
        var faults = new List<Exception>();
        var (opened, moved, followed) = (0, 0, 0);
        await foreach (var document in Pages.AllAsync(
            new DocumentQuery { States = [.. DocumentLifecycle.Table.States.Except(DocumentLifecycle.Table.EndStates)], Limit = 1000 },
            (query, token) => documents.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
        {
            moved += await TryAsync(() => papers.BringAboutAsync(scope, document, cancellationToken)).ConfigureAwait(false);
        }

        await foreach (var placement in Pages.AllAsync(
            new PlacementQuery { States = PlacementDecisions.StatesWithFollowUps, Limit = 1000 },
            (query, token) => placements.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
        {
            if (!PlacementDecisions.HasFollowUps(placement))
            {
                continue;
            }

            followed += await TryAsync(async () => await work.FollowUpAsync(scope, placement.Id, cancellationToken).ConfigureAwait(false) is null ? 0 : 1).ConfigureAwait(false);
        }

        await foreach (var listing in Pages.AllAsync(
            new OpportunityQuery { States = [OpportunityState.Published, OpportunityState.Full, OpportunityState.Suspended], Limit = 1000 },
            (query, token) => opportunities.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
        {
            opened += await TryAsync(async () => await listings.FollowUpAsync(scope, listing.Id, cancellationToken).ConfigureAwait(false) ? 1 : 0).ConfigureAwait(false);
        }

        var (expired, lapsed) = (0, 0);
        await TryAsync(async () =>
        {
            await SweepApplicationsAsync(scope, faults, () => expired++, () => lapsed++, cancellationToken).ConfigureAwait(false);
            return 0;
        }).ConfigureAwait(false);
        return faults.Count == 0
            ? new(expired, lapsed) { OpportunitiesMoved = opened, DocumentsMoved = moved, PlacementsMoved = followed }
            : throw NotAllDone(faults);

        ValueTask<int> TryAsync(Func<ValueTask<int>> act) => ClockService.TryAsync(faults, act);
    }

    /// <summary>Brings about everything that is due in a tenant's applications.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="cancellationToken">Stops between two changes; what was done stays.</param>
    /// <exception cref="AggregateException">Something could not be done; everything else is done.</exception>
    public async ValueTask<ClockSweep> SweepApplicationsAsync(TenantScope scope, CancellationToken cancellationToken = default)
    {
        var faults = new List<Exception>();
        var (expired, lapsed) = (0, 0);
        await SweepApplicationsAsync(scope, faults, () => expired++, () => lapsed++, cancellationToken).ConfigureAwait(false);
        return faults.Count == 0 ? new(expired, lapsed) : throw NotAllDone(faults);
    }

    private static AggregateException NotAllDone(List<Exception> faults) => new("Some of what is due could not be done; the rest is done.", faults);

    private static async ValueTask<int> TryAsync(List<Exception> faults, Func<ValueTask<int>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            faults.Add(fault);
            return 0;
        }
    }

    private async ValueTask SweepApplicationsAsync(TenantScope scope, List<Exception> faults, Action expired, Action lapsed, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
        var today = now.InZone(rules.Zone).Date;
        await SweepPagesAsync(scope, new() { OfferExpiresBy = now, Limit = 1000 }, new ApplicationFacts { Now = now }, null, faults, expired, cancellationToken).ConfigureAwait(false);
        foreach (var season in rules.Seasons.Keys.Order().Where(season => rules.IsOver(season, today)))
        {
            await foreach (var listing in Pages.AllAsync(
                new OpportunityQuery { Season = season, Limit = 1000 }, (query, token) => opportunities.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
            {
                var live = new ApplicationQuery { Opportunity = listing.Id, Limit = 1000, States = Live };
                await SweepPagesAsync(scope, live, new() { Now = now, SeasonClosed = true }, season, faults, lapsed, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static ImmutableArray<ApplicationState> Live { get; } = [.. ApplicationLifecycle.Table.States.Except(ApplicationLifecycle.Table.EndStates)];

    // Each by itself: one that cannot be brought about must not keep the others waiting for ever.
    private async ValueTask SweepPagesAsync(
        TenantScope scope, ApplicationQuery due, ApplicationFacts facts, SeasonId? season, List<Exception> faults, Action done, CancellationToken cancellationToken)
    {
        await foreach (var application in Pages.AllAsync(due, (query, token) => applications.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
        {
            await TryAsync(faults, async () =>
            {
                if (await BringAboutAsync(scope, application, facts, season, cancellationToken).ConfigureAwait(false))
                {
                    done();
                }

                return 0;
            }).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> BringAboutAsync(TenantScope scope, Application application, ApplicationFacts facts, SeasonId? season, CancellationToken cancellationToken)
    {
        var outcome = await _loop.RunAsync(
            scope, null, application.Subject, () => applications.FindAsync(scope, application.Id, cancellationToken),
            async (found, grounds) => found is not null && await IsInSeasonAsync(found, grounds).ConfigureAwait(false) && ApplicationDecisions.DueAt(found, facts) is [var due, ..]
                ? Verdict<Application>.Of(AccessGuard.AskPlatform(TriggerOperations.Of(due)), () => ApplicationDecisions.Advance(found, due, facts, Actor.Clock))
                : Verdict<Application>.No(), // somebody answered in the meantime
            cancellationToken).ConfigureAwait(false);
        return outcome is ServiceOutcome<Application>.Done;

        async ValueTask<bool> IsInSeasonAsync(Application found, Grounds grounds) =>
            season is null || grounds.On(await opportunities.FindAsync(scope, found.Opportunity, cancellationToken).ConfigureAwait(false))?.Season == season;
    }
}

/// <summary>What time brought about.</summary>
/// <param name="OffersExpired">How many offers ended because nobody answered.</param>
/// <param name="ApplicationsLapsed">How many applications ended because their season is over.</param>
public readonly record struct ClockSweep(int OffersExpired, int ApplicationsLapsed)
{
    /// <summary>How many opportunities became full, open again or closed.</summary>
    public int OpportunitiesMoved { get; init; }

    /// <summary>How many steps documents took: nearly over, over, not needed any more.</summary>
    public int DocumentsMoved { get; init; }

    /// <summary>How many placements were paused, or had forms opened, locked or closed.</summary>
    public int PlacementsMoved { get; init; }
}
