using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pathways.Json;

/// <summary>What stores keep, in JSON, without reflection and without loss.</summary>
/// <remarks>
/// Notes come out as they are, since a store must give back what it was given: this is for stores and for nothing else. Screens, logs and interfaces use
/// <see cref="PathwaysJsonContext"/>, where they are redacted.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(LocalDateJsonConverter), typeof(LocalTimeJsonConverter), typeof(InstantJsonConverter), typeof(AnnualDateJsonConverter), typeof(DateIntervalJsonConverter),
        typeof(StoredNoteJsonConverter), typeof(StoredInterestProfileJsonConverter),
    ])]
[JsonSerializable(typeof(OpportunityListing))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(Placement))]
[JsonSerializable(typeof(PlacementDocument))]
[JsonSerializable(typeof(HoursEntry))]
[JsonSerializable(typeof(MatchRun))]
[JsonSerializable(typeof(StudentRecordEntry))]
[JsonSerializable(typeof(PartnerListing))]
[JsonSerializable(typeof(AuditLine))]
[JsonSerializable(typeof(TransitionEvent))]
[JsonSerializable(typeof(CarriedOut))]
[JsonSerializable(typeof(AuditSeal))]
public sealed partial class StoredJsonContext : JsonSerializerContext;

/// <summary>Writes and reads a note as it is.</summary>
public sealed class StoredNoteJsonConverter : JsonConverter<Note>
{
    /// <inheritdoc/>
    public override Note Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? Note.From(text)
            : throw new JsonException("A note must be a text that is not blank.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Note value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Reveal(Purpose.Interchange));
    }
}

/// <summary>Writes and reads a profile of interests as its six scores.</summary>
public sealed class StoredInterestProfileJsonConverter : JsonConverter<InterestProfile>
{
    /// <inheritdoc/>
    public override InterestProfile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var scores = ImmutableArray.CreateBuilder<double>(6);
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A profile of interests must be six numbers.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            scores.Add(reader.GetDouble());
        }

        return scores.Count == 6 && reader.TokenType == JsonTokenType.EndArray ? new(scores.ToImmutable()) : throw new JsonException("A profile of interests must be six numbers.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, InterestProfile value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var score in value.Scores)
        {
            writer.WriteNumberValue(score);
        }

        writer.WriteEndArray();
    }
}
