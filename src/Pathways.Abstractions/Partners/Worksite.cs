namespace Pathways;

/// <summary>A place of work of a partner.</summary>
public sealed record Worksite
{
    /// <summary>Which worksite.</summary>
    public required WorksiteId Id { get; init; }

    /// <summary>Whose place it is.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>Where it is; <see langword="null"/> when unknown.</summary>
    public GeoPoint? Place { get; init; }

    /// <summary>The identifier alone.</summary>
    public override string ToString() => Id.ToString();
}
