namespace Pathways.Placements;

/// <summary>Asks the table of access before anything is decided or shown.</summary>
/// <param name="directory">How people stand to students and partners.</param>
internal sealed class AccessGuard(IAccessDirectory directory)
{
    private static readonly AccessFacts Platform = new() { SameTenant = true };

    /// <summary>Whether somebody may do something.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="actor">Who.</param>
    /// <param name="operation">What.</param>
    /// <param name="about">What it is about.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="seen">Sets right what the service sees for itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<AccessAnswer> AskAsync(
        TenantScope scope, Actor actor, Operation operation, AccessSubject about, Purpose purpose, Func<AccessFacts, AccessFacts> seen, CancellationToken cancellationToken)
    {
        var facts = seen(await directory.RelateAsync(scope, actor, about, cancellationToken).ConfigureAwait(false));
        var now = AccessTable.Decide(actor, operation, facts, purpose);
        return new(now, now is AccessDecision.Allowed ? now : AccessTable.Decide(actor, operation, facts with { IsActive = true, IsIdentityRevealed = true }, purpose));
    }

    /// <summary>Whether somebody may look at something. The consent of the student's side is asked for only where a rule for the role wants it, since the host may have to search for it.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="actor">Who.</param>
    /// <param name="operations">What; the first that is allowed counts, and the reasons against the first are told.</param>
    /// <param name="about">What it is about.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="seen">Sets right what the service sees for itself.</param>
    /// <param name="consent">Whether there is consent to show the student's data to the partner.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<AccessDecision> AskToReadAsync(
        TenantScope scope, Actor actor, ImmutableArray<Operation> operations, AccessSubject about, Purpose purpose, Func<AccessFacts, AccessFacts> seen, Func<ValueTask<bool>> consent,
        CancellationToken cancellationToken)
    {
        var facts = seen(await directory.RelateAsync(scope, actor, about, cancellationToken).ConfigureAwait(false)) with { PartnerConsent = false };
        if (operations.Any(operation => AccessTable.FindRule(actor.Role, operation)?.Conditions.Contains(AccessConditions.Consented) == true))
        {
            facts = facts with { PartnerConsent = await consent().ConfigureAwait(false) };
        }

        foreach (var operation in operations)
        {
            if (AccessTable.Permits(actor, operation, facts, purpose))
            {
                return AccessTable.Decide(actor, operation, facts, purpose);
            }
        }

        return AccessTable.Decide(actor, operations[0], facts, purpose);
    }

    /// <summary>What the platform may do by itself, such as when time is up.</summary>
    public static AccessDecision AskPlatform(Operation operation) => AccessTable.Decide(Actor.Clock, operation, Platform, Purpose.Placement);
}

/// <summary>Whether somebody may do something, and whether they could while it was still going on.</summary>
/// <param name="Now">As things stand.</param>
/// <param name="Before">As it would be had the thing not ended: what somebody did themselves is confirmed to them even where it brought the end about.</param>
internal readonly record struct AccessAnswer(AccessDecision Now, AccessDecision Before)
{
    /// <summary>A no that needs no table, such as about what is not there.</summary>
    public static AccessAnswer No(params ImmutableArray<Refusal> reasons) => new(new AccessDecision.Denied(reasons), new AccessDecision.Denied(reasons));
}
