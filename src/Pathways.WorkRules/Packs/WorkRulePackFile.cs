using Pathways.Json;

namespace Pathways.WorkRules;

/// <summary>Reads and writes packs of rules, <c>"format": "pathways/work-rules@1"</c>; see <c>docs/formats/work-rules.md</c>.</summary>
public static class WorkRulePackFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/work-rules@1";

    private const string Kind = "work-rules";

    /// <summary>Reads a pack from a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The pack, or every fault with its line and column; a file that cannot be opened is a fault too.</returns>
    public static Reading<WorkRulePack> Read(string path) => JsonRecordFile.Read(path, Kind, Format, json => new WorkRulePackReader().Pack(json));

    /// <summary>Reads a pack from memory.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<WorkRulePack> Parse(ReadOnlySpan<byte> utf8, string name) =>
        JsonRecordFile.Parse(utf8, name, Kind, Format, json => new WorkRulePackReader().Pack(json));

    /// <summary>Writes a pack, indented and in the same order every time; what is as usual is left out.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(WorkRulePack pack, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(stream);
        StableJson.Write(stream, Format, json => new WorkRulePackWriter(json).Pack(pack));
    }
}
