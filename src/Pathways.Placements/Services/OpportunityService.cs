using System.Text.Json;
using Pathways.Json;

namespace Pathways.Placements;

/// <summary>Writes and moves opportunities: loads, gathers what is known, decides by the table, and saves all of it at once.</summary>
/// <param name="store">Where changes are saved.</param>
/// <param name="opportunities">The opportunities.</param>
/// <param name="placements">The placements.</param>
/// <param name="partners">What the host knows of partners.</param>
/// <param name="districts">The districts' rules.</param>
/// <param name="directory">How people stand to students and partners.</param>
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
/// <param name="options">What the host chose.</param>
public sealed partial class OpportunityService(
    ICommitStore store, IOpportunityStore opportunities, IPlacementStore placements, IPartnerStanding partners, IDistrictRules districts, IAccessDirectory directory,
    IAuditStore audit, IClock clock, PlacementsOptions? options = null)
{
    private readonly CommandLoop _loop = new(store, options);
    private readonly AccessGuard _guard = new(directory);

    /// <summary>Puts a new opportunity down.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="key">The caller's name for the request.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="listing">The opportunity, as it is to begin.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<OpportunityListing>> WriteAsync(
        TenantScope scope, CommandKey key, Actor by, OpportunityListing listing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var text = JsonSerializer.Serialize(listing, StoredJsonContext.Default.OpportunityListing);
        var stamp = new CommandStamp(key, CommandDigest.Of("opportunity", "Write", text, by.Id.Value, by.Role.ToString()));
        var outcome = await _loop.RunAsync(
            scope, stamp, listing.Subject, () => opportunities.FindAsync(scope, listing.Id, cancellationToken),
            async (found, _) => new Asked<OpportunityListing>(await AskAsync(scope, by, Operation.WriteOpportunity, listing, cancellationToken).ConfigureAwait(false), listing),
            (found, written, access, _) => ValueTask.FromResult(
                found is null
                    ? Verdict<OpportunityListing>.Of(access, () => OpportunityDecisions.Write(written, by, clock.GetCurrentInstant()))
                    : Verdict<OpportunityListing>.No(ServiceRefusals.Taken(found.Subject))),
            cancellationToken).ConfigureAwait(false);
        return outcome.To(by);
    }

    /// <summary>Moves an opportunity.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<OpportunityListing>> AdvanceAsync(TenantScope scope, OpportunityCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var subject = $"opportunity/{command.Opportunity}";
        var outcome = await _loop.RunAsync(
            scope, command.Stamp, subject, () => opportunities.FindAsync(scope, command.Opportunity, cancellationToken), Ask, Decide, cancellationToken).ConfigureAwait(false);
        return outcome.To(command.By);

        async ValueTask<Asked<OpportunityListing>> Ask(OpportunityListing? found, Grounds grounds) => found is null
            ? Asked<OpportunityListing>.No(ServiceRefusals.Unknown(subject))
            : new(await AskAsync(scope, command.By, TriggerOperations.Of(command.Trigger), found, cancellationToken).ConfigureAwait(false), found);

        async ValueTask<Verdict<OpportunityListing>> Decide(OpportunityListing? found, OpportunityListing listing, AccessDecision.Allowed access, Grounds grounds)
        {
            if (command.ExpectedVersion is { } expected && expected != listing.Version)
            {
                return Verdict<OpportunityListing>.No(ServiceRefusals.Changed(subject, expected, listing.Version));
            }

            var facts = await FactsAsync(scope, listing, grounds, cancellationToken).ConfigureAwait(false) with { CommentGiven = command.HasComment };
            return Verdict<OpportunityListing>.Of(
                access, () => OpportunityDecisions.Advance(listing, command.Trigger, facts, command.By, clock.GetCurrentInstant(), command.Reason));
        }
    }

    /// <summary>Does what the platform does by itself: marks an opportunity full or open again, and closes it with its season.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which opportunity.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <returns>Whether something was done.</returns>
    public async ValueTask<bool> FollowUpAsync(TenantScope scope, OpportunityId id, CancellationToken cancellationToken = default)
    {
        var outcome = await _loop.RunAsync(
            scope, null, $"opportunity/{id}", () => opportunities.FindAsync(scope, id, cancellationToken), Decide, cancellationToken).ConfigureAwait(false);
        return outcome is ServiceOutcome<OpportunityListing>.Done;

        async ValueTask<Verdict<OpportunityListing>> Decide(OpportunityListing? listing, Grounds grounds)
        {
            if (listing is null)
            {
                return Verdict<OpportunityListing>.No();
            }

            var facts = await FactsAsync(scope, listing, grounds, cancellationToken).ConfigureAwait(false);
            foreach (var trigger in new[] { OpportunityTrigger.Close, OpportunityTrigger.Fill, OpportunityTrigger.ReleaseSeat })
            {
                if (OpportunityLifecycle.Table.CanAdvance(listing.State, trigger, facts, Actor.Clock))
                {
                    return Verdict<OpportunityListing>.Of(
                        AccessGuard.AskPlatform(TriggerOperations.Of(trigger)), () => OpportunityDecisions.Advance(listing, trigger, facts, Actor.Clock, clock.GetCurrentInstant()));
                }
            }

            return Verdict<OpportunityListing>.No();
        }
    }

    private async ValueTask<OpportunityFacts> FactsAsync(TenantScope scope, OpportunityListing listing, Grounds grounds, CancellationToken cancellationToken)
    {
        var isPartnerThere = await grounds.OnAsync(scope, listing.Offer.Partner, cancellationToken).ConfigureAwait(false);
        var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
        var today = clock.GetCurrentInstant().InZone(rules.Zone).Date;
        var partner = await partners.AboutAsync(scope, listing.Offer, today, cancellationToken).ConfigureAwait(false);
        var seats = await opportunities.CountSeatsAsync(scope, listing.Id, cancellationToken).ConfigureAwait(false);
        var running = await placements.ListAsync(
            scope, new() { Opportunity = listing.Id, States = [.. PlacementLifecycle.Table.States.Except(PlacementLifecycle.Table.EndStates)], Limit = 1000 }, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Seats = listing.Offer.Seats,
            FreeSeats = seats.Free,
            TasksDescribed = partner.TasksDescribed,
            PartnerActive = isPartnerThere && partner.IsActive,
            PartnerVetted = partner.IsVetted,
            AgreementInForce = partner.AgreementInForce,
            HazardsScreened = partner.HazardsScreened,
            SupervisorNamed = listing.Supervisor.HasValue,
            SeasonClosed = rules.IsOver(listing.Season, today),
            RunningPlacements = running.Items.Length,
        };
    }

    private ValueTask<AccessAnswer> AskAsync(TenantScope scope, Actor by, Operation operation, OpportunityListing listing, CancellationToken cancellationToken) => _guard.AskAsync(
        scope, by, operation, AccessSubject.Of(listing), Purpose.Placement, facts => Seen(listing, facts), cancellationToken);

    private static AccessFacts Seen(OpportunityListing listing, AccessFacts facts) => facts with { IsActive = listing.State is OpportunityState.Published or OpportunityState.Full };
}

/// <summary>A request to move an opportunity.</summary>
public sealed record OpportunityCommand
{
    /// <summary>The caller's name for the request; the same again when unsure whether it got through.</summary>
    public required CommandKey Key { get; init; }

    /// <summary>Who asks.</summary>
    public required Actor By { get; init; }

    /// <summary>Which opportunity.</summary>
    public required OpportunityId Opportunity { get; init; }

    /// <summary>What is to happen.</summary>
    public required OpportunityTrigger Trigger { get; init; }

    /// <summary>Why, where a reason is asked for.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>Whether a comment goes with it; the host keeps the comment.</summary>
    public bool HasComment { get; init; }

    /// <summary>The version the caller looked at; a later one is refused. <see langword="null"/> to act on whatever it is now.</summary>
    public int? ExpectedVersion { get; init; }

    internal CommandStamp Stamp => new(Key, CommandDigest.Of(
        "opportunity", Opportunity.Value, Trigger.ToString(), By.Id.Value, By.Role.ToString(), Reason?.Value, HasComment.ToString(),
        ExpectedVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
