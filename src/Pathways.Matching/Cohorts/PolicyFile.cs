using System.Text.Json;
using Pathways.Matching.Files;
using Pathways.Matching.Problems;

namespace Pathways.Matching.Cohorts;

/// <summary>Reads and writes policies, <c>"format": "pathways/policy@1"</c>.</summary>
public static class PolicyFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/policy@1";

    /// <summary>Reads a policy; what it leaves out is as in <see cref="MatchPolicy.Default"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Gives up between buffers.</param>
    /// <returns>The policy, or every error with its line and column; a file that cannot be opened is an error too.</returns>
    public static Reading<MatchPolicy> Read(string path, CancellationToken cancellationToken = default) =>
        JsonInput.Read(path, "policy", input =>
        {
            var faults = new ProblemFaults("policy");
            using var stream = input.Open();
            return (new PolicyReader(stream, faults, cancellationToken).Read(), faults);
        });

    /// <summary>Writes a policy as one JSON value.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="json">Where to.</param>
    public static void Write(MatchPolicy policy, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteStartObject("eligibility");
        if (policy.Eligibility.MaximumDistanceKm is { } km)
        {
            json.WriteNumber("maximumDistanceKm", km);
        }

        json.WriteBoolean("requireChosenSector", policy.Eligibility.RequireChosenSector);
        if (policy.Eligibility.RequireReadiness)
        {
            json.WriteBoolean("requireReadiness", true);
        }

        if (policy.Eligibility.RequireWorkRules)
        {
            json.WriteBoolean("requireWorkRules", true);
        }

        json.WriteEndObject();
        json.WriteStartObject("priority");
        json.WriteNumber("readinessPoints", policy.Priority.ReadinessPoints);
        json.WriteNumber("readinessStep", policy.Priority.ReadinessStep);
        json.WriteStartArray("sectorChoicePoints");
        foreach (var points in policy.Priority.SectorChoicePoints)
        {
            json.WriteNumberValue(points);
        }

        json.WriteEndArray();
        json.WriteStartObject("groupPoints");
        foreach (var (group, points) in policy.Priority.GroupPoints)
        {
            json.WriteNumber(group.Value, points);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
