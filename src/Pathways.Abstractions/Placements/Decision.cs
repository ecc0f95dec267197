namespace Pathways;

/// <summary>What was decided about a thing: what it becomes, with everything that must be saved together, or every reason why not.</summary>
/// <typeparam name="T">What sort of thing.</typeparam>
public abstract record Decision<T>
    where T : class
{
    private Decision()
    {
    }

    /// <summary>It changes. Nothing is saved yet: a store saves all of this or nothing.</summary>
    /// <param name="Value">The thing as it is from now on, one version on.</param>
    /// <param name="Audit">The line of the audit log.</param>
    /// <param name="Events">What others may want to know of.</param>
    /// <param name="Seat">What happens to a seat; <see langword="null"/> for nothing.</param>
    public sealed record Changed(T Value, AuditLine Audit, ImmutableArray<TransitionEvent> Events, SeatClaim? Seat) : Decision<T>;

    /// <summary>It stays as it is, and nothing happened.</summary>
    /// <param name="Reasons">Every reason, at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : Decision<T>;
}
