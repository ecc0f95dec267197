namespace PlacementsIntro.Host;

/// <summary>What the district knows of its partners: here, what partners.csv says of the agreement, and that somebody went there and looked.</summary>
internal sealed class CohortPartners(Cohort cohort) : IPartnerStanding
{
    public ValueTask<PartnerStanding> AboutAsync(TenantScope scope, Opportunity opportunity, LocalDate today, CancellationToken cancellationToken = default)
    {
        var partner = cohort.Partners.FirstOrDefault(partner => partner.Id == opportunity.Partner);
        return ValueTask.FromResult(new PartnerStanding
        {
            IsActive = partner?.Agreement?.Contains(today) == true,
            AgreementInForce = partner?.Agreement?.Contains(opportunity.Dates) == true,
            IsVetted = partner is not null,
            HazardsScreened = partner is not null,
            TasksDescribed = opportunity.Title.Length > 0,
        });
    }
}
