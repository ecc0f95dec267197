using System.Globalization;
using Requirement = Pathways.Requirement<Pathways.Partners.PartnerFacts>;

namespace Pathways.Partners;

/// <summary>What must hold before something happens to the relationship with a partner.</summary>
public static class PartnerRequirements
{
    /// <summary>It is known where the lead came from.</summary>
    public static Requirement SourceRecorded { get; } = new(
        "partner.source-recorded", "It must be recorded where the lead came from.", f => f.SourceRecorded);

    /// <summary>Somebody talked to the partner.</summary>
    public static Requirement ContactLogged { get; } = new(
        "partner.contact-logged", "A contact with the partner must be in the log.", f => f.ContactLogged);

    /// <summary>The partner took part in something.</summary>
    public static Requirement EngagementRecorded { get; } = new(
        "partner.engagement-recorded", "A meeting, event or talk that the partner took part in must be recorded.",
        f => f.EngagementRecorded);

    /// <summary>It is known why the partner takes part.</summary>
    public static Requirement MotivationKnown { get; } = new(
        "partner.motivation-known", "It must be known why the partner takes part.", f => f.MotivationKnown);

    /// <summary>It is known whom the partner needs.</summary>
    public static Requirement HardToFillRolesKnown { get; } = new(
        "partner.roles-known", "It must be known which roles are hard to fill for the partner; \"none\" is an answer.",
        f => f.HardToFillRolesKnown);

    /// <summary>It is known what the partner can offer.</summary>
    public static Requirement CapacityKnown { get; } = new(
        "partner.capacity-known", "It must be known what the partner can offer in a season.", f => f.CapacityKnown);

    /// <summary>It is known what the partner works in.</summary>
    public static Requirement SectorsKnown { get; } = new(
        "partner.sectors-known", "The sectors of the partner must be known.", f => f.SectorsKnown);

    /// <summary>The partner is who it says it is.</summary>
    public static Requirement IdentityChecked { get; } = new(
        "partner.identity-checked", "The identity of the partner must be proven.", f => f.IdentityChecked);

    /// <summary>Damage would be covered.</summary>
    public static Requirement InsuranceProven { get; } = new(
        "partner.insurance-proven", "The insurance of the partner must be proven.", f => f.InsuranceProven);

    /// <summary>Somebody was there.</summary>
    public static Requirement SiteChecked { get; } = new(
        "partner.site-checked", "Somebody must have seen the places of work.", f => f.SiteChecked);

    /// <summary>The people there are checked.</summary>
    public static Requirement BackgroundPolicyMet { get; } = new(
        "partner.background-policy", "The partner's background checks must meet the district's policy.", f => f.BackgroundPolicyMet);

    /// <summary>Somebody looked for dangers.</summary>
    public static Requirement HazardsScreened { get; } = new(
        "partner.hazards-screened", "Somebody must have looked for hazardous work.", f => f.HazardsScreened);

    /// <summary>The evidence of the checks is valid today. The opposite of <see cref="VettingOver"/>, once there is evidence.</summary>
    public static Requirement VettingValid { get; } = new(
        "partner.vetting-valid", "The evidence of all checks must be valid today.", f => f.VettingValidUntil >= f.Today,
        f => f.VettingValidUntil is { } last ? Say($"The evidence of a check ran out on {last:uuuu-MM-dd}.") : "No evidence of the checks is known.");

    /// <summary>The evidence of a check was valid, and is no longer.</summary>
    public static Requirement VettingOver { get; } = new(
        "partner.vetting-over", "The evidence of a check must have run out.", f => f.VettingValidUntil < f.Today,
        f => f.VettingValidUntil is { } last
            ? Say($"The evidence of all checks is valid until {last:uuuu-MM-dd}.") : "No evidence of the checks is known.");

    /// <summary>There is a text to sign.</summary>
    public static Requirement AgreementDrafted { get; } = new(
        "partner.agreement-drafted", "The text of the agreement must be ready.", f => f.AgreementDrafted);

    /// <summary>The district signed.</summary>
    public static Requirement DistrictSigned { get; } = new(
        "partner.district-signed", "The district must have signed the agreement.", f => f.DistrictSigned);

    /// <summary>The partner signed.</summary>
    public static Requirement PartnerSigned { get; } = new(
        "partner.partner-signed", "The partner must have signed the agreement.", f => f.PartnerSigned);

    /// <summary>An agreement covers today. The opposite of <see cref="AgreementOver"/>, once one was signed.</summary>
    public static Requirement AgreementInForce { get; } = new(
        "partner.agreement-in-force", "The signed agreement must not have ended.", f => f.AgreementEnds >= f.Today,
        f => f.AgreementEnds is { } last ? Say($"The agreement ended on {last:uuuu-MM-dd}.") : "No signed agreement is known.");

    /// <summary>An agreement was signed, and it has ended.</summary>
    public static Requirement AgreementOver { get; } = new(
        "partner.agreement-over", "The signed agreement must have ended.", f => f.AgreementEnds < f.Today,
        f => f.AgreementEnds is { } last
            ? Say($"The agreement is in force until {last:uuuu-MM-dd}.") : "No signed agreement is known.");

    /// <summary>It is time to think of the next agreement.</summary>
    public static Requirement AgreementEndsSoon { get; } = new(
        "partner.agreement-ends-soon", "The agreement must be about to end.",
        f => f.AgreementEnds is { } last && last <= f.Today.PlusDays(f.RenewalDays),
        f => f.AgreementEnds is { } last
            ? Say($"The agreement ends on {last:uuuu-MM-dd}; it can be renewed from {last.PlusDays(-f.RenewalDays):uuuu-MM-dd}.")
            : "No signed agreement is known.");

    /// <summary>The partner has offered nothing for long.</summary>
    public static Requirement NothingOffered { get; } = new(
        "partner.nothing-offered", "The partner must have offered nothing for some seasons.",
        f => f.SeasonsWithoutOffer >= f.DormantAfterSeasons,
        f => f.SeasonsWithoutOffer is { } seasons
            ? Say($"The partner has offered nothing for {seasons} of {f.DormantAfterSeasons} seasons.")
            : "It is not known for how many seasons the partner has offered nothing.");

    /// <summary>It is known how to begin again.</summary>
    public static Requirement ReengagementPlanned { get; } = new(
        "partner.reengagement-plan", "There must be a plan how to take the relationship up again.", f => f.ReengagementPlanned);

    /// <summary>A reason is given.</summary>
    public static Requirement ReasonGiven { get; } = new("partner.reason", "A reason must be given.", f => f.ReasonGiven);

    /// <summary>The doubt is settled.</summary>
    public static Requirement CauseSettled { get; } = new(
        "partner.cause-settled", "What led to the suspension or block must be settled.", f => f.CauseSettled);

    /// <summary>Somebody looked after the students who are there.</summary>
    public static Requirement PlacementsReviewed { get; } = new(
        "partner.placements-reviewed", "Each running placement must have been looked at.", f => f.PlacementsReviewed);

    /// <summary>No student is there.</summary>
    public static Requirement NobodyPlaced { get; } = new(
        "partner.nobody-placed", "Every placement at the partner must have ended.", f => f.RunningPlacements == 0,
        f => f.RunningPlacements switch
        {
            null => "It is not known how many placements have not ended.",
            1 => "1 placement has not ended.",
            { } running => Say($"{running} placements have not ended."),
        });

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
