using System.Globalization;
using Requirement = Pathways.Requirement<Pathways.Placements.DocumentFacts>;

namespace Pathways.Placements;

/// <summary>What must hold before something happens to a document.</summary>
public static class DocumentRequirements
{
    /// <summary>Everybody signed.</summary>
    public static Requirement SignaturesComplete { get; } = new(
        "document.signatures", "Everybody who must sign the document must have signed it.", f => f.SignaturesComplete);

    /// <summary>It is good today.</summary>
    public static Requirement GoodToday { get; } = new(
        "document.good-today", "The document must be good today.", f => f.NeverExpires || f.LastDay >= f.Today,
        f => f.LastDay is { } last ? Say($"The document is good until {last:uuuu-MM-dd}; today is {f.Today:uuuu-MM-dd}.") : "It is not known until when the document is good.");

    /// <summary>Its last day is near.</summary>
    public static Requirement ExpiryNear { get; } = new(
        "document.expiry-near", "The last day of the document must be near.",
        f => !f.NeverExpires && f.LastDay is { } last && f.WarningDays is { } days && f.Today >= last.PlusDays(-days),
        f => f switch
        {
            { NeverExpires: true } => "The document does not expire.",
            { LastDay: { } last, WarningDays: { } days } => Say($"The document is good until {last:uuuu-MM-dd}, and counts as expiring from {last.PlusDays(-days):uuuu-MM-dd} on; today is {f.Today:uuuu-MM-dd}."),
            _ => "It is not known from when on the document counts as expiring.",
        });

    /// <summary>Its last day is over. The opposite of <see cref="GoodToday"/>, once its last day is known.</summary>
    public static Requirement ExpiryPassed { get; } = new(
        "document.expiry-passed", "The last day of the document must be over.", f => !f.NeverExpires && f.LastDay < f.Today,
        f => f switch
        {
            { NeverExpires: true } => "The document does not expire.",
            { LastDay: { } last } => Say($"The document is good until {last:uuuu-MM-dd}; today is {f.Today:uuuu-MM-dd}."),
            _ => "It is not known until when the document is good.",
        });

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new("document.reason", "A reason must be given.", f => f.ReasonGiven);

    /// <summary>It may be done without.</summary>
    public static Requirement WaiverPermitted { get; } = new(
        "document.waiver-permitted", "The rules of district and state must let this document be waived.", f => f.WaiverPermitted);

    /// <summary>It is not needed any more.</summary>
    public static Requirement PlacementEnded { get; } = new(
        "document.placement-ended", "The placement that needs the document must have ended.", f => f.PlacementEnded);

    /// <summary>Not everybody may take decisions back.</summary>
    public static Requirement UndoPermitted { get; } = new(
        "document.undo-permitted", "Taking decisions back needs the district's permission.", f => f.UndoPermitted);

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
