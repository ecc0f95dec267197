using System.Text.Json;
using System.Text.Json.Serialization;
using Pathways.Json;

namespace Pathways.Placements;

/// <summary>Entries in JSON, whole, to compare requests by; never shown and never kept.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, // a list that was never set cannot be written
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(LocalDateJsonConverter), typeof(LocalTimeJsonConverter), typeof(InstantJsonConverter), typeof(AnnualDateJsonConverter), typeof(DateIntervalJsonConverter),
        typeof(StoredNoteJsonConverter), typeof(EntryJsonConverter),
    ])]
[JsonSerializable(typeof(PlacementEntry))]
[JsonSerializable(typeof(PlacementEntry.VisitMade))]
[JsonSerializable(typeof(PlacementEntry.IncidentReported))]
[JsonSerializable(typeof(PlacementEntry.IncidentSettled))]
[JsonSerializable(typeof(PlacementEntry.ReflectionWritten))]
[JsonSerializable(typeof(PlacementEntry.OutcomeAgreed))]
[JsonSerializable(typeof(PlacementEntry.OutcomeSigned))]
[JsonSerializable(typeof(PlacementEntry.OutcomeRevised))]
[JsonSerializable(typeof(PlacementEntry.OutcomeMarked))]
[JsonSerializable(typeof(PlacementEntry.PeriodsAgreed))]
[JsonSerializable(typeof(PlacementEntry.PayAgreed))]
[JsonSerializable(typeof(PlacementEntry.OrientationHeld))]
[JsonSerializable(typeof(PlacementEntry.TransportSettled))]
[JsonSerializable(typeof(PlacementEntry.SupervisorChecked))]
[JsonSerializable(typeof(PlacementEntry.SupervisorNamed))]
[JsonSerializable(typeof(PlacementEntry.CoordinatorNamed))]
[JsonSerializable(typeof(PlacementEntry.FormPlanned))]
[JsonSerializable(typeof(PlacementEntry.FormMoved))]
[JsonSerializable(typeof(PlacementEntry.HoursWaived))]
[JsonSerializable(typeof(PlacementEntry.PresentationHeld))]
[JsonSerializable(typeof(PlacementEntry.DebriefHeld))]
[JsonSerializable(typeof(PlacementEntry.ThanksSent))]
[JsonSerializable(typeof(PlacementEntry.CreditGiven))]
[JsonSerializable(typeof(PlacementEntry.ReviewRequested))]
[JsonSerializable(typeof(PlacementEntry.BrokenOff))]
internal sealed partial class EntryJson : JsonSerializerContext;

/// <summary>Reads and writes an entry with the name of its kind, such as <c>{"visit-made": {...}}</c>.</summary>
internal sealed class EntryJsonConverter : JsonConverter<PlacementEntry>
{
    private static readonly ImmutableDictionary<string, Type> Kinds = typeof(PlacementEntry).GetNestedTypes()
        .Where(type => type.IsSubclassOf(typeof(PlacementEntry))).ToImmutableDictionary(Word, StringComparer.Ordinal);

    public override PlacementEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName
            || !Kinds.TryGetValue(reader.GetString()!, out var kind) || !reader.Read())
        {
            throw new JsonException($"An entry is an object with one property, one of {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}.");
        }

        var entry = (PlacementEntry)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(kind))!;
        return reader.Read() && reader.TokenType == JsonTokenType.EndObject ? entry : throw new JsonException("An entry has one property alone.");
    }

    public override void Write(Utf8JsonWriter writer, PlacementEntry value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(Word(value.GetType()));
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
        writer.WriteEndObject();
    }

    private static string Word(Type kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.Name);
}
