using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pathways.Json;

/// <summary>Writes a value that has one text form as that text.</summary>
/// <typeparam name="T">The value type; its <c>ToString</c> and <c>Parse</c> are each other's inverse, but for an unset value.</typeparam>
public sealed class TextJsonConverter<T> : JsonConverter<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && T.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"Expected the text form of a {typeof(T).Name}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        var text = value.ToString();
        writer.WriteStringValue(T.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? text
            : throw new InvalidOperationException($"This {typeof(T).Name} was never set. Maybe leave it null instead."));
    }
}
