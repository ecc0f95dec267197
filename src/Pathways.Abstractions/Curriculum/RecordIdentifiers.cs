using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Identifies an entry of a student's record; unique within the record.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<EntryId>))]
public readonly record struct EntryId : IIdentifier<EntryId>, IComparable<EntryId>
{
    private readonly string? _value;

    private EntryId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(EntryId));

    /// <inheritdoc/>
    public static EntryId From(string value) => new(Identifier.Checked(value, nameof(EntryId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(EntryId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(EntryId left, EntryId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(EntryId left, EntryId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(EntryId left, EntryId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(EntryId left, EntryId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies an artifact of a student, through all its versions; unique within the record.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ArtifactId>))]
public readonly record struct ArtifactId : IIdentifier<ArtifactId>, IComparable<ArtifactId>
{
    private readonly string? _value;

    private ArtifactId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(ArtifactId));

    /// <inheritdoc/>
    public static ArtifactId From(string value) => new(Identifier.Checked(value, nameof(ArtifactId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(ArtifactId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(ArtifactId left, ArtifactId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(ArtifactId left, ArtifactId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(ArtifactId left, ArtifactId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(ArtifactId left, ArtifactId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a template of student plans; its version is a number beside it.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<PlanTemplateId>))]
public readonly record struct PlanTemplateId : IIdentifier<PlanTemplateId>, IComparable<PlanTemplateId>
{
    private readonly string? _value;

    private PlanTemplateId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(PlanTemplateId));

    /// <inheritdoc/>
    public static PlanTemplateId From(string value) => new(Identifier.Checked(value, nameof(PlanTemplateId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(PlanTemplateId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(PlanTemplateId left, PlanTemplateId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(PlanTemplateId left, PlanTemplateId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(PlanTemplateId left, PlanTemplateId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(PlanTemplateId left, PlanTemplateId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies an element of a plan template.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<PlanElementId>))]
public readonly record struct PlanElementId : IIdentifier<PlanElementId>, IComparable<PlanElementId>
{
    private readonly string? _value;

    private PlanElementId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(PlanElementId));

    /// <inheritdoc/>
    public static PlanElementId From(string value) => new(Identifier.Checked(value, nameof(PlanElementId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(PlanElementId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(PlanElementId left, PlanElementId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(PlanElementId left, PlanElementId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(PlanElementId left, PlanElementId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(PlanElementId left, PlanElementId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a definition of readiness; its version is a number beside it.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ReadinessDefinitionId>))]
public readonly record struct ReadinessDefinitionId : IIdentifier<ReadinessDefinitionId>, IComparable<ReadinessDefinitionId>
{
    private readonly string? _value;

    private ReadinessDefinitionId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(ReadinessDefinitionId));

    /// <inheritdoc/>
    public static ReadinessDefinitionId From(string value) => new(Identifier.Checked(value, nameof(ReadinessDefinitionId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(ReadinessDefinitionId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(ReadinessDefinitionId left, ReadinessDefinitionId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(ReadinessDefinitionId left, ReadinessDefinitionId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(ReadinessDefinitionId left, ReadinessDefinitionId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(ReadinessDefinitionId left, ReadinessDefinitionId right) => left.CompareTo(right) >= 0;
}
