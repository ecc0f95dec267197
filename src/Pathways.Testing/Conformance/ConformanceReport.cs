using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pathways.Testing;

/// <summary>What came of trying a store: a verdict for each case, also for those that were not tried.</summary>
/// <param name="Store">What the harness calls the store.</param>
/// <param name="Capabilities">What it was declared to be able to do.</param>
/// <param name="Cases">The verdicts, in the order of the cases.</param>
public sealed record ConformanceReport(string Store, StoreCapabilities Capabilities, ImmutableArray<ConformanceVerdict> Cases)
{
    /// <summary>How many cases hold.</summary>
    public int Held => Cases.Count(verdict => verdict is { Fault: null, Skipped: null });

    /// <summary>How many cases do not hold.</summary>
    public int Failed => Cases.Count(verdict => verdict.Fault is not null);

    /// <summary>How many cases were not tried.</summary>
    public int Skipped => Cases.Count(verdict => verdict.Skipped is not null);

    /// <summary>Whether every case that was tried holds.</summary>
    public bool Holds => Failed == 0;

    /// <summary>The report as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ConformanceReportJson.Default.ConformanceReport);

    /// <summary>How many hold, fail and were skipped.</summary>
    public override string ToString() => FormattableString.Invariant($"{Store}: {Held} of {Cases.Length} cases hold, {Failed} fail, {Skipped} were not tried");
}

/// <summary>What came of one case.</summary>
/// <param name="Name">The case.</param>
/// <param name="Fault">What the store did otherwise; <see langword="null"/> when the case holds or was not tried.</param>
/// <param name="Skipped">Why it was not tried; <see langword="null"/> when it was.</param>
public sealed record ConformanceVerdict(string Name, string? Fault = null, string? Skipped = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(ConformanceReport))]
internal sealed partial class ConformanceReportJson : JsonSerializerContext;
