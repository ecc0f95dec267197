using System.Globalization;
using Requirement = Pathways.Requirement<Pathways.Placements.SlotFacts>;

namespace Pathways.Placements;

/// <summary>What must hold before something happens to a slot.</summary>
public static class SlotRequirements
{
    /// <summary>It is said until when it is held.</summary>
    public static Requirement ExpiryAhead { get; } = new(
        "slot.hold-expiry", "It must be said until when the seat is held, and that must be in the future.", f => f.HoldExpires > f.Now,
        f => f.HoldExpires is { } expiry
            ? Say($"The seat would be held until {expiry:g}, which is not after {f.Now:g}. Maybe choose a later day.")
            : "It must be said until when the seat is held.");

    /// <summary>The hold is running. The opposite of <see cref="HoldOver"/>, once it is said until when.</summary>
    public static Requirement HoldRunning { get; } = new(
        "slot.hold-running", "The seat must still be held.", f => f.Now < f.HoldExpires,
        f => f.HoldExpires is { } expiry ? Say($"The seat was held until {expiry:g}; now it is {f.Now:g}.") : "It is not known until when the seat is held.");

    /// <summary>The hold is over.</summary>
    public static Requirement HoldOver { get; } = new(
        "slot.hold-over", "The time for which the seat is held must be over.", f => f.Now >= f.HoldExpires,
        f => f.HoldExpires is { } expiry ? Say($"The seat is held until {expiry:g}; now it is {f.Now:g}.") : "It is not known until when the seat is held.");

    /// <summary>The student said yes.</summary>
    public static Requirement OfferAccepted { get; } = new(
        "slot.offer-accepted", "The student for whom the seat is held must have accepted.", f => f.OfferAccepted);

    /// <summary>The offer came to nothing.</summary>
    public static Requirement OfferEnded { get; } = new(
        "slot.offer-ended", "The offer for which the seat is held must have been declined, rescinded or withdrawn.", f => f.OfferEnded);

    /// <summary>Nobody works there any more.</summary>
    public static Requirement PlacementEnded { get; } = new(
        "slot.placement-ended", "The placement must have been cancelled or terminated.", f => f.PlacementEnded);

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new("slot.reason", "A reason must be given.", f => f.ReasonGiven);

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
