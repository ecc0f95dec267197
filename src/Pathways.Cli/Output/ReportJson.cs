using System.Text.Json.Serialization;

namespace Pathways.Cli.Output;

/// <summary>The JSON of reports; names are a promise to other programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RefusedJson))]
[JsonSerializable(typeof(VerifyJson))]
[JsonSerializable(typeof(StudentExplanationJson))]
[JsonSerializable(typeof(ChoiceExplanationJson))]
[JsonSerializable(typeof(OpportunityExplanationJson))]
[JsonSerializable(typeof(DiffJson))]
[JsonSerializable(typeof(IReadOnlyList<MechanismJson>))]
[JsonSerializable(typeof(OccupationsJson))]
internal sealed partial class ReportJson : JsonSerializerContext;

internal sealed record CodedJson(string Code, string Message);

internal sealed record RefusedJson(IReadOnlyList<CodedJson> Refused);

/// <summary>A mechanism of <c>mechanisms</c>, with what it promises and what it serves.</summary>
internal sealed record MechanismJson(string Name, string Sentence, IReadOnlyList<string> Properties, IReadOnlyList<string> PropertiesUnderConditions, bool Reserves, bool Caps);

internal sealed record PairJson(string Student, string Opportunity);

/// <summary>The report of <c>verify</c>; <c>stable</c> is null, with the reasons under <c>refused</c>, where it cannot be judged.</summary>
internal sealed record VerifyJson(
    bool Feasible,
    IReadOnlyList<CodedJson> Violations,
    bool? Stable,
    IReadOnlyList<PairJson> BlockingPairs,
    string Concept,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<CodedJson>? Refused = null);

internal sealed record ChoiceExplanationJson(
    string Student, string Opportunity, int? Rank, CodedJson Reason, IReadOnlyList<CodedJson> Rules, IReadOnlyList<CodedJson> WhatIfs,
    IReadOnlyList<CodedJson> WithoutWhatIfs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<CodedJson>? Violations = null);

internal sealed record StudentExplanationJson(
    string Student, string? Opportunity, string Message, IReadOnlyList<ChoiceExplanationJson> Choices, IReadOnlyList<CodedJson> WhatIfs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<CodedJson>? Violations = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<CodedJson>? WithoutWhatIfs = null);

/// <summary>Where somebody stands: the priority place from 1, the points or null, the number that breaks ties or null.</summary>
internal sealed record StandingJson(int Place, double? Points, int? Number, string Message);

internal sealed record SeatKindJson(string? Group, int Seats, int Taken, StandingJson? Cutoff);

internal sealed record WaitlistJson(string Student, int Place, int Rank, StandingJson Standing);

/// <summary>The report of <c>explain --opportunity</c>.</summary>
internal sealed record OpportunityExplanationJson(
    string Opportunity,
    string Message,
    int Seats,
    int Filled,
    StandingJson? Cutoff,
    IReadOnlyList<SeatKindJson> Kinds,
    IReadOnlyList<CodedJson> EmptySeats,
    IReadOnlyList<WaitlistJson> Waitlist,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<CodedJson>? Violations = null);

internal sealed record MoveJson(string Student, string Kind, string? Before, int? BeforeRank, string? After, int? AfterRank, CodedJson? Why);

internal sealed record DiffJson(int Unchanged, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<MoveJson> Moves);

/// <summary>The report of <c>occupations search</c>; code, ties and noPreference are null where nobody's interests were asked about.</summary>
internal sealed record OccupationsJson(
    string Release, string Attribution, string? Code, IReadOnlyList<string>? Ties, CodedJson? NoPreference, int Found, IReadOnlyList<OccupationJson> Occupations);

internal sealed record OccupationJson(string Code, string Title, int? JobZone, string Training, double? Correlation, int? CIndex, string? Message);
