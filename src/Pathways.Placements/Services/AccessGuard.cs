namespace Pathways.Placements;

/// <summary>Asks the table of access before anything is decided.</summary>
/// <param name="directory">How people stand to students and partners.</param>
internal sealed class AccessGuard(IAccessDirectory directory)
{
    private static readonly AccessFacts Platform = new() { SameTenant = true };

    /// <summary>Whether somebody may do something.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="actor">Who.</param>
    /// <param name="operation">What.</param>
    /// <param name="student">Whom it is about.</param>
    /// <param name="opportunity">What it is about.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="seen">Sets right what the service sees for itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<AccessDecision> AskAsync(
        TenantScope scope, Actor actor, Operation operation, StudentId? student, OpportunityId? opportunity, Purpose purpose,
        Func<AccessFacts, AccessFacts> seen, CancellationToken cancellationToken)
    {
        var facts = await directory.RelateAsync(scope, actor, student, opportunity, cancellationToken).ConfigureAwait(false);
        return AccessTable.Decide(actor, operation, seen(facts), purpose);
    }

    /// <summary>What the platform may do by itself, such as when time is up.</summary>
    public static AccessDecision AskPlatform(Operation operation) => AccessTable.Decide(Actor.Clock, operation, Platform, Purpose.Placement);
}
