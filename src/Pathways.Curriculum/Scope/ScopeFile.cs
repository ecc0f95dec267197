using System.Text;
using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads and writes scope and sequence files, <c>"format": "pathways/scope@1"</c>.</summary>
/// <remarks>The fields are described in docs/formats/scope.md, and by the schema at <see cref="Schema"/>.</remarks>
public static class ScopeFile
{
    /// <summary>What the <c>format</c> of such a file says.</summary>
    public const string Format = "pathways/scope@1";

    /// <summary>The stages of a file that names none: awareness in grade 9, exploration in grade 10, immersion in grades 11 and 12.</summary>
    public static ImmutableArray<GradeStage> DefaultStages { get; } =
    [
        new(GradeLevel.From(9), Stage.Awareness),
        new(GradeLevel.From(10), Stage.Exploration),
        new(GradeLevel.From(11), Stage.Immersion),
        new(GradeLevel.From(12), Stage.Immersion),
    ];

    /// <summary>The JSON schema (draft 2020-12) of such files, for editors and other programs.</summary>
    /// <remarks>It describes the form alone; what <see cref="ScopeCheck"/> finds is beyond a schema.</remarks>
    public static string Schema => Encoding.UTF8.GetString(EmbeddedFile.Bytes("Schemas/scope-1.schema.json"));

    /// <summary>Reads and checks a file. Everything that is wrong is told in one run, with path, line and column.</summary>
    /// <param name="path">The file, as messages name it.</param>
    public static Reading<ScopeAndSequence> Read(string path) => JsonRecordFile.Read(path, ScopeCheck.Kind, Format, ScopeReader.Read);

    /// <summary>Reads and checks a file that is in memory.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="name">What messages call it.</param>
    public static Reading<ScopeAndSequence> Parse(ReadOnlySpan<byte> utf8, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return JsonRecordFile.Parse(utf8, name, ScopeCheck.Kind, Format, ScopeReader.Read);
    }

    /// <summary>Writes a scope and sequence: two spaces of indentation, always the same order of fields, defaults left out, a line end at the end.</summary>
    /// <remarks>Writing what was read from a file that was so written gives the same bytes. Nothing is checked; ask <see cref="ScopeCheck"/>.</remarks>
    /// <param name="scope">What to write.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(ScopeAndSequence scope, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(stream);
        ScopeWriter.Write(scope, stream);
    }

    /// <summary>Writes a scope and sequence to a file, which is replaced as a whole or not at all.</summary>
    /// <param name="scope">What to write.</param>
    /// <param name="path">The file.</param>
    public static void Write(ScopeAndSequence scope, string path)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.Write(path, stream => ScopeWriter.Write(scope, stream));
    }
}
