namespace Pathways.Placements;

/// <summary>Keeps hours logs: writes, submits, confirms, approves and corrects entries, each saved whole.</summary>
/// <param name="store">Where changes are saved.</param>
/// <param name="opportunities">The opportunities.</param>
/// <param name="placements">The placements.</param>
/// <param name="hours">The hours logs.</param>
/// <param name="audit">The audit log, which says when a placement was paused, too.</param>
/// <param name="students">What the host knows of students.</param>
/// <param name="districts">The districts' rules.</param>
/// <param name="directory">How people stand to students and partners.</param>
/// <param name="clock">The time.</param>
/// <param name="options">What the host chose.</param>
public sealed partial class HoursService(
    ICommitStore store, IOpportunityStore opportunities, IPlacementStore placements, IHoursStore hours, IAuditStore audit, IStudentFacts students, IDistrictRules districts,
    IAccessDirectory directory, IClock clock, PlacementsOptions? options = null)
{
    private readonly CommandLoop _loop = new(store, options);
    private readonly AccessGuard _guard = new(directory);
    private readonly HoursGathering _gathering = new(opportunities, hours, audit, students, districts);

    /// <summary>Writes a new entry.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="key">The caller's name for the request.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="id">What the entry is called.</param>
    /// <param name="placement">Of which placement.</param>
    /// <param name="worked">When, and what was done.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<HoursEntry>> DraftAsync(
        TenantScope scope, CommandKey key, Actor by, HoursEntryId id, PlacementId placement, WorkedHours worked, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(worked);
        var stamp = new CommandStamp(key, CommandDigest.Of(["hours-entry", "Draft", id.Value, placement.Value, by.Id.Value, by.Role.ToString(), .. HoursCommand.Parts(worked)]));
        var outcome = await _loop.RunAsync(scope, stamp, $"hours-entry/{id}", () => hours.FindAsync(scope, id, cancellationToken), Ask, Decide, cancellationToken).ConfigureAwait(false);
        return outcome.To(by);

        async ValueTask<Asked<Placement>> Ask(HoursEntry? found, Grounds grounds)
        {
            if (grounds.On(await placements.FindAsync(scope, placement, cancellationToken).ConfigureAwait(false)) is not { } of)
            {
                return Asked<Placement>.No(ServiceRefusals.Unknown($"placement/{placement}"));
            }

            await grounds.OnAsync(scope, of.Student, cancellationToken).ConfigureAwait(false);
            var student = await _gathering.StudentAsync(scope, of, clock.GetCurrentInstant(), grounds, cancellationToken).ConfigureAwait(false);
            return new(await AskAsync(scope, by, Operation.LogHours, of, student, cancellationToken).ConfigureAwait(false), of);
        }

        ValueTask<Verdict<HoursEntry>> Decide(HoursEntry? found, Placement of, AccessDecision.Allowed access, Grounds grounds) => ValueTask.FromResult(
            found is null
                ? Verdict<HoursEntry>.Of(access, () => HoursDecisions.Draft(id, of, worked, by, clock.GetCurrentInstant()))
                : Verdict<HoursEntry>.No(ServiceRefusals.Taken(found.Subject)));
    }

    /// <summary>Moves an entry. A correction voids the old entry and writes the new one in one step.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up before anything is saved.</param>
    /// <exception cref="ArgumentException">A correction without a replacement, or something given that does not go with the trigger.</exception>
    /// <exception cref="ConcurrencyException">Others were faster each time.</exception>
    public async ValueTask<ServiceOutcome<HoursEntry>> AdvanceAsync(TenantScope scope, HoursCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        if ((command.Trigger == HoursEntryTrigger.Correct) != command.Replacement.HasValue || (command.Replacement.HasValue && command.Worked is null))
        {
            throw new ArgumentException($"A replacement, and what is true, go with {HoursEntryTrigger.Correct} and with nothing else; this is {command.Trigger}.", nameof(command));
        }

        var subject = $"hours-entry/{command.Entry}";
        var outcome = await _loop.RunAsync(scope, command.Stamp, subject, () => hours.FindAsync(scope, command.Entry, cancellationToken), Ask, Decide, cancellationToken).ConfigureAwait(false);
        return outcome.To(command.By);

        async ValueTask<Asked<HoursSituation>> Ask(HoursEntry? found, Grounds grounds)
        {
            if (found is not null)
            {
                await grounds.OnAsync(scope, found.Student, cancellationToken).ConfigureAwait(false);
            }

            if (found is null || grounds.On(await placements.FindAsync(scope, found.Placement, cancellationToken).ConfigureAwait(false)) is not { } placement)
            {
                return Asked<HoursSituation>.No(ServiceRefusals.Unknown(subject));
            }

            var (situation, student) = await _gathering.GatherAsync(scope, found, placement, command.By, clock.GetCurrentInstant(), grounds, cancellationToken).ConfigureAwait(false);
            return new(await AskAsync(scope, command.By, TriggerOperations.Of(command.Trigger), placement, student, cancellationToken).ConfigureAwait(false), situation);
        }

        async ValueTask<Verdict<HoursEntry>> Decide(HoursEntry? found, HoursSituation situation, AccessDecision.Allowed access, Grounds grounds)
        {
            var (entry, now) = (found!, clock.GetCurrentInstant());
            if (command.ExpectedVersion is { } expected && expected != entry.Version)
            {
                return Verdict<HoursEntry>.No(ServiceRefusals.Changed(subject, expected, entry.Version));
            }

            if (command.Replacement is not { } replacement)
            {
                return Verdict<HoursEntry>.Of(
                    access, () => HoursDecisions.Advance(entry, command.Trigger, situation, command.By, now, command.Reason, command.Worked, command.Answer));
            }

            if (await hours.FindAsync(scope, replacement, cancellationToken).ConfigureAwait(false) is { } taken)
            {
                return Verdict<HoursEntry>.No(ServiceRefusals.Taken(taken.Subject));
            }

            return HoursDecisions.Correct(entry, replacement, command.Worked!, situation, command.By, now, command.Reason) switch
            {
                HoursCorrection.Corrected corrected => new(corrected.Voided.Value, Commit.Of(corrected.Voided.Under(access)).And(corrected.Written.Under(access)), []),
                HoursCorrection.Refused refused => Verdict<HoursEntry>.No(refused.Reasons),
                _ => throw new InvalidOperationException(),
            };
        }
    }

    private async ValueTask<AccessAnswer> AskAsync(TenantScope scope, Actor by, Operation operation, Placement placement, StudentFacts student, CancellationToken cancellationToken)
    {
        var listing = await opportunities.FindAsync(scope, placement.Opportunity, cancellationToken).ConfigureAwait(false);
        var about = listing is null ? new() { Student = placement.Student, Opportunity = placement.Opportunity } : AccessSubject.Of(listing, placement.Student);
        return await _guard.AskAsync(scope, by, operation, about, Purpose.Placement, PlacementAccess.Of(placement, by, student), cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A request to move an entry of the hours log.</summary>
public sealed record HoursCommand
{
    /// <summary>The caller's name for the request; the same again when unsure whether it got through.</summary>
    public required CommandKey Key { get; init; }

    /// <summary>Who asks.</summary>
    public required Actor By { get; init; }

    /// <summary>Which entry.</summary>
    public required HoursEntryId Entry { get; init; }

    /// <summary>What is to happen.</summary>
    public required HoursEntryTrigger Trigger { get; init; }

    /// <summary>Why, where a reason is asked for.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>What is true instead; for <see cref="HoursEntryTrigger.Revise"/> and <see cref="HoursEntryTrigger.Correct"/>, and needed there.</summary>
    public WorkedHours? Worked { get; init; }

    /// <summary>What the entry is called that takes the place of a corrected one.</summary>
    public HoursEntryId? Replacement { get; init; }

    /// <summary>What follows from the rules that the work broke; for <see cref="HoursEntryTrigger.Approve"/>.</summary>
    public ReasonCode? Answer { get; init; }

    /// <summary>The version the caller looked at; a later one is refused. <see langword="null"/> to act on whatever it is now.</summary>
    public int? ExpectedVersion { get; init; }

    internal CommandStamp Stamp => new(Key, CommandDigest.Of(
        ["hours-entry", Entry.Value, Trigger.ToString(), By.Id.Value, By.Role.ToString(), Reason?.Value, Replacement?.Value, Answer?.Value,
        ExpectedVersion?.ToString(System.Globalization.CultureInfo.InvariantCulture), .. Parts(Worked)]));

    internal static string?[] Parts(WorkedHours? worked) => worked is null
        ? [null]
        : [worked.Day.ToString("R", null), FormattableString.Invariant($"{worked.Start}-{worked.End}-{worked.BreakMinutes}"), worked.Text?.Reveal(Purpose.Interchange)];
}
