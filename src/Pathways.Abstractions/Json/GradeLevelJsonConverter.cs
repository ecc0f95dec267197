using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pathways.Json;

/// <summary>Writes a grade level as its code.</summary>
public sealed class GradeLevelJsonConverter : JsonConverter<GradeLevel>
{
    /// <inheritdoc/>
    public override GradeLevel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && GradeLevel.TryParse(reader.GetString(), out var grade)
            ? grade
            : throw new JsonException("A grade level must be a text such as \"09\" or \"KG\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GradeLevel value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Code);
    }
}
