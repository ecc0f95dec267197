namespace Pathways.Placements;

/// <summary>Shows things to whoever may see them, cut down to the view of the rule that lets them.</summary>
/// <param name="guard">Asks the table of access.</param>
/// <param name="opportunities">The opportunities, which say whose site it is.</param>
/// <param name="audit">The audit log.</param>
/// <param name="students">What the host knows of students; <see langword="null"/> where nothing is about a student.</param>
/// <param name="districts">The districts' rules.</param>
/// <param name="clock">The time.</param>
internal sealed class RecordReader(
    AccessGuard guard, IOpportunityStore opportunities, IAuditStore audit, IStudentFacts? students, IDistrictRules? districts, IClock clock)
{
    /// <summary>What an answer is about, and how it stands: what the table is asked of.</summary>
    /// <param name="Operations">What somebody wants to see; the first that is allowed counts.</param>
    /// <param name="Student">Whom it is about.</param>
    /// <param name="Opportunity">Where; <see langword="null"/> when it is about more than one.</param>
    /// <param name="Seen">Sets right what the service sees for itself.</param>
    internal readonly record struct Question(ImmutableArray<Operation> Operations, StudentId? Student, OpportunityId? Opportunity, Func<AccessFacts, AccessFacts> Seen);

    /// <summary>Whether somebody may see a thing.</summary>
    public async ValueTask<AccessDecision> AskAsync(TenantScope scope, Actor by, Question question, Purpose purpose, CancellationToken cancellationToken)
    {
        var listing = question.Opportunity is { } id ? await opportunities.FindAsync(scope, id, cancellationToken).ConfigureAwait(false) : null;
        var about = listing is null ? new() { Student = question.Student, Opportunity = question.Opportunity } : AccessSubject.Of(listing, question.Student);
        return await guard.AskToReadAsync(scope, by, question.Operations, about, purpose, question.Seen, ConsentAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<bool> ConsentAsync()
        {
            if (question.Student is not { } student || listing is null || students is null || districts is null)
            {
                return false;
            }

            var rules = await districts.GetAsync(scope, cancellationToken).ConfigureAwait(false);
            var asked = new WorkQuestion { Work = listing.Offer, Today = clock.GetCurrentInstant().InZone(rules.Zone).Date };
            return await students.AboutAsync(scope, student, asked, cancellationToken).ConfigureAwait(false) is { DataReleaseConsented: true };
        }
    }

    /// <summary>A thing, cut down.</summary>
    public async ValueTask<ReadOutcome<T>> ShowAsync<T>(
        TenantScope scope, string subject, T? thing, Func<T, ValueTask<Question?>> question, Actor by, Purpose purpose, CancellationToken cancellationToken)
        where T : class, IStored
    {
        if (thing is null || await question(thing).ConfigureAwait(false) is not { } asked)
        {
            return new ReadOutcome<T>.Refused([ServiceRefusals.Unknown(subject)]);
        }

        var access = await AskAsync(scope, by, asked, purpose, cancellationToken).ConfigureAwait(false);
        return access switch
        {
            AccessDecision.Allowed allowed when AccessCut.Of(thing, allowed.View, by.Id) is { } shown => new ReadOutcome<T>.Shown(shown, allowed),
            AccessDecision.Denied denied => new ReadOutcome<T>.Refused(denied.Reasons),
            _ => new ReadOutcome<T>.Refused([ServiceRefusals.NotInView(subject)]),
        };
    }

    /// <summary>A page of what somebody may see, cut down. It tells nothing of what they may not see.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="query">What is selected.</param>
    /// <param name="list">Asks the store.</param>
    /// <param name="question">What the table is asked of.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="isListed">Whether a thing that was cut down is listed.</param>
    public ValueTask<Page<T>> ListAsync<T, TQuery>(
        TenantScope scope, TQuery query, Func<TenantScope, TQuery, CancellationToken, ValueTask<Page<T>>> list, Func<T, ValueTask<Question?>> question, Actor by, Purpose purpose,
        CancellationToken cancellationToken, Func<T, bool>? isListed = null)
        where T : class, IStored
        where TQuery : StoreQuery
    {
        return VisiblePages.OfAsync(query, asked => list(scope, asked, cancellationToken), SeenAsync);

        async ValueTask<T?> SeenAsync(T thing) =>
            await ShowAsync(scope, thing.Subject, thing, question, by, purpose, cancellationToken).ConfigureAwait(false) is ReadOutcome<T>.Shown { Value: var value }
            && isListed?.Invoke(value) != false
                ? value
                : null;
    }

    /// <summary>What happened to a thing, for whoever may read its history.</summary>
    public async ValueTask<ReadOutcome<AuditHistory>> HistoryAsync<T>(
        TenantScope scope, string subject, T? thing, Func<T, ValueTask<Question?>> question, Actor by, Purpose purpose, CancellationToken cancellationToken)
        where T : class, IStored
    {
        if (thing is null || await question(thing).ConfigureAwait(false) is not { } asked)
        {
            return new ReadOutcome<AuditHistory>.Refused([ServiceRefusals.Unknown(subject)]);
        }

        var access = await AskAsync(scope, by, asked with { Operations = [Operation.ReadAuditHistory] }, purpose, cancellationToken).ConfigureAwait(false);
        if (access is not AccessDecision.Allowed allowed)
        {
            return new ReadOutcome<AuditHistory>.Refused(((AccessDecision.Denied)access).Reasons);
        }

        var lines = await audit.HistoryAsync(scope, subject, cancellationToken).ConfigureAwait(false);
        return new ReadOutcome<AuditHistory>.Shown(new(subject, [.. lines.Select(line => AccessCut.Of(line, allowed.View)).OfType<AuditLine>()]), allowed);
    }

    /// <summary>What may happen to a thing, for whoever may read it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="subject">Which thing.</param>
    /// <param name="thing">The thing.</param>
    /// <param name="question">What the table is asked of.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="options">What the life cycle says, and what the table of access says of a trigger.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReadOutcome<PossibleSteps<TState, TTrigger>>> PossibleAsync<T, TState, TTrigger>(
        TenantScope scope, string subject, T? thing, Func<T, ValueTask<Question?>> question, Actor by, Purpose purpose, Func<T, TState> state,
        Func<T, ValueTask<(ImmutableArray<TransitionOption<TState, TTrigger>> Options, Func<TTrigger, ValueTask<AccessAnswer>> Ask)>> options, CancellationToken cancellationToken)
        where T : class, IStored
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        if (thing is null || await question(thing).ConfigureAwait(false) is not { } asked)
        {
            return new ReadOutcome<PossibleSteps<TState, TTrigger>>.Refused([ServiceRefusals.Unknown(subject)]);
        }

        var access = await AskAsync(scope, by, asked, purpose, cancellationToken).ConfigureAwait(false);
        if (access is not AccessDecision.Allowed allowed)
        {
            return new ReadOutcome<PossibleSteps<TState, TTrigger>>.Refused(((AccessDecision.Denied)access).Reasons);
        }

        var (all, ask) = await options(thing).ConfigureAwait(false);
        var answer = ImmutableArray.CreateBuilder<TransitionOption<TState, TTrigger>>(all.Length);
        foreach (var option in all)
        {
            answer.Add((await ask(option.Trigger).ConfigureAwait(false)).Now is AccessDecision.Denied denied ? option with { Refusals = denied.Reasons } : option);
        }

        return new ReadOutcome<PossibleSteps<TState, TTrigger>>.Shown(new(subject, state(thing), thing.Version, answer.MoveToImmutable()), allowed);
    }
}
