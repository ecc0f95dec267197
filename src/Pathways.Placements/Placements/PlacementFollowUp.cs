namespace Pathways.Placements;

/// <summary>Something the platform should do with a placement by itself, as <see cref="Actor.Clock"/>.</summary>
/// <param name="Trigger">What.</param>
/// <param name="Reason">Why, where a reason is needed.</param>
/// <param name="Entry">What is recorded with it; <see langword="null"/> for nothing.</param>
public sealed record PlacementFollowUp(PlacementTrigger Trigger, ReasonCode? Reason = null, PlacementEntry? Entry = null)
{
    /// <summary>The reason of a pause because a document that the work waits for is not good today.</summary>
    public static ReasonCode DocumentExpired { get; } = ReasonCode.From("document-expired");

    /// <summary>The reason of a pause because a grave incident is open.</summary>
    public static ReasonCode GraveIncident { get; } = ReasonCode.From("grave-incident");

    /// <summary>The reason of an end because the last day of a notice is over.</summary>
    public static ReasonCode NoticeOver { get; } = ReasonCode.From("notice-over");
}
