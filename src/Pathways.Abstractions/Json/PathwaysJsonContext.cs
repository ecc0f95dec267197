using System.Text.Json.Serialization;

namespace Pathways.Json;

/// <summary>The shared vocabulary in JSON, without reflection.</summary>
/// <remarks>Personal data comes out redacted; whole records of students are for screens and logs, not for exchange.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(LocalDateJsonConverter), typeof(LocalTimeJsonConverter), typeof(InstantJsonConverter), typeof(DateIntervalJsonConverter),
    ])]
[JsonSerializable(typeof(Student))]
[JsonSerializable(typeof(Partner))]
[JsonSerializable(typeof(Worksite))]
[JsonSerializable(typeof(Opportunity))]
[JsonSerializable(typeof(Cohort))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(InputError))]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(LocalDate))]
[JsonSerializable(typeof(LocalTime))]
[JsonSerializable(typeof(Instant))]
public sealed partial class PathwaysJsonContext : JsonSerializerContext;
