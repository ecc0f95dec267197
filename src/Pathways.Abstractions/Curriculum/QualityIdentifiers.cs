using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Identifies a region of the labor market, such as <c>metrowest</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<RegionId>))]
public readonly record struct RegionId : IIdentifier<RegionId>, IComparable<RegionId>
{
    private readonly string? _value;

    private RegionId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(RegionId));

    /// <inheritdoc/>
    public static RegionId From(string value) => new(Identifier.Checked(value, nameof(RegionId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(RegionId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(RegionId left, RegionId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(RegionId left, RegionId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(RegionId left, RegionId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(RegionId left, RegionId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies an articulation agreement.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ArticulationId>))]
public readonly record struct ArticulationId : IIdentifier<ArticulationId>, IComparable<ArticulationId>
{
    private readonly string? _value;

    private ArticulationId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(ArticulationId));

    /// <inheritdoc/>
    public static ArticulationId From(string value) => new(Identifier.Checked(value, nameof(ArticulationId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(ArticulationId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(ArticulationId left, ArticulationId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(ArticulationId left, ArticulationId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(ArticulationId left, ArticulationId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(ArticulationId left, ArticulationId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a recommendation of the register.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<RecommendationId>))]
public readonly record struct RecommendationId : IIdentifier<RecommendationId>, IComparable<RecommendationId>
{
    private readonly string? _value;

    private RecommendationId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(RecommendationId));

    /// <inheritdoc/>
    public static RecommendationId From(string value) => new(Identifier.Checked(value, nameof(RecommendationId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(RecommendationId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(RecommendationId left, RecommendationId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(RecommendationId left, RecommendationId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(RecommendationId left, RecommendationId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(RecommendationId left, RecommendationId right) => left.CompareTo(right) >= 0;
}
