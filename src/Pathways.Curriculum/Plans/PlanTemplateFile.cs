using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads and writes templates of student plans, <c>"format": "pathways/plan@1"</c>.</summary>
public static class PlanTemplateFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/plan@1";

    private const string Kind = "plan";

    /// <summary>Reads a template.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The template, or every error with its path, line and column; a file that cannot be opened is an error too.</returns>
    public static Reading<PlanTemplate> Read(string path) => JsonRecordFile.Read(path, Kind, Format, PlanTemplateReader.Read);

    /// <summary>Reads a template from memory.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<PlanTemplate> Parse(ReadOnlySpan<byte> utf8, string name) => JsonRecordFile.Parse(utf8, name, Kind, Format, PlanTemplateReader.Read);

    /// <summary>Writes a template with its fields in a fixed order, what is as usual left out, and a line feed at the end.</summary>
    /// <param name="template">The template.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(PlanTemplate template, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(stream);
        StableJson.Write(stream, json => PlanTemplateWriter.Write(template, json));
    }
}
