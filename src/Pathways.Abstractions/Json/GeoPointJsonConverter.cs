using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pathways.Json;

/// <summary>Writes a point as <c>{"latitude":42.35,"longitude":-71.55}</c>; both are needed to read one.</summary>
public sealed class GeoPointJsonConverter : JsonConverter<GeoPoint>
{
    /// <inheritdoc/>
    public override GeoPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A point must be an object with latitude and longitude, not {reader.TokenType}.");
        }

        double? latitude = null;
        double? longitude = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isLatitude = reader.ValueTextEquals("latitude"u8);
            var isLongitude = reader.ValueTextEquals("longitude"u8);
            reader.Read();
            if (isLatitude)
            {
                latitude = Degrees(ref reader);
            }
            else if (isLongitude)
            {
                longitude = Degrees(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return (latitude, longitude) is ({ } north, { } east) && GeoPoint.IsValid(north, east)
            ? new(north, east)
            : throw new JsonException("A point needs a latitude from -90 to 90 and a longitude from -180 to 180.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GeoPoint value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteNumber("latitude"u8, value.Latitude);
        writer.WriteNumber("longitude"u8, value.Longitude);
        writer.WriteEndObject();
    }

    private static double Degrees(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var degrees)
            ? degrees
            : throw new JsonException("Degrees must be a number.");
}
