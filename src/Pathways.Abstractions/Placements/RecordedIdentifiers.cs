using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Identifies a document that a placement needs.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<DocumentId>))]
public readonly record struct DocumentId : IIdentifier<DocumentId>, IComparable<DocumentId>
{
    private readonly string? _value;

    private DocumentId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(DocumentId));

    /// <inheritdoc/>
    public static DocumentId From(string value) => new(Identifier.Checked(value, nameof(DocumentId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(DocumentId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(DocumentId left, DocumentId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(DocumentId left, DocumentId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(DocumentId left, DocumentId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(DocumentId left, DocumentId right) => left.CompareTo(right) >= 0;
}

/// <summary>Names a kind of document in the words of the district, such as <c>guardian-consent</c> or <c>student-learner</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<DocumentKindId>))]
public readonly record struct DocumentKindId : IIdentifier<DocumentKindId>, IComparable<DocumentKindId>
{
    private readonly string? _value;

    private DocumentKindId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(DocumentKindId));

    /// <inheritdoc/>
    public static DocumentKindId From(string value) => new(Identifier.Checked(value, nameof(DocumentKindId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(DocumentKindId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(DocumentKindId left, DocumentKindId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(DocumentKindId left, DocumentKindId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(DocumentKindId left, DocumentKindId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(DocumentKindId left, DocumentKindId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies an entry of the hours log.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<HoursEntryId>))]
public readonly record struct HoursEntryId : IIdentifier<HoursEntryId>, IComparable<HoursEntryId>
{
    private readonly string? _value;

    private HoursEntryId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(HoursEntryId));

    /// <inheritdoc/>
    public static HoursEntryId From(string value) => new(Identifier.Checked(value, nameof(HoursEntryId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(HoursEntryId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(HoursEntryId left, HoursEntryId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(HoursEntryId left, HoursEntryId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(HoursEntryId left, HoursEntryId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(HoursEntryId left, HoursEntryId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies an agreed outcome; unique within its placement.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<OutcomeId>))]
public readonly record struct OutcomeId : IIdentifier<OutcomeId>, IComparable<OutcomeId>
{
    private readonly string? _value;

    private OutcomeId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(OutcomeId));

    /// <inheritdoc/>
    public static OutcomeId From(string value) => new(Identifier.Checked(value, nameof(OutcomeId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(OutcomeId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(OutcomeId left, OutcomeId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(OutcomeId left, OutcomeId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(OutcomeId left, OutcomeId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(OutcomeId left, OutcomeId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a visit of school staff; unique within its placement.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<VisitId>))]
public readonly record struct VisitId : IIdentifier<VisitId>, IComparable<VisitId>
{
    private readonly string? _value;

    private VisitId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(VisitId));

    /// <inheritdoc/>
    public static VisitId From(string value) => new(Identifier.Checked(value, nameof(VisitId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(VisitId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(VisitId left, VisitId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(VisitId left, VisitId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(VisitId left, VisitId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(VisitId left, VisitId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies an incident; unique within its placement.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<IncidentId>))]
public readonly record struct IncidentId : IIdentifier<IncidentId>, IComparable<IncidentId>
{
    private readonly string? _value;

    private IncidentId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(IncidentId));

    /// <inheritdoc/>
    public static IncidentId From(string value) => new(Identifier.Checked(value, nameof(IncidentId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(IncidentId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(IncidentId left, IncidentId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(IncidentId left, IncidentId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(IncidentId left, IncidentId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(IncidentId left, IncidentId right) => left.CompareTo(right) >= 0;
}
