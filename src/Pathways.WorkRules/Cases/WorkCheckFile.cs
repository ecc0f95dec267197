using Pathways.Json;

namespace Pathways.WorkRules;

/// <summary>Reads a case to be checked, <c>"format": "pathways/work-check@1"</c>; see <c>docs/formats/work-rules.md</c>.</summary>
/// <remarks>The file holds a birth date. Whoever keeps it answers for it; nothing of it appears in findings.</remarks>
public static class WorkCheckFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/work-check@1";

    private const string Kind = "work-check";

    /// <summary>Reads a case from a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The case, or every fault with its line and column; a file that cannot be opened is a fault too.</returns>
    public static Reading<WorkCase> Read(string path) => JsonRecordFile.Read(path, Kind, Format, WorkCheckReader.Case);

    /// <summary>Reads a case from memory.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<WorkCase> Parse(ReadOnlySpan<byte> utf8, string name) => JsonRecordFile.Parse(utf8, name, Kind, Format, WorkCheckReader.Case);
}
