using static Pathways.Placements.SlotRequirements;
using static Pathways.Placements.SlotTrigger;
using static Pathways.SlotState;

namespace Pathways.Placements;

/// <summary>The life of a slot: open, held for an offer, filled by a placement, and open again when either comes to nothing.</summary>
/// <remarks>A slot that is held or filled cannot be taken back: first the offer is rescinded, or the placement ended, each with its own reason.</remarks>
public static class SlotLifecycle
{
    /// <summary>Every transition there is.</summary>
    public static Lifecycle<SlotState, SlotTrigger, SlotFacts> Table { get; } =
        Lifecycle.Of<SlotState, SlotTrigger, SlotFacts>("slot", start: Open)
            .From(Open).On(Hold).By(Role.PartnerContact, Role.Coordinator, Role.System).To(Held)
                .Requires(ExpiryAhead)
            .From(Held).On(Fill).By(Role.System).To(Filled)
                .Requires(OfferAccepted, HoldRunning)
            .From(Held).On(Release).By(Role.System).To(Open)
                .Requires(OfferEnded)
            .From(Held).On(ExpireHold).ByClock().To(Open)
                .Requires(HoldOver)
            .From(Filled).On(Vacate).By(Role.System).To(Open)
                .Requires(PlacementEnded)
            .From(Open).On(Withdraw).By(Role.PartnerContact, Role.Coordinator).To(Withdrawn)
                .Requires(ReasonGiven)
            .Ends(Withdrawn)
            .Build();
}
