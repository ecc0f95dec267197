namespace Pathways.Placements;

/// <summary>Puts together what is saved with a change: the thing, its audit line, and its events.</summary>
internal static class Changes
{
    /// <summary>The whole change of one thing.</summary>
    /// <param name="value">The thing as it is from now on.</param>
    /// <param name="audit">The line of the audit log, which says what changed, to which version and when.</param>
    /// <param name="happened">The name of the event.</param>
    /// <param name="student">Whom it is about.</param>
    /// <param name="opportunity">What it is about.</param>
    /// <param name="claim">What happens to a seat; one that opens again is an event of its own.</param>
    public static Decision<T>.Changed Of<T>(T value, AuditLine audit, string happened, StudentId student, OpportunityId opportunity, SeatClaim? claim)
        where T : class
    {
        var first = new TransitionEvent(happened, audit.Subject, audit.Version, student, opportunity, audit.At);
        return new(value, audit, claim is { Move: SeatMove.Release or SeatMove.Vacate } ? [first, first with { Name = "SlotReleased" }] : [first], claim);
    }

    /// <summary>The whole change of one thing that is about no single student or opportunity, and moves no seat by itself.</summary>
    /// <param name="value">The thing as it is from now on.</param>
    /// <param name="audit">The line of the audit log, which says what changed, to which version and when.</param>
    /// <param name="happened">The name of the event.</param>
    public static Decision<T>.Changed Of<T>(T value, AuditLine audit, string happened)
        where T : class =>
        new(value, audit, [new(happened, audit.Subject, audit.Version, null, null, audit.At)], null);
}
