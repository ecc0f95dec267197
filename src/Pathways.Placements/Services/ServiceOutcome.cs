namespace Pathways.Placements;

/// <summary>What came of a request to a service.</summary>
/// <typeparam name="T">What sort of thing it was about.</typeparam>
public abstract record ServiceOutcome<T>
    where T : class
{
    private ServiceOutcome()
    {
    }

    /// <summary>It is done and saved.</summary>
    /// <param name="Value">
    /// The thing as it is now, cut down to <see cref="View"/>: after a repetition of an earlier request it may have changed since. <see langword="null"/> where the caller may do it and be shown
    /// nothing but that it was done, and where it was erased before the request was repeated.
    /// </param>
    /// <param name="Receipt">What the request saved, the first time when it was repeated.</param>
    /// <param name="WasRepeated">Whether the same request was carried out before, so that nothing happened this time.</param>
    public sealed record Done(T? Value, CommitReceipt Receipt, bool WasRepeated = false) : ServiceOutcome<T>
    {
        /// <summary>How much of the thing the caller is shown: the view of the rule that allowed the request.</summary>
        public AccessView View { get; init; } = AccessView.Full;
    }

    /// <summary>It is not done, and nothing happened.</summary>
    /// <param name="Reasons">Every reason, at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : ServiceOutcome<T>;
}
