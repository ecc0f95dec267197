using System.Text.Json.Serialization;

namespace Pathways.Cli.Output;

/// <summary>The JSON of <c>rules</c>; names are a promise to other programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(WorkCheckJson))]
[JsonSerializable(typeof(IReadOnlyList<WorkPackJson>))]
internal sealed partial class WorkRulesJson : JsonSerializerContext;

/// <summary>The report of <c>rules check</c>; <c>nearest</c> is null when the work is lawful.</summary>
internal sealed record WorkCheckJson(string Work, bool Lawful, IReadOnlyList<WorkFindingJson> Findings, WorkNearestJson? Nearest);

internal sealed record WorkFindingJson(
    string Code, string Jurisdiction, string Citation, string Severity, string From, string To, int? By, string? Unit, string? Work, bool Verified, bool Policy, string Message, WorkCureJson Cure);

internal sealed record WorkCureJson(string Kind, string Message, int? Amount, string? Unit, string? Document);

/// <summary>What is lawful of what was asked for, and what would be if the barriers were cured; each shift as text.</summary>
internal sealed record WorkNearestJson(int Minutes, IReadOnlyList<string> Shifts, int MinutesIfCured, IReadOnlyList<string> ShiftsIfCured, IReadOnlyList<string> Barriers);

internal sealed record WorkPackJson(
    string Jurisdiction, int Version, string Title, string EffectiveFrom, string? EffectiveTo, IReadOnlyList<WorkRuleJson> Rules, IReadOnlyList<string> Sources, IReadOnlyList<string> Notes);

internal sealed record WorkRuleJson(string Code, string Sentence, string Citation, bool Verified);
