using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace Pathways.Json;

/// <summary>Writes an interval of days as <c>2026-09-01/2027-06-15</c>, both days included.</summary>
public sealed class DateIntervalJsonConverter : JsonConverter<DateInterval>
{
    /// <inheritdoc/>
    public override DateInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String
            && reader.GetString()!.Split('/') is [var first, var last]
            && LocalDatePattern.Iso.Parse(first).TryGetValue(default, out var start)
            && LocalDatePattern.Iso.Parse(last).TryGetValue(default, out var end)
            && start <= end)
        {
            return new(start, end);
        }

        throw new JsonException("An interval of days must read like \"2026-09-01/2027-06-15\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateInterval value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue($"{LocalDatePattern.Iso.Format(value.Start)}/{LocalDatePattern.Iso.Format(value.End)}");
    }
}
