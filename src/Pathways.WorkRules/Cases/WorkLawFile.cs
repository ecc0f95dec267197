using System.Collections.Frozen;
using Pathways.Json;

namespace Pathways.WorkRules;

/// <summary>Reads whose law applies to the work of a cohort, <c>"format": "pathways/work-law@1"</c>; see <c>docs/formats/work-rules.md</c>.</summary>
public static class WorkLawFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/work-law@1";

    private const string Kind = "work-law";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="partners">The partners there are, of which alone the file may speak; not looked at when left out.</param>
    /// <returns>What it says, or every fault with its line and column; a file that cannot be opened is a fault too.</returns>
    public static Reading<WorkLaw> Read(string path, IReadOnlyCollection<PartnerId>? partners = null) =>
        JsonRecordFile.Read(path, Kind, Format, json => Law(json, partners));

    /// <summary>Reads from memory.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="partners">The partners there are, of which alone it may speak; not looked at when left out.</param>
    public static Reading<WorkLaw> Parse(ReadOnlySpan<byte> utf8, string name, IReadOnlyCollection<PartnerId>? partners = null) =>
        JsonRecordFile.Parse(utf8, name, Kind, Format, json => Law(json, partners));

    private static WorkLaw Law(JsonRecord json, IReadOnlyCollection<PartnerId>? partners)
    {
        var known = partners?.ToHashSet();
        var seen = new HashSet<PartnerId>();
        return new()
        {
            Jurisdictions = WorkRuleFields.Jurisdictions(json),
            Calendar = WorkRuleFields.CalendarOf(json),
            Partners = json.List("partners", partner => Partner(partner, known, seen)).ToFrozenDictionary(one => one.Item1, one => one.Item2),
            LimitsApplyToAll = json.Flag("limitsApplyToAll"),
        };
    }

    private static Tuple<PartnerId, ImmutableArray<string>>? Partner(JsonRecord json, HashSet<PartnerId>? known, HashSet<PartnerId> seen)
    {
        var faults = json.FaultCount;
        var partner = json.Id<PartnerId>("partner");
        var isRead = json.FaultCount == faults;
        if (isRead && !seen.Add(partner))
        {
            json.Fault("partner", "duplicate", $"There is another entry of {partner}. Keep one.");
        }
        else if (isRead && known is not null && !known.Contains(partner))
        {
            json.Fault("partner", "unknown", $"There is no partner {partner}. Maybe it is misspelt, or was removed.");
        }

        var jurisdictions = WorkRuleFields.Jurisdictions(json);
        return json.FaultCount == faults ? Tuple.Create(partner, jurisdictions) : null;
    }
}
