namespace Pathways.Placements;

/// <summary>Arranges and moves placements: loads, gathers what is known, decides by the table, and saves all of it at once.</summary>
/// <param name="store">Where changes are saved.</param>
/// <param name="opportunities">The opportunities.</param>
/// <param name="placements">The placements.</param>
/// <param name="documents">The documents.</param>
/// <param name="hours">The hours logs.</param>
/// <param name="students">What the host knows of students.</param>
/// <param name="districts">The districts' rules.</param>
/// <param name="directory">How people stand to students and partners.</param>
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
/// <param name="options">What the host chose.</param>
public sealed partial class PlacementService(
    ICommitStore store, IOpportunityStore opportunities, IPlacementStore placements, IDocumentStore documents, IHoursStore hours, IStudentFacts students, IDistrictRules districts,
    IAccessDirectory directory, IAuditStore audit, IClock clock, PlacementsOptions? options = null)
{
    // More steps than this in a row that the platform takes by itself would go round in circles.
    private const int MostFollowUps = 100;

    private readonly CommandLoop _loop = new(store, options);
    private readonly AccessGuard _guard = new(directory);
    private readonly CaseloadCount _caseloads = new(placements);
    private readonly PlacementGathering _gathering = new(opportunities, placements, documents, hours, students, districts);

    /// <summary>Places a student without an application, with the list of the documents that the placement needs.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<Placement>> ArrangeAsync(TenantScope scope, ArrangeCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var outcome = await _loop.RunAsync(
            scope, command.Stamp, $"placement/{command.Placement}", () => placements.FindAsync(scope, command.Placement, cancellationToken), Ask, Decide, cancellationToken).ConfigureAwait(false);
        return outcome.To(command.By);

        async ValueTask<Asked<OpportunityListing>> Ask(Placement? found, Grounds grounds)
        {
            // The same request again is asked about the placement it made.
            await grounds.OnAsync(scope, command.Student, cancellationToken).ConfigureAwait(false);
            var listing = grounds.On(await opportunities.FindAsync(scope, command.Opportunity, cancellationToken).ConfigureAwait(false));
            return listing is null
                ? Asked<OpportunityListing>.No(ServiceRefusals.Unknown($"opportunity/{command.Opportunity}"))
                : new(await AskToArrangeAsync(scope, command.By, command.Student, listing, cancellationToken).ConfigureAwait(false), listing);
        }

        async ValueTask<Verdict<Placement>> Decide(Placement? found, OpportunityListing listing, AccessDecision.Allowed access, Grounds grounds)
        {
            if (found is not null)
            {
                return Verdict<Placement>.No(ServiceRefusals.Taken(found.Subject));
            }

            var now = clock.GetCurrentInstant();
            var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
            var dates = command.Dates ?? listing.Offer.Dates;
            var student = await students.AboutAsync(
                scope, command.Student, new() { Work = listing.Offer with { Dates = dates }, Today = now.InZone(rules.Zone).Date, Stage = WorkStage.Clearing }, cancellationToken).ConfigureAwait(false) ?? new();
            var verdict = Verdict<Placement>.Of(access, () => PlacementDecisions.Arrange(
                command.Placement, command.Student, command.Opportunity, dates, command.Supervisor ?? listing.Supervisor, command.By, now, rules.Find(listing.Program), command.Origin) switch
            {
                Decision<Placement>.Changed arranged => arranged with { Value = Begun(arranged.Value, listing, student) },
                var refused => refused,
            });
            var against = await _caseloads.AgainstAsync(scope, rules, student.Coordinator, 1, null, cancellationToken).ConfigureAwait(false);
            if (listing.State is not (OpportunityState.Published or OpportunityState.Full))
            {
                against = against.Insert(0, ServiceRefusals.NotOpen(listing));
            }

            if (!against.IsEmpty)
            {
                return Verdict<Placement>.No([.. against, .. verdict.Reasons.IsDefault ? [] : verdict.Reasons]);
            }

            return verdict.Commit is { } commit
                ? verdict with { Commit = commit.Counting(listing).WithDocuments(verdict.Value!, [], listing, rules, student, command.By, now) }
                : verdict;
        }
    }

    /// <summary>Gives every student of a group a placement, in one step, or none of them.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <returns>The placement of the first student; what stands in the way of one student names that student.</returns>
    /// <exception cref="ArgumentException">The group is empty.</exception>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<Placement>> ArrangeGroupAsync(TenantScope scope, GroupCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Members.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A group has at least one student.", nameof(command));
        }

        var first = command.Members[0].Placement;
        var done = await _loop.RunAsync(
            scope, command.Stamp, $"placement/{first}", () => placements.FindAsync(scope, first, cancellationToken), Ask, Decide, cancellationToken).ConfigureAwait(false);
        return done.To(command.By);

        async ValueTask<Asked<OpportunityListing>> Ask(Placement? found, Grounds grounds)
        {
            foreach (var (student, _) in command.Members)
            {
                await grounds.OnAsync(scope, student, cancellationToken).ConfigureAwait(false);
            }

            if (grounds.On(await opportunities.FindAsync(scope, command.Opportunity, cancellationToken).ConfigureAwait(false)) is not { } listing)
            {
                return Asked<OpportunityListing>.No(ServiceRefusals.Unknown($"opportunity/{command.Opportunity}"));
            }

            // For each student on their own: one who is not this person's to place keeps the whole group from being placed.
            var denials = ImmutableArray.CreateBuilder<Refusal>();
            AccessAnswer access = default;
            foreach (var (student, _) in command.Members)
            {
                access = await AskToArrangeAsync(scope, command.By, student, listing, cancellationToken).ConfigureAwait(false);
                denials.AddRange((access.Now as AccessDecision.Denied)?.Reasons.Select(reason => reason with { Sentence = $"{student}: {reason.Sentence}" }) ?? []);
            }

            return denials.Count > 0 ? Asked<OpportunityListing>.No(denials.ToImmutable()) : new(access, listing);
        }

        async ValueTask<Verdict<Placement>> Decide(Placement? found, OpportunityListing listing, AccessDecision.Allowed access, Grounds grounds)
        {
            if (found is not null)
            {
                return Verdict<Placement>.No(ServiceRefusals.Taken(found.Subject));
            }

            var now = clock.GetCurrentInstant();
            var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
            if (rules.Find(listing.Program) is not { } program)
            {
                return Verdict<Placement>.No(new Refusal("command.program", $"The program of {listing.Subject} is not known, so nobody can say how long it may last or what it needs."));
            }

            var seats = await opportunities.CountSeatsAsync(scope, listing.Id, cancellationToken).ConfigureAwait(false);
            var members = ImmutableArray.CreateBuilder<GroupMember>();
            foreach (var (student, placement) in command.Members)
            {
                if (await placements.FindAsync(scope, placement, cancellationToken).ConfigureAwait(false) is { } taken)
                {
                    return Verdict<Placement>.No(ServiceRefusals.Taken(taken.Subject));
                }

                var others = await Pages.AllAsync(
                    new PlacementQuery { Student = student, Limit = 1000 }, (query, token) => placements.ListAsync(scope, query, token), cancellationToken).ToImmutableAsync().ConfigureAwait(false);
                members.Add(new(student, placement, others));
            }

            var outcome = GroupExperience.Arrange(
                command.Group, listing, program, command.Dates ?? listing.Offer.Dates, members.ToImmutable(), seats.Free, listing.Supervisor, command.By, now);
            if (outcome is GroupOutcome.Refused refused)
            {
                return Verdict<Placement>.No(
                    [.. refused.Reasons, .. refused.Students.SelectMany(one => one.Reasons.Select(reason => reason with { Sentence = $"{one.Student}: {reason.Sentence}" }))]);
            }

            Commit? commit = null;
            Placement? value = null;
            var given = new Dictionary<ActorId, int>();
            foreach (var arranged in ((GroupOutcome.Arranged)outcome).Placements)
            {
                var student = await students.AboutAsync(
                    scope, arranged.Value.Student, new() { Work = listing.Offer, Today = now.InZone(rules.Zone).Date, Stage = WorkStage.Clearing }, cancellationToken).ConfigureAwait(false) ?? new();
                if (student.Coordinator is { } coordinator)
                {
                    given[coordinator] = given.GetValueOrDefault(coordinator) + 1;
                }

                var placement = (arranged with { Value = Begun(arranged.Value, listing, student) }).Under(access);
                commit = (commit is null ? Commit.Of(placement).Counting(listing) : commit.And(placement)).WithDocuments(placement.Value, [], listing, rules, student, command.By, now);
                value ??= placement.Value;
            }

            var full = ImmutableArray.CreateBuilder<Refusal>();
            foreach (var (coordinator, count) in given.OrderBy(one => one.Key))
            {
                full.AddRange(await _caseloads.AgainstAsync(scope, rules, coordinator, count, null, cancellationToken).ConfigureAwait(false));
            }

            return full.Count > 0 ? Verdict<Placement>.No(full.ToImmutable()) : new(value, commit, []);
        }
    }

    /// <summary>Moves a placement, or records something; what follows by itself, such as the pause after a grave incident, follows at once.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <returns>The placement as it is after everything that followed.</returns>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<Placement>> AdvanceAsync(TenantScope scope, PlacementCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var subject = $"placement/{command.Placement}";
        var outcome = await _loop.RunAsync(
            scope, command.Stamp, subject, () => placements.FindAsync(scope, command.Placement, cancellationToken), Ask, Decide, cancellationToken).ConfigureAwait(false);
        if (outcome is ServiceOutcome<Placement>.Done done && await FollowUpAsync(scope, command.Placement, CancellationToken.None).ConfigureAwait(false) is { } followed)
        {
            outcome = done with { Value = followed };
        }

        return outcome.To(command.By);

        async ValueTask<Asked<PlacementGathering.Gathered>> Ask(Placement? found, Grounds grounds)
        {
            if (found is null)
            {
                return Asked<PlacementGathering.Gathered>.No(ServiceRefusals.Unknown(subject));
            }

            var gathered = await _gathering.GatherAsync(scope, found, command.By, clock.GetCurrentInstant(), grounds, cancellationToken, command.Entry).ConfigureAwait(false);
            return new(await AskAsync(scope, command, found, gathered, cancellationToken).ConfigureAwait(false), gathered);
        }

        async ValueTask<Verdict<Placement>> Decide(Placement? found, PlacementGathering.Gathered gathered, AccessDecision.Allowed access, Grounds grounds)
        {
            var (placement, now) = (found!, clock.GetCurrentInstant());
            if (command.ExpectedVersion is { } expected && expected != placement.Version)
            {
                return Verdict<Placement>.No(ServiceRefusals.Changed(subject, expected, placement.Version));
            }

            if (command is { Trigger: PlacementTrigger.AssignCoordinator, Entry: PlacementEntry.CoordinatorNamed named } && named.Coordinator != placement.Coordinator
                && await _caseloads.AgainstAsync(scope, gathered.Rules, named.Coordinator, 1, placement.Id, cancellationToken).ConfigureAwait(false) is { IsEmpty: false } full)
            {
                return Verdict<Placement>.No(full);
            }

            var verdict = Verdict<Placement>.Of(
                access, () => PlacementDecisions.Advance(placement, command.Trigger, gathered.Situation.Facts(), command.By, now, command.Reason, command.Entry));

            // What is agreed now, such as pay, may need documents that were not needed before.
            return verdict.Commit is { } commit && gathered.Listing is { } listing && verdict.Value!.State is PlacementState.Onboarding or PlacementState.Active or PlacementState.Paused
                ? verdict with { Commit = commit.WithDocuments(verdict.Value!, gathered.There, listing, gathered.Rules, gathered.Student, command.By, now) }
                : verdict;
        }
    }

    /// <summary>Does what the platform does by itself: pauses for a document that expired or a grave incident, opens and locks forms, closes evaluations.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="id">Which placement.</param>
    /// <param name="cancellationToken">Stops between two steps; what was done stays.</param>
    /// <returns>The placement as it is after the last step; <see langword="null"/> when there was none to take.</returns>
    public async ValueTask<Placement?> FollowUpAsync(TenantScope scope, PlacementId id, CancellationToken cancellationToken = default)
    {
        Placement? followed = null;
        for (var step = 0; step < MostFollowUps; step++)
        {
            var outcome = await _loop.RunAsync(
                scope, null, $"placement/{id}", () => placements.FindAsync(scope, id, cancellationToken), Decide, cancellationToken).ConfigureAwait(false);
            if (outcome is not ServiceOutcome<Placement>.Done done)
            {
                return followed;
            }

            followed = done.Value;
        }

        throw new InvalidOperationException($"placement/{id} went through {MostFollowUps} steps by itself and would go on.");

        async ValueTask<Verdict<Placement>> Decide(Placement? placement, Grounds grounds)
        {
            if (placement is null || !PlacementDecisions.HasFollowUps(placement))
            {
                return Verdict<Placement>.No();
            }

            var now = clock.GetCurrentInstant();
            var gathered = await _gathering.GatherAsync(scope, placement, Actor.Clock, now, grounds, cancellationToken).ConfigureAwait(false);
            return PlacementDecisions.FollowUps(gathered.Situation) is [var next, ..]
                ? Verdict<Placement>.Of(
                    AccessGuard.AskPlatform(TriggerOperations.Of(next.Trigger)),
                    () => PlacementDecisions.Advance(placement, next.Trigger, gathered.Situation.Facts(), Actor.Clock, now, next.Reason, next.Entry))
                : Verdict<Placement>.No();
        }
    }

    /// <summary>What a placement begins with: the coordinator of the student, and the hours of the opportunity where it has fixed ones.</summary>
    internal static Placement Begun(Placement placement, OpportunityListing listing, StudentFacts student) => placement with
    {
        Coordinator = student.Coordinator,
        Record = listing.Offer.Schedule is { } week
            ? placement.Record with { Periods = [new(placement.Dates, week, listing.Offer.Worksite?.Id, listing.Season)] }
            : placement.Record,
    };

    private ValueTask<AccessAnswer> AskToArrangeAsync(TenantScope scope, Actor by, StudentId student, OpportunityListing listing, CancellationToken cancellationToken) => _guard.AskAsync(
        scope, by, Operation.ArrangePlacement, AccessSubject.Of(listing, student), Purpose.Placement, facts => facts with { IsActive = true }, cancellationToken);

    private ValueTask<AccessAnswer> AskAsync(
        TenantScope scope, PlacementCommand command, Placement placement, PlacementGathering.Gathered gathered, CancellationToken cancellationToken)
    {
        // Who is asked to fill a form in may, and for what happens to a form the table knows operations of their own.
        var step = (command.Entry as PlacementEntry.FormMoved)?.Step;
        var isAsked = step is not null && placement.Record.Evaluations.Any(form => form.Id == step.Form && form.Evaluator == command.By.Id);
        var operation = step is null || command.Trigger != PlacementTrigger.Evaluate ? TriggerOperations.Of(command.Trigger) : TriggerOperations.Of(step.Trigger);
        return _guard.AskAsync(
            scope, command.By, operation, About(placement, gathered.Listing), Purpose.Placement, PlacementAccess.Of(placement, command.By, gathered.Student, isAsked), cancellationToken);
    }

    private static AccessSubject About(Placement placement, OpportunityListing? listing) => listing is null
        ? new() { Student = placement.Student, Opportunity = placement.Opportunity, Program = placement.Program }
        : AccessSubject.Of(listing, placement.Student) with { Program = placement.Program ?? listing.Program };
}
