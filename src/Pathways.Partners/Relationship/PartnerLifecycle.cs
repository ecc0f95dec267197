using static Pathways.Partners.PartnerRequirements;
using static Pathways.PartnerState;
using static Pathways.Partners.PartnerTrigger;

namespace Pathways.Partners;

/// <summary>The life of the relationship with an industry partner: from the first lead to an agreement in force, and what can become of that.</summary>
/// <remarks>
/// Suspending and blocking wait for nothing but a reason: safety comes first, and the running placements are reviewed
/// afterwards, before the partner is reinstated. A block that is lifted leads back to the beginning, so that every check is made anew.
/// </remarks>
public static class PartnerLifecycle
{
    private const string Recruiting = "recruiting";
    private const string NotClosed = "not closed";

    private static ReadOnlySpan<Role> Staff => [Role.Counselor, Role.Coordinator, Role.CareerSpecialist, Role.Teacher, Role.Administrator];

    private static ReadOnlySpan<Role> StaffAndVolunteers =>
        [Role.Counselor, Role.Coordinator, Role.CareerSpecialist, Role.Teacher, Role.Administrator, Role.Volunteer];

    /// <summary>Every transition there is.</summary>
    public static Lifecycle<PartnerState, PartnerTrigger, PartnerFacts> Table { get; } =
        Lifecycle.Of<PartnerState, PartnerTrigger, PartnerFacts>("partner", start: Lead)
            .Group(Recruiting, Lead, Contacted, Engaged, Qualified, Vetted, AgreementPending)
            .Group(NotClosed, Lead, Contacted, Engaged, Qualified, Vetted, AgreementPending, Active, Renewing, Dormant, Suspended, Lapsed, Declined)

            // Recruiting.
            .From(Lead).On(LogContact).By(StaffAndVolunteers).To(Contacted)
                .Requires(SourceRecorded, ContactLogged)
            .From(Contacted).On(Engage).By(StaffAndVolunteers).To(Engaged)
                .Requires(EngagementRecorded)
            .From(Engaged).On(Qualify).By(Role.Coordinator).To(Qualified)
                .Requires(MotivationKnown, HardToFillRolesKnown, CapacityKnown, SectorsKnown)
            .From(Qualified).On(Vet).By(Role.Coordinator, Role.DistrictSignatory).To(Vetted)
                .Requires(IdentityChecked, InsuranceProven, SiteChecked, BackgroundPolicyMet, HazardsScreened, VettingValid)
            .From(Vetted, AgreementPending).On(ExpireVetting).By(Role.System).To(Qualified)
                .Requires(VettingOver)
            .From(Vetted).On(ProposeAgreement).By(Role.Coordinator, Role.DistrictSignatory).To(AgreementPending)
                .Requires(AgreementDrafted, VettingValid)
            .From(AgreementPending).On(SignAgreement).By(Role.DistrictSignatory).To(Active)
                .Requires(DistrictSigned, PartnerSigned, VettingValid)
            .From(Recruiting).On(Decline).By(Role.Coordinator, Role.PartnerContact).To(Declined)
                .Requires(ReasonGiven)

            // The agreement.
            .From(Active).On(Renew).By(Role.Coordinator, Role.System).To(Renewing)
                .Requires(AgreementEndsSoon)
            .From(Renewing).On(SignAgreement).By(Role.DistrictSignatory).To(Active)
                .Requires(DistrictSigned, PartnerSigned, VettingValid)
            .From(Active, Renewing, Suspended).On(Lapse).By(Role.System).To(Lapsed)
                .Requires(AgreementOver)
            .From(Active).On(GoDormant).By(Role.System).To(Dormant)
                .Requires(NothingOffered)
            .From(Dormant, Lapsed, Declined).On(Reengage).By(Staff).To(Engaged)
                .Requires(ReengagementPlanned)

            // Safety and quality.
            .From(Active, Renewing).On(Suspend).By(Role.Coordinator, Role.DistrictSignatory).To(Suspended)
                .Requires(ReasonGiven)
            .From(Suspended).On(Reinstate).By(Role.Coordinator, Role.DistrictSignatory).To(Active)
                .Requires(CauseSettled, PlacementsReviewed, VettingValid, AgreementInForce)
            .From(NotClosed).On(Block).By(Role.DistrictSignatory).To(Blocked)
                .Requires(ReasonGiven)
            .From(Blocked).On(LiftBlock).By(Role.DistrictSignatory).To(Lead)
                .Requires(ReasonGiven, CauseSettled)

            // The end.
            .From(NotClosed).On(Close).By(Role.Coordinator).To(Closed)
                .Requires(ReasonGiven, NobodyPlaced)
            .From(Blocked).On(Close).By(Role.DistrictSignatory).To(Closed)
                .Requires(ReasonGiven, NobodyPlaced)

            .Ends(Closed)
            .Build();
}
