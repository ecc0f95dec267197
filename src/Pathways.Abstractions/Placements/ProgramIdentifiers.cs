using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Identifies an evaluation form; unique within its placement.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<EvaluationFormId>))]
public readonly record struct EvaluationFormId : IIdentifier<EvaluationFormId>, IComparable<EvaluationFormId>
{
    private readonly string? _value;

    private EvaluationFormId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(EvaluationFormId));

    /// <inheritdoc/>
    public static EvaluationFormId From(string value) => new(Identifier.Checked(value, nameof(EvaluationFormId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(EvaluationFormId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(EvaluationFormId left, EvaluationFormId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(EvaluationFormId left, EvaluationFormId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(EvaluationFormId left, EvaluationFormId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(EvaluationFormId left, EvaluationFormId right) => left.CompareTo(right) >= 0;
}

/// <summary>Names a rubric together with its version, such as <c>employability@2</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<RubricId>))]
public readonly record struct RubricId : IIdentifier<RubricId>, IComparable<RubricId>
{
    private readonly string? _value;

    private RubricId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(RubricId));

    /// <inheritdoc/>
    public static RubricId From(string value) => new(Identifier.Checked(value, nameof(RubricId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(RubricId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(RubricId left, RubricId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(RubricId left, RubricId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(RubricId left, RubricId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(RubricId left, RubricId right) => left.CompareTo(right) >= 0;
}

/// <summary>Names a criterion of a rubric, such as <c>attendance</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<CriterionId>))]
public readonly record struct CriterionId : IIdentifier<CriterionId>, IComparable<CriterionId>
{
    private readonly string? _value;

    private CriterionId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(CriterionId));

    /// <inheritdoc/>
    public static CriterionId From(string value) => new(Identifier.Checked(value, nameof(CriterionId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(CriterionId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(CriterionId left, CriterionId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(CriterionId left, CriterionId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(CriterionId left, CriterionId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(CriterionId left, CriterionId right) => left.CompareTo(right) >= 0;
}

/// <summary>Names the program under whose rules a placement runs, such as <c>internship</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<PlacementProgramId>))]
public readonly record struct PlacementProgramId : IIdentifier<PlacementProgramId>, IComparable<PlacementProgramId>
{
    private readonly string? _value;

    private PlacementProgramId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(PlacementProgramId));

    /// <inheritdoc/>
    public static PlacementProgramId From(string value) => new(Identifier.Checked(value, nameof(PlacementProgramId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(PlacementProgramId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(PlacementProgramId left, PlacementProgramId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(PlacementProgramId left, PlacementProgramId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(PlacementProgramId left, PlacementProgramId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(PlacementProgramId left, PlacementProgramId right) => left.CompareTo(right) >= 0;
}

/// <summary>Names a recruiting window, such as <c>2026-fall</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<SeasonId>))]
public readonly record struct SeasonId : IIdentifier<SeasonId>, IComparable<SeasonId>
{
    private readonly string? _value;

    private SeasonId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(SeasonId));

    /// <inheritdoc/>
    public static SeasonId From(string value) => new(Identifier.Checked(value, nameof(SeasonId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(SeasonId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(SeasonId left, SeasonId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(SeasonId left, SeasonId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(SeasonId left, SeasonId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(SeasonId left, SeasonId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies the students who do an experience together, such as a class on a site visit.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ExperienceGroupId>))]
public readonly record struct ExperienceGroupId : IIdentifier<ExperienceGroupId>, IComparable<ExperienceGroupId>
{
    private readonly string? _value;

    private ExperienceGroupId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(ExperienceGroupId));

    /// <inheritdoc/>
    public static ExperienceGroupId From(string value) => new(Identifier.Checked(value, nameof(ExperienceGroupId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(ExperienceGroupId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(ExperienceGroupId left, ExperienceGroupId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(ExperienceGroupId left, ExperienceGroupId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(ExperienceGroupId left, ExperienceGroupId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(ExperienceGroupId left, ExperienceGroupId right) => left.CompareTo(right) >= 0;
}
