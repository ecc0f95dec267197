using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads and writes definitions of readiness, <c>"format": "pathways/readiness@1"</c>; see <c>docs/formats/readiness.md</c>.</summary>
public static class ReadinessFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/readiness@1";

    private const string Kind = "readiness";

    /// <summary>Reads a definition from a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The definition, or every fault with its line and column; a file that cannot be opened is a fault too.</returns>
    public static Reading<ReadinessDefinition> Read(string path) =>
        JsonRecordFile.Read(path, Kind, Format, json => new ReadinessReader().Definition(json));

    /// <summary>Reads a definition from memory.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<ReadinessDefinition> Parse(ReadOnlySpan<byte> utf8, string name) =>
        JsonRecordFile.Parse(utf8, name, Kind, Format, json => new ReadinessReader().Definition(json));

    /// <summary>Writes a definition, indented and in the same order every time; what is as usual is left out.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(ReadinessDefinition definition, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(stream);
        StableJson.Write(stream, json => new ReadinessWriter(json).Definition(definition));
    }
}
