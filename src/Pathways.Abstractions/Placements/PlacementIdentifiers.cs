using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Identifies an application of a student for an opportunity.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<StudentApplicationId>))]
public readonly record struct StudentApplicationId : IIdentifier<StudentApplicationId>, IComparable<StudentApplicationId>
{
    private readonly string? _value;

    private StudentApplicationId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(StudentApplicationId));

    /// <inheritdoc/>
    public static StudentApplicationId From(string value) => new(Identifier.Checked(value, nameof(StudentApplicationId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(StudentApplicationId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(StudentApplicationId left, StudentApplicationId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(StudentApplicationId left, StudentApplicationId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(StudentApplicationId left, StudentApplicationId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(StudentApplicationId left, StudentApplicationId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a placement of a student with a partner.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<PlacementId>))]
public readonly record struct PlacementId : IIdentifier<PlacementId>, IComparable<PlacementId>
{
    private readonly string? _value;

    private PlacementId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(PlacementId));

    /// <inheritdoc/>
    public static PlacementId From(string value) => new(Identifier.Checked(value, nameof(PlacementId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(PlacementId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(PlacementId left, PlacementId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(PlacementId left, PlacementId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(PlacementId left, PlacementId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(PlacementId left, PlacementId right) => left.CompareTo(right) >= 0;
}

/// <summary>Names why something was done, in the words of the district's list, such as <c>schedule-conflict</c>; never free text, so that an audit line tells of nobody.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ReasonCode>))]
public readonly record struct ReasonCode : IIdentifier<ReasonCode>, IComparable<ReasonCode>
{
    private readonly string? _value;

    private ReasonCode(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(ReasonCode));

    /// <inheritdoc/>
    public static ReasonCode From(string value) => new(Identifier.Checked(value, nameof(ReasonCode)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(ReasonCode other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(ReasonCode left, ReasonCode right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(ReasonCode left, ReasonCode right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(ReasonCode left, ReasonCode right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(ReasonCode left, ReasonCode right) => left.CompareTo(right) >= 0;
}
