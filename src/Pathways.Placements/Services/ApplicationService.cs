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
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
/// <param name="options">What the host chose.</param>
public sealed partial class ApplicationService(
    ICommitStore store, IOpportunityStore opportunities, IApplicationStore applications, IPlacementStore placements, IStudentFacts students, IDistrictRules districts,
    IAccessDirectory directory, IAuditStore audit, IClock clock, PlacementsOptions? options = null)
{
    private static readonly ReasonCode AcceptedElsewhere = ReasonCode.From("accepted-elsewhere");

    private readonly CommandLoop _loop = new(store, options);
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
        var outcome = await _loop.RunAsync(scope, stamp, $"application/{id}", () => applications.FindAsync(scope, id, cancellationToken), Ask, Decide, cancellationToken).ConfigureAwait(false);
        return outcome.To(by);

        async ValueTask<Asked<ApplicationGathering.Gathered>> Ask(Application? found, Grounds grounds)
        {
            var gathered = await _gathering.GatherAsync(scope, student, opportunity, id, clock.GetCurrentInstant(), grounds, cancellationToken).ConfigureAwait(false);
            return gathered.Listing is { } listing
                ? new(await AskAsync(scope, by, TriggerOperations.OfStart(by.Role), student, listing, ApplicationState.Draft, gathered, cancellationToken).ConfigureAwait(false), gathered)
                : Asked<ApplicationGathering.Gathered>.No(ServiceRefusals.Unknown($"opportunity/{opportunity}"));
        }

        ValueTask<Verdict<Application>> Decide(Application? found, ApplicationGathering.Gathered gathered, AccessDecision.Allowed access, Grounds grounds) => ValueTask.FromResult(
            found is null
                ? Verdict<Application>.Of(access, () => ApplicationDecisions.Start(id, student, opportunity, gathered.Facts, by))
                : Verdict<Application>.No(ServiceRefusals.Taken(found.Subject)));
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
        var outcome = await _loop.RunAsync(
            scope, command.Stamp, subject, () => applications.FindAsync(scope, command.Application, cancellationToken), Ask, Decide, cancellationToken).ConfigureAwait(false);
        return outcome.To(command.By);

        async ValueTask<Asked<ApplicationGathering.Gathered>> Ask(Application? found, Grounds grounds)
        {
            if (found is null)
            {
                return Asked<ApplicationGathering.Gathered>.No(ServiceRefusals.Unknown(subject));
            }

            var gathered = await _gathering.GatherAsync(scope, found.Student, found.Opportunity, found.Id, clock.GetCurrentInstant(), grounds, cancellationToken).ConfigureAwait(false);
            return gathered.Listing is { } listing
                ? new(await AskAsync(scope, command.By, TriggerOperations.Of(command.Trigger), found.Student, listing, found.State, gathered, cancellationToken).ConfigureAwait(false), gathered)
                : Asked<ApplicationGathering.Gathered>.No(ServiceRefusals.Unknown($"opportunity/{found.Opportunity}"));
        }

        async ValueTask<Verdict<Application>> Decide(Application? found, ApplicationGathering.Gathered gathered, AccessDecision.Allowed access, Grounds grounds)
        {
            var application = found!;
            if (command.ExpectedVersion is { } expected && expected != application.Version)
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

            return verdict.Commit is not { } commit
                ? verdict
                : command.Trigger switch
                {
                    AcceptOffer => Accepted(verdict.Value!, commit, access, gathered, gathered.Listing!, command),
                    MakeOffer => verdict with { Commit = commit.Counting(gathered.Listing!) },
                    _ => verdict,
                };
        }
    }

    /// <summary>Offers a seat by a published match run: the platform does it, once for each key.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="key">The name of the request.</param>
    /// <param name="id">Which application.</param>
    /// <param name="expires">Until when the offer can be answered.</param>
    /// <param name="against">What keeps the run from offering, and that the offer rests on the run.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    internal async ValueTask<ServiceOutcome<Application>> OfferAsync(
        TenantScope scope, CommandKey key, StudentApplicationId id, Instant expires, Func<Grounds, ValueTask<ImmutableArray<Refusal>>> against, CancellationToken cancellationToken)
    {
        var command = new ApplicationCommand { Key = key, By = Actor.Clock, Application = id, Trigger = MakeOffer, OfferExpires = expires };
        return await _loop.RunAsync(scope, command.Stamp, $"application/{id}", () => applications.FindAsync(scope, id, cancellationToken), Decide, cancellationToken).ConfigureAwait(false);

        async ValueTask<Verdict<Application>> Decide(Application? application, Grounds grounds)
        {
            if (application is null)
            {
                return Verdict<Application>.No(ServiceRefusals.Unknown($"application/{id}"));
            }

            if (await against(grounds).ConfigureAwait(false) is { IsEmpty: false } reasons)
            {
                return Verdict<Application>.No(reasons);
            }

            var gathered = await _gathering.GatherAsync(scope, application.Student, application.Opportunity, id, clock.GetCurrentInstant(), grounds, cancellationToken).ConfigureAwait(false);
            if (gathered.Live.FirstOrDefault(other => other.State == ApplicationState.Offered && other.Id != id) is { } held)
            {
                return Verdict<Application>.No(ServiceRefusals.HoldsOffer(held));
            }

            var verdict = Verdict<Application>.Of(
                AccessGuard.AskPlatform(Operation.MakeOffer), () => ApplicationDecisions.Advance(application, MakeOffer, Attested(gathered.Facts, command), Actor.Clock));
            return verdict.Commit is { } commit && gathered.Listing is { } listing ? verdict with { Commit = commit.Counting(listing) } : verdict;
        }
    }

    private static PlacementId PlacementOf(ApplicationCommand command) => command.Placement ?? PlacementId.From(command.Application.Value);

    private static ApplicationFacts Attested(ApplicationFacts facts, ApplicationCommand command) => facts with
    {
        CommentGiven = command.HasComment,
        InterviewOutsideSchool = command.InterviewTimeFree,
        OfferExpires = command.OfferExpires,
    };

    private ValueTask<AccessAnswer> AskAsync(
        TenantScope scope, Actor by, Operation operation, StudentId student, OpportunityListing listing, ApplicationState state, ApplicationGathering.Gathered gathered,
        CancellationToken cancellationToken) => _guard.AskAsync(
            scope, by, operation, AccessSubject.Of(listing, student), Purpose.Placement, facts => Seen(state, facts) with { PartnerConsent = gathered.Student.DataReleaseConsented }, cancellationToken);

    private static Verdict<Application> Accepted(
        Application accepted, Commit commit, AccessDecision.Allowed access, ApplicationGathering.Gathered gathered, OpportunityListing listing, ApplicationCommand command)
    {
        var id = PlacementOf(command);
        var decision = PlacementDecisions.Open(id, accepted, listing.Offer.Dates, listing.Supervisor, command.By, gathered.Facts.Now, gathered.Rules.Find(listing.Program));
        if (decision is not Decision<Placement>.Changed opened)
        {
            return Verdict<Application>.No(((Decision<Placement>.Refused)decision).Reasons);
        }

        // A student's yes is not turned away because a caseload is full: nobody looks after the placement until somebody with room is found.
        var student = gathered.Facts.CaseloadHasRoom ? gathered.Student : gathered.Student with { Coordinator = null };
        var placement = (opened with { Value = PlacementService.Begun(opened.Value, listing, student) }).Under(access);
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
