using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Identifies one run of a matching, from its proposal on.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<MatchRunId>))]
public readonly record struct MatchRunId : IIdentifier<MatchRunId>, IComparable<MatchRunId>
{
    private readonly string? _value;

    private MatchRunId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(MatchRunId));

    /// <inheritdoc/>
    public static MatchRunId From(string value) => new(Identifier.Checked(value, nameof(MatchRunId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(MatchRunId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(MatchRunId left, MatchRunId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(MatchRunId left, MatchRunId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(MatchRunId left, MatchRunId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(MatchRunId left, MatchRunId right) => left.CompareTo(right) >= 0;
}
