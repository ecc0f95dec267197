using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pathways.Json;

/// <summary>Writes personal data as <c>[redacted:...]</c>, and reads none.</summary>
/// <remarks>Files that must hold the value are written by code that reveals it for a purpose.</remarks>
/// <typeparam name="T">The personal data.</typeparam>
public sealed class RedactedJsonConverter<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException($"A {typeof(T).Name} is personal data and is not read from JSON by itself.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue($"[redacted:{typeof(T).Name}]");
    }
}
