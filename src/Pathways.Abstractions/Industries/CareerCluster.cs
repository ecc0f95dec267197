using System.Diagnostics.CodeAnalysis;

namespace Pathways;

/// <summary>One of the 14 national career clusters of 2024.</summary>
/// <remarks>
/// Names and groupings only; the definitions belong to Advance CTE and are not shipped. "National Career Clusters" is a
/// registered mark of Advance CTE.
/// </remarks>
public sealed record CareerCluster
{
    private CareerCluster(string code, string grouping, string name, bool isCrossCutting, params string[] subClusters) =>
        (Code, Grouping, Name, IsCrossCutting, SubClusters) = (code, grouping, name, isCrossCutting, [.. subClusters]);

    /// <summary>The six-digit cluster code that O*NET uses.</summary>
    public string Code { get; }

    /// <summary>Which of the six groupings it belongs to.</summary>
    public string Grouping { get; }

    /// <summary>The name of the cluster.</summary>
    public string Name { get; }

    /// <summary>Whether it runs across all the others.</summary>
    public bool IsCrossCutting { get; }

    /// <summary>The names of its sub-clusters.</summary>
    public ImmutableArray<string> SubClusters { get; }

    /// <summary>Advanced Manufacturing.</summary>
    public static CareerCluster AdvancedManufacturing { get; } = new(
        "010100", "Building & Moving", "Advanced Manufacturing", false,
        "Engineering", "Industrial Machinery", "Production & Automation", "Robotics", "Safety & Quality Assurance");

    /// <summary>Construction.</summary>
    public static CareerCluster Construction { get; } = new(
        "010200", "Building & Moving", "Construction", false,
        "Architecture & Civil Engineering", "Construction Planning & Development", "Equipment Operation & Maintenance",
        "Skilled Trades");

    /// <summary>Supply Chain &amp; Transportation.</summary>
    public static CareerCluster SupplyChainAndTransportation { get; } = new(
        "010300", "Building & Moving", "Supply Chain & Transportation", false,
        "Air & Space Transportation", "Ground & Rail Transportation", "Maintenance & Repair", "Marine Transportation",
        "Planning & Logistics", "Purchasing & Warehousing");

    /// <summary>Arts, Entertainment, &amp; Design.</summary>
    public static CareerCluster ArtsEntertainmentAndDesign { get; } = new(
        "020100", "Creating & Experiencing", "Arts, Entertainment, & Design", false,
        "Design & Digital Arts", "Fashion & Interiors", "Fine Arts", "Lighting & Sound Technology",
        "Media Production & Broadcasting", "Performing Arts");

    /// <summary>Hospitality, Events, &amp; Tourism.</summary>
    public static CareerCluster HospitalityEventsAndTourism { get; } = new(
        "020200", "Creating & Experiencing", "Hospitality, Events, & Tourism", false,
        "Accommodations", "Conferences & Events", "Culinary & Food Services", "Travel & Leisure");

    /// <summary>Financial Services.</summary>
    public static CareerCluster FinancialServices { get; } = new(
        "030100", "Investing", "Financial Services", false,
        "Accounting", "Banking & Credit", "Financial Strategy & Investments", "Insurance", "Real Estate");

    /// <summary>Education.</summary>
    public static CareerCluster Education { get; } = new(
        "040100", "Caring for Communities", "Education", false,
        "Early Childhood Development", "Education Administration & Leadership", "Learner Support & Community Engagement",
        "Teaching, Training & Facilitation");

    /// <summary>Healthcare &amp; Human Services.</summary>
    public static CareerCluster HealthcareAndHumanServices { get; } = new(
        "040200", "Caring for Communities", "Healthcare & Human Services", false,
        "Behavioral & Mental Health", "Biotechnology Research & Development", "Community & Social Services",
        "Health Data & Administration", "Personal Care Services", "Physical Health");

    /// <summary>Public Service &amp; Safety.</summary>
    public static CareerCluster PublicServiceAndSafety { get; } = new(
        "040300", "Caring for Communities", "Public Service & Safety", false,
        "Emergency Response", "Judicial Systems", "Local, State & Federal Services", "Military & National Security",
        "Public Safety");

    /// <summary>Agriculture.</summary>
    public static CareerCluster Agriculture { get; } = new(
        "050100", "Cultivating Resources", "Agriculture", false,
        "Agribusiness", "Agricultural Technology & Automation", "Animal Systems", "Food Science & Processing",
        "Plant Systems", "Water Systems");

    /// <summary>Energy &amp; Natural Resources.</summary>
    public static CareerCluster EnergyAndNaturalResources { get; } = new(
        "050200", "Cultivating Resources", "Energy & Natural Resources", false,
        "Clean & Alternative Energy", "Conservation & Land Management", "Ecological Research & Development",
        "Environmental Protection", "Resource Extraction", "Utilities");

    /// <summary>Digital Technology.</summary>
    public static CareerCluster DigitalTechnology { get; } = new(
        "060100", "Connecting & Supporting Success", "Digital Technology", true,
        "Data Science & AI", "Network Systems & Cybersecurity", "IT Support & Services", "Software Solutions",
        "Unmanned Vehicle Technology", "Web & Cloud");

    /// <summary>Management &amp; Entrepreneurship.</summary>
    public static CareerCluster ManagementAndEntrepreneurship { get; } = new(
        "060200", "Connecting & Supporting Success", "Management & Entrepreneurship", true,
        "Business Information Management", "Entrepreneurship & Small Business", "Leadership & Operations",
        "Project Management", "Regulation");

    /// <summary>Marketing &amp; Sales.</summary>
    public static CareerCluster MarketingAndSales { get; } = new(
        "060300", "Connecting & Supporting Success", "Marketing & Sales", true,
        "Marketing & Advertising", "Market Research, Analytics & Ethics", "Retail & Customer Experience", "Strategic Sales");

    /// <summary>All 14 clusters, by grouping.</summary>
    public static ImmutableArray<CareerCluster> All { get; } =
    [
        AdvancedManufacturing, Construction, SupplyChainAndTransportation, ArtsEntertainmentAndDesign,
        HospitalityEventsAndTourism, FinancialServices, Education, HealthcareAndHumanServices, PublicServiceAndSafety,
        Agriculture, EnergyAndNaturalResources, DigitalTechnology, ManagementAndEntrepreneurship, MarketingAndSales,
    ];

    /// <summary>Finds a cluster by name or code. Case, "&amp;" or "and", and the serial comma do not matter.</summary>
    /// <param name="nameOrCode">A name such as <c>Digital Technology</c> or a code such as <c>060100</c>.</param>
    /// <param name="cluster">The cluster, when there is one.</param>
    public static bool TryFind(string? nameOrCode, [NotNullWhen(true)] out CareerCluster? cluster)
    {
        var wanted = Normalized(nameOrCode ?? "");
        cluster = All.FirstOrDefault(c => c.Code == wanted || Normalized(c.Name) == wanted);
        return cluster is not null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal static string Normalized(string name) => string.Join(' ', name.ToUpperInvariant()
        .Replace(",", " ", StringComparison.Ordinal)
        .Replace("&", " AND ", StringComparison.Ordinal)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
