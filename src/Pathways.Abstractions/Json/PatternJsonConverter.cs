using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace Pathways.Json;

/// <summary>Writes a NodaTime value by a pattern.</summary>
/// <typeparam name="T">The NodaTime type.</typeparam>
public abstract class PatternJsonConverter<T> : JsonConverter<T>
{
    private readonly IPattern<T> _pattern;

    private protected PatternJsonConverter(IPattern<T> pattern) => _pattern = pattern;

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"A {typeof(T).Name} must be a text, not {reader.TokenType}.");
        }

        var parsed = _pattern.Parse(reader.GetString()!);
        return parsed.Success ? parsed.Value : throw new JsonException(parsed.Exception.Message);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(_pattern.Format(value));
    }
}

/// <summary>Writes a date as <c>2026-09-01</c>.</summary>
public sealed class LocalDateJsonConverter() : PatternJsonConverter<LocalDate>(LocalDatePattern.Iso);

/// <summary>Writes a time of day as <c>14:30:00</c>.</summary>
public sealed class LocalTimeJsonConverter() : PatternJsonConverter<LocalTime>(LocalTimePattern.ExtendedIso);

/// <summary>Writes an instant as <c>2026-09-01T14:30:00Z</c>.</summary>
public sealed class InstantJsonConverter() : PatternJsonConverter<Instant>(InstantPattern.ExtendedIso);

/// <summary>Writes a day of any year as <c>09-30</c>.</summary>
public sealed class AnnualDateJsonConverter() : PatternJsonConverter<AnnualDate>(AnnualDatePattern.Iso);
