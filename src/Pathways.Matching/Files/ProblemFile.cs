using Pathways.Matching.Problems;

namespace Pathways.Matching.Files;

/// <summary>Reads and writes problem files, <c>"format": "pathways/problem@1"</c>.</summary>
public static class ProblemFile
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "pathways/problem@1";

    /// <summary>Reads a problem file in a streaming way: a million students need no document in memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Gives up between buffers.</param>
    /// <returns>The problem, or every error with its line and column; a file that cannot be opened is an error too.</returns>
    public static Reading<MatchingProblem> Read(string path, CancellationToken cancellationToken = default) =>
        JsonInput.Read(path, "problem", input =>
        {
            var assembler = Feed(input, new(), cancellationToken);
            if (assembler.AnyUndefined)
            {
                // Names may be used before they are defined, so only now it is known which mentions are wrong: read once more
                // to find the place of each.
                assembler = Feed(input, new(assembler.Known()), cancellationToken);
            }

            return (assembler.Assemble(), assembler.Faults);
        });

    /// <summary>Writes a problem file. The file appears whole or not at all.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="cancellationToken">Gives up between buffers; then the file is as it was.</param>
    public static void Write(MatchingProblem problem, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        WholeFile.Write(path, stream => ProblemWriter.Write(problem, stream), cancellationToken);
    }

    /// <summary>Writes a problem as JSON.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellationToken">Gives up between buffers.</param>
    public static void Write(MatchingProblem problem, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ProblemWriter.Write(problem, WholeFile.Cancellable(stream, cancellationToken));
    }

    private static ProblemAssembler Feed(JsonInput input, ProblemAssembler assembler, CancellationToken cancellationToken)
    {
        using var stream = input.Open();
        new ProblemReader(stream, assembler, cancellationToken).Read();
        return assembler;
    }
}
