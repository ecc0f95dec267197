namespace Pathways;

/// <summary>One of the 16 career clusters that state systems and Ed-Fi still use, with its successor of 2024.</summary>
/// <param name="Name">The old name.</param>
/// <param name="Successor">The cluster of 2024 it became; <see langword="null"/> where it was dissolved and each program must choose.</param>
/// <param name="Note">What the crosswalk cannot say by itself; empty when the successor is the whole story.</param>
public sealed record LegacyCareerCluster(string Name, CareerCluster? Successor, string Note)
{
    /// <summary>All 16, by name.</summary>
    public static ImmutableArray<LegacyCareerCluster> All { get; } =
    [
        new("Agriculture, Food & Natural Resources", CareerCluster.Agriculture, "Natural-resource systems went to Energy & Natural Resources."),
        new("Architecture & Construction", CareerCluster.Construction, ""),
        new("Arts, A/V Technology & Communications", CareerCluster.ArtsEntertainmentAndDesign, ""),
        new("Business Management & Administration", CareerCluster.ManagementAndEntrepreneurship, ""),
        new("Education & Training", CareerCluster.Education, ""),
        new("Finance", CareerCluster.FinancialServices, ""),
        new("Government & Public Administration", CareerCluster.PublicServiceAndSafety, ""),
        new("Health Science", CareerCluster.HealthcareAndHumanServices, ""),
        new("Hospitality & Tourism", CareerCluster.HospitalityEventsAndTourism, ""),
        new("Human Services", CareerCluster.HealthcareAndHumanServices, ""),
        new("Information Technology", CareerCluster.DigitalTechnology, ""),
        new("Law, Public Safety, Corrections & Security", CareerCluster.PublicServiceAndSafety, ""),
        new("Manufacturing", CareerCluster.AdvancedManufacturing, ""),
        new("Marketing", CareerCluster.MarketingAndSales, ""),
        new("Science, Technology, Engineering & Mathematics", null, "Dissolved across several clusters: choose per program."),
        new("Transportation, Distribution & Logistics", CareerCluster.SupplyChainAndTransportation, ""),
    ];

    /// <summary>Finds an old cluster by name. Case, "&amp;" or "and", and commas do not matter.</summary>
    /// <param name="name">A name such as <c>Health Science</c>.</param>
    public static LegacyCareerCluster? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var wanted = CareerCluster.Normalized(name);
        return All.FirstOrDefault(cluster => CareerCluster.Normalized(cluster.Name) == wanted);
    }
}
