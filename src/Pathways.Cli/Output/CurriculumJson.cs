using System.Text.Json.Serialization;

namespace Pathways.Cli.Output;

/// <summary>The JSON of reports on the curriculum; names are a promise to other programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ScopeCheckJson))]
internal sealed partial class CurriculumJson : JsonSerializerContext;

internal sealed record PlacedJson(string File, int Line, int Column, string Code, string Message);

/// <summary>The report of <c>curriculum check</c>; <c>scope</c> is null when there is any error.</summary>
internal sealed record ScopeCheckJson(string? Scope, int Activities, IReadOnlyList<PlacedJson> Errors, IReadOnlyList<PlacedJson> Warnings);
