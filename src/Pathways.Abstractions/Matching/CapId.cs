using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Identifies a limit over several opportunities, such as that of a site or a region.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<CapId>))]
public readonly record struct CapId : IIdentifier<CapId>, IComparable<CapId>
{
    private readonly string? _value;

    private CapId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(CapId));

    /// <inheritdoc/>
    public static CapId From(string value) => new(Identifier.Checked(value, nameof(CapId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(CapId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(CapId left, CapId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(CapId left, CapId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(CapId left, CapId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(CapId left, CapId right) => left.CompareTo(right) >= 0;
}
