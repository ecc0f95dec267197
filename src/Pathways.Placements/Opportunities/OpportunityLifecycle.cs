using static Pathways.Placements.OpportunityRequirements;
using static Pathways.OpportunityState;
using static Pathways.Placements.OpportunityTrigger;

namespace Pathways.Placements;

/// <summary>The life of an opportunity: from the partner's draft over the time students can apply to the archive.</summary>
/// <remarks>Writing an opportunity makes the draft and is therefore no row.</remarks>
public static class OpportunityLifecycle
{
    /// <summary>Every transition there is.</summary>
    public static Lifecycle<OpportunityState, OpportunityTrigger, OpportunityFacts> Table { get; } =
        Lifecycle.Of<OpportunityState, OpportunityTrigger, OpportunityFacts>("opportunity", start: Draft)

            // Until students see it.
            .From(Draft).On(Submit).By(Role.PartnerContact, Role.Coordinator).To(Submitted)
                .Requires(TasksDescribed, SeatOffered)
            .From(Submitted).On(Return).By(Role.Coordinator).To(Draft)
                .Requires(CommentGiven)
            .From(Submitted).On(Approve).By(Role.Coordinator).To(Approved)
            .From(Submitted).On(Reject).By(Role.Coordinator).To(Rejected)
                .Requires(ReasonGiven)
            .From(Approved).On(Publish).By(Role.Coordinator).To(Published)
                .Requires(PartnerActive, PartnerVetted, AgreementInForce, HazardsScreened, SupervisorNamed, SeatOffered)

            // While students see it.
            .From(Published).On(Fill).By(Role.System).To(Full)
                .Requires(SeatsTaken)
            .From(Full).On(ReleaseSeat).By(Role.System).To(Published)
                .Requires(SeatFree)
            .From(Approved, Published, Full).On(Suspend).By(Role.Coordinator, Role.DistrictSignatory).To(Suspended)
                .Requires(ReasonGiven)
            .From(Suspended).On(Reinstate).By(Role.Coordinator).To(Published)
                .Requires(PartnerActive, PartnerVetted, AgreementInForce, HazardsScreened, SupervisorNamed, SeatOffered)

            // The end.
            .From(Published, Full, Suspended).On(Close).ByClock(Role.Coordinator).To(Closed)
                .Requires(SeasonClosed)
            .From(Closed).On(Archive).By(Role.Coordinator, Role.System).To(Archived)
                .Requires(NobodyPlaced)
            .From(Draft, Submitted, Approved, Published, Full, Suspended).On(Cancel)
                .By(Role.PartnerContact, Role.Coordinator).To(Cancelled)
                .Requires(ReasonGiven, NobodyPlaced, NoSeatTaken)

            .Ends(Archived, Rejected, Cancelled)
            .Build();
}
