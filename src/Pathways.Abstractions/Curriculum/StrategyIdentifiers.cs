using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways;

/// <summary>Identifies a purpose, goal or outcome of a strategy.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<StrategyGoalId>))]
public readonly record struct StrategyGoalId : IIdentifier<StrategyGoalId>, IComparable<StrategyGoalId>
{
    private readonly string? _value;

    private StrategyGoalId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(StrategyGoalId));

    /// <inheritdoc/>
    public static StrategyGoalId From(string value) => new(Identifier.Checked(value, nameof(StrategyGoalId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(StrategyGoalId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(StrategyGoalId left, StrategyGoalId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(StrategyGoalId left, StrategyGoalId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(StrategyGoalId left, StrategyGoalId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(StrategyGoalId left, StrategyGoalId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a message of a strategy.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<MessageId>))]
public readonly record struct MessageId : IIdentifier<MessageId>, IComparable<MessageId>
{
    private readonly string? _value;

    private MessageId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(MessageId));

    /// <inheritdoc/>
    public static MessageId From(string value) => new(Identifier.Checked(value, nameof(MessageId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(MessageId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(MessageId left, MessageId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(MessageId left, MessageId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(MessageId left, MessageId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(MessageId left, MessageId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies what a stakeholder needs.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<NeedId>))]
public readonly record struct NeedId : IIdentifier<NeedId>, IComparable<NeedId>
{
    private readonly string? _value;

    private NeedId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(NeedId));

    /// <inheritdoc/>
    public static NeedId From(string value) => new(Identifier.Checked(value, nameof(NeedId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(NeedId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(NeedId left, NeedId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(NeedId left, NeedId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(NeedId left, NeedId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(NeedId left, NeedId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies a piece of advice of an advisory board.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<AdviceId>))]
public readonly record struct AdviceId : IIdentifier<AdviceId>, IComparable<AdviceId>
{
    private readonly string? _value;

    private AdviceId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(AdviceId));

    /// <inheritdoc/>
    public static AdviceId From(string value) => new(Identifier.Checked(value, nameof(AdviceId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(AdviceId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(AdviceId left, AdviceId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(AdviceId left, AdviceId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(AdviceId left, AdviceId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(AdviceId left, AdviceId right) => left.CompareTo(right) >= 0;
}

/// <summary>Identifies something of which there is a limited amount, such as the seats of a bus.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<CapacityId>))]
public readonly record struct CapacityId : IIdentifier<CapacityId>, IComparable<CapacityId>
{
    private readonly string? _value;

    private CapacityId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? throw Identifier.Unset(nameof(CapacityId));

    /// <inheritdoc/>
    public static CapacityId From(string value) => new(Identifier.Checked(value, nameof(CapacityId)));

    /// <summary>Compares by UTF-16 code unit (ordinally), never by culture.</summary>
    /// <param name="other">The identifier to compare with.</param>
    public int CompareTo(CapacityId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text itself, or "(unset)".</summary>
    public override string ToString() => _value ?? "(unset)";

    /// <summary>Whether the left identifier comes first ordinally.</summary>
    public static bool operator <(CapacityId left, CapacityId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left identifier comes last ordinally.</summary>
    public static bool operator >(CapacityId left, CapacityId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left identifier comes first ordinally, or is the same.</summary>
    public static bool operator <=(CapacityId left, CapacityId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left identifier comes last ordinally, or is the same.</summary>
    public static bool operator >=(CapacityId left, CapacityId right) => left.CompareTo(right) >= 0;
}
