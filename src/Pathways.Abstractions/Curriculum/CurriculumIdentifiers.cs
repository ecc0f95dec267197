using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Identifies a scope and sequence; its version is a number beside it.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ScopeId>))]
public readonly record struct ScopeId : IIdentifier<ScopeId>, IComparable<ScopeId>
{
    private readonly string? _value;

    private ScopeId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(ScopeId));

    /// <inheritdoc/>
    public static ScopeId From(string value) => new(Identifier.Checked(value, nameof(ScopeId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(ScopeId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(ScopeId left, ScopeId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(ScopeId left, ScopeId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(ScopeId left, ScopeId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(ScopeId left, ScopeId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies an activity of a scope and sequence.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ActivityId>))]
public readonly record struct ActivityId : IIdentifier<ActivityId>, IComparable<ActivityId>
{
    private readonly string? _value;

    private ActivityId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(ActivityId));

    /// <inheritdoc/>
    public static ActivityId From(string value) => new(Identifier.Checked(value, nameof(ActivityId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(ActivityId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(ActivityId left, ActivityId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(ActivityId left, ActivityId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(ActivityId left, ActivityId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(ActivityId left, ActivityId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a term of the school year, such as <c>fall</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<TermId>))]
public readonly record struct TermId : IIdentifier<TermId>, IComparable<TermId>
{
    private readonly string? _value;

    private TermId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(TermId));

    /// <inheritdoc/>
    public static TermId From(string value) => new(Identifier.Checked(value, nameof(TermId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(TermId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(TermId left, TermId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(TermId left, TermId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(TermId left, TermId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(TermId left, TermId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a competency, such as the identifier of a CASE item.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<CompetencyId>))]
public readonly record struct CompetencyId : IIdentifier<CompetencyId>, IComparable<CompetencyId>
{
    private readonly string? _value;

    private CompetencyId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(CompetencyId));

    /// <inheritdoc/>
    public static CompetencyId From(string value) => new(Identifier.Checked(value, nameof(CompetencyId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(CompetencyId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(CompetencyId left, CompetencyId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(CompetencyId left, CompetencyId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(CompetencyId left, CompetencyId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(CompetencyId left, CompetencyId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a pathway: courses and experiences that lead on, often to a credential.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<PathwayId>))]
public readonly record struct PathwayId : IIdentifier<PathwayId>, IComparable<PathwayId>
{
    private readonly string? _value;

    private PathwayId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(PathwayId));

    /// <inheritdoc/>
    public static PathwayId From(string value) => new(Identifier.Checked(value, nameof(PathwayId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(PathwayId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(PathwayId left, PathwayId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(PathwayId left, PathwayId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(PathwayId left, PathwayId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(PathwayId left, PathwayId right) => left.CompareTo(right) >= 0;
}
