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
/// <param name="options">What the host chose.</param>
public sealed partial class MatchRunService(
    ICommitStore store, IMatchRunStore runs, IApplicationStore applications, IPlacementStore placements, ApplicationService offers, IOpportunityStore opportunities,
    IAccessDirectory directory, IAuditStore audit, IClock clock, PlacementsOptions? options = null)
{
    private static readonly ImmutableArray<ApplicationState> Offerable =
        [ApplicationState.Endorsed, ApplicationState.Shortlisted, ApplicationState.Interviewed, ApplicationState.Waitlisted];

    private readonly CommandLoop _loop = new(store, options);
    private readonly AccessGuard _guard = new(directory);

    /// <summary>Saves a run that was computed, for others to look at.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="key">The caller's name for the request.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="run">The run, as <c>MatchRuns.Propose</c> makes it.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <returns>
    /// The run; or <c>match-run.erased-student</c> where it names students who were erased, each of them by identifier, or
    /// <c>match-run.hidden-name</c> where a student is called as those are who were erased (<see cref="StudentErasure.IsHidden"/>). Who is erased while it is saved is hidden in it, as in every run before.
    /// </returns>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<MatchRun>> ProposeAsync(TenantScope scope, CommandKey key, Actor by, MatchRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var stamp = new CommandStamp(key, CommandDigest.Of(
            "match-run", "Propose", JsonSerializer.Serialize(run, StoredJsonContext.Default.MatchRun), by.Id.Value, by.Role.ToString()));
        var rule = "";
        var outcome = await _loop.RunAsync(
            scope, stamp, run.Subject, () => runs.FindAsync(scope, run.Id, cancellationToken),
            async (found, _) => new Asked<MatchRun>(await AskAsync(scope, by, Operation.ProposeMatchRun, cancellationToken).ConfigureAwait(false), run),
            async (found, proposed, access, _) =>
            {
                rule = access.Rule;
                var against = await AgainstAsync(scope, proposed, cancellationToken).ConfigureAwait(false);
                against = found is null ? against : [ServiceRefusals.Taken(proposed.Subject), .. against];
                return against.IsEmpty ? Verdict<MatchRun>.Of(access, () => MatchRunDecisions.Propose(proposed, by, clock.GetCurrentInstant())) : Verdict<MatchRun>.No(against);
            },
            cancellationToken).ConfigureAwait(false);
        outcome = outcome is ServiceOutcome<MatchRun>.Done { WasRepeated: false } done ? await HideErasedAsync(scope, by, rule, done).ConfigureAwait(false) : outcome;
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

        async ValueTask<Asked<MatchRun>> Ask(MatchRun? found, Grounds grounds) => found is null
            ? Asked<MatchRun>.No(ServiceRefusals.Unknown(subject))
            : new(await AskAsync(scope, command.By, TriggerOperations.Of(command.Trigger), cancellationToken).ConfigureAwait(false), found);

        async ValueTask<Verdict<MatchRun>> Decide(MatchRun? found, MatchRun run, AccessDecision.Allowed access, Grounds grounds)
        {
            if (command.ExpectedVersion is { } expected && expected != run.Version)
            {
                return Verdict<MatchRun>.No(ServiceRefusals.Changed(subject, expected, run.Version));
            }

            var facts = new MatchRunFacts
            {
                CurrentDigest = command.CurrentDigest,
                OnePersonPermitted = command.OnePersonPermitted,
                SuccessorPublished = command.Trigger == MatchRunTrigger.Supersede && await HasSuccessorAsync(scope, run.Id, grounds, cancellationToken).ConfigureAwait(false),
            };
            var verdict = Verdict<MatchRun>.Of(access, () => MatchRunDecisions.Advance(run, command.Trigger, facts, command.By, clock.GetCurrentInstant(), command.Reason));
            var rivals = command.Trigger == MatchRunTrigger.Publish && run.State == MatchRunState.Reviewed
                ? await RivalsAsync(scope, run, cancellationToken).ConfigureAwait(false)
                : [];
            var published = rivals.Where(other => other.State == MatchRunState.Published).ToImmutableArray();
            return published.IsEmpty
                ? verdict.Commit is { } commit ? verdict with { Commit = Outrun(commit, rivals) } : verdict
                : Verdict<MatchRun>.No([.. verdict.Reasons.IsDefault ? [] : verdict.Reasons, .. published.Select(other => ServiceRefusals.Rival(run, other))]);
        }
    }

    /// <summary>Offers the new seats of a published run. It can be called again after it was interrupted: what was offered is not offered twice.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which run.</param>
    /// <param name="expires">Until when the offers can be answered.</param>
    /// <param name="by">Who asks: whoever may publish the run.</param>
    /// <param name="cancellationToken">Stops between two offers; what was offered stays.</param>
    /// <returns>What was offered, and each seat that could not be, with every reason.</returns>
    public async ValueTask<OfferReport> OfferAsync(TenantScope scope, MatchRunId id, Instant expires, Actor by, CancellationToken cancellationToken = default)
    {
        if ((await AskAsync(scope, by, Operation.PublishMatchRun, cancellationToken).ConfigureAwait(false)).Now is AccessDecision.Denied denied)
        {
            return new(0, [new(default, denied.Reasons)]);
        }

        if (await runs.FindAsync(scope, id, cancellationToken).ConfigureAwait(false) is not { } run)
        {
            return new(0, [new(default, [ServiceRefusals.Unknown($"match-run/{id}")])]);
        }

        if (run.State != MatchRunState.Published)
        {
            return new(0, [new(default, [ServiceRefusals.NotPublished(run)])]);
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
    /// <param name="by">Who asks: whoever may match again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<OfferAnswers>> AnswersAsync(TenantScope scope, IEnumerable<OpportunityId> matched, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matched);
        var access = (await AskAsync(scope, by, Operation.Rematch, cancellationToken).ConfigureAwait(false)).Now;
        if (access is not AccessDecision.Allowed allowed)
        {
            return new ReadOutcome<OfferAnswers>.Refused(((AccessDecision.Denied)access).Reasons);
        }

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

        return new ReadOutcome<OfferAnswers>.Shown(new([.. kept.Values], [.. declined.Select(pair => new MatchRunSeat(pair.Student, pair.Opportunity))]), allowed);
    }

    private async ValueTask<ServiceOutcome<Application>> OfferAsync(TenantScope scope, MatchRun run, MatchRunSeat seat, Instant expires, CancellationToken cancellationToken)
    {
        if (RunErasure.IsHidden(seat.Student))
        {
            return new ServiceOutcome<Application>.Refused([ServiceRefusals.ErasedSeat(seat)]);
        }

        var key = CommandKey.From($"offer-{CommandDigest.Of(run.Id.Value, seat.Student.Value, seat.Opportunity.Value)}");
        if (await store.FindCommandAsync(scope, key, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            // Offered before this call was interrupted; until when was said then.
            var id = StudentApplicationId.From(earlier.Receipt.Saved[0].Subject["application/".Length..]);
            var value = await applications.FindAsync(scope, id, cancellationToken).ConfigureAwait(false);
            return new ServiceOutcome<Application>.Done(value, earlier.Receipt, WasRepeated: true);
        }

        // Another run may have been published and offered in the meantime.
        var holding = await applications.ListAsync(scope, new() { Student = seat.Student, States = [ApplicationState.Offered], Limit = 1 }, cancellationToken).ConfigureAwait(false);
        if (holding.Items is [var held])
        {
            return new ServiceOutcome<Application>.Refused([ServiceRefusals.HoldsOffer(held)]);
        }

        var query = new ApplicationQuery { Student = seat.Student, Opportunity = seat.Opportunity, States = Offerable, Limit = 1 };
        var found = await applications.ListAsync(scope, query, cancellationToken).ConfigureAwait(false);
        return found.Items is [var application]
            ? await offers.OfferAsync(scope, key, application.Id, expires, AgainstAsync, cancellationToken).ConfigureAwait(false)
            : new ServiceOutcome<Application>.Refused(
                [new("match-run.application", $"There is no application of {seat.Student} for {seat.Opportunity} that the school has endorsed and that is still open.")]);

        // Offers rest on the run: once it is superseded nothing is offered by it.
        async ValueTask<ImmutableArray<Refusal>> AgainstAsync(Grounds grounds) =>
            await grounds.OnAsync(scope, run.Subject, cancellationToken).ConfigureAwait(false) == run.Version
            || await runs.FindAsync(scope, run.Id, cancellationToken).ConfigureAwait(false) is not { } now || now.State == MatchRunState.Published
                ? []
                : [ServiceRefusals.NotPublished(now)];
    }

    private ValueTask<AccessAnswer> AskAsync(TenantScope scope, Actor by, Operation operation, CancellationToken cancellationToken) =>
        _guard.AskAsync(scope, by, operation, new(), Purpose.Eligibility, facts => facts with { IsActive = true }, cancellationToken);

    // Runs that would offer the same seats, published or not yet: of the same inputs, or with an opportunity in common. Those that the run follows are no rivals: it builds on their answers.
    private async ValueTask<ImmutableArray<MatchRun>> RivalsAsync(TenantScope scope, MatchRun run, CancellationToken cancellationToken)
    {
        var followed = new HashSet<MatchRunId> { run.Id };
        for (var before = run.Follows; before is { } id && followed.Add(id);)
        {
            before = (await runs.FindAsync(scope, id, cancellationToken).ConfigureAwait(false))?.Follows;
        }

        var given = run.Seats.Select(seat => seat.Opportunity).ToHashSet();
        var others = await Pages.AllAsync(
            new MatchRunQuery { States = [MatchRunState.Proposed, MatchRunState.Reviewed, MatchRunState.Published], Limit = 1000 }, (query, token) => runs.ListAsync(scope, query, token), cancellationToken).ToImmutableAsync().ConfigureAwait(false);
        return
        [
            .. others.Where(other => other.Id != run.Id
                && (other.Digest == run.Digest || (!followed.Contains(other.Id) && other.Seats.Any(seat => given.Contains(seat.Opportunity))))),
        ];
    }

    /// <summary>
    /// The commit that publishes a run, which changes every rival that is not published: of two that are published at the same moment, the later one finds itself changed, and is decided again.
    /// </summary>
    private static Commit Outrun(Commit commit, ImmutableArray<MatchRun> rivals) => rivals.Aggregate(commit, (outrun, rival) => outrun with
    {
        Changes = outrun.Changes.Add(StoredChange.To(rival with { Version = rival.Version + 1 })),
        Audit = outrun.Audit.Add(commit.Audit[0] with { Subject = rival.Subject, Version = rival.Version + 1, Trigger = "RivalPublished", From = rival.State.ToString(), To = rival.State.ToString() }),
    });

    private async ValueTask<bool> HasSuccessorAsync(TenantScope scope, MatchRunId id, Grounds grounds, CancellationToken cancellationToken)
    {
        await foreach (var other in Pages.AllAsync(new MatchRunQuery { Follows = id }, (query, token) => runs.ListAsync(scope, query, token), cancellationToken).ConfigureAwait(false))
        {
            if (other.State is MatchRunState.Published or MatchRunState.Superseded)
            {
                grounds.On(other);
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
