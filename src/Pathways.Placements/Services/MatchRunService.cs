using System.Text.Json;
using Pathways.Json;

namespace Pathways.Placements;

/// <summary>Carries a match run from its proposal to offers, and gathers the answers for the next run.</summary>
/// <param name="store">Where changes are saved.</param>
/// <param name="runs">The match runs.</param>
/// <param name="applications">The applications.</param>
/// <param name="placements">The placements.</param>
/// <param name="offers">Makes the offers.</param>
/// <param name="opportunities">The opportunities.</param>
/// <param name="directory">How people stand to students and partners.</param>
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
public sealed partial class MatchRunService(
    ICommitStore store, IMatchRunStore runs, IApplicationStore applications, IPlacementStore placements, ApplicationService offers, IOpportunityStore opportunities,
    IAccessDirectory directory, IAuditStore audit, IClock clock)
{
    private static readonly ImmutableArray<ApplicationState> Offerable =
        [ApplicationState.Endorsed, ApplicationState.Shortlisted, ApplicationState.Interviewed, ApplicationState.Waitlisted];

    private readonly CommandLoop _loop = new(store);
    private readonly AccessGuard _guard = new(directory);

    /// <summary>Saves a run that was computed, for others to look at.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="key">The caller's name for the request.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="run">The run, as <c>MatchRuns.Propose</c> makes it.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<MatchRun>> ProposeAsync(TenantScope scope, CommandKey key, Actor by, MatchRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var stamp = new CommandStamp(key, CommandDigest.Of(
            "match-run", "Propose", JsonSerializer.Serialize(run, StoredJsonContext.Default.MatchRun), by.Id.Value, by.Role.ToString()));
        var outcome = await _loop.RunAsync(
            scope, stamp, run.Subject, () => runs.FindAsync(scope, run.Id, cancellationToken),
            async found => new Asked<MatchRun>(await AskAsync(scope, by, Operation.ProposeMatchRun, cancellationToken).ConfigureAwait(false), run),
            (found, proposed, access) => ValueTask.FromResult(
                found is null
                    ? Verdict<MatchRun>.Of(access, () => MatchRunDecisions.Propose(proposed, by, clock.GetCurrentInstant()))
                    : Verdict<MatchRun>.No(ServiceRefusals.Taken(proposed.Subject))),
            cancellationToken).ConfigureAwait(false);
        return outcome.To(by);
    }

    /// <summary>Reviews, publishes, supersedes or discards a run.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<MatchRun>> AdvanceAsync(TenantScope scope, MatchRunCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var subject = $"match-run/{command.Run}";
        var outcome = await _loop.RunAsync(scope, command.Stamp, subject, () => runs.FindAsync(scope, command.Run, cancellationToken), Ask, Decide, cancellationToken).ConfigureAwait(false);
        return outcome.To(command.By);

        async ValueTask<Asked<MatchRun>> Ask(MatchRun? found) => found is null
            ? Asked<MatchRun>.No(ServiceRefusals.Unknown(subject))
            : new(await AskAsync(scope, command.By, TriggerOperations.Of(command.Trigger), cancellationToken).ConfigureAwait(false), found);

        async ValueTask<Verdict<MatchRun>> Decide(MatchRun? found, MatchRun run, AccessDecision.Allowed access)
        {
            if (command.ExpectedVersion is { } expected && expected != run.Version)
            {
                return Verdict<MatchRun>.No(ServiceRefusals.Changed(subject, expected, run.Version));
            }

            var facts = new MatchRunFacts
            {
                CurrentDigest = command.CurrentDigest,
                OnePersonPermitted = command.OnePersonPermitted,
                SuccessorPublished = command.Trigger == MatchRunTrigger.Supersede && await HasSuccessorAsync(scope, run.Id, cancellationToken).ConfigureAwait(false),
            };
            var verdict = Verdict<MatchRun>.Of(access, () => MatchRunDecisions.Advance(run, command.Trigger, facts, command.By, clock.GetCurrentInstant(), command.Reason));
            var rivals = command.Trigger == MatchRunTrigger.Publish && run.State == MatchRunState.Reviewed
                ? await RivalsAsync(scope, run, cancellationToken).ConfigureAwait(false)
                : [];
            return rivals.IsEmpty ? verdict : Verdict<MatchRun>.No([.. verdict.Reasons.IsDefault ? [] : verdict.Reasons, .. rivals.Select(other => ServiceRefusals.Rival(run, other))]);
        }
    }

    /// <summary>Offers the new seats of a published run. It can be called again after it was interrupted: what was offered is not offered twice.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which run.</param>
    /// <param name="expires">Until when the offers can be answered.</param>
    /// <param name="cancellationToken">Stops between two offers; what was offered stays.</param>
    /// <returns>What was offered, and each seat that could not be, with every reason.</returns>
    public async ValueTask<OfferReport> OfferAsync(TenantScope scope, MatchRunId id, Instant expires, CancellationToken cancellationToken = default)
    {
        if (await runs.FindAsync(scope, id, cancellationToken).ConfigureAwait(false) is not { } run)
        {
            return new(0, [new(default, [ServiceRefusals.Unknown($"match-run/{id}")])]);
        }

        if (run.State != MatchRunState.Published)
        {
            return new(0, [new(default, [new("match-run.published", $"Only a published run is offered, and {run.Subject} is {Pathways.Json.EnumWords<MatchRunState>.Word(run.State)}.")])]);
        }

        var made = 0;
        var refused = ImmutableArray.CreateBuilder<RefusedOffer>();
        foreach (var seat in run.New)
        {
            var outcome = await OfferAsync(scope, run, seat, expires, cancellationToken).ConfigureAwait(false);
            if (outcome is ServiceOutcome<Application>.Refused no)
            {
                refused.Add(new(seat, no.Reasons));
            }
            else
            {
                made++;
            }
        }

        return new(made, refused.ToImmutable());
    }

    /// <summary>How students have answered so far: which seats stay in place in the next run, and which pairs are not to be made again.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="matched">Those of the problem that is matched: answers about others, such as last year's, do not count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<OfferAnswers> AnswersAsync(TenantScope scope, IEnumerable<OpportunityId> matched, CancellationToken cancellationToken = default)
    {
        var asked = matched.ToHashSet();
        var kept = new SortedDictionary<StudentId, MatchRunSeat>();
        var declined = new SortedSet<(StudentId Student, OpportunityId Opportunity)>();
        var ended = new HashSet<StudentApplicationId>();
        await foreach (var placement in Pages.AllAsync(new PlacementQuery { Limit = 1000 }, (query, token) => placements.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
        {
            if (!asked.Contains(placement.Opportunity))
            {
                continue;
            }

            if (placement.State is PlacementState.CancelledBeforeStart or PlacementState.Terminated)
            {
                declined.Add((placement.Student, placement.Opportunity));
                if (placement.Application is { } application)
                {
                    ended.Add(application);
                }
            }
            else
            {
                kept.TryAdd(placement.Student, new(placement.Student, placement.Opportunity));
            }
        }

        var answered = new ApplicationQuery
        {
            Limit = 1000,
            States = [ApplicationState.Offered, ApplicationState.Accepted, ApplicationState.OfferDeclined, ApplicationState.OfferExpired, ApplicationState.OfferRescinded],
        };
        await foreach (var application in Pages.AllAsync(answered, (query, token) => applications.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
        {
            if (!asked.Contains(application.Opportunity))
            {
                continue;
            }

            if (!application.HoldsSeat)
            {
                declined.Add((application.Student, application.Opportunity));
            }
            else if (!ended.Contains(application.Id))
            {
                kept.TryAdd(application.Student, new(application.Student, application.Opportunity));
            }
        }

        return new([.. kept.Values], [.. declined.Select(pair => new MatchRunSeat(pair.Student, pair.Opportunity))]);
    }

    private async ValueTask<ServiceOutcome<Application>> OfferAsync(TenantScope scope, MatchRun run, MatchRunSeat seat, Instant expires, CancellationToken cancellationToken)
    {
        var key = CommandKey.From($"offer-{CommandDigest.Of(run.Id.Value, seat.Student.Value, seat.Opportunity.Value)}");
        if (await store.FindCommandAsync(scope, key, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            // Offered before this call was interrupted; until when was said then.
            var id = StudentApplicationId.From(earlier.Receipt.Saved[0].Subject["application/".Length..]);
            var value = await applications.FindAsync(scope, id, cancellationToken).ConfigureAwait(false);
            return new ServiceOutcome<Application>.Done(value!, earlier.Receipt, WasRepeated: true);
        }

        // Another run may have been published and offered in the meantime.
        var holding = await applications.ListAsync(scope, new() { Student = seat.Student, States = [ApplicationState.Offered], Limit = 1 }, cancellationToken).ConfigureAwait(false);
        if (holding.Items is [var held])
        {
            return new ServiceOutcome<Application>.Refused([new("match-run.holds-offer", $"{seat.Student} holds an offer already, by {held.Subject}. One seat is offered at a time.")]);
        }

        var query = new ApplicationQuery { Student = seat.Student, Opportunity = seat.Opportunity, States = Offerable, Limit = 1 };
        var found = await applications.ListAsync(scope, query, cancellationToken).ConfigureAwait(false);
        return found.Items is [var application]
            ? await offers.OfferAsync(scope, key, application.Id, expires, cancellationToken).ConfigureAwait(false)
            : new ServiceOutcome<Application>.Refused(
                [new("match-run.application", $"There is no application of {seat.Student} for {seat.Opportunity} that the school has endorsed and that is still open.")]);
    }

    private ValueTask<AccessAnswer> AskAsync(TenantScope scope, Actor by, Operation operation, CancellationToken cancellationToken) =>
        _guard.AskAsync(scope, by, operation, new(), Purpose.Eligibility, facts => facts with { IsActive = true }, cancellationToken);

    // Published runs that would offer the same seats again: of the same inputs, or with an opportunity in common. Those that the run follows are no rivals: it builds on their answers.
    private async ValueTask<ImmutableArray<MatchRun>> RivalsAsync(TenantScope scope, MatchRun run, CancellationToken cancellationToken)
    {
        var followed = new HashSet<MatchRunId> { run.Id };
        for (var before = run.Follows; before is { } id && followed.Add(id);)
        {
            before = (await runs.FindAsync(scope, id, cancellationToken).ConfigureAwait(false))?.Follows;
        }

        var given = run.Seats.Select(seat => seat.Opportunity).ToHashSet();
        var published = await Pages.AllAsync(
            new MatchRunQuery { States = [MatchRunState.Published], Limit = 1000 }, (query, token) => runs.ListAsync(scope, query, token), cancellationToken).ToImmutableAsync().ConfigureAwait(false);
        return
        [
            .. published.Where(other => other.Id != run.Id
                && (other.Digest == run.Digest || (!followed.Contains(other.Id) && other.Seats.Any(seat => given.Contains(seat.Opportunity))))),
        ];
    }

    private async ValueTask<bool> HasSuccessorAsync(TenantScope scope, MatchRunId id, CancellationToken cancellationToken)
    {
        await foreach (var other in Pages.AllAsync(new MatchRunQuery { Follows = id }, (query, token) => runs.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
        {
            if (other.State is MatchRunState.Published or MatchRunState.Superseded)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What came of offering the seats of a run.</summary>
/// <param name="Made">How many seats are offered, those of an earlier call among them.</param>
/// <param name="Refused">Each seat that could not be offered.</param>
public sealed record OfferReport(int Made, ImmutableArray<RefusedOffer> Refused);

/// <summary>A seat that could not be offered.</summary>
/// <param name="Seat">The seat; <see langword="default"/> when the whole run was refused.</param>
/// <param name="Reasons">Every reason.</param>
public sealed record RefusedOffer(MatchRunSeat Seat, ImmutableArray<Refusal> Reasons);

/// <summary>How students have answered.</summary>
/// <param name="Kept">Seats that stay in place: accepted, offered and not answered yet, or given outside a run.</param>
/// <param name="Declined">Pairs that are not to be made again: declined, expired, rescinded, or ended before their time.</param>
public sealed record OfferAnswers(ImmutableArray<MatchRunSeat> Kept, ImmutableArray<MatchRunSeat> Declined);
