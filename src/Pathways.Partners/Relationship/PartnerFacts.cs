namespace Pathways.Partners;

/// <summary>What is known about a partner when something is to happen to the relationship.</summary>
/// <remarks>What is left out counts as not known: a fact that nobody gathered meets no requirement.</remarks>
public sealed record PartnerFacts
{
    /// <summary>The day of the decision.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>Whether it is recorded where the lead came from, such as a chamber, a parent or another partner.</summary>
    public bool SourceRecorded { get; init; }

    /// <summary>Whether a contact with the partner is in the log.</summary>
    public bool ContactLogged { get; init; }

    /// <summary>Whether a meeting, event or talk that the partner took part in is recorded.</summary>
    public bool EngagementRecorded { get; init; }

    /// <summary>Whether it is known why the partner takes part, such as a hiring need or the good of the community.</summary>
    public bool MotivationKnown { get; init; }

    /// <summary>Whether it is known which roles are hard to fill for the partner; "none" is an answer.</summary>
    public bool HardToFillRolesKnown { get; init; }

    /// <summary>Whether it is known what the partner can offer in a season.</summary>
    public bool CapacityKnown { get; init; }

    /// <summary>Whether the sectors of the partner are known.</summary>
    public bool SectorsKnown { get; init; }

    /// <summary>Whether the partner is who it says it is, with evidence.</summary>
    public bool IdentityChecked { get; init; }

    /// <summary>Whether the insurance is proven.</summary>
    public bool InsuranceProven { get; init; }

    /// <summary>Whether somebody saw the places of work.</summary>
    public bool SiteChecked { get; init; }

    /// <summary>Whether the partner's background checks meet the district's policy.</summary>
    public bool BackgroundPolicyMet { get; init; }

    /// <summary>Whether somebody looked for hazardous work.</summary>
    public bool HazardsScreened { get; init; }

    /// <summary>
    /// The last day on which all evidence of the checks is valid; <see langword="null"/> when there was none yet or nobody looked.
    /// Evidence that is withdrawn was valid until the day before.
    /// </summary>
    public LocalDate? VettingValidUntil { get; init; }

    /// <summary>Whether the text of an agreement is ready.</summary>
    public bool AgreementDrafted { get; init; }

    /// <summary>Whether the district signed the agreement that is on the table.</summary>
    public bool DistrictSigned { get; init; }

    /// <summary>Whether the partner signed the agreement that is on the table.</summary>
    public bool PartnerSigned { get; init; }

    /// <summary>The last day of the signed agreement; <see langword="null"/> when none was ever signed or nobody looked.</summary>
    public LocalDate? AgreementEnds { get; init; }

    /// <summary>How many days before its end an agreement may be renewed.</summary>
    public int RenewalDays { get; init; } = 90;

    /// <summary>For how many seasons in a row the partner has offered nothing; <see langword="null"/> when nobody counted.</summary>
    public int? SeasonsWithoutOffer { get; init; }

    /// <summary>After how many such seasons the relationship counts as dormant: 1 or more.</summary>
    public int DormantAfterSeasons { get; init; } = 2;

    /// <summary>Whether there is a plan how to take the relationship up again.</summary>
    public bool ReengagementPlanned { get; init; }

    /// <summary>Whether a reason goes with the step.</summary>
    public bool ReasonGiven { get; init; }

    /// <summary>Whether what led to the suspension or block is settled.</summary>
    public bool CauseSettled { get; init; }

    /// <summary>Whether each running placement was looked at since the suspension.</summary>
    public bool PlacementsReviewed { get; init; }

    /// <summary>How many placements at the partner have not ended; <see langword="null"/> when nobody counted.</summary>
    public int? RunningPlacements { get; init; }
}
