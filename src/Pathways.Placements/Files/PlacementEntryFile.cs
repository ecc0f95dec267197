using Pathways.Json;

namespace Pathways.Placements;

/// <summary>Reads what is recorded with a trigger, <c>"format": "pathways/placement-entry@1"</c>; see <c>docs/formats/placement-entries.md</c>.</summary>
public static class PlacementEntryFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/placement-entry@1";

    private const string Kind = "placement-entry";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The entry, or every fault with its line and column; a file that cannot be opened is a fault too.</returns>
    public static Reading<PlacementEntry> Read(string path) => JsonRecordFile.Read(path, Kind, Format, PlacementEntryReader.Entry);

    /// <summary>Reads an entry from memory.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<PlacementEntry> Parse(ReadOnlySpan<byte> utf8, string name) => JsonRecordFile.Parse(utf8, name, Kind, Format, PlacementEntryReader.Entry);
}
