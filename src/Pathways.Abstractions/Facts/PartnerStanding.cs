namespace Pathways;

/// <summary>Knows of partners what only the host knows, and what the publication of an opportunity looks at.</summary>
public interface IPartnerStanding
{
    /// <summary>What is known of a partner and the work it offers.</summary>
    /// <param name="scope">In whose data.</param>
    /// <param name="opportunity">The work.</param>
    /// <param name="today">The day, where the school is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<PartnerStanding> AboutAsync(TenantScope scope, Opportunity opportunity, LocalDate today, CancellationToken cancellationToken = default);
}

/// <summary>What a host knows of a partner and the work it offers. What is left out counts as not known.</summary>
public sealed record PartnerStanding
{
    /// <summary>Whether the partner works with the district now.</summary>
    public bool IsActive { get; init; }

    /// <summary>Whether the partner was found fit to take minors.</summary>
    public bool IsVetted { get; init; }

    /// <summary>Whether the agreement covers the days of the work.</summary>
    public bool AgreementInForce { get; init; }

    /// <summary>Whether somebody looked for hazards in the work.</summary>
    public bool HazardsScreened { get; init; }

    /// <summary>Whether it is said what students will do.</summary>
    public bool TasksDescribed { get; init; }
}
