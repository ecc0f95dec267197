using static Pathways.DocumentState;
using static Pathways.Placements.DocumentRequirements;
using static Pathways.Placements.DocumentTrigger;

namespace Pathways.Placements;

/// <summary>The life of a document: asked for, received, reviewed, accepted, and asked for again when it expires.</summary>
/// <remarks>
/// Whoever reviews a document is school staff; whoever gave it can take it back, and then the placement that it blocks is looked at anew. It is
/// good on its last day.
/// </remarks>
public static class DocumentLifecycle
{
    private const string Good = "good";
    private const string Awaited = "awaited";

    /// <summary>Every transition there is.</summary>
    public static Lifecycle<DocumentState, DocumentTrigger, DocumentFacts> Table { get; } =
        Lifecycle.Of<DocumentState, DocumentTrigger, DocumentFacts>("document", start: Required)
            .Group(Good, Accepted, Expiring)
            .Group(Awaited, Required, Requested, Received, UnderReview, Rejected, Expired)

            // Until it is good.
            .From(Required, Rejected, Expiring, Expired).On(Request).By(Role.Coordinator, Role.System).To(Requested)
            .From(Required, Requested).On(Receive)
                .By(Role.Student, Role.Guardian, Role.PartnerContact, Role.Supervisor, Role.DistrictSignatory, Role.Coordinator).To(Received)
            .From(Received).On(BeginReview).By(Role.Coordinator, Role.CareerSpecialist).To(UnderReview)
            .From(UnderReview).On(Accept).By(Role.Coordinator, Role.CareerSpecialist).To(Accepted)
                .Requires(SignaturesComplete, GoodToday)
            .From(UnderReview).On(Reject).By(Role.Coordinator, Role.CareerSpecialist).To(Rejected)
                .Requires(ReasonGiven)
            .From(Awaited).On(Waive).By(Role.Coordinator, Role.DistrictSignatory).To(Waived)
                .Requires(WaiverPermitted, ReasonGiven)

            // While it is good.
            .From(Accepted).On(NearExpiry).ByClock().To(Expiring)
                .Requires(ExpiryNear, GoodToday)
            .From(Good).On(Expire).ByClock().To(Expired)
                .Requires(ExpiryPassed)
            .From(Good).On(Revoke).By(Role.Student, Role.Guardian, Role.PartnerContact, Role.DistrictSignatory).To(Rejected)
                .Requires(ReasonGiven)

            // One step back.
            .From(Good).On(Undo).By(Role.Coordinator).To(UnderReview)
                .Requires(UndoPermitted, ReasonGiven)
            .From(Waived).On(Undo).By(Role.Coordinator).To(Required)
                .Requires(UndoPermitted, ReasonGiven)

            // The end.
            .From(Required, Requested, Received, UnderReview, Accepted, Expiring, Expired, Rejected, Waived).On(Retire).ByClock().To(Retired)
                .Requires(PlacementEnded)
            .Ends(Retired)
            .Build();
}
