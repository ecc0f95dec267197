using Pathways.Json;

namespace Pathways.Curriculum;

/// <summary>Reads and writes strategies, <c>"format": "pathways/strategy@1"</c>; see <c>docs/formats/strategy.md</c>.</summary>
public static class StrategyFile
{
    /// <summary>What the format is called in a file.</summary>
    public const string Format = "pathways/strategy@1";

    private const string Kind = "strategy";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The register, or every error with its place.</returns>
    public static Reading<StrategyRegister> Read(string path) => JsonRecordFile.Read(path, Kind, Format, StrategyReader.Register);

    /// <summary>Reads a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    public static Reading<StrategyRegister> Parse(ReadOnlySpan<byte> utf8, string name) =>
        JsonRecordFile.Parse(utf8, name, Kind, Format, StrategyReader.Register);

    /// <summary>Writes a file.</summary>
    /// <param name="register">The register.</param>
    /// <param name="path">The file; one that is there is replaced as a whole or not at all.</param>
    public static void Write(StrategyRegister register, string path) => WholeFile.Write(path, stream => stream.Write(Bytes(register)));

    /// <summary>The text of a file: fields in one order, and those at their default left out.</summary>
    /// <param name="register">The register.</param>
    public static byte[] Bytes(StrategyRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return StableJson.Bytes(Format, writer => StrategyWriter.Write(writer, register));
    }
}
