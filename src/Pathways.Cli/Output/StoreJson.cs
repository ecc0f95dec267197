using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pathways.Cli.Output;

/// <summary>The JSON of the commands that work on a store; names are a promise to other programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(MigrateJson))]
[JsonSerializable(typeof(AuditVerifyJson))]
[JsonSerializable(typeof(ErasureJson))]
internal sealed partial class StoreJson : JsonSerializerContext;

/// <summary>What came of <c>migrate</c>.</summary>
internal sealed record MigrateJson(string Store, bool UpToDate, int? Found, int? Needed, IReadOnlyList<string> Applied, IReadOnlyList<string> Missing, string Message);

/// <summary>What came of <c>audit verify</c>.</summary>
internal sealed record AuditVerifyJson(bool Holds, IReadOnlyList<AuditTenantJson> Tenants);

/// <summary>The log of one tenant; <c>notShown</c> says what cannot be shown, whatever was found.</summary>
internal sealed record AuditTenantJson(
    string Tenant, bool Holds, long Lines, int Subjects, int Seals, string? LastSeal, long Unsealed, IReadOnlyList<AuditFindingJson> Findings, IReadOnlyList<string> NotShown);

internal sealed record AuditFindingJson(string Code, string Place, string Message);

/// <summary>What <c>erase</c> deleted, or would delete; of match runs, in how many it takes the name out.</summary>
internal sealed record ErasureJson(string Student, bool Erased, int Applications, int Placements, int Documents, int Hours, int RecordEntries, int MatchRuns);
