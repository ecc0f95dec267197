using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>A typed name for one thing; two kinds of identifier can never be mixed up.</summary>
/// <remarks>Rosters bring opaque texts, so an identifier is a text and nothing is read into it.</remarks>
/// <typeparam name="TSelf">The identifier type itself.</typeparam>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The text by which other systems know the thing: 1 to 128 characters.</summary>
    /// <exception cref="InvalidOperationException">The identifier is <see langword="default"/>.</exception>
    string Value { get; }

    /// <summary>Wraps a text that names the thing.</summary>
    /// <param name="value">1 to 128 characters; kept exactly as it is.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or longer than 128 characters.</exception>
    static abstract TSelf From(string value);
}

/// <summary>Identifies a student, by the name the system of record gives them.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<StudentId>))]
public readonly record struct StudentId : IIdentifier<StudentId>, IComparable<StudentId>
{
    private readonly string? _value;

    private StudentId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(StudentId));

    /// <inheritdoc/>
    public static StudentId From(string value) => new(Identifier.Checked(value, nameof(StudentId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(StudentId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(StudentId left, StudentId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(StudentId left, StudentId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(StudentId left, StudentId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(StudentId left, StudentId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a school.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<SchoolId>))]
public readonly record struct SchoolId : IIdentifier<SchoolId>, IComparable<SchoolId>
{
    private readonly string? _value;

    private SchoolId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(SchoolId));

    /// <inheritdoc/>
    public static SchoolId From(string value) => new(Identifier.Checked(value, nameof(SchoolId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(SchoolId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(SchoolId left, SchoolId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(SchoolId left, SchoolId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(SchoolId left, SchoolId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(SchoolId left, SchoolId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies an industry partner: whoever provides opportunities.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<PartnerId>))]
public readonly record struct PartnerId : IIdentifier<PartnerId>, IComparable<PartnerId>
{
    private readonly string? _value;

    private PartnerId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(PartnerId));

    /// <inheritdoc/>
    public static PartnerId From(string value) => new(Identifier.Checked(value, nameof(PartnerId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(PartnerId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(PartnerId left, PartnerId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(PartnerId left, PartnerId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(PartnerId left, PartnerId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(PartnerId left, PartnerId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a place of work of a partner.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<WorksiteId>))]
public readonly record struct WorksiteId : IIdentifier<WorksiteId>, IComparable<WorksiteId>
{
    private readonly string? _value;

    private WorksiteId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(WorksiteId));

    /// <inheritdoc/>
    public static WorksiteId From(string value) => new(Identifier.Checked(value, nameof(WorksiteId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(WorksiteId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(WorksiteId left, WorksiteId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(WorksiteId left, WorksiteId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(WorksiteId left, WorksiteId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(WorksiteId left, WorksiteId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies an opportunity that a partner offers.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<OpportunityId>))]
public readonly record struct OpportunityId : IIdentifier<OpportunityId>, IComparable<OpportunityId>
{
    private readonly string? _value;

    private OpportunityId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(OpportunityId));

    /// <inheritdoc/>
    public static OpportunityId From(string value) => new(Identifier.Checked(value, nameof(OpportunityId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(OpportunityId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(OpportunityId left, OpportunityId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(OpportunityId left, OpportunityId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(OpportunityId left, OpportunityId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(OpportunityId left, OpportunityId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies an industry sector of a program.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<SectorId>))]
public readonly record struct SectorId : IIdentifier<SectorId>, IComparable<SectorId>
{
    private readonly string? _value;

    private SectorId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(SectorId));

    /// <inheritdoc/>
    public static SectorId From(string value) => new(Identifier.Checked(value, nameof(SectorId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(SectorId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(SectorId left, SectorId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(SectorId left, SectorId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(SectorId left, SectorId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(SectorId left, SectorId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a policy group that the district declares, such as "rural"; never a demographic category.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<PriorityGroupId>))]
public readonly record struct PriorityGroupId : IIdentifier<PriorityGroupId>, IComparable<PriorityGroupId>
{
    private readonly string? _value;

    private PriorityGroupId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(PriorityGroupId));

    /// <inheritdoc/>
    public static PriorityGroupId From(string value) => new(Identifier.Checked(value, nameof(PriorityGroupId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(PriorityGroupId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(PriorityGroupId left, PriorityGroupId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(PriorityGroupId left, PriorityGroupId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(PriorityGroupId left, PriorityGroupId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(PriorityGroupId left, PriorityGroupId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies something a student can have done or hold, such as "resume" or "safety-training".</summary>
[JsonConverter(typeof(IdentifierJsonConverter<QualificationId>))]
public readonly record struct QualificationId : IIdentifier<QualificationId>, IComparable<QualificationId>
{
    private readonly string? _value;

    private QualificationId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(QualificationId));

    /// <inheritdoc/>
    public static QualificationId From(string value) => new(Identifier.Checked(value, nameof(QualificationId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(QualificationId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(QualificationId left, QualificationId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(QualificationId left, QualificationId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(QualificationId left, QualificationId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(QualificationId left, QualificationId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a kind of hazardous work, such as "ho-05" for power-driven woodworking machines.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<HazardId>))]
public readonly record struct HazardId : IIdentifier<HazardId>, IComparable<HazardId>
{
    private readonly string? _value;

    private HazardId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(HazardId));

    /// <inheritdoc/>
    public static HazardId From(string value) => new(Identifier.Checked(value, nameof(HazardId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(HazardId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(HazardId left, HazardId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(HazardId left, HazardId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(HazardId left, HazardId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(HazardId left, HazardId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies whoever does something, for the audit line.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ActorId>))]
public readonly record struct ActorId : IIdentifier<ActorId>, IComparable<ActorId>
{
    private readonly string? _value;

    private ActorId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(ActorId));

    /// <inheritdoc/>
    public static ActorId From(string value) => new(Identifier.Checked(value, nameof(ActorId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(ActorId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(ActorId left, ActorId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(ActorId left, ActorId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(ActorId left, ActorId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(ActorId left, ActorId right) => left.CompareTo(right) >= 0;
}
