namespace Pathways;

/// <summary>A region of the labor market: people live, learn and work in it.</summary>
/// <param name="Id">Which region.</param>
/// <param name="Title">What people call it.</param>
public sealed record Region(RegionId Id, string Title)
{
    /// <summary>What a year of full-time work must pay to keep a family there, in dollars; <see langword="null"/> when not known.</summary>
    public decimal? FamilyWage { get; init; }

    /// <summary>Who says so; <see langword="null"/> when not known.</summary>
    public string? FamilyWageSource { get; init; }

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
