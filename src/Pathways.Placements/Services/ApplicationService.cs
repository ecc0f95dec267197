using static Pathways.Placements.ApplicationTrigger;

namespace Pathways.Placements;

/// <summary>Starts and moves applications: loads, gathers what is known, decides by the table, and saves all of it at once.</summary>
/// <param name="store">Where changes are saved.</param>
/// <param name="opportunities">The opportunities.</param>
/// <param name="applications">The applications.</param>
/// <param name="placements">The placements.</param>
/// <param name="students">What the host knows of students.</param>
/// <param name="districts">The districts' rules.</param>
/// <param name="directory">How people stand to students and partners.</param>
/// <param name="clock">The time.</param>
public sealed class ApplicationService(
    ICommitStore store, IOpportunityStore opportunities, IApplicationStore applications, IPlacementStore placements, IStudentFacts students, IDistrictRules districts,
    IAccessDirectory directory, IClock clock)
{
    private static readonly ReasonCode AcceptedElsewhere = ReasonCode.From("accepted-elsewhere");

    private readonly CommandLoop _loop = new(store);
    private readonly AccessGuard _guard = new(directory);
    private readonly ApplicationGathering _gathering = new(opportunities, applications, placements, students, districts);

    /// <summary>Starts an application.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="key">The caller's name for the request.</param>
    /// <param name="by">Who starts it.</param>
    /// <param name="id">What the host calls it.</param>
    /// <param name="student">Who applies.</param>
    /// <param name="opportunity">For what.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<Application>> StartAsync(
        TenantScope scope, CommandKey key, Actor by, StudentApplicationId id, StudentId student, OpportunityId opportunity, CancellationToken cancellationToken = default)
    {
        var stamp = new CommandStamp(key, CommandDigest.Of("application", "Start", id.Value, student.Value, opportunity.Value, by.Id.Value, by.Role.ToString()));
        return await _loop.RunAsync(scope, stamp, $"application/{id}", Load, Decide, cancellationToken).ConfigureAwait(false);

        ValueTask<Application?> Load() => applications.FindAsync(scope, id, cancellationToken);

        async ValueTask<Verdict<Application>> Decide(Application? found)
        {
            if (found is not null)
            {
                return Verdict<Application>.No(ServiceRefusals.Taken(found.Subject));
            }

            var gathered = await _gathering.GatherAsync(scope, student, opportunity, id, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
            if (gathered.Listing is null)
            {
                return Verdict<Application>.No(ServiceRefusals.Unknown($"opportunity/{opportunity}"));
            }

            var access = await AskAsync(scope, by, TriggerOperations.OfStart(by.Role), student, opportunity, ApplicationState.Draft, gathered, cancellationToken).ConfigureAwait(false);
            return Verdict<Application>.Of(access, () => ApplicationDecisions.Start(id, student, opportunity, gathered.Facts, by));
        }
    }

    /// <summary>Moves an application. Accepting an offer opens the placement in the same step, and ends the student's other applications where the district says so.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<Application>> AdvanceAsync(TenantScope scope, ApplicationCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var subject = $"application/{command.Application}";
        return await _loop.RunAsync(scope, command.Stamp, subject, Load, Decide, cancellationToken).ConfigureAwait(false);

        ValueTask<Application?> Load() => applications.FindAsync(scope, command.Application, cancellationToken);

        async ValueTask<Verdict<Application>> Decide(Application? application)
        {
            if (application is null)
            {
                return Verdict<Application>.No(ServiceRefusals.Unknown(subject));
            }

            var gathered = await _gathering.GatherAsync(
                scope, application.Student, application.Opportunity, application.Id, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
            if (gathered.Listing is not { } listing)
            {
                return Verdict<Application>.No(ServiceRefusals.Unknown($"opportunity/{application.Opportunity}"));
            }

            var access = await AskAsync(
                scope, command.By, TriggerOperations.Of(command.Trigger), application.Student, application.Opportunity, application.State, gathered, cancellationToken).ConfigureAwait(false);
            if (access is AccessDecision.Allowed && command.ExpectedVersion is { } expected && expected != application.Version)
            {
                return Verdict<Application>.No(ServiceRefusals.Changed(subject, expected, application.Version));
            }

            var verdict = Verdict<Application>.Of(
                access, () => ApplicationDecisions.Advance(application, command.Trigger, Attested(gathered.Facts, command), command.By, command.Reason));
            if (verdict.Commit is not null && command.Trigger == AcceptOffer
                && await placements.FindAsync(scope, PlacementOf(command), cancellationToken).ConfigureAwait(false) is { } taken)
            {
                return Verdict<Application>.No(ServiceRefusals.Taken(taken.Subject));
            }

            return verdict.Commit is { } commit && command.Trigger == AcceptOffer
                ? Accepted(verdict.Value!, commit, (AccessDecision.Allowed)access, gathered, listing, command)
                : verdict;
        }
    }

    /// <summary>Offers a seat by a published match run: the platform does it, once for each key.</summary>
    internal async ValueTask<ServiceOutcome<Application>> OfferAsync(
        TenantScope scope, CommandKey key, StudentApplicationId id, Instant expires, CancellationToken cancellationToken)
    {
        var command = new ApplicationCommand { Key = key, By = Actor.Clock, Application = id, Trigger = MakeOffer, OfferExpires = expires };
        return await _loop.RunAsync(scope, command.Stamp, $"application/{id}", () => applications.FindAsync(scope, id, cancellationToken), Decide, cancellationToken).ConfigureAwait(false);

        async ValueTask<Verdict<Application>> Decide(Application? application)
        {
            if (application is null)
            {
                return Verdict<Application>.No(ServiceRefusals.Unknown($"application/{id}"));
            }

            var gathered = await _gathering.GatherAsync(scope, application.Student, application.Opportunity, id, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
            return Verdict<Application>.Of(
                AccessGuard.AskPlatform(Operation.MakeOffer), () => ApplicationDecisions.Advance(application, MakeOffer, Attested(gathered.Facts, command), Actor.Clock));
        }
    }

    /// <summary>Everything that may happen to an application now, who may do it, and why the rest may not.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which application.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One option for each trigger of the state; <see langword="null"/> when the application is not known.</returns>
    /// <remarks>
    /// What goes with a request, such as a reason, is not there yet, so that its requirement counts as unmet. Where access is denied its reasons alone are given.
    /// </remarks>
    public async ValueTask<ImmutableArray<TransitionOption<ApplicationState, ApplicationTrigger>>?> PossibleAsync(
        TenantScope scope, StudentApplicationId id, Actor by, CancellationToken cancellationToken = default)
    {
        if (await applications.FindAsync(scope, id, cancellationToken).ConfigureAwait(false) is not { } application)
        {
            return null;
        }

        var gathered = await _gathering.GatherAsync(
            scope, application.Student, application.Opportunity, id, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
        var options = ApplicationLifecycle.Table.Possible(application.State, gathered.Facts with { OfferExpires = application.OfferExpires }, by);
        var answer = ImmutableArray.CreateBuilder<TransitionOption<ApplicationState, ApplicationTrigger>>(options.Length);
        foreach (var option in options)
        {
            var access = await AskAsync(
                scope, by, TriggerOperations.Of(option.Trigger), application.Student, application.Opportunity, application.State, gathered, cancellationToken).ConfigureAwait(false);
            answer.Add(access is AccessDecision.Denied denied ? option with { Refusals = denied.Reasons } : option);
        }

        return answer.MoveToImmutable();
    }

    private static PlacementId PlacementOf(ApplicationCommand command) => command.Placement ?? PlacementId.From(command.Application.Value);

    private static ApplicationFacts Attested(ApplicationFacts facts, ApplicationCommand command) => facts with
    {
        CommentGiven = command.HasComment,
        InterviewOutsideSchool = command.InterviewTimeFree,
        OfferExpires = command.OfferExpires,
    };

    private ValueTask<AccessDecision> AskAsync(
        TenantScope scope, Actor by, Operation operation, StudentId student, OpportunityId opportunity, ApplicationState state, ApplicationGathering.Gathered gathered,
        CancellationToken cancellationToken) => _guard.AskAsync(
            scope, by, operation, student, opportunity, Purpose.Placement,
            facts => facts with
            {
                IsActive = !ApplicationLifecycle.Table.EndStates.Contains(state),
                PartnerConsent = gathered.Student.DataReleaseConsented,
                IsIdentityRevealed = state is ApplicationState.Shortlisted or ApplicationState.InterviewScheduled or ApplicationState.Interviewed or ApplicationState.Offered
                    or ApplicationState.Waitlisted or ApplicationState.Accepted,
            },
            cancellationToken);

    private static Verdict<Application> Accepted(
        Application accepted, Commit commit, AccessDecision.Allowed access, ApplicationGathering.Gathered gathered, OpportunityListing listing, ApplicationCommand command)
    {
        var id = PlacementOf(command);
        var decision = PlacementDecisions.Open(id, accepted, listing.Offer.Dates, listing.Supervisor, command.By, gathered.Facts.Now, gathered.Rules.Find(listing.Program));
        if (decision is not Decision<Placement>.Changed opened)
        {
            return Verdict<Application>.No(((Decision<Placement>.Refused)decision).Reasons);
        }

        var placement = (opened with { Value = PlacementService.Begun(opened.Value, listing, gathered.Student) }).Under(access);
        commit = commit.And(placement).WithDocuments(placement.Value, [], listing, gathered.Rules, gathered.Student, command.By, gathered.Facts.Now);
        foreach (var other in gathered.Rules.WithdrawsOtherApplications && placement.Value.IsExclusive ? gathered.Live.Where(other => other.Id != command.Application) : [])
        {
            // By the student who accepted, so that the table decides it like any other withdrawal.
            if (ApplicationDecisions.Advance(other, Withdraw, gathered.Facts, command.By, AcceptedElsewhere) is Decision<Application>.Changed withdrawn)
            {
                commit = commit.And(withdrawn.Under(access));
            }
        }

        return new(accepted, commit, []);
    }
}
