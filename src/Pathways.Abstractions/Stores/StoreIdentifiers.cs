using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Identifies a tenant: a district whose data no other district sees.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<TenantId>))]
public readonly record struct TenantId : IIdentifier<TenantId>, IComparable<TenantId>
{
    private readonly string? _value;

    private TenantId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(TenantId));

    /// <inheritdoc/>
    public static TenantId From(string value) => new(Identifier.Checked(value, nameof(TenantId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(TenantId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(TenantId left, TenantId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(TenantId left, TenantId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(TenantId left, TenantId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(TenantId left, TenantId right) => left.CompareTo(right) >= 0;
}

/// <summary>Names one request of a caller, who uses the same key again when unsure whether the request got through.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<CommandKey>))]
public readonly record struct CommandKey : IIdentifier<CommandKey>, IComparable<CommandKey>
{
    private readonly string? _value;

    private CommandKey(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(CommandKey));

    /// <inheritdoc/>
    public static CommandKey From(string value) => new(Identifier.Checked(value, nameof(CommandKey)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(CommandKey other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(CommandKey left, CommandKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(CommandKey left, CommandKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(CommandKey left, CommandKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(CommandKey left, CommandKey right) => left.CompareTo(right) >= 0;
}
