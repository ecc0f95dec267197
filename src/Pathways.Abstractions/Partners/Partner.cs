namespace Pathways;

/// <summary>Whoever provides opportunities: an employer, a college, a community organisation, a public body.</summary>
public sealed record Partner
{
    /// <summary>Which partner.</summary>
    public required PartnerId Id { get; init; }

    /// <summary>What the organisation is called.</summary>
    public required string Name { get; init; }

    /// <summary>The sectors it works in.</summary>
    public ImmutableArray<SectorId> Sectors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The town of its main place.</summary>
    public string? Town { get; init; }

    /// <summary>Its main place; opportunities that name no place of their own are here.</summary>
    public GeoPoint? Place { get; init; }

    /// <summary>The days its agreement with the district covers; <see langword="null"/> when there is none to keep to.</summary>
    public DateInterval? Agreement { get; init; }

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
