using Pathways.Tests;
using static Pathways.PartnerState;
using static Pathways.Partners.PartnerTrigger;

namespace Pathways.Partners.Tests.Relationship;

public class PartnerLifecycleTests : TableTests<PartnerState, PartnerTrigger, PartnerFacts>
{
    private static readonly LocalDate Today = new(2026, 9, 1);

    private static readonly PartnerFacts AllMet = new()
    {
        Today = Today, SourceRecorded = true, ContactLogged = true, EngagementRecorded = true, MotivationKnown = true,
        HardToFillRolesKnown = true, CapacityKnown = true, SectorsKnown = true, IdentityChecked = true, InsuranceProven = true,
        SiteChecked = true, BackgroundPolicyMet = true, HazardsScreened = true, VettingValidUntil = Today, AgreementDrafted = true,
        DistrictSigned = true, PartnerSigned = true, AgreementEnds = Today, SeasonsWithoutOffer = 2, ReengagementPlanned = true,
        ReasonGiven = true, CauseSettled = true, PlacementsReviewed = true, RunningPlacements = 0,
    };

    private static readonly PartnerFacts NoneMet = new() { Today = Today, RunningPlacements = 1 };

    protected override Lifecycle<PartnerState, PartnerTrigger, PartnerFacts> Table => PartnerLifecycle.Table;

    protected override IEnumerable<PartnerFacts> Samples =>
        [AllMet, NoneMet, AllMet with { AgreementEnds = Today.PlusDays(-1), VettingValidUntil = Today.PlusDays(-1) }];

    protected override PartnerFacts NothingGathered => new() { Today = Today };

    [Fact]
    public void It_has_fourteen_states_and_one_end()
    {
        Assert.Equal(14, Table.States.Length);
        Assert.Equal([Closed], Table.EndStates.ToArray());
    }

    [Fact]
    public void A_lead_becomes_an_active_partner_and_renews()
    {
        (PartnerTrigger Trigger, Role Role)[] steps =
        [
            (LogContact, Role.Volunteer), (Engage, Role.Teacher), (Qualify, Role.Coordinator), (Vet, Role.DistrictSignatory),
            (ProposeAgreement, Role.Coordinator), (SignAgreement, Role.DistrictSignatory), (Renew, Role.System),
            (SignAgreement, Role.DistrictSignatory),
        ];

        Assert.Equal(Active, steps.Aggregate(Table.Start, (state, step) => Next(state, step.Trigger, AllMet, step.Role)));
    }

    [Fact]
    public void A_refused_vetting_names_everything_that_is_missing() =>
        Assert.Equal(
            [
                "partner.identity-checked", "partner.insurance-proven", "partner.site-checked", "partner.background-policy",
                "partner.hazards-screened", "partner.vetting-valid",
            ],
            Codes(Qualified, Vet, NoneMet, Role.Coordinator));

    [Fact]
    public void Only_the_district_signs() =>
        Assert.All(
            Table.Transitions.Where(row => row.Trigger == SignAgreement),
            row => Assert.Equal([Role.DistrictSignatory], row.Roles.ToArray()));

    [Fact]
    public void Every_way_to_active_asks_for_valid_checks() =>
        Assert.All(
            Table.Transitions.Where(row => row.To == Active),
            row => Assert.Contains(PartnerRequirements.VettingValid, row.Requirements));

    [Fact]
    public void Suspending_and_blocking_wait_for_nothing_but_a_reason() =>
        Assert.All(
            Table.Transitions.Where(row => row.Trigger is Suspend or Block),
            row => Assert.Equal([PartnerRequirements.ReasonGiven], row.Requirements.ToArray()));

    [Fact]
    public void A_suspended_partner_comes_back_only_when_all_is_settled() =>
        Assert.Equal(
            ["partner.cause-settled", "partner.placements-reviewed", "partner.vetting-valid", "partner.agreement-in-force"],
            Codes(Suspended, Reinstate, NoneMet, Role.Coordinator));

    [Fact]
    public void A_lifted_block_leads_back_to_the_beginning() =>
        Assert.Equal(Lead, Next(Blocked, LiftBlock, AllMet, Role.DistrictSignatory));

    [Fact]
    public void Every_state_but_the_last_can_be_closed()
    {
        Assert.Equal(Table.States.Except([Closed]), Table.Transitions.Where(row => row.Trigger == Close).Select(row => row.From));
        Assert.Equal(
            ["partner.reason", "partner.nobody-placed"], Codes(Active, Close, NoneMet, Role.Coordinator));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void On_every_day_an_agreement_is_either_in_force_or_over(int days)
    {
        var facts = AllMet with { AgreementEnds = Today.PlusDays(days) };

        Assert.Equal(days < 0, Table.CanAdvance(Active, Lapse, facts, Actor.Clock));
        Assert.Equal(days >= 0, Table.CanAdvance(Suspended, Reinstate, facts, new(ActorId.From("c"), Role.Coordinator)));
    }

    [Fact]
    public void Renewal_begins_some_days_before_the_end()
    {
        var facts = AllMet with { AgreementEnds = Today.PlusDays(90) };

        Assert.Equal(Renewing, Next(Active, Renew, facts, Role.Coordinator));
        Assert.Equal(
            "The agreement ends on 2026-12-01; it can be renewed from 2026-09-02.",
            Assert.Single(Table.Refusals(Active, Renew, facts with { AgreementEnds = Today.PlusDays(91) }, Actor.Clock)).Sentence);
    }

    [Fact]
    public void Checks_that_run_out_before_the_signature_are_made_again()
    {
        var facts = AllMet with { VettingValidUntil = Today.PlusDays(-1) };

        Assert.Equal(["partner.vetting-valid"], Codes(AgreementPending, SignAgreement, facts, Role.DistrictSignatory));
        Assert.Equal(Qualified, Next(AgreementPending, ExpireVetting, facts, Role.System));
    }

    private PartnerState Next(PartnerState state, PartnerTrigger trigger, PartnerFacts facts, Role role) =>
        Assert.IsType<LifecycleOutcome<PartnerState>.Advanced>(
            Table.Advance(state, trigger, facts, new(ActorId.From("a"), role))).To;

    private IEnumerable<string> Codes(PartnerState state, PartnerTrigger trigger, PartnerFacts facts, Role role) =>
        Table.Refusals(state, trigger, facts, new(ActorId.From("a"), role)).Select(refusal => refusal.Code);
}
